import { knownCount } from "../audit-report/numbers.ts";
import type { ReportCurve } from "../audit-report.ts";
import type { Datum } from "../document.ts";
import { plotted } from "../format-number.ts";
import type { View } from "../view.ts";

/** A curve's columns as rows under the names that a drawing reads: `{ x: "falsePositiveRate", … }` → `[{ x: 0, … }, …]`. */
export function curveRows(curve: ReportCurve | undefined, names: Readonly<Record<string, string>>): Datum[] {
  if (curve === undefined || curve.status === "undefined") return [];
  const columns = Object.entries(names).filter(([, column]) => curve.columns[column] !== undefined);
  const length = columns.length === 0 ? 0 : curve.columns[columns[0]![1]]!.length;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(
      columns.map(([name, column]) => {
        const value = curve.columns[column]![i]!;
        return [name, typeof value === "number" ? plotted(value) : null];
      }),
    ),
  );
}

/** Every finite number of some columns of some curves: what an axis has to hold. */
export function finiteValues(curves: readonly ReportCurve[], columns: readonly string[]): number[] {
  return curves.flatMap((c) => columns.flatMap((name) => c.columns[name] ?? [])).filter((v) => typeof v === "number");
}

/** The curves that axes are fitted to: everybody's, and those of subgroups with enough events not to leap about. */
export function steadyCurves(view: View, curve: string): readonly ReportCurve[] {
  const all = view.report.curves.filter((c) => c.curve === curve);
  const steady = all.filter(
    (c) => (knownCount(view.subgroup(c.subgroup)?.events ?? 0) ?? 0) >= view.report.study.policy.minimumEvents,
  );
  return steady.length > 0 ? steady : all;
}
