import type { View } from "../view.ts";
import { axisRange } from "./axis-range.ts";
import type { CurveChart } from "./curve-chart.ts";
import { curveRows, finiteValues, steadyCurves } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { thin } from "./thin.ts";

const COLUMNS = { x: "predicted", y: "observed", low: "low", high: "high" };

/** A calibration curve of risks, with the groups that are drawn over it and the metrics that say in words what it shows. */
export const calibrationChart = ({
  id,
  curve: kind,
  groups,
  facts,
  consistency = false,
  bySubgroup = true,
}: {
  readonly id: string;
  readonly curve: string;
  /** Curve of groups to draw over it, and whether its band is where it would lie by chance. */
  readonly groups: string;
  readonly consistency?: boolean;
  readonly bySubgroup?: boolean;
  readonly facts: readonly string[];
}): CurveChart => ({
  id,
  curve: kind,
  section: "calibration",
  bySubgroup,
  facts,
  columns: [
    { column: "predicted", label: ({ words }) => words.label.predictedRisk, unit: "proportion" },
    { column: "observed", label: ({ words }) => words.label.observedShare, unit: "proportion" },
    { column: "low", label: ({ words }) => words.label.bandLow, unit: "proportion" },
    { column: "high", label: ({ words }) => words.label.bandHigh, unit: "proportion" },
  ],
  drawing: (view, curve, wide) => {
    const domain = range(view, kind);
    return {
      spec: curveSpec({
        wide,
        square: true,
        x: { title: view.words.label.predictedRisk, domain, percent: true },
        y: { title: view.words.label.observedShare, domain, percent: true },
        diagonal: true,
        labels: "below",
      }),
      data: {
        curve: thin(curveRows(curve, COLUMNS), wide ? 200 : 40),
        overall: wide ? [] : thin(curveRows(view.curve(curve.curve, "overall"), { x: COLUMNS.x, y: COLUMNS.y }), 40),
        dashed: wide && curve.columns["loess"] !== undefined ? curveRows(curve, { x: "predicted", y: "loess" }) : [],
        points: wide ? curveRows(view.curve(groups, curve.subgroup), COLUMNS) : [],
      },
    };
  },
  key: (view, wide) => [
    { sign: "line", text: wide ? view.words.label.everybody : view.words.label.thisSubgroup },
    { sign: "band", text: consistency ? view.words.label.consistencyBand : view.words.label.intervalBand },
    ...(wide && view.curve(kind, "overall")?.columns["loess"] !== undefined
      ? [{ sign: "dashed" as const, text: view.words.label.loess }]
      : []),
    ...(wide && groups !== "" ? [{ sign: "circle" as const, text: view.words.label.tenths }] : []),
    ...(wide ? [] : [{ sign: "grey-line" as const, text: view.words.label.everybody }]),
    { sign: "dotted", text: view.words.label.perfectCalibration },
  ],
});

export const calibration = calibrationChart({
  id: "calibration",
  curve: "calibrationCurve",
  groups: "calibrationGroups",
  facts: ["observedExpectedRatio", "calibrationSlope"],
});

/** Without any smoothing, beside where it would lie by chance. */
export const isotonicCalibration = calibrationChart({
  id: "calibration-isotonic",
  curve: "calibrationIsotonic",
  groups: "",
  facts: ["miscalibration"],
  consistency: true,
  bySubgroup: false,
});

/** The same axes for every drawing, so that subgroups can be compared by eye. */
function range(view: View, curve: string): [number, number] {
  const drawn = steadyCurves(view, curve);
  const { high } = axisRange([0, ...finiteValues(drawn, ["predicted", "observed"])], { log: false, bounds: [0, 1] });
  return [0, high];
}
