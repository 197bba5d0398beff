import type { ReportCurve } from "../audit-report.ts";
import type { Figure, Panel } from "../document.ts";
import type { Unit } from "../format-number.ts";
import type { SectionId } from "../section.ts";
import type { View } from "../view.ts";

/** How one kind of curve is drawn and tabulated. Generic code (`curve-figure`) makes figures from it. */
export interface CurveChart {
  readonly id: string;
  /** Id of the curve it draws. */
  readonly curve: string;
  readonly section: SectionId;
  /** Drawn for each level of each attribute too; otherwise for everybody only. */
  readonly bySubgroup: boolean;
  drawing(view: View, curve: ReportCurve, wide: boolean): Pick<Panel, "spec" | "data">;
  /** The numbers that say in words what the curve shows: metric ids, at each threshold where they have one. */
  readonly facts: readonly string[];
  readonly columns: readonly { readonly column: string; readonly label: (view: View) => string; readonly unit: Unit }[];
  key(view: View, wide: boolean): NonNullable<Figure["key"]>;
}
