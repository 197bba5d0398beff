import type { Sampling } from "../inference/influence.ts";
import { intervalOfMean, sampleMean } from "../inference/sample-mean.ts";
import { bandsOf } from "../numeric/bands.ts";
import type { Interval } from "../result.ts";

/** A need of more values than this is cut to as many bands of equal size. */
export const NEED_STRATA = 20;

/** The mean label of one side at one level, or in one band, of need. */
export interface LabelByNeed {
  /** Mean need of the level's or band's rows, both sides together. */
  readonly need: number;
  readonly side: "group" | "reference";
  readonly rows: number;
  readonly mean: number | null;
  readonly interval: Interval | null;
}

/** The label by need on each side, ascending in need. `side[i]` is 1 in the group, 0 in the reference. */
export function labelByNeed(
  label: Float64Array,
  need: Float64Array,
  side: ArrayLike<number>,
  { level, sampling = {} }: { readonly level: number; readonly sampling?: Sampling },
): LabelByNeed[] {
  const members = new Map<number, { group: number[]; reference: number[] }>();
  bandsOf(need, NEED_STRATA).forEach((stratum, i) => {
    if (Number.isNaN(stratum) || Number.isNaN(label[i]!) || (side[i] !== 0 && side[i] !== 1)) return;
    const at = members.get(stratum) ?? { group: [], reference: [] };
    (side[i] === 1 ? at.group : at.reference).push(i);
    members.set(stratum, at);
  });
  return [...members.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, at]) => {
      const place = sampleMean(need, [...at.group, ...at.reference], sampling)!.value;
      return (["group", "reference"] as const).map((which): LabelByNeed => {
        const mean = sampleMean(label, at[which], sampling);
        return {
          need: place,
          side: which,
          rows: at[which].length,
          mean: mean?.value ?? null,
          interval: mean === null ? null : intervalOfMean(mean, "amount", level),
        };
      });
    });
}
