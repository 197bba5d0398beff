import { AuditError } from "./problems.ts";
import { selectColumns } from "./select-columns.ts";
import type { ColumnRequest, Part } from "./source.ts";
import type { Column } from "./table.ts";
import { textBuilder } from "./text-builder.ts";

type Cell = number | string | null;

/** Gathers records, one a row; a key that a record lacks is missing there. */
export interface RecordColumns {
  readonly add: (record: Readonly<Record<string, unknown>>) => void;
  readonly finish: () => Part;
}

/** Rows are counted from 1. A column in which every value is a number is a number column, any other is text. */
export function recordColumns(file: string, wanted: readonly ColumnRequest[] | undefined): RecordColumns {
  const only = wanted === undefined ? undefined : new Set(wanted.map(({ name }) => name));
  const cells = new Map<string, Cell[]>();
  let rows = 0;
  return {
    add(record) {
      for (const [name, value] of Object.entries(record)) {
        let column = cells.get(name);
        if (column === undefined) cells.set(name, (column = []));
        if (only !== undefined && !only.has(name)) continue;
        const cell = cellOf(value);
        if (cell === undefined) throw notOneValue(file, rows + 1, name);
        while (column.length < rows) column.push(null);
        column.push(cell);
      }
      rows++;
    },
    finish() {
      const names = [...cells.keys()];
      const selected = rows === 0 ? [] : selectColumns(file, names, wanted);
      const columns = new Map(selected.map(({ name }) => [name, columnOf(cells.get(name)!, rows)]));
      return { rows, firstRow: 1, names, columns, bad: new Map() };
    },
  };
}

/** One column of a frame. A Float64Array is not copied; other typed arrays of numbers are widened. */
export function columnOfValues(file: string, name: string, values: ArrayLike<unknown>): Column {
  if (values instanceof Float64Array) return { kind: "number", values };
  if (ArrayBuffer.isView(values) && !(values instanceof BigInt64Array) && !(values instanceof BigUint64Array))
    return { kind: "number", values: Float64Array.from(values as ArrayLike<number>) };
  const cells = Array.from({ length: values.length }, (_, row): Cell => {
    const cell = cellOf(values[row]);
    if (cell === undefined) throw notOneValue(file, row + 1, name);
    return cell;
  });
  return columnOf(cells, cells.length);
}

/** Undefined where the value is none that a cell can hold. */
function cellOf(value: unknown): Cell | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().replace(/\.?0*Z$/u, "Z");
  return undefined;
}

function columnOf(cells: readonly Cell[], rows: number): Column {
  if (cells.some((cell) => typeof cell === "number") && cells.every((cell) => typeof cell !== "string")) {
    const values = new Float64Array(rows).fill(Number.NaN);
    for (const [row, cell] of cells.entries()) if (typeof cell === "number") values[row] = cell;
    return { kind: "number", values };
  }
  const builder = textBuilder(rows);
  for (const [row, cell] of cells.entries()) if (cell !== null) builder.put(row, String(cell));
  return builder.finish();
}

function notOneValue(file: string, row: number, column: string): AuditError {
  const what = "the value is a list, a structure or an invalid date, not a number or a text";
  const remedy = "Write one number or text there, or leave the column out.";
  return new AuditError([{ code: "VALUE_INVALID", where: { file, row, column }, what, remedy }]);
}
