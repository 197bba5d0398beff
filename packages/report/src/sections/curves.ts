import { curveCharts } from "../charts.ts";
import { attributeFigure, overallFigure } from "../charts/curve-figure.ts";
import type { Block } from "../document.ts";
import type { SectionId } from "../section.ts";
import type { View } from "../view.ts";

/** The figures of every curve that belongs to a section: everybody first, then each attribute. */
export function curveBlocks(view: View, section: SectionId): Block[] {
  return curveCharts
    .filter((chart) => chart.section === section)
    .flatMap((chart) => {
      const figures = [
        overallFigure(view, chart),
        ...(chart.bySubgroup ? view.attributes.map((a) => attributeFigure(view, chart, a)) : []),
      ];
      return figures.flatMap((figure): Block[] => (figure === undefined ? [] : [{ kind: "figure", figure }]));
    });
}
