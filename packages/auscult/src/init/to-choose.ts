/** Lines (from 1) of a plan's text on which something is still marked for a person to decide. */
export function toChoose(text: string): number[] {
  return text.split("\n").flatMap((line, i) => (/#\s*CHOOSE:/u.test(line) ? [i + 1] : []));
}

/** One sentence on what is still marked in a plan; undefined where nothing is. */
export function toldToChoose(text: string): string | undefined {
  const lines = toChoose(text);
  if (lines.length === 0) return undefined;
  const many = lines.length === 1 ? "one choice is" : `${lines.length} choices are`;
  return `${many} still marked "# CHOOSE:" (line ${lines.join(", ")}): decide, give the reason, and take the mark away`;
}
