import type { ScoreCounts } from "@auscult/core";
import type { Mean } from "../inference/mean-over-rows.ts";
import type { At, Metric, Point } from "../metric.ts";
import { totalsOf } from "../inference/totals.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { exchangeRate, meanOf, minus, ofModel, ofPrevalence, ofTreatingAll, ratioOf } from "./contributions.ts";
import { type FlaggedCells, flaggedCells } from "./flagged.ts";
import { netBenefitInterval } from "./net-benefit-interval.ts";

/** The usefulness of acting on the score at one threshold, in net true positives per patient. */
export interface NetBenefit {
  readonly threshold: number;
  readonly prevalence: number;
  readonly model: Mean;
  readonly treatAll: Mean;
  /** Model over prevalence; at most 1. Absent without events. */
  readonly standardised?: Mean;
  /** Model less treating everybody. */
  readonly overTreatAll: Mean;
  /** Interventions avoided per 100 patients against treating everybody, without missing more events. */
  readonly interventionsAvoided: Mean;
  /** Model less the better of treating everybody and treating nobody: below 0 the score does harm here. */
  readonly overBestDefault: Mean & { readonly default: "all" | "none" };
}

/** Why net benefit cannot be had here, or nothing. The threshold is a risk strictly between 0 and 1. */
function fault({ score }: ScoreCounts, threshold: number | undefined): Undefined | undefined {
  if (score.length === 0) return undefinedBecause("NO_ROWS");
  if (threshold === undefined) return undefinedBecause("MISSING_INPUT");
  if (!(score[0]! >= 0 && score[score.length - 1]! <= 1 && threshold > 0 && threshold < 1)) {
    return undefinedBecause("NOT_A_PROBABILITY");
  }
  return undefined;
}

/**
 * Net benefit of the model at a risk threshold, of the two defaults, and of the one over the others.
 *
 * Standard errors are sd/√n of patients' contributions (linearised where weighted; delta method for the standardised
 * one, prevalence included). Whether to use a model is decided on the value; the interval says whether more data would
 * be worth having. The threshold's meaning as a risk needs calibrated predictions.
 *
 * Undefined: NOT_A_PROBABILITY where a score or the threshold is no risk; NO_ROWS.
 *
 * @see Vickers & Elkin (2006) Med Decis Making 26:565-574; Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export function netBenefitAt(counts: ScoreCounts, threshold: number): NetBenefit | Undefined {
  return fault(counts, threshold) ?? netBenefitOf(flaggedCells(counts)(threshold), threshold);
}

/** Net benefit at several thresholds, in one pass over the counts; undefined as `netBenefitAt` at any of them. */
export function netBenefitOver(counts: ScoreCounts, thresholds: readonly number[]): NetBenefit[] | Undefined {
  for (const threshold of thresholds) {
    const reason = fault(counts, threshold);
    if (reason !== undefined) return reason;
  }
  const cells = flaggedCells(counts);
  return thresholds.map((threshold) => netBenefitOf(cells(threshold), threshold));
}

function netBenefitOf(cells: FlaggedCells, threshold: number): NetBenefit {
  const odds = exchangeRate(threshold);
  const gain = minus(ofModel(odds), ofTreatingAll(odds));
  const model = meanOf(cells, ofModel(odds));
  const treatAll = meanOf(cells, ofTreatingAll(odds));
  const overTreatAll = meanOf(cells, gain);
  const prevalence = meanOf(cells, ofPrevalence).value;
  return {
    threshold,
    prevalence,
    model,
    treatAll,
    ...(prevalence > 0 ? { standardised: ratioOf(cells, ofModel(odds), ofPrevalence) } : {}),
    overTreatAll,
    interventionsAvoided: {
      value: (100 / odds) * overTreatAll.value,
      standardError: (100 / odds) * overTreatAll.standardError,
    },
    overBestDefault: treatAll.value > 0 ? { ...overTreatAll, default: "all" } : { ...model, default: "none" },
  };
}

const shared = {
  family: "utility",
  better: "higher",
  thresholded: true,
  headline: true,
  intervalScale: "identity",
  contrast: "difference",
  source: ["doi:10.1177/0272989X06295361", "doi:10.1111/biom.13190"],
} as const;

