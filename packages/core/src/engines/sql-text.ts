import { parseNumber } from "../parse-number.ts";
import type { DecimalMark } from "../table.ts";

/** A column as SQL sees it: `number`, `text`, or `time` (a date or time type, which sorts by itself). */
export interface SqlColumn {
  readonly sql: string;
  readonly kind: "number" | "text" | "time";
  /** The value's exact text, where that is not simply the column (times) or not what a double would give (wide integers). */
  readonly text?: string;
}

/** A name in SQL, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A double, exactly: SQL would read 0.1 as a decimal. */
export function double(value: number): string {
  return `CAST(${literal(String(value))} AS DOUBLE)`;
}

/** How texts of a source are to be read. */
export interface Reading {
  readonly missing: readonly string[];
  readonly decimal: DecimalMark | undefined;
}

/** The column's text, NULL where missing. */
export function textOf({ sql, kind, text = sql }: SqlColumn, { missing }: Reading): string {
  if (kind === "number") return `CAST(${numberOf({ sql, kind }, { missing, decimal: "." })} AS VARCHAR)`;
  return missing.length === 0 ? text : `CASE WHEN ${text} NOT IN (${missing.map(literal).join(", ")}) THEN ${text} END`;
}

/** The column's number, NULL where missing or not a finite number as `parseNumber` reads one; infinite values of a number column stay. */
export function numberOf(column: SqlColumn, reading: Reading): string {
  if (column.kind !== "number") {
    const text = textOf(column, reading);
    const point = reading.decimal === "," ? `replace(${text}, ',', '.')` : text;
    return `CASE WHEN isfinite(TRY_CAST(trim(${point}) AS DOUBLE)) AND regexp_full_match(${text}, ${literal(pattern(reading.decimal))}) THEN TRY_CAST(trim(${point}) AS DOUBLE) END`;
  }
  const value = `CAST(${column.sql} AS DOUBLE)`;
  const stand = reading.missing.filter((text) => text.trim() !== "" && String(parseNumber(text, ".")) === text);
  return ["nan", ...stand].reduce((sql, text) => `nullif(${sql}, CAST(${literal(text)} AS DOUBLE))`, value);
}

function pattern(decimal: DecimalMark | undefined): string {
  const mark = decimal === "," ? "," : String.raw`\.`;
  const digits = decimal === undefined ? String.raw`\d+` : String.raw`(?:\d+${mark}?\d*|${mark}\d+)`;
  return String.raw`\s*[+-]?${digits}(?:[eE][+-]?\d+)?\s*`;
}
