import type { CurveChart } from "./curve-chart.ts";
import { curveRows } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { thin } from "./thin.ts";
import { thresholdPoints } from "./threshold-points.ts";
import { plotted } from "../format-number.ts";

/** For everybody only: average precision moves with prevalence, so that side by side it would mislead (methods A7). */
export const precisionRecall: CurveChart = {
  id: "precision-recall",
  curve: "precisionRecall",
  section: "discrimination",
  bySubgroup: false,
  facts: ["averagePrecision"],
  columns: [
    { column: "threshold", label: ({ words }) => words.label.threshold, unit: "score" },
    { column: "sensitivity", label: (view) => view.metricName("sensitivity"), unit: "proportion" },
    { column: "ppv", label: (view) => view.metricName("ppv"), unit: "proportion" },
  ],
  drawing: (view, curve, wide) => {
    const prevalence = view.subgroup(curve.subgroup)?.prevalence ?? null;
    return {
      spec: curveSpec({
        wide,
        square: false,
        x: { title: view.metricName("sensitivity"), domain: [0, 1], percent: true },
        y: { title: view.metricName("ppv"), domain: [0, 1], percent: true },
        diagonal: false,
        labels: "above",
        threshold: view.words.label.threshold,
      }),
      data: {
        curve: thin(
          curveRows(curve, { x: "sensitivity", y: "ppv", low: "low", high: "high", threshold: "threshold" }),
          200,
        ),
        overall: [],
        dashed:
          prevalence === null
            ? []
            : [
                { x: 0, y: plotted(prevalence) },
                { x: 1, y: plotted(prevalence) },
              ],
        points: thresholdPoints(view, curve, "sensitivity", "ppv"),
      },
    };
  },
  key: ({ words }) => [
    { sign: "line", text: words.label.everybody },
    { sign: "circle", text: words.label.declaredThresholds },
    { sign: "dashed", text: words.label.prevalenceLine },
  ],
};
