import type { Datum } from "../document.ts";
import { plotted } from "../format-number.ts";
import type { View } from "../view.ts";

/** Where the declared thresholds lie on a curve of two metrics, from the estimates themselves. */
export function thresholdPoints(view: View, subgroup: string, x: string, y: string): Datum[] {
  return view.report.study.thresholds.flatMap(({ value }) => {
    const across = view.estimate(x, value, subgroup)?.value;
    const up = view.estimate(y, value, subgroup)?.value;
    if (typeof across !== "number" || typeof up !== "number") return [];
    return [{ x: plotted(across), y: plotted(up), label: view.numbers.plain(value) }];
  });
}
