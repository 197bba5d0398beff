import type { CurveChart } from "./curve-chart.ts";
import { curveRows } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { thin } from "./thin.ts";
import { thresholdPoints } from "./threshold-points.ts";

const COLUMNS = { x: "falsePositiveRate", y: "sensitivity", low: "low", high: "high", threshold: "threshold" };

export const roc: CurveChart = {
  id: "roc",
  curve: "roc",
  section: "discrimination",
  bySubgroup: true,
  facts: ["auroc"],
  columns: [
    { column: "threshold", label: ({ words }) => words.label.threshold, unit: "score" },
    { column: "falsePositiveRate", label: (view) => view.metricName("falsePositiveRate"), unit: "proportion" },
    { column: "sensitivity", label: (view) => view.metricName("sensitivity"), unit: "proportion" },
  ],
  drawing: (view, curve, wide) => ({
    spec: curveSpec({
      wide,
      square: true,
      x: { title: view.metricName("falsePositiveRate"), domain: [0, 1], percent: true },
      y: { title: view.metricName("sensitivity"), domain: [0, 1], percent: true },
      diagonal: true,
      labels: "below",
      threshold: view.words.label.threshold,
    }),
    data: {
      curve: thin(curveRows(curve, COLUMNS), wide ? 200 : 45),
      overall: wide ? [] : thin(curveRows(view.curve(curve.curve, "overall"), { x: COLUMNS.x, y: COLUMNS.y }), 45),
      dashed: [],
      points: wide ? thresholdPoints(view, curve, "falsePositiveRate", "sensitivity") : [],
    },
  }),
  key: ({ words }, wide) => [
    { sign: "line", text: wide ? words.label.everybody : words.label.thisSubgroup },
    ...(wide
      ? [{ sign: "circle" as const, text: words.label.declaredThresholds }]
      : [{ sign: "grey-line" as const, text: words.label.everybody }]),
    { sign: "dotted", text: words.label.noBetterThanChance },
  ],
};
