import { csvLine } from "../csv/cell.ts";
import { printedTable } from "../csv/printed-table.ts";
import { resultTables } from "../csv/result-tables.ts";
import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { tablesOf } from "../tables-of.ts";

/** Every table: as printed, in `tables/`, and the results with all their digits, in `tables/results/`; an index says which is which. */
export const csv: Format = {
  id: "csv",
  render: (report, words) => {
    const folder = inLanguage("tables", "", words.language);
    const printed = tablesOf(documentOf(report, words)).map(({ table, name, section }) => ({
      name: `${folder}/${name}.csv`,
      content: printedTable(table),
      about: [section.title, table.caption],
    }));
    const results = resultTables(report).map(({ name, what, content }) => ({
      name: `tables/results/${name}.csv`,
      content,
      about: ["", what],
    }));
    const all = [...printed, ...results];
    const index = [["file", "section", "table"], ...all.map(({ name, about }) => [name, ...about])];
    return [
      { name: `${folder}/index.csv`, content: index.map(csvLine).join("") },
      ...all.map(({ name, content }) => ({ name, content })),
    ];
  },
};
