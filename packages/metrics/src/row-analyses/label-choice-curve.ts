import { labelCounts, type Tally } from "@auscult/core";
import { type RowsByScore, meanByPercentileOfCounts } from "../label-choice/curve-of-counts.ts";
import type { PercentileBin } from "../label-choice/percentile-curve.ts";
import type { Comparison } from "./label-choice.ts";

/** The label-choice curve of one measure in group and reference. */
export interface MeasureCurve {
  readonly group: readonly PercentileBin[];
  readonly reference: readonly PercentileBin[];
}

/**
 * The curve from the tally alone, for hospitals that share counts and no rows. `undefined` where counts do not tell it:
 * rows are weighted, patients repeat, or the measure is a share, whose interval needs its own method.
 */
export function curveFromTally(
  tally: Tally,
  measure: string,
  { rows }: Comparison,
  options: { readonly bins: number; readonly level: number },
): MeasureCurve | undefined {
  const moments = tally.labels.get(measure);
  if (moments === undefined || tally.weight !== undefined || tally.patients?.repeated === true) return undefined;
  if (moments.sum.every((sum, i) => sum === moments.sumOfSquares[i])) return undefined;
  const sides = [labelCounts(tally, measure, rows.group), labelCounts(tally, measure, rows.reference)];
  const [group, reference] = meanByPercentileOfCounts(rowsByScore(tally), sides, options);
  return { group: group!, reference: reference! };
}

/** All rows of a tally that have a score, whatever their outcome, at each distinct score. */
function rowsByScore({ score, count }: Tally): RowsByScore {
  const at: number[] = [];
  const rows: number[] = [];
  for (let entry = 0; entry < score.length && !Number.isNaN(score[entry]!); entry++) {
    if (at.at(-1) === score[entry]) rows[rows.length - 1]! += count[entry]!;
    else {
      at.push(score[entry]!);
      rows.push(count[entry]!);
    }
  }
  return { score: Float64Array.from(at), count: Float64Array.from(rows) };
}
