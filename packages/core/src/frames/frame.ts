import type { Table as ArrowTable } from "apache-arrow";
import { AuditError } from "../problems.ts";
import type { Table } from "../table.ts";
import { type FromMemory, tableFromArrow, tableFromColumns, tableFromRows } from "../table-from.ts";

/** Values of one column: a typed array, or an array of numbers, texts, booleans, dates, bigints, null and undefined. */
export type ColumnValues = ArrayLike<unknown>;

/** A danfo DataFrame, as far as it is read: any version, and whatever looks like one. */
interface Danfo {
  readonly columns: readonly string[];
  readonly shape: readonly number[];
  readonly $isSeries: boolean;
  readonly getColumnData: readonly ColumnValues[];
}

/**
 * Rows that are already in memory: an Arrow table, an array of objects (one a row), an object of columns of one length, or
 * a danfo DataFrame. Recognised by shape, so that whichever copy of a package made it is served.
 */
export type Frame =
  | ArrowTable
  | readonly Readonly<Record<string, unknown>>[]
  | Readonly<Record<string, ColumnValues>>
  | object;

/** A frame as a table. Throws `AuditError` where it is none, columns differ in length, or a value is not one value. */
export function tableFromFrame(frame: Frame, options: FromMemory = {}): Table {
  if (Array.isArray(frame)) return tableFromRows(frame as readonly Readonly<Record<string, unknown>>[], options);
  if (isArrow(frame)) return tableFromArrow(frame, options);
  if (isDanfo(frame)) return tableFromColumns(danfoColumns(frame, options.name ?? "data"), options);
  const entries = Object.entries(frame);
  const wrong = entries.find(([, values]) => !isColumn(values));
  if (entries.length === 0 || wrong !== undefined) {
    throw new AuditError([
      {
        code: "VALUE_INVALID",
        where: { file: options.name ?? "data", ...(wrong === undefined ? {} : { column: wrong[0] }) },
        what: wrong === undefined ? "this is no frame" : "the column is not a list of values",
        remedy: "Pass an Arrow table, an array of objects, an object of arrays or typed arrays, or a danfo DataFrame.",
      },
    ]);
  }
  return tableFromColumns(new Map(entries as [string, ColumnValues][]), options);
}

function isArrow(frame: object): frame is ArrowTable {
  return "schema" in frame && "numRows" in frame && "getChildAt" in frame && typeof frame.getChildAt === "function";
}

function isDanfo(frame: object): frame is Danfo {
  return "$isSeries" in frame && "columns" in frame && "shape" in frame && Array.isArray(frame.columns);
}

/** danfo's own types are not trusted (it calls 1e-300 an int32): the values say what they are. */
function danfoColumns(frame: Danfo, file: string): Map<string, ColumnValues> {
  if (frame.$isSeries) {
    const remedy = "Pass the DataFrame that it is a column of.";
    throw new AuditError([{ code: "VALUE_INVALID", where: { file }, what: "this is a danfo Series", remedy }]);
  }
  const data = frame.getColumnData;
  const columns = new Map<string, ColumnValues>();
  for (const [i, name] of frame.columns.entries()) {
    if (columns.has(name)) {
      const remedy = "Give each column a name of its own.";
      throw new AuditError([
        { code: "COLUMN_DUPLICATE", where: { file, column: name }, what: "two columns bear this name", remedy },
      ]);
    }
    columns.set(name, data[i] ?? []);
  }
  return columns;
}

function isColumn(values: unknown): values is ColumnValues {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
}
