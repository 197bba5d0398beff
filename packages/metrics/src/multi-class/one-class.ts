import { type AuditPlan, type Cohort, EVENT, type MultiClassOutcome, NON_EVENT, UNKNOWN } from "@auscult/core";
import { auroc } from "../discrimination/auroc.ts";
import { brierScore, scaledBrierScore } from "../calibration/brier-score.ts";
import { calibrationInTheLarge } from "../calibration/calibration-in-the-large.ts";
import { calibrationSlope } from "../calibration/calibration-slope.ts";
import { observedExpectedRatio } from "../calibration/observed-expected-ratio.ts";
import type { Curve } from "../curve.ts";
import { calibrationCurve } from "../curves/calibration.ts";
import { calibrationGroups } from "../curves/calibration-groups.ts";
import { roc } from "../curves/roc.ts";
import type { Metric } from "../metric.ts";
import { prevalence } from "../threshold/prevalence.ts";

/** What is said of each class against the rest: whether it is told from the others, and whether its probability is right. */
const METRICS: readonly Metric[] = [
  auroc,
  prevalence,
  observedExpectedRatio,
  calibrationInTheLarge,
  calibrationSlope,
  brierScore,
  scaledBrierScore,
];
const CURVES: readonly Curve[] = [roc, calibrationCurve, calibrationGroups];

/** A class against the rest, as an outcome that happened or did not. */
export interface OneClass {
  readonly level: string;
  readonly metrics: readonly (Metric & { readonly of: { readonly metric: string; readonly level: string } })[];
  readonly curves: readonly (Curve & { readonly of: { readonly curve: string; readonly level: string } })[];
}

export function multiClassOf({ outcome }: AuditPlan): MultiClassOutcome {
  if (outcome.kind !== "multi-class") throw new RangeError(`the plan's outcome is ${outcome.kind}`);
  return outcome;
}

/** Each class with its metrics and curves, which are named for it: `auroc:red`. */
export function classesOf(plan: AuditPlan): OneClass[] {
  return multiClassOf(plan).classes.map(({ level }) => ({
    level,
    metrics: METRICS.map((metric) => ({
      ...metric,
      id: `${metric.id}:${level}`,
      name: `${metric.name}, ${level}`,
      of: { metric: metric.id, level },
    })),
    curves: CURVES.map((curve) => ({
      ...curve,
      id: `${curve.id}:${level}`,
      name: `${curve.name}, ${level}`,
      of: { curve: curve.id, level },
    })),
  }));
}

/** The cohort with one class as the event, and its probability as the score. */
export function cohortOfClass(cohort: Cohort, k: number): Cohort {
  const { happened, score } = cohort;
  if (happened?.kind !== "multi-class") throw new RangeError("the cohort has no classes");
  const { classOf, probability } = happened;
  return {
    ...cohort,
    scoreKind: "probability",
    score: probability[k]!.map((p, i) => (Number.isNaN(score[i]!) ? Number.NaN : p)),
    outcome: Uint8Array.from(classOf, (of) => (Number.isNaN(of) ? UNKNOWN : of === k ? EVENT : NON_EVENT)),
  };
}
