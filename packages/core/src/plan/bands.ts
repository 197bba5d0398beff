/**
 * Labels of the bands that ascending cut points make: below the first, between each two, from the last upwards.
 *
 * A band holds its lower cut and not its upper one. Where every cut is a whole number a band between two is labelled in
 * completed units, as ages are ("40–64" is 40 up to but not including 65); otherwise with its upper edge ("0.5–<1.5").
 * The labels depend on the cut points only, so that hospitals with the same plan have the same levels.
 */
export function bandLabels(cuts: readonly number[]): string[] {
  const whole = cuts.every(Number.isInteger);
  const between = cuts.slice(1).map((upper, i) => {
    const lower = cuts[i]!;
    if (!whole) return `${lower}–<${upper}`;
    return upper - 1 === lower ? `${lower}` : `${lower}–${upper - 1}`;
  });
  return [`<${cuts[0]}`, ...between, `≥${cuts.at(-1)}`];
}

/** The band that a person means by `text`, which may be typed without special signs: `>=65`, `40-64`, `40-<65`, `40–<65`. */
export function bandOf(text: string, cuts: readonly number[]): string | undefined {
  const typed = plain(text);
  return bandLabels(cuts).find((label, i) => {
    const edges = `${cuts[i - 1]}-<${cuts[i]}`;
    return typed === plain(label) || (i > 0 && i < cuts.length && typed === edges);
  });
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, "").replaceAll("–", "-").replaceAll("≥", ">=");
}
