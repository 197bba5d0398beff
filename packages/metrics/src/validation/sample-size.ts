import { normalDensity, normalQuantile } from "../numeric/normal.ts";
import { expit } from "../numeric/logit.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Half the width of an interval in standard errors. */
function quantileOf(level: number): number {
  return normalQuantile((1 + level) / 2);
}

/**
 * Patients needed so that the interval of observed over expected events is `width` wide, before rounding up. `ratio` is
 * the one anticipated, `prevalence` the share of events. Undefined: NOT_A_PROBABILITY; ZERO_DENOMINATOR.
 *
 * @see Riley et al (2021) Stat Med 40:4230-4251, criterion 1, with the exact width of an interval on the log scale.
 */
export function rowsForObservedExpected(
  { prevalence, ratio, width }: { readonly prevalence: number; readonly ratio: number; readonly width: number },
  level: number,
): number | Undefined {
  if (!(prevalence > 0 && prevalence < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!(width > 0 && ratio > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const standardError = Math.asinh(width / (2 * ratio)) / quantileOf(level);
  return (1 - prevalence) / (prevalence * standardError ** 2);
}

/** A row's information on intercept (00) and slope (11) of recalibration, and their product (01). */
export interface SlopeInformation {
  readonly i00: number;
  readonly i01: number;
  readonly i11: number;
}

/** From the log odds of local patients: to be preferred. Undefined: NO_ROWS; MISSING_INPUT with one not finite. */
export function slopeInformation(logOdds: Float64Array): SlopeInformation | Undefined {
  if (logOdds.length === 0) return undefinedBecause("NO_ROWS");
  if (!logOdds.every(Number.isFinite)) return undefinedBecause("MISSING_INPUT");
  return informationOf(logOdds, new Float64Array(logOdds.length).fill(1 / logOdds.length));
}

/** Nodes of a normal distribution: the trapezium rule is exact to the last digits for such smooth functions. */
const REACH = 9;
const NODES_A_DEVIATION = 40;

/** From a normal distribution of log odds, where there are no local patients yet. Undefined: CONSTANT_VALUE without spread. */
export function slopeInformationOfNormal(mean: number, deviation: number): SlopeInformation | Undefined {
  if (!(deviation > 0)) return undefinedBecause("CONSTANT_VALUE");
  // The logistic function's nearest pole is at π: wide distributions need closer nodes.
  const aDeviation = Math.ceil(NODES_A_DEVIATION * Math.max(1, deviation));
  const nodes = Float64Array.from({ length: 2 * REACH * aDeviation + 1 }, (_, k) => k / aDeviation - REACH);
  return informationOf(
    nodes.map((z) => mean + deviation * z),
    nodes.map((z) => normalDensity(z) / aDeviation),
  );
}

/**
 * Patients needed so that the interval of the calibration slope is `width` wide, before rounding up. Undefined:
 * ZERO_DENOMINATOR; CONSTANT_VALUE where the log odds do not vary.
 *
 * @see Riley et al (2021) Stat Med 40:4230-4251, criterion 2.
 */
export function rowsForSlope({ i00, i01, i11 }: SlopeInformation, width: number, level: number): number | Undefined {
  if (!(width > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const determinant = i00 * i11 - i01 ** 2;
  if (!(determinant > Number.EPSILON * i00 * i11)) return undefinedBecause("CONSTANT_VALUE");
  return i00 / ((width / (2 * quantileOf(level))) ** 2 * determinant);
}

/**
 * Patients needed so that the interval of the AUROC is `width` wide, before rounding up. Undefined: NOT_A_PROBABILITY;
 * ZERO_DENOMINATOR.
 *
 * @see Riley et al (2021) Stat Med 40:4230-4251, criterion 3; Newcombe (2006) Stat Med 25:559-573, whose standard error is
 * solved for n as a quadratic.
 */
export function rowsForAuroc(
  { prevalence, auroc, width }: { readonly prevalence: number; readonly auroc: number; readonly width: number },
  level: number,
): number | Undefined {
  if (!(prevalence > 0 && prevalence < 1 && auroc > 0 && auroc < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!(width > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const variance = (width / (2 * quantileOf(level))) ** 2;
  const scale = (auroc * (1 - auroc)) / (prevalence * (1 - prevalence));
  const pairs = (1 - auroc) / (2 - auroc) + auroc / (1 + auroc);
  const half = (scale * pairs) / 2;
  return (half + Math.sqrt(half ** 2 + 4 * variance * scale * (1 - pairs))) / (2 * variance);
}

/** Standardised net benefit anticipated at a threshold, and the patients needed for an interval of a given width. */
export interface NetBenefitSize {
  readonly standardised: number;
  readonly rows: number;
}

/**
 * Patients needed so that the interval of the standardised net benefit at a threshold is `width` wide, before rounding up.
 * Undefined: NOT_A_PROBABILITY; ZERO_DENOMINATOR.
 *
 * @see Riley et al (2021) Stat Med 40:4230-4251, criterion 4; Marsh et al (2020) Biometrics 76:843-852.
 */
export function rowsForNetBenefit(
  anticipated: AnticipatedUse,
  width: number,
  level: number,
): NetBenefitSize | Undefined {
  const { prevalence, threshold, sensitivity, specificity } = anticipated;
  if (![prevalence, threshold].every((p) => p > 0 && p < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (![sensitivity, specificity].every((p) => p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!(width > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const harm = (((1 - prevalence) / prevalence) * threshold) / (1 - threshold);
  const spread =
    (sensitivity * (1 - sensitivity)) / prevalence +
    (harm ** 2 * specificity * (1 - specificity)) / (1 - prevalence) +
    (harm ** 2 * (1 - specificity) ** 2) / (prevalence * (1 - prevalence));
  return {
    standardised: sensitivity - (1 - specificity) * harm,
    rows: spread / (width / (2 * quantileOf(level))) ** 2,
  };
}

export interface AnticipatedUse {
  readonly prevalence: number;
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
}

function informationOf(logOdds: Float64Array, share: Float64Array): SlopeInformation {
  const spread = logOdds.map((x, i) => share[i]! * expit(x) * expit(-x));
  return {
    i00: sum(spread),
    i01: sum(spread.map((s, i) => s * logOdds[i]!)),
    i11: sum(spread.map((s, i) => s * logOdds[i]! ** 2)),
  };
}
