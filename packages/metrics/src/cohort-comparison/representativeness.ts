import { adjustP } from "../inference/p-adjust.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { binomialCdf, binomialUpperTail } from "../numeric/binomial.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

export const COHORT_VERDICTS = [
  "no_material_shift",
  "shift_shown",
  "shift_not_settled",
  "representative",
  "not_representative",
  "representativeness_not_settled",
] as const;
export type CohortVerdict = (typeof COHORT_VERDICTS)[number];

/** One level's share here beside its share in the population. */
export interface LevelShare {
  readonly level: string;
  readonly rows: number;
  readonly here: number;
  readonly population: number;
  /** Here less the population's, which is taken as known. */
  readonly difference: number;
  readonly interval: Interval | null;
  /** p of a share beyond the margin on the side seen, adjusted by Holm over the levels; `null` without a margin. */
  readonly p: number | null;
}

export interface Representativeness {
  readonly levels: readonly LevelShare[];
  readonly verdict: "representative" | "not_representative" | "representativeness_not_settled" | "margin_not_declared";
}

/**
 * Whether the shares of levels here are those of a target population, within a margin.
 *
 * Every level's interval inside the margin: representative (each must be, so none is adjusted). One level's interval
 * outside, after Holm over the levels: not representative. Otherwise not settled. `independent` is the number of
 * independent patients behind all rows: with fewer than rows, the shares are taken over so many.
 * Undefined: NO_ROWS.
 */
export function representativeness(
  counts: readonly { readonly level: string; readonly rows: number; readonly population: number }[],
  { level, margin, independent }: { readonly level: number; readonly margin?: number; readonly independent: number },
): Representativeness | Undefined {
  const total = counts.reduce((sum, { rows }) => sum + rows, 0);
  if (!(total > 0 && independent > 0)) return undefinedBecause("NO_ROWS");
  const critical = normalQuantile((1 + level) / 2);
  const shares = counts.map(({ level: name, rows, population }): Omit<LevelShare, "p"> & { raw: number | null } => {
    const here = rows / total;
    const standardError = Math.sqrt((here * (1 - here)) / independent);
    const made = scaleInterval(
      { value: here, standardError, denominator: independent },
      { intervalScale: "wilson", range: [0, 1] },
      { level, critical },
    );
    const interval = made === undefined ? null : { ...made, low: made.low - population, high: made.high - population };
    const difference = here - population;
    return {
      level: name,
      rows,
      here,
      population,
      difference,
      interval,
      raw: margin === undefined ? null : beyond(here, independent, population, margin),
    };
  });
  const raw = shares.map((share) => share.raw ?? 1);
  const adjusted = adjustP(raw, "holm");
  const levels = shares.map(
    ({ raw: p, ...share }, i): LevelShare => ({ ...share, p: p === null ? null : adjusted[i]! }),
  );
  return { levels, verdict: verdictOf(levels, level, margin) };
}

/** Exact p of a true share within the margin, given what was seen; rows scaled to the independent ones. */
function beyond(here: number, rows: number, population: number, margin: number): number {
  const hits = Math.round(here * rows);
  if (here > population) {
    const limit = population + margin;
    return limit >= 1 ? 1 : binomialUpperTail(hits, rows, limit);
  }
  const limit = population - margin;
  return limit <= 0 ? 1 : binomialCdf(hits, rows, limit);
}

function verdictOf(
  levels: readonly LevelShare[],
  level: number,
  margin: number | undefined,
): Representativeness["verdict"] {
  if (margin === undefined) return "margin_not_declared";
  const outside = ({ interval, p }: LevelShare): boolean =>
    interval !== null && (interval.low > margin || interval.high < -margin) && p !== null && p <= (1 - level) / 2;
  if (levels.some(outside)) return "not_representative";
  const inside = levels.every(({ interval }) => interval !== null && interval.low > -margin && interval.high < margin);
  return inside ? "representative" : "representativeness_not_settled";
}
