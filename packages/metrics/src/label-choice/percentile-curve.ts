import type { Sampling } from "../inference/influence.ts";
import { intervalOfMean, sampleMean } from "../inference/sample-mean.ts";
import type { Interval } from "../result.ts";
import { type Ranking, rankBins } from "./percentile.ts";

/** One group's mean of a label or need in one band of risk percentiles. */
export interface PercentileBin {
  /** The band's percentiles: above `from`, up to and including `to`. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** `null` for a band without a row of this group. */
  readonly mean: number | null;
  readonly interval: Interval | null;
}

/**
 * The label-choice curve: the mean of a label (cost) or a need (number of conditions) by percentile of the score, for
 * each group. If the score means the same in every group, the curves for need coincide.
 *
 * `group[i]` is the row's group, 0 to `groups` − 1; any other code is in none. Intervals are Wilson's where every value
 * is 0 or 1 and Student's t otherwise. A band without rows has no mean.
 * @see Obermeyer et al. (2019) Science 366:447-453, figure 1A.
 */
export function meanByPercentile(
  ranking: Ranking,
  values: Float64Array,
  group: ArrayLike<number>,
  { groups, bins, level, sampling = {} }: CurveOptions,
): PercentileBin[][] {
  const bin = rankBins(ranking, bins);
  const rows = Array.from({ length: groups }, () => Array.from({ length: bins }, (): number[] => []));
  for (let i = 0; i < bin.length; i++) {
    if (bin[i]! >= 0 && !Number.isNaN(values[i]!)) rows[group[i]!]?.[bin[i]!]?.push(i);
  }
  const kind = isShare(values) ? "share" : "amount";
  return rows.map((ofGroup) =>
    ofGroup.map((members, b) => {
      const mean = sampleMean(values, members, sampling);
      return {
        from: (100 * b) / bins,
        to: (100 * (b + 1)) / bins,
        rows: members.length,
        mean: mean === null ? null : mean.value,
        interval: mean === null ? null : intervalOfMean(mean, kind, level),
      };
    }),
  );
}

export interface CurveOptions {
  readonly groups: number;
  readonly bins: number;
  readonly level: number;
  readonly sampling?: Sampling;
}

/** Whether every value that is there is 0 or 1, so that a mean of them is a share. */
function isShare(values: Float64Array): boolean {
  return values.every((v) => v === 0 || v === 1 || Number.isNaN(v));
}
