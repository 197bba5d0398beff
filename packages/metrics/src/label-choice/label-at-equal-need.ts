import { type Effect, effectOf } from "../inference/effect.ts";
import { influenceVariance, type Sampling } from "../inference/influence.ts";
import { type SampleMean, sampleMean } from "../inference/sample-mean.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface LabelAtEqualNeed {
  /** Mean label of each if both had the pooled distribution of need. */
  readonly group: number;
  readonly reference: number;
  readonly difference: Effect;
  /** group / reference: below 1, the label undercounts the group's need; `null` where the reference's mean is 0. */
  readonly ratio: number | null;
  /** Rows in strata that hold at least two of each; the others are left out. */
  readonly rowsUsed: number;
  readonly rowsLeftOut: number;
  readonly strata: number;
}

/**
 * The label (cost) at equal need: its mean in the group and in the reference within each stratum of need, averaged over
 * the pooled distribution of need (direct standardisation). A ratio below 1 for a disadvantaged group names the
 * mechanism: less is spent on the same need.
 *
 * `stratum` is the need itself where it is a count, or its band (`bandsOf`). Strata with fewer than two rows of either are left out
 * and counted. A need that is recorded only for those who get care hides part of the group's need and draws the ratio
 * towards 1: give a second, independent of use of care. `side[i]` is 1, 0 or in neither.
 *
 * Undefined: EMPTY_GROUP where no stratum holds two rows of each.
 */
export function labelAtEqualNeed(
  label: Float64Array,
  stratum: Float64Array,
  side: ArrayLike<number>,
  { level, sampling = {} }: { readonly level: number; readonly sampling?: Sampling },
): LabelAtEqualNeed | Undefined {
  const strata = new Map<number, { group: number[]; reference: number[] }>();
  let rows = 0;
  for (let i = 0; i < label.length; i++) {
    if (Number.isNaN(label[i]!) || Number.isNaN(stratum[i]!) || (side[i] !== 0 && side[i] !== 1)) continue;
    rows += 1;
    const at = strata.get(stratum[i]!) ?? { group: [], reference: [] };
    (side[i] === 1 ? at.group : at.reference).push(i);
    strata.set(stratum[i]!, at);
  }
  const used = [...strata.values()].filter((s) => s.group.length >= 2 && s.reference.length >= 2);
  if (used.length === 0) return undefinedBecause("EMPTY_GROUP");
  const { weight, cluster } = sampling;
  const sizeOf = (of: number[]): number => of.reduce((total, i) => total + (weight?.[i] ?? 1), 0);
  const whole = used.reduce((total, s) => total + sizeOf(s.group) + sizeOf(s.reference), 0);

  let group = 0;
  let reference = 0;
  let variance = 0;
  let rowsUsed = 0;
  const influence: number[] = [];
  const influenceRows: number[] = [];
  for (const s of used) {
    const share = (sizeOf(s.group) + sizeOf(s.reference)) / whole;
    rowsUsed += s.group.length + s.reference.length;
    const ofGroup = sampleMean(label, s.group, sampling)!;
    const ofReference = sampleMean(label, s.reference, sampling)!;
    group += share * ofGroup.value;
    reference += share * ofReference.value;
    variance += share ** 2 * (ofGroup.variance + ofReference.variance);
    if (cluster !== undefined) {
      gather(ofGroup, share);
      gather(ofReference, -share);
    }
  }
  function gather(mean: SampleMean, share: number): void {
    mean.influence.forEach((u, k) => {
      influence.push(share * u);
      influenceRows.push(mean.used[k]!);
    });
  }
  const error =
    cluster === undefined
      ? { variance, degreesOfFreedom: Infinity }
      : influenceVariance(influence, (k) => cluster[influenceRows[k]!]!);
  return {
    group,
    reference,
    difference: effectOf(group - reference, error.variance, { level, degreesOfFreedom: error.degreesOfFreedom }),
    ratio: reference === 0 ? null : group / reference,
    rowsUsed,
    rowsLeftOut: rows - rowsUsed,
    strata: used.length,
  };
}
