import type { ReportCurve } from "../audit-report.ts";
import type { Datum } from "../document.ts";
import { plotted } from "../format-number.ts";
import type { View } from "../view.ts";
import { axisRange } from "./axis-range.ts";
import type { CurveChart } from "./curve-chart.ts";
import { curveRows, finiteValues, steadyCurves } from "./curve-rows.ts";
import { distributionSpec } from "./distribution-spec.ts";

export const distribution: CurveChart = {
  id: "distribution",
  curve: "scoreDistribution",
  section: "distribution",
  bySubgroup: true,
  facts: ["selectionRate"],
  columns: [
    { column: "from", label: ({ words }) => words.label.scoreFrom, unit: "score" },
    { column: "to", label: ({ words }) => words.label.scoreTo, unit: "score" },
    { column: "events", label: ({ words }) => words.label.events, unit: "count" },
    { column: "nonEvents", label: ({ words }) => words.label.nonEvents, unit: "count" },
  ],
  drawing: (view, curve, wide) => {
    const { label } = view.words;
    return {
      spec: distributionSpec({
        wide,
        xTitle: label.score,
        domain: scores(view),
        tallest: tallest(view),
        above: label.withOutcome,
        below: label.withoutOutcome,
        tooltip: { from: label.scoreFrom, events: label.events, nonEvents: label.nonEvents },
      }),
      data: { bars: bars(curve), cuts: cuts(view, wide) },
    };
  },
  key: ({ words }) => [{ sign: "dashed", text: words.label.declaredThresholds }],
};

function bars(curve: ReportCurve): Datum[] {
  const names = {
    from: "from",
    to: "to",
    up: "eventShare",
    down: "nonEventShare",
    events: "events",
    nonEvents: "nonEvents",
  };
  return curveRows(curve, names).map((row) => ({
    ...row,
    down: typeof row["down"] === "number" ? -row["down"] : null,
  }));
}

function cuts({ report, numbers }: View, wide: boolean): Datum[] {
  return report.study.thresholds.map(({ value }) => ({ at: plotted(value), label: wide ? numbers.plain(value) : "" }));
}

function scores({ report }: View): [number, number] {
  if (report.study.score?.kind === "probability") return [0, 1];
  const drawn = report.curves.filter((c) => c.curve === "scoreDistribution");
  const { low, high } = axisRange(finiteValues(drawn, ["from", "to"]), {
    log: false,
    bounds: ["-infinity", "infinity"],
  });
  return [low, high];
}

/** The same height for every drawing, so that subgroups can be compared by eye. */
function tallest(view: View): number {
  const shares = finiteValues(steadyCurves(view, "scoreDistribution"), ["eventShare", "nonEventShare"]);
  return axisRange([0, ...shares], { log: false, bounds: [0, 1] }).high;
}
