import type { ScoreCounts } from "@auscult/core";
import { recalibrate } from "../calibration/recalibration.ts";
import { classTotals } from "../class-totals.ts";
import { bootstrapSample } from "../inference/bootstrap-sample.ts";
import { percentileInterval } from "../inference/bootstrap-interval.ts";
import { expit } from "../numeric/logit.ts";
import { sum } from "../numeric/sum.ts";
import { confusion } from "../threshold/confusion.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { thresholdAtFlaggedShare, thresholdAtRisk, thresholdAtSensitivity } from "../validation/threshold-transport.ts";
import { countsOf, drawOf, orderOf, type UpdateRows } from "./update-rows.ts";

/** What is kept when a threshold is carried over. */
export const KEPT = ["threshold", "risk", "alertRate", "sensitivity", "netBenefit"] as const;
export type Kept = (typeof KEPT)[number];

/** What a threshold does. */
export interface Achieved {
  readonly flagged: number;
  readonly sensitivity: number | null;
  readonly ppv: number | null;
  /** At the risk threshold's exchange rate. */
  readonly netBenefit: number;
}

export interface CarriedThreshold {
  readonly kept: Kept;
  /** What it was to be: the risk, the rate, the sensitivity, the net benefit; `null` where none was declared. */
  readonly target: number | null;
  readonly threshold: number | Undefined;
  readonly interval: Interval | null;
  readonly apparent: Achieved | null;
  /** As in other patients: the threshold is chosen in resamples, and what it promises there beyond what it does in the rows is taken off. */
  readonly corrected: Achieved | null;
}

export interface CarryOptions {
  /** The vendor's threshold, a risk. */
  readonly risk: number;
  readonly keep: { readonly alertRate?: number; readonly sensitivity?: number; readonly netBenefit?: number };
  readonly level: number;
  readonly seed: number;
  readonly replicates: number;
}

/**
 * The vendor's threshold carried over to these patients in each way there is, with what each achieves: as it is; the same
 * risk once recalibrated; the same alert rate; the same sensitivity; the same net benefit. With ties a target is met only
 * nearly: what is achieved is given.
 *
 * A threshold chosen here and judged here looks better than it is, so each is corrected by the bootstrap (patients' blocks
 * where they repeat).
 *
 * @see Van Calster et al (2019) BMC Med 17:230; Harrell, Lee & Mark (1996) Stat Med 15:361-387.
 */
export function carryThreshold(rows: UpdateRows, options: CarryOptions): readonly CarriedThreshold[] {
  const score = rows.logOdds.map(expit);
  const order = orderOf(score);
  const whole = countsOf(score, rows.outcome, undefined, order);
  const targets: Readonly<Record<Kept, number | null>> = {
    threshold: options.risk,
    risk: options.risk,
    alertRate: options.keep.alertRate ?? null,
    sensitivity: options.keep.sensitivity ?? null,
    netBenefit: options.keep.netBenefit ?? null,
  };
  const choose = (kept: Kept, counts: ScoreCounts): number | Undefined =>
    chosen(kept, targets[kept], counts, options.risk);
  const first = KEPT.map((kept) => choose(kept, whole));
  const made = KEPT.map((): { thresholds: number[]; gains: Gain[] } => ({
    thresholds: [],
    gains: [],
  }));
  const draw = drawOf(rows, options.seed);
  const times = new Float64Array(score.length);
  for (let replicate = 0; replicate < options.replicates; replicate++) {
    draw(replicate, 0, times);
    const counts = countsOf(score, rows.outcome, times, order);
    KEPT.forEach((kept, k) => {
      const threshold = kept === "threshold" ? undefinedBecause("MISSING_INPUT") : choose(kept, counts);
      if (typeof threshold !== "number") return;
      made[k]!.thresholds.push(threshold);
      const at = first[k]!;
      if (typeof at !== "number") return;
      made[k]!.gains.push({
        promised: achievedAt(counts, threshold, options.risk),
        given: achievedAt(whole, threshold, options.risk),
        drawn: achievedAt(counts, at, options.risk),
      });
    });
  }
  return KEPT.map((kept, k): CarriedThreshold => {
    const threshold = first[k]!;
    const common = { kept, target: targets[kept], threshold };
    if (typeof threshold !== "number") return { ...common, interval: null, apparent: null, corrected: null };
    const apparent = achievedAt(whole, threshold, options.risk);
    const { thresholds, gains } = made[k]!;
    const enough = gains.length >= options.replicates / 2;
    const interval = enough
      ? percentileInterval(bootstrapSample(threshold, Float64Array.from(thresholds)), options.level)
      : undefined;
    return {
      ...common,
      interval:
        interval === undefined || interval.low === interval.high
          ? null
          : { low: interval.low, high: interval.high, level: options.level, method: interval.method },
      apparent,
      corrected: kept === "threshold" ? apparent : enough ? less(apparent, gains) : null,
    };
  });
}

