import type { Table as ArrowTable } from "apache-arrow";
import { columnsOfArrow } from "./arrow-columns.ts";
import { asRequested } from "./as-requested.ts";
import { columnOfValues, recordColumns } from "./record-columns.ts";
import { hashColumns } from "./hash-columns.ts";
import { AuditError } from "./problems.ts";
import { oncePerColumn, selectColumns } from "./select-columns.ts";
import type { ColumnRequest, Part } from "./source.ts";
import type { Column, Table } from "./table.ts";

/** How rows that are already in memory become a table. */
export interface FromMemory {
  /** What to call them in problems and in the report. */
  readonly name?: string;
  readonly missing?: readonly string[];
  readonly columns?: readonly ColumnRequest[];
}

/** A table of objects, one a row: numbers, texts, booleans, dates, bigints; null, undefined and absent keys are missing. */
export function tableFromRows(rows: readonly Readonly<Record<string, unknown>>[], options: FromMemory = {}): Table {
  return fromMemory(options, (name, columns) => {
    const gathered = recordColumns(name, columns);
    for (const row of rows) gathered.add(row);
    return gathered.finish();
  });
}

/** A table of an Arrow table, whichever copy of apache-arrow made it. */
export function tableFromArrow(table: ArrowTable, options: FromMemory = {}): Table {
  return fromMemory(options, (name, columns) => columnsOfArrow(name, table, columns));
}

/** A table of columns of one length. A Float64Array is taken as it is, not copied: NaN is missing. */
export function tableFromColumns(given: ReadonlyMap<string, ArrayLike<unknown>>, options: FromMemory = {}): Table {
  return fromMemory(options, (name, wanted) => {
    const names = [...given.keys()];
    const lengths = [...given.values()].map((values) => values.length);
    const rows = lengths[0] ?? 0;
    const odd = lengths.findIndex((length) => length !== rows);
    if (odd >= 0) {
      const what = `the column has ${lengths[odd]} values, and "${names[0]}" has ${rows}`;
      const remedy = "Give every column one value a row.";
      throw new AuditError([{ code: "VALUE_INVALID", where: { file: name, column: names[odd]! }, what, remedy }]);
    }
    const columns = new Map<string, Column>();
    if (rows > 0) {
      for (const { name: column } of selectColumns(name, names, wanted))
        columns.set(column, columnOfValues(name, column, given.get(column)!));
    }
    return { rows, firstRow: 1, names, columns, bad: new Map() };
  });
}

function fromMemory(
  { name = "data", missing = [""], columns }: FromMemory,
  read: (name: string, columns: readonly ColumnRequest[] | undefined) => Part,
): Table {
  const requests = columns === undefined ? undefined : oncePerColumn(columns);
  const part = asRequested(read(name, requests), name, requests ?? [], new Set(missing), undefined);
  const { rows, firstRow } = part;
  if (rows === 0) {
    throw new AuditError([
      { code: "NO_ROWS", where: { file: name }, what: "there are no rows", remedy: "Pass the cohort." },
    ]);
  }
  return {
    rows,
    columns: part.columns,
    sources: [{ file: name, format: "memory", gzip: false, rows, firstRow, sha256: hashColumns(part.columns) }],
  };
}
