import { numbersAsText } from "./missing-values.ts";
import { didYouMean } from "./nearest.ts";
import { AuditError, type Problem } from "./problems.ts";
import type { Part } from "./source.ts";
import type { Column, Table, TableSource, TextColumn } from "./table.ts";

/** The rows of several files, one below the other; a column that is a number in one file and text in another becomes text. */
export function joinParts(parts: readonly (Part & { readonly source: TableSource })[]): Table {
  const first = parts[0]!;
  const problems = parts.slice(1).flatMap((part) => differingColumns(first, part));
  if (problems.length > 0) throw new AuditError(problems);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const sources = parts.map(({ source }) => source);
  if (parts.length === 1) return { rows, columns: first.columns, sources };
  const columns = new Map<string, Column>();
  for (const name of first.columns.keys()) {
    columns.set(
      name,
      stacked(
        parts.map((part) => part.columns.get(name)!),
        rows,
      ),
    );
  }
  return { rows, columns, sources };
}

type Named = Pick<Part, "names"> & { readonly source: TableSource };

function differingColumns(first: Named, other: Named): Problem[] {
  const problem = (lacking: Named, having: Named, column: string): Problem => ({
    code: "COLUMN_MISSING",
    where: { file: lacking.source.file, column },
    what: `the file has no such column, and ${having.source.file} has`,
    remedy: `Files read together must have the same columns.${didYouMean(column, lacking.names)}`,
  });
  const lacks = first.names.filter((name) => name !== "" && !other.names.includes(name));
  const extra = other.names.filter((name) => name !== "" && !first.names.includes(name));
  return [...lacks.map((name) => problem(other, first, name)), ...extra.map((name) => problem(first, other, name))];
}

function stacked(columns: readonly Column[], rows: number): Column {
  if (columns.every((column) => column.kind === "number")) {
    const values = new Float64Array(rows);
    let at = 0;
    for (const column of columns) {
      values.set(column.values, at);
      at += column.values.length;
    }
    return { kind: "number", values };
  }
  return stackedTexts(
    columns.map((column) => (column.kind === "text" ? column : numbersAsText(column))),
    rows,
  );
}

function stackedTexts(columns: readonly TextColumn[], rows: number): TextColumn {
  const codes = new Int32Array(rows);
  const codeOf = new Map<string, number>();
  let at = 0;
  for (const column of columns) {
    const recoded = column.levels.map((level) => {
      const known = codeOf.get(level);
      if (known !== undefined) return known;
      codeOf.set(level, codeOf.size);
      return codeOf.size - 1;
    });
    for (const code of column.codes) codes[at++] = code < 0 ? -1 : recoded[code]!;
  }
  return { kind: "text", codes, levels: [...codeOf.keys()] };
}