function pointOf(
  counts: ScoreCounts,
  { threshold }: At,
  of: (found: NetBenefit) => Mean | undefined,
): Point | Undefined {
  const reason = fault(counts, threshold);
  if (reason !== undefined || threshold === undefined) return reason ?? undefinedBecause("MISSING_INPUT");
  const found = netBenefitAt(counts, threshold);
  if ("status" in found) return found;
  const mean = of(found);
  if (mean === undefined) return undefinedBecause("ZERO_DENOMINATOR");
  const { value, standardError, degreesOfFreedom } = mean;
  return { value, standardError, ...(degreesOfFreedom === undefined ? {} : { degreesOfFreedom }) };
}

/**
 * Net benefit: true positives per patient, less false positives weighed by the odds of the threshold.
 *
 * 0.05 is worth as much as finding 5 events per 100 patients with no needless intervention. Compare with treating
 * everybody and nobody at the same threshold. Its most is the prevalence, so a gap between subgroups mostly shows their
 * prevalences: compare `standardisedNetBenefit`, or net benefit at a common prevalence.
 *
 * Units       net events per patient, at most the prevalence; may be below 0. The threshold is a risk that clinicians
 *             chose, never one tuned on these data.
 * Error       sd/√n of patients' contributions (linearised where weighted).
 * Interval    recovered from Wilson's of the shares of true and of false positives; with a jackknife error on the log
 *             scale of the first.
 * Undefined   where scores or threshold are no probabilities.
 *
 * @see Vickers & Elkin (2006) Med Decis Making 26:565-574; Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export const netBenefit: Metric = {
  ...shared,
  id: "netBenefit",
  name: "Net benefit",
  unit: "per-patient",
  range: [-Infinity, 1],
  ideal: null,
  uninformative: 0,
  monotoneInvariant: false,
  requires: { score: "probability", events: 0, nonEvents: 0 },
  intervalScale: "log",
  point(counts, at) {
    const point = pointOf(counts, at, (found) => found.model);
    if (isUndefined(point)) return point;
    // Less what the false positives cost: the rest, TP/n, is what few events make skewed.
    const threshold = at.threshold ?? Number.NaN;
    const { weight } = totalsOf(counts);
    const cost = exchangeRate(threshold) * flaggedCells(counts)(threshold).falsePositives.weight;
    return { ...point, origin: -cost / weight };
  },
  interval: (counts, _point, level, { threshold }) =>
    threshold === undefined ? undefined : netBenefitInterval(flaggedCells(counts)(threshold), threshold, level),
};

/**
 * Standardised net benefit (relative utility): net benefit as a share of the most that any model could have, the
 * prevalence.
 *
 * 1 is a perfect model, 0 no better than treating nobody. Comparable between subgroups of different prevalence.
 *
 * Units       ratio, at most 1.
 * Error       delta method, the prevalence's own error included.
 * Undefined   without events.
 *
 * @see Kerr et al (2016) J Clin Oncol 34:2534-2540; Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export const standardisedNetBenefit: Metric = {
  ...shared,
  id: "standardisedNetBenefit",
  name: "Standardised net benefit",
  unit: "ratio",
  range: [-Infinity, 1],
  ideal: 1,
  uninformative: 0,
  monotoneInvariant: false,
  requires: { score: "probability", events: 1, nonEvents: 0 },
  source: ["doi:10.1200/JCO.2015.65.5654", "doi:10.1111/biom.13190"],
  point: (counts, at) => pointOf(counts, at, (found) => found.standardised),
};

/**
 * Net benefit over the best default: net benefit of the model less that of treating everybody or nobody, whichever is
 * better in this subgroup.
 *
 * Below 0 these patients would be better off without the model: the strongest clinical finding about fairness there is.
 *
 * Units       net events per patient.
 * Error       of the difference from the default that came out better; where the two are close it is a little too small.
 * Undefined   where scores or threshold are no probabilities.
 *
 * @see Vickers & Elkin (2006) Med Decis Making 26:565-574.
 */
export const netBenefitOverDefault: Metric = {
  ...shared,
  id: "netBenefitOverDefault",
  name: "Net benefit over the best default",
  unit: "per-patient",
  range: [-Infinity, 1],
  ideal: null,
  uninformative: 0,
  monotoneInvariant: false,
  requires: { score: "probability", events: 0, nonEvents: 0 },
  point: (counts, at) => pointOf(counts, at, (found) => found.overBestDefault),
};
