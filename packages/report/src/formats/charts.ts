import { printedTable } from "../csv/printed-table.ts";
import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format, RenderedFile } from "../format.ts";
import { picturesOf } from "../pictures/pictures-of.ts";
import { pngMaker } from "../pictures/png.ts";
import { specification } from "../specification.ts";
import { textPlain } from "../text-plain.ts";

/** Each chart as a Vega-Lite specification with its data, as SVG and as PNG; its numbers as CSV; an index with its words. */
export const charts: Format = {
  id: "charts",
  render: async (report, words) => {
    const figures = await picturesOf(documentOf(report, words), words);
    const png = await pngMaker();
    const folder = inLanguage("charts", "", words.language);
    const files = figures.flatMap(({ numbered, panels }): RenderedFile[] => [
      { name: `${folder}/${numbered.name}.csv`, content: printedTable(numbered.figure.table) },
      ...panels.flatMap(({ panel, name, svg }): RenderedFile[] => [
        { name: `${name}.vl.json`, content: `${JSON.stringify(specification([panel], words.numbers), null, 1)}\n` },
        { name: `${name}.svg`, content: svg },
        { name: `${name}.png`, content: png(svg) },
      ]),
    ]);
    const index = figures.map(({ numbered: { figure, number, name, section }, panels }) => ({
      figure: number,
      id: figure.id,
      section: section.title,
      title: figure.title,
      ...(figure.note === undefined ? {} : { note: textPlain(figure.note) }),
      key: (figure.key ?? []).map(({ sign, text }) => ({ sign, text })),
      data: `${folder}/${name}.csv`,
      panels: panels.map(({ panel, name: path }) => ({
        ...(panel.title === undefined ? {} : { title: panel.title, subtitle: panel.subtitle ?? "" }),
        alt: panel.alt,
        vegaLite: `${path}.vl.json`,
        svg: `${path}.svg`,
        png: `${path}.png`,
      })),
    }));
    return [
      {
        name: `${folder}/index.json`,
        content: `${JSON.stringify({ language: words.language, figures: index }, null, 1)}\n`,
      },
      ...files,
    ];
  },
};
