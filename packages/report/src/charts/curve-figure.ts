import type { ReportAttribute, ReportCurve } from "../audit-report.ts";
import type { Figure, Panel, Table, TableRow } from "../document.ts";
import { estimateText, reasonText } from "../results-text.ts";
import { countsText } from "../size-text.ts";
import type { View } from "../view.ts";
import type { CurveChart } from "./curve-chart.ts";
import { thin } from "./thin.ts";

const TABLE_ROWS = 12;
const TABLE_ROWS_EACH = 6;

/** A curve of everybody. */
export function overallFigure(view: View, chart: CurveChart): Figure | undefined {
  const curve = view.curve(chart.curve, "overall");
  if (curve === undefined) return undefined;
  const { words } = view;
  const panels = curve.status === "drawn" ? [panel(view, chart, curve, true)] : [];
  return {
    id: `${chart.id}-overall`,
    title: words.sentence.figureOverall(curveName(view, chart)),
    panels,
    key: chart.key(view, true),
    table: table(view, chart, [curve], TABLE_ROWS),
    note: words.curve[chart.curve]?.meaning ?? "",
  };
}

/** A curve of each level of an attribute, side by side on the same axes; a level without a curve says why. */
export function attributeFigure(view: View, chart: CurveChart, attribute: ReportAttribute): Figure | undefined {
  const curves = attribute.subgroups.flatMap((id) => view.curve(chart.curve, id) ?? []);
  if (curves.length === 0) return undefined;
  const { words } = view;
  const missing = curves.filter((c) => c.status === "undefined");
  return {
    id: `${chart.id}-by-${attribute.id}`,
    title: words.sentence.figureBy(curveName(view, chart), attribute.label),
    panels: curves.filter((c) => c.status === "drawn").map((c) => panel(view, chart, c, false)),
    key: chart.key(view, false),
    table: table(view, chart, curves, TABLE_ROWS_EACH),
    ...(missing.length === 0
      ? {}
      : {
          note: words.sentence.notDrawn(
            missing.map((c) => words.sentence.withReason(view.levelName(c.subgroup), reasonText(view, c.reason))),
          ),
        }),
  };
}

function curveName(view: View, { curve }: CurveChart): string {
  return view.curveName(curve);
}

function panel(view: View, chart: CurveChart, curve: ReportCurve, wide: boolean): Panel {
  const { words } = view;
  const counts = countsText(view, curve.subgroup);
  const facts = chart.facts.flatMap((metric) => factTexts(view, metric, curve.subgroup));
  return {
    ...(wide ? {} : { title: view.levelName(curve.subgroup), subtitle: counts }),
    alt: words.sentence.altCurve(curveName(view, chart), view.subgroupName(curve.subgroup), counts, facts),
    ...chart.drawing(view, curve, wide),
  };
}

function factTexts(view: View, metric: string, subgroup: string): string[] {
  const thresholds = view.metric(metric).thresholded ? view.report.study.thresholds.map((t) => t.value) : [undefined];
  return thresholds.flatMap((threshold) => {
    const estimate = view.estimate(metric, threshold, subgroup);
    return estimate === undefined ? [] : [`${view.metricName(metric, threshold)} ${estimateText(view, estimate)}`];
  });
}

function table(view: View, chart: CurveChart, curves: readonly ReportCurve[], most: number): Table {
  const { words, numbers } = view;
  const columns = chart.columns.filter(({ column }) => curves.some((c) => c.columns[column] !== undefined));
  const several = curves.length > 1;
  const rows = curves.flatMap((curve): TableRow[] => {
    const heading: TableRow[] = several ? [{ heading: true, cells: [view.levelName(curve.subgroup)] }] : [];
    if (curve.status === "undefined")
      return [
        ...heading,
        {
          cells: [
            { text: words.sentence.notEstimable(reasonText(view, curve.reason)), muted: true },
            ...columns.slice(1).map(() => ""),
          ],
        },
      ];
    const length = curve.columns[columns[0]?.column ?? ""]?.length ?? 0;
    const picked = thin(
      Array.from({ length }, (_, i) => i),
      most,
    );
    return [
      ...heading,
      ...picked.map((i) => ({
        cells: columns.map(({ column, unit }) => numbers.value(curve.columns[column]?.[i] ?? null, unit)),
      })),
    ];
  });
  return {
    caption: words.sentence.tableOfCurve(curveName(view, chart)),
    columns: columns.map(({ label }) => ({ label: label(view), align: "end" as const })),
    rows,
  };
}
