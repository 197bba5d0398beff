import type { View } from "./view.ts";

export interface MetricAt {
  readonly metric: string;
  readonly threshold: number | undefined;
}

/** Shown by subgroup where the report has them, after the primary metric; all others are in the full table. */
const KEY = [
  "auroc",
  "sensitivity",
  "ppv",
  "selectionRate",
  "timeDependentAuc",
  "observedRisk",
  "indexOfPredictionAccuracy",
  "meanError",
  "meanAbsoluteError",
];

/** Over all classes, after each of them. */
const OVER_CLASSES = ["handTillM"];

/** The metrics that the subgroup section draws: the primary one first, then those a clinician asks for. */
export function keyMetrics(view: View): readonly MetricAt[] {
  const { primary, thresholds } = view.report.study;
  const classes = view.report.metrics.filter(({ of }) => of?.metric === "auroc").map(({ id }) => id);
  const working = primary.threshold ?? thresholds[0]?.value;
  const wanted = [
    { metric: primary.metric, threshold: primary.threshold },
    ...[...KEY, ...classes, ...OVER_CLASSES]
      .filter((id) => id !== primary.metric)
      .map((metric) => ({
        metric,
        threshold: view.metric(metric).thresholded ? working : undefined,
      })),
  ];
  return wanted.filter(({ metric, threshold }) => view.estimate(metric, threshold, "overall") !== undefined);
}

/** Every metric of the report at every threshold that it has, in the report's order. */
export function metricsAt({ report }: View): readonly MetricAt[] {
  const seen = new Map<string, MetricAt>();
  for (const { metric, threshold } of report.estimates)
    seen.set(JSON.stringify([metric, threshold ?? null]), { metric, threshold });
  return [...seen.values()];
}