/** One resample: what its own threshold promises in it and gives in the rows, and what the rows' threshold seems to do in it. */
interface Gain {
  readonly promised: Achieved;
  readonly given: Achieved;
  readonly drawn: Achieved;
}

function chosen(kept: Kept, target: number | null, counts: ScoreCounts, risk: number): number | Undefined {
  if (target === null) return undefinedBecause("MISSING_INPUT");
  if (kept === "threshold") return target;
  if (kept === "netBenefit") return thresholdAtNetBenefit(counts, target, risk);
  if (kept === "risk") {
    const fit = recalibrate(counts);
    return isUndefined(fit) ? fit : thresholdAtRisk(fit, target);
  }
  const find = kept === "alertRate" ? thresholdAtFlaggedShare : thresholdAtSensitivity;
  const found = find(counts, target);
  return isUndefined(found) ? found : found.threshold;
}

/**
 * The highest observed score that as a threshold gives at least a net benefit, at the exchange rate of `risk`. Undefined:
 * NO_ROWS; ZERO_DENOMINATOR where no threshold gives so much.
 */
export function thresholdAtNetBenefit(counts: ScoreCounts, target: number, risk: number): number | Undefined {
  const { score, positives, negatives } = counts;
  const { events, nonEvents } = classTotals(counts);
  const total = events.weight + nonEvents.weight;
  if (!(total > 0)) return undefinedBecause("NO_ROWS");
  const exchange = risk / (1 - risk);
  let [found, falsely] = [0, 0];
  for (let i = score.length - 1; i >= 0; i--) {
    found += positives[i]!;
    falsely += negatives[i]!;
    if ((found - falsely * exchange) / total >= target) return score[i]!;
  }
  return undefinedBecause("ZERO_DENOMINATOR");
}

function achievedAt(counts: ScoreCounts, threshold: number, risk: number): Achieved {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion(counts, threshold);
  const [tp, fp, fn, tn] = [truePositives.sum, falsePositives.sum, falseNegatives.sum, trueNegatives.sum];
  const rows = tp + fp + fn + tn;
  return {
    flagged: (tp + fp) / rows,
    sensitivity: tp + fn > 0 ? tp / (tp + fn) : null,
    ppv: tp + fp > 0 ? tp / (tp + fp) : null,
    netBenefit: (tp - (fp * risk) / (1 - risk)) / rows,
  };
}

/** What is achieved, less the mean of what resamples promised beyond what they gave; the resample's own chance, as a fixed threshold shows it, is taken off. */
function less(apparent: Achieved, gains: readonly Gain[]): Achieved {
  const of = (key: keyof Achieved): number | null => {
    const value = apparent[key];
    if (value === null) return null;
    const each = gains.flatMap(({ promised, given, drawn }) => {
      const [a, b, c] = [promised[key], given[key], drawn[key]];
      return a === null || b === null || c === null ? [] : [a - b - (c - value)];
    });
    return each.length === 0 ? null : value - sum(each) / each.length;
  };
  return {
    flagged: of("flagged") ?? apparent.flagged,
    sensitivity: of("sensitivity"),
    ppv: of("ppv"),
    netBenefit: of("netBenefit") ?? apparent.netBenefit,
  };
}
