import { moverDifference } from "../inference/mover.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import { type Proportion, wilsonLimits } from "../inference/proportion.ts";

export interface AgainstOverall {
  readonly group: number;
  readonly overall: number;
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** What ignoring that the whole contains the subgroup would give: too large, so that real gaps stay hidden. */
  readonly naiveStandardError: number;
}

/**
 * A subgroup's proportion less that of everybody, itself included. As p_g − p = (1 − f)(p_g − p_rest) with f the
 * subgroup's share of the rows, the interval is (1 − f) times Newcombe's of subgroup against rest.
 *
 * A contrast with the rest or with a stated reference is the default of an audit; this one is for those who ask for it.
 *
 * Undefined  NO_ROWS where the subgroup has no rows or is everybody.
 * Assumes    independent rows, and f as given.
 *
 * @see methods E2; Newcombe (1998) Stat Med 17:873-890.
 */
export function groupAgainstOverall(group: Proportion, rest: Proportion, level: number): AgainstOverall | Undefined {
  if (!(group.rows > 0 && rest.rows > 0)) return undefinedBecause("NO_ROWS");
  const rows = group.rows + rest.rows;
  const inside = wilsonLimits(group, level);
  const outside = wilsonLimits(rest, level);
  const scale = rest.rows / rows;
  const { low, high } = moverDifference(inside, outside);
  const overall = (group.hits + rest.hits) / rows;
  const variance = ({ hits, rows: n }: Proportion): number => ((hits / n) * (1 - hits / n)) / n;
  return {
    group: inside.value,
    overall,
    difference: scale * (inside.value - outside.value),
    standardError: scale * Math.sqrt(variance(group) + variance(rest)),
    interval: { low: scale * low, high: scale * high, level, method: "newcombe" },
    naiveStandardError: Math.sqrt(variance(group) + (overall * (1 - overall)) / rows),
  };
}
