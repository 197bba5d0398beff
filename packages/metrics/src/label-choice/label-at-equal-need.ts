import { type Effect, effectOf } from "../inference/effect.ts";
import { influenceVariance, type InfluenceVariance, type Sampling } from "../inference/influence.ts";
import { type SampleMean, sampleMean } from "../inference/sample-mean.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

export interface LabelAtEqualNeed {
  /** Mean label of each if both had the pooled distribution of need. */
  readonly group: number;
  readonly reference: number;
  readonly difference: Effect;
  /** group / reference: below 1, the label undercounts the group's need; `null` where the reference's mean is 0. */
  readonly ratio: number | null;
  /** Of the ratio, on the log scale; `null` where either mean is not above 0 or nothing varied. */
  readonly ratioInterval: Interval | null;
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
  let rowsUsed = 0;
  let ofGroup = 0;
  let ofReference = 0;
  const parts: { readonly mean: SampleMean; readonly share: number; readonly inGroup: boolean }[] = [];
  for (const s of used) {
    const share = (sizeOf(s.group) + sizeOf(s.reference)) / whole;
    rowsUsed += s.group.length + s.reference.length;
    const groupMean = sampleMean(label, s.group, sampling)!;
    const referenceMean = sampleMean(label, s.reference, sampling)!;
    group += share * groupMean.value;
    reference += share * referenceMean.value;
    ofGroup += share ** 2 * groupMean.variance;
    ofReference += share ** 2 * referenceMean.variance;
    parts.push({ mean: groupMean, share, inGroup: true }, { mean: referenceMean, share, inGroup: false });
  }
  /** Variance of a × group's mean − b × reference's. */
  const variance = (a: number, b: number): InfluenceVariance => {
    if (cluster === undefined) return { variance: a * a * ofGroup + b * b * ofReference, degreesOfFreedom: Infinity };
    const influence: number[] = [];
    const rowOf: number[] = [];
    for (const { mean, share, inGroup } of parts) {
      mean.influence.forEach((u, k) => {
        influence.push((inGroup ? a : -b) * share * u);
        rowOf.push(mean.used[k]!);
      });
    }
    return influenceVariance(influence, (k) => cluster[rowOf[k]!]!);
  };
  const effect = (value: number, { variance: v, degreesOfFreedom }: InfluenceVariance) =>
    effectOf(value, v, { level, degreesOfFreedom });
  const positive = group > 0 && reference > 0;
  const ofLog = positive ? effect(Math.log(group / reference), variance(1 / group, 1 / reference)).interval : null;
  return {
    group,
    reference,
    difference: effect(group - reference, variance(1, 1)),
    ratio: reference === 0 ? null : group / reference,
    ratioInterval:
      ofLog === null ? null : { low: Math.exp(ofLog.low), high: Math.exp(ofLog.high), level, method: "log" },
    rowsUsed,
    rowsLeftOut: rows - rowsUsed,
    strata: used.length,
  };
}
