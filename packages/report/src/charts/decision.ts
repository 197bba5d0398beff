import type { View } from "../view.ts";
import { axisRange } from "./axis-range.ts";
import type { CurveChart } from "./curve-chart.ts";
import { curveRows, finiteValues, steadyCurves } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { thin } from "./thin.ts";

/** A decision curve, with the metrics that say in words what it shows. */
const decisionChart = (id: string, curve: string, facts: readonly string[]): CurveChart => ({
  id,
  curve,
  section: "utility",
  bySubgroup: true,
  facts,
  columns: [
    { column: "threshold", label: ({ words }) => words.label.riskThreshold, unit: "proportion" },
    { column: "netBenefit", label: ({ words }) => words.label.useModel, unit: "per-patient" },
    { column: "treatAll", label: ({ words }) => words.label.treatAll, unit: "per-patient" },
    { column: "treatNone", label: ({ words }) => words.label.treatNone, unit: "per-patient" },
  ],
  drawing: (view, drawn, wide) => {
    const most = wide ? 200 : 40;
    return {
      spec: curveSpec({
        wide,
        square: false,
        x: { title: view.words.label.riskThreshold, domain: thresholds(view, curve), percent: true },
        y: { title: view.metricName("netBenefit"), domain: benefits(view, curve), percent: false },
        diagonal: false,
        labels: "above",
        zero: true,
      }),
      data: {
        curve: thin(curveRows(drawn, { x: "threshold", y: "netBenefit", low: "low", high: "high" }), most),
        overall: [],
        dashed: thin(curveRows(drawn, { x: "threshold", y: "treatAll" }), most),
        points: [],
      },
    };
  },
  key: ({ words }) => [
    { sign: "line", text: words.label.useModel },
    { sign: "band", text: words.label.intervalBand },
    { sign: "dashed", text: words.label.treatAll },
    { sign: "dotted", text: words.label.treatNone },
  ],
});

export const decision = decisionChart("decision", "decisionCurve", ["netBenefit"]);
export const horizonDecision = decisionChart("horizon-decision", "horizonDecision", []);

function thresholds({ report }: View, curve: string): [number, number] {
  const { utility } = report.study;
  if (utility !== undefined) return [utility.low, utility.high];
  const drawn = report.curves.filter((c) => c.curve === curve);
  const { low, high } = axisRange(finiteValues(drawn, ["threshold"]), { log: false, bounds: [0, 1] });
  return [low, high];
}

/** Holds every net benefit and nothing, not the whole fall of treating everybody, which runs out of the frame. */
function benefits(view: View, curve: string): [number, number] {
  const drawn = steadyCurves(view, curve);
  const { low, high } = axisRange([0, ...finiteValues(drawn, ["netBenefit"])], {
    log: false,
    bounds: ["-infinity", 1],
  });
  return [low, high];
}
