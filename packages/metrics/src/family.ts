import type { Subgroup } from "@auscult/core";
import type { Comparable } from "./contrast.ts";
import type { Contrast } from "./estimates.ts";
import { dunnettP } from "./inference/dunnett.ts";
import { adjustP } from "./inference/p-adjust.ts";

/** Which contrasts the verdicts are about, and how their p values are adjusted. */
export interface Family {
  readonly metric: string;
  readonly threshold?: number;
  /** One family for each attribute (or pair of attributes), or one for the whole audit. */
  readonly per: "attribute" | "audit";
  readonly multiplicity: "holm" | "dunnett" | "none";
}

/**
 * Marks the contrasts of the declared family and adjusts their p values within it: by Holm, or by Dunnett where all
 * are against one reference of independent rows (Holm takes its place elsewhere). Contrasts outside the family are a
 * screen: they get false discovery rates (Benjamini and Hochberg) over all of them, and no verdict over the family.
 *
 * A contrast that cannot be estimated stays in its family without a p: it could not have been claimed either way.
 *
 * @see methods E4; Holm (1979) Scand J Stat 6:65-70; Dunnett (1955) J Am Stat Assoc 50:1096-1121; Benjamini & Hochberg
 *      (1995) JRSS B 57:289-300.
 */
export function adjustFamilies(
  contrasts: readonly Contrast[],
  subgroups: readonly Subgroup[],
  family: Family,
  measured: ReadonlyMap<string, readonly Comparable[]>,
): Contrast[] {
  const attributesOf = new Map(subgroups.map((s) => [s.id, s.of.map((m) => m.attribute).join("&")]));
  const families = new Map<string, number[]>();
  const screened: number[] = [];
  for (const [i, c] of contrasts.entries()) {
    if (c.metric !== family.metric || c.threshold !== family.threshold) {
      if (c.p !== null) screened.push(i);
      continue;
    }
    const key = family.per === "audit" ? "audit" : (attributesOf.get(c.subgroup) ?? "");
    families.set(key, [...(families.get(key) ?? []), i]);
  }
  const out: Contrast[] = [...contrasts];
  for (const members of families.values()) {
    for (const i of members) out[i] = { ...contrasts[i]!, inFamily: true };
    const tested = members.filter((i) => contrasts[i]!.p !== null);
    const adjusted = adjustWithin(
      tested.map((i) => contrasts[i]!),
      family.multiplicity,
      measured,
    );
    for (const [k, i] of tested.entries()) out[i] = { ...out[i]!, pAdjusted: adjusted[k]! };
  }
  const rates = adjustP(
    screened.map((i) => contrasts[i]!.p!),
    "bh",
  );
  for (const [k, i] of screened.entries()) out[i] = { ...out[i]!, falseDiscoveryRate: rates[k]! };
  return out;
}

function adjustWithin(
  contrasts: readonly Contrast[],
  multiplicity: Family["multiplicity"],
  measured: ReadonlyMap<string, readonly Comparable[]>,
): number[] {
  const p = contrasts.map((c) => c.p!);
  if (multiplicity === "none") return p;
  return (multiplicity === "dunnett" ? dunnett(contrasts, measured) : undefined) ?? adjustP(p, "holm");
}

/** Adjusted by Dunnett; nothing where the contrasts are not all against one reference with known errors of independent rows. */
function dunnett(
  contrasts: readonly Contrast[],
  measured: ReadonlyMap<string, readonly Comparable[]>,
): number[] | undefined {
  const [first] = contrasts;
  const one = contrasts.every(
    ({ against }) => against.kind === "reference" && against.subgroup === first!.against.subgroup,
  );
  if (first === undefined || !one) return first === undefined ? [] : undefined;
  const ratio = first.scale === "ratio";
  const onScale = (id: string) => {
    const found = measured
      .get(id)
      ?.find(({ metric, at }) => metric.id === first.metric && at.threshold === first.threshold);
    const { value = null, standardError = null } = found?.estimate ?? {};
    if (found?.jackknife !== undefined || value === null || standardError === null) return undefined;
    return ratio ? { value: Math.log(value), error: standardError / value } : { value, error: standardError };
  };
  const reference = onScale(first.against.subgroup);
  const subjects = contrasts.map(({ subgroup }) => onScale(subgroup));
  if (reference === undefined || subjects.includes(undefined)) return undefined;
  const variances = { subgroups: subjects.map((s) => s!.error ** 2), reference: reference.error ** 2 };
  const adjusted = subjects.map((s, i) => {
    const found = dunnettP((s!.value - reference.value) / Math.hypot(s!.error, reference.error), variances);
    return typeof found === "number" ? Math.max(found, contrasts[i]!.p!) : undefined;
  });
  return adjusted.every((p): p is number => p !== undefined) ? adjusted : undefined;
}
