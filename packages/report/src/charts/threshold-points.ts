import type { ReportCurve } from "../audit-report.ts";
import type { Datum } from "../document.ts";
import { plotted } from "../format-number.ts";
import type { View } from "../view.ts";
import { curveRows } from "./curve-rows.ts";

/** Where the declared thresholds lie on a curve: the points that name one of them. */
export function thresholdPoints({ numbers, report }: View, curve: ReportCurve, x: string, y: string): Datum[] {
  const declared = new Set(report.study.thresholds.map((t) => plotted(t.value)));
  return curveRows(curve, { x, y, threshold: "threshold" }).flatMap((point) =>
    typeof point["threshold"] === "number" && declared.has(point["threshold"])
      ? [{ x: point["x"]!, y: point["y"]!, label: numbers.plain(point["threshold"]) }]
      : [],
  );
}
