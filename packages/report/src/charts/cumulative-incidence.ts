import type { ReportCurve } from "../audit-report.ts";
import type { Datum } from "../document.ts";
import type { View } from "../view.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import type { CurveChart } from "./curve-chart.ts";
import { curveRows, finiteValues, steadyCurves } from "./curve-rows.ts";
import { curveSpec } from "./curve-spec.ts";
import { endLabels } from "./finding-lines.ts";
import { linesSpec } from "./lines-spec.ts";

const GROUPS = ["highest", "middle", "lowest"] as const;

/** Observed risk by each time: of all and of three groups by score; of a subgroup beside everybody. */
export const cumulativeIncidence: CurveChart = {
  id: "cumulative-incidence",
  curve: "cumulativeIncidence",
  section: "discrimination",
  bySubgroup: true,
  facts: ["observedRisk"],
  columns: [
    { column: "time", label: ({ words }) => words.label.time, unit: "number" },
    { column: "observed", label: ({ words }) => words.label.allPatients, unit: "proportion" },
    { column: "low", label: ({ words }) => words.label.bandLow, unit: "proportion" },
    { column: "high", label: ({ words }) => words.label.bandHigh, unit: "proportion" },
    { column: "lowest", label: ({ words }) => words.label.lowestThird, unit: "proportion" },
    { column: "middle", label: ({ words }) => words.label.middleThird, unit: "proportion" },
    { column: "highest", label: ({ words }) => words.label.highestThird, unit: "proportion" },
  ],
  drawing: (view, curve, wide) => {
    const [xTitle, yTitle] = [timeTitle(view), view.words.label.observedRisk];
    const [across, up] = [times(view), risks(view, wide)];
    if (wide) {
      const names = GROUPS.map((group) => groupName(view, group));
      const rows = GROUPS.flatMap((group) => groupRows(view, curve, group));
      const x = { title: xTitle, axis: across, percent: false };
      const y = { title: yTitle, axis: up, percent: true };
      return {
        spec: linesSpec({ x, y, names, vertical: [], horizontal: [] }),
        data: { rows, labels: endLabels(rows, names, up) },
      };
    }
    const x = { title: xTitle, domain: [across.low, across.high] as const, percent: false };
    const y = { title: yTitle, domain: [up.low, up.high] as const, percent: true };
    return {
      spec: curveSpec({ wide, square: false, x, y, diagonal: false, labels: "below" }),
      data: {
        curve: curveRows(curve, { x: "time", y: "observed", low: "low", high: "high" }),
        overall: curveRows(view.curve(curve.curve, "overall"), { x: "time", y: "observed" }),
        dashed: [],
        points: [],
      },
    };
  },
  key: ({ words }, wide) =>
    wide
      ? [{ sign: "band", text: words.label.intervalBand }]
      : [
          { sign: "line", text: words.label.thisSubgroup },
          { sign: "band", text: words.label.intervalBand },
          { sign: "grey-line", text: words.label.everybody },
        ],
};

function groupRows(view: View, curve: ReportCurve, group: (typeof GROUPS)[number]): Datum[] {
  const rows = curveRows(curve, { x: "time", y: group, low: `${group}Low`, high: `${group}High` });
  return rows.map((row) => ({ ...row, series: groupName(view, group) }));
}

function groupName({ words }: View, group: (typeof GROUPS)[number]): string {
  const { lowestThird, middleThird, highestThird } = words.label;
  return { lowest: lowestThird, middle: middleThird, highest: highestThird }[group];
}

function timeTitle({ words, report }: View): string {
  const { outcome } = report.study;
  return outcome.kind === "time-to-event"
    ? words.sentence.inUnit(words.label.time, outcome.horizon.unit)
    : words.label.time;
}

function times({ report }: View): AxisRange {
  const { outcome } = report.study;
  return { low: 0, high: outcome.kind === "time-to-event" ? outcome.horizon.at : 1, log: false };
}

function risks(view: View, wide: boolean): AxisRange {
  const drawn = steadyCurves(view, "cumulativeIncidence").filter((c) => !wide || c.subgroup === "overall");
  const columns = wide ? GROUPS.flatMap((group) => [group, `${group}High`]) : ["observed", "high"];
  return axisRange([0, ...finiteValues(drawn, columns)], { log: false, bounds: [0, 1] });
}
