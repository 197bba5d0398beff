import type { Limits } from "../inference/mover.ts";
import { type Proportion, type Range, wilsonLimits } from "../inference/proportion.ts";
import { newcombeDifference } from "../inference/proportion-difference.ts";
import { koopmanRatio, proportionRatio } from "../inference/proportion-ratio.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/** A subgroup's rate less, and over, the reference's. */
export interface RateGap {
  /** Wilson's. */
  readonly rate: Limits | Undefined;
  /** Newcombe's. */
  readonly difference: Limits | Undefined;
  /** Koopman's; the value undefined where both rates are 0. */
  readonly ratio: (Range & { readonly value: number | Undefined }) | Undefined;
}

export interface RateGaps {
  readonly groups: readonly RateGap[];
  /** Greatest less least rate over subgroups that have one; never shown without `proportionRange`. */
  readonly range: number | Undefined;
  /** Least over greatest rate; undefined where all are 0. */
  readonly leastOverGreatest: number | Undefined;
}

/**
 * A rate in every subgroup beside its difference from, and ratio to, the reference's: sensitivity for equal opportunity,
 * false positive rate for predictive equality, PPV for predictive parity, selection rate for demographic parity.
 *
 * `reference` is the index of the reference subgroup, chosen beforehand. Undefined parts: NO_ROWS where a subgroup, or
 * the reference, has nothing in the rate's denominator.
 *
 * @see Hardt, Price & Srebro (2016) NeurIPS; Barocas, Hardt & Narayanan (2023) Fairness and Machine Learning.
 * @see Wilson (1927); Newcombe (1998) Stat Med 17:873-890; Koopman (1984) Biometrics 40:513-517.
 */
export function rateGaps(groups: readonly Proportion[], reference: number, level: number): RateGaps {
  const against = groups[reference];
  if (against === undefined) throw new RangeError(`there is no subgroup ${reference} to refer to`);
  const rates = groups.filter((g) => g.rows > 0).map((g) => g.hits / g.rows);
  const greatest = Math.max(...rates);
  const least = Math.min(...rates);
  return {
    groups: groups.map((group) => gapOf(group, against, level)),
    range: rates.length < 2 ? undefinedBecause("NO_ROWS") : greatest - least,
    leastOverGreatest:
      rates.length < 2
        ? undefinedBecause("NO_ROWS")
        : greatest > 0
          ? least / greatest
          : undefinedBecause("ZERO_DENOMINATOR"),
  };
}

function gapOf(group: Proportion, against: Proportion, level: number): RateGap {
  const none = undefinedBecause("NO_ROWS");
  if (group.rows === 0) return { rate: none, difference: none, ratio: none };
  const rate = wilsonLimits(group, level);
  const difference = newcombeDifference(group, against, level);
  const ratio = koopmanRatio(group, against, level);
  return {
    rate,
    difference: isUndefined(difference)
      ? difference
      : { value: rate.value - against.hits / against.rows, ...difference },
    ratio: isUndefined(ratio) ? ratio : { ...ratio, value: proportionRatio(group, against) },
  };
}

/**
 * Equalised odds: the greater of the ranges of sensitivity and of false positive rate over subgroups (0 where it holds).
 * Their average, as some libraries report, lets a gap in one cancel a gap in the other. Undefined where either is.
 *
 * @see Hardt, Price & Srebro (2016) NeurIPS.
 */
export function equalisedOdds(sensitivity: RateGaps, falsePositiveRate: RateGaps): number | Undefined {
  if (typeof sensitivity.range !== "number") return sensitivity.range;
  if (typeof falsePositiveRate.range !== "number") return falsePositiveRate.range;
  return Math.max(sensitivity.range, falsePositiveRate.range);
}
