import type { ScoreCounts } from "@auscult/core";
import { oncePerCounts } from "./inference/once-per-counts.ts";

/** Size of one outcome class. */
export interface ClassTotal {
  readonly rows: number;
  /** Sum of the weights; the rows where the cohort is not weighted. */
  readonly weight: number;
  /** Kish's effective rows, (Σw)² / Σw²: the rows where the cohort is not weighted. */
  readonly effective: number;
}

interface ClassTotals {
  readonly events: ClassTotal;
  readonly nonEvents: ClassTotal;
}

/** Events and non-events of one subgroup's counts. Linear in the number of distinct scores. */
export const classTotals: (counts: ScoreCounts) => ClassTotals = oncePerCounts(
  ({ negatives, positives, weighted }) => ({
    events: total(positives, weighted?.positiveRows, weighted?.positiveSquares),
    nonEvents: total(negatives, weighted?.negativeRows, weighted?.negativeSquares),
  }),
);

function total(weights: Float64Array, rowCounts?: Float64Array, squares?: Float64Array): ClassTotal {
  const weight = runningTotal(weights);
  if (rowCounts === undefined || squares === undefined) return { rows: weight, weight, effective: weight };
  const rows = runningTotal(rowCounts);
  const squared = runningTotal(squares);
  return { rows, weight, effective: squared > 0 ? weight ** 2 / squared : 0 };
}

/** Plain sum in ascending score, so that it equals the running sum of a sorted pass to the last bit. */
export function runningTotal(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
