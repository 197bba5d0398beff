import type { View } from "../view.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import type { CurveChart } from "./curve-chart.ts";
import { curveRows, finiteValues, steadyCurves } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { thin } from "./thin.ts";

const COLUMNS = { x: "predicted", y: "observed", low: "low", high: "high" };

/** The calibration curve of amounts, both axes alike and in the outcome's unit. */
export const continuousCalibration: CurveChart = {
  id: "continuous-calibration",
  curve: "continuousCalibration",
  section: "calibration",
  bySubgroup: true,
  facts: ["meanError", "continuousCalibrationSlope"],
  columns: [
    { column: "predicted", label: ({ words }) => words.label.predictedAmount, unit: "amount" },
    { column: "observed", label: ({ words }) => words.label.observedMean, unit: "amount" },
    { column: "low", label: ({ words }) => words.label.bandLow, unit: "amount" },
    { column: "high", label: ({ words }) => words.label.bandHigh, unit: "amount" },
  ],
  drawing: (view, curve, wide) => {
    const { low, high } = range(view);
    const inUnit = (what: string): string => view.words.sentence.inUnit(what, view.unitName("amount"));
    return {
      spec: curveSpec({
        wide,
        square: true,
        x: { title: inUnit(view.words.label.predictedAmount), domain: [low, high], percent: false },
        y: { title: inUnit(view.words.label.observedMean), domain: [low, high], percent: false },
        diagonal: true,
        labels: "below",
      }),
      data: {
        curve: thin(curveRows(curve, COLUMNS), wide ? 200 : 40),
        overall: wide ? [] : thin(curveRows(view.curve(curve.curve, "overall"), { x: COLUMNS.x, y: COLUMNS.y }), 40),
        dashed: [],
        points: wide ? curveRows(view.curve("continuousCalibrationGroups", curve.subgroup), COLUMNS) : [],
      },
    };
  },
  key: ({ words }, wide) => [
    { sign: "line", text: wide ? words.label.everybody : words.label.thisSubgroup },
    { sign: "band", text: words.label.intervalBand },
    wide
      ? { sign: "circle", text: words.label.tenthsOfPrediction }
      : { sign: "grey-line", text: words.label.everybody },
    { sign: "dotted", text: words.label.perfectCalibration },
  ],
};

/** The same axes for every drawing, so that subgroups can be compared by eye. */
function range(view: View): AxisRange {
  const drawn = steadyCurves(view, "continuousCalibration");
  const values = finiteValues(drawn, ["predicted", "observed"]);
  return axisRange(Math.min(...values) >= 0 ? [0, ...values] : values, {
    log: false,
    bounds: ["-infinity", "infinity"],
  });
}
