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
/** Rows that the drawings by subgroup have together, or the page would be too large; beyond it the full table has them. */
const MOST_ROWS = 1200;

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
  const levels = view.attributes.reduce((n, a) => n + a.subgroups.length, 0);
  return wanted
    .filter(({ metric, threshold }) => view.estimate(metric, threshold, "overall") !== undefined)
    .slice(0, Math.max(1, Math.floor(MOST_ROWS / Math.max(1, levels))));
}

/** Every metric of the report at every threshold that it has, in the report's order. */
export function metricsAt({ report }: View): readonly MetricAt[] {
  const seen = new Map<string, MetricAt>();
  for (const { metric, threshold } of report.estimates)
    seen.set(JSON.stringify([metric, threshold ?? null]), { metric, threshold });
  return [...seen.values()];
}
