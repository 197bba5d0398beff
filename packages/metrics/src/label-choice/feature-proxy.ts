import { gather } from "../numeric/gather.ts";
import { auroc } from "../discrimination/auroc.ts";
import { countScores } from "../count-scores.ts";
import { type Permutation, permutationTest } from "../inference/permutation.ts";
import { bandsOf } from "../numeric/bands.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type CramersV, cramersV } from "./cramers-v.ts";
import {
  type ConditionalInformation,
  conditionalInformation,
  type MutualInformation,
  mutualInformation,
} from "./mutual-information.ts";

/** What a feature's tie to the group is declared to be (methods F8). It is a judgement; the numbers inform it only. */
export const LEGITIMACIES = ["physiology or need", "access to care", "identity", "not declared"] as const;
export type Legitimacy = (typeof LEGITIMACIES)[number];

/** One feature of the model, or the score itself. */
export interface Feature {
  readonly id: string;
  /** `numeric`: order means something; `categorical`: values are codes. NaN where missing. */
  readonly kind: "numeric" | "categorical";
  readonly values: Float64Array;
  readonly legitimacy: Legitimacy;
}

export interface FeatureProxy {
  readonly id: string;
  readonly legitimacy: Legitimacy;
  /** P(value of a group member > value of a reference member) + half ties; 0.5 tells nothing. Numeric features only. */
  readonly aurocForGroup: { readonly value: number; readonly interval: Interval | null } | Undefined;
  /** Of the feature's levels, or of its bands where it is numeric with many values. */
  readonly information: MutualInformation | Undefined;
  readonly cramersV: CramersV | Undefined;
  /** Given need; MISSING_INPUT where no need was given. */
  readonly givenNeed: ConditionalInformation | Undefined;
  /** In place of χ² where the strata are sparse. */
  readonly permutation?: Permutation;
}

const BANDS = 10;

/**
 * Whether a feature, or the score, stands for the group: on its own, and among patients with the same need.
 *
 * `side[i]` is 1 in the group, 0 in the reference, anything else in neither. Numeric features with more than ten values
 * are cut to ten bands of equal size for the measures that read levels. Association makes a feature no illegitimate one.
 */
export function featureProxy(
  feature: Feature,
  side: ArrayLike<number>,
  need: Float64Array | undefined,
  { level, permutations }: FeatureProxyOptions,
): FeatureProxy {
  const { values } = feature;
  const group = Float64Array.from(side, (s) => (s === 0 || s === 1 ? s : Number.NaN));
  const codes = feature.kind === "categorical" ? values : bandsOf(values, BANDS);
  const stratum = need === undefined ? undefined : bandsOf(need, BANDS);
  const givenNeed =
    stratum === undefined ? undefinedBecause("MISSING_INPUT") : conditionalInformation(codes, group, stratum);
  const sparse = !isUndefined(givenNeed) && givenNeed.sparse && stratum !== undefined && permutations !== undefined;
  const permutation = sparse ? permuted(codes, group, stratum, permutations) : undefined;
  return {
    id: feature.id,
    legitimacy: feature.legitimacy,
    aurocForGroup: feature.kind === "numeric" ? aurocForGroup(values, group, level) : undefinedBecause("MISSING_INPUT"),
    information: mutualInformation(codes, group),
    cramersV: cramersV(codes, group),
    givenNeed,
    ...(permutation === undefined || isUndefined(permutation) ? {} : { permutation }),
  };
}

export interface FeatureProxyOptions {
  readonly level: number;
  /** Where given, sparse strata get a permutation p: group labels dealt anew within strata of need. */
  readonly permutations?: { readonly seed: number; readonly permutations: number };
}

function aurocForGroup(values: Float64Array, group: Float64Array, level: number): FeatureProxy["aurocForGroup"] {
  const counts = countScores(values, group);
  const members = counts.positives.some((w) => w > 0);
  const others = counts.negatives.some((w) => w > 0);
  if (!members || !others) return undefinedBecause("EMPTY_GROUP");
  const point = auroc.point(counts, {});
  if (isUndefined(point)) return point;
  return { value: point.value, interval: auroc.interval?.(counts, point, level, {}) ?? null };
}

function permuted(
  codes: Float64Array,
  group: Float64Array,
  stratum: Float64Array,
  options: { readonly seed: number; readonly permutations: number },
): Permutation | Undefined {
  const rows = [...codes.keys()].filter(
    (i) => !Number.isNaN(codes[i]!) && !Number.isNaN(group[i]!) && !Number.isNaN(stratum[i]!),
  );
  const at = (of: Float64Array): Float64Array => gather(of, rows);
  const [feature, strata] = [at(codes), at(stratum)];
  const statistic = (labels: Uint32Array): number | Undefined => {
    const result = conditionalInformation(feature, labels, strata);
    return isUndefined(result) ? result : result.nats;
  };
  return permutationTest(Uint32Array.from(at(group)), strata, statistic, options);
}
