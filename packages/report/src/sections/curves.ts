import type { ReportAttribute } from "../audit-report.ts";
import { curveCharts } from "../charts.ts";
import { attributeFigure, overallFigure } from "../charts/curve-figure.ts";
import type { Block } from "../document.ts";
import type { SectionId } from "../section.ts";
import type { View } from "../view.ts";

/** Small drawings of one kind that a page holds: beyond it, it would be too large to open or to read. */
const MOST = 48;

/** The attributes whose levels are drawn, in the plan's order, and those that are left to the tables and report.json. */
function fitting({ attributes }: View): Record<"drawn" | "left", readonly ReportAttribute[]> {
  let room = MOST;
  const drawn = attributes.filter((a) => {
    const fits = a.subgroups.length <= room;
    if (fits) room -= a.subgroups.length;
    return fits;
  });
  return { drawn, left: attributes.filter((a) => !drawn.includes(a)) };
}

/** The figures of every curve that belongs to a section: everybody first, then each attribute. */
export function curveBlocks(view: View, section: SectionId): Block[] {
  return curveCharts
    .filter((chart) => chart.section === section && drawn(view, chart.curve))
    .flatMap((chart) => {
      const { drawn: whom, left } = chart.bySubgroup ? fitting(view) : { drawn: [], left: [] };
      const figures = [overallFigure(view, chart), ...whom.map((a) => attributeFigure(view, chart, a))];
      const note = view.words.sentence.tooManyDrawings(
        view.numbers.count(MOST),
        left.map((a) => a.label),
      );
      return [
        ...figures.flatMap((figure): Block[] => (figure === undefined ? [] : [{ kind: "figure", figure }])),
        ...(left.length === 0 ? [] : [{ kind: "paragraph" as const, tone: "note" as const, text: note }]),
      ];
    });
}

/** A kind of curve that is drawn of nobody, as of a score that is no probability, has no figures: "not assessed" says why. */
function drawn({ report }: View, curve: string): boolean {
  return report.curves.some((c) => c.curve === curve && c.status === "drawn");
}
