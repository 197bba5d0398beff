import { parseNumber } from "../parse-number.ts";
import type { DecimalMark } from "../table.ts";

/** A column as SQL sees it, by the uses that a plan can make of it. Missing values are NULL in all of them. */
export interface SqlColumn {
  /** `time` is a date or time type, which sorts by itself. */
  readonly kind: "number" | "text" | "time";
  /** What to put in order. */
  readonly value: string;
  /** A level's text; that of a number is any that reads as it. */
  readonly text: string;
  /** The text that tells identifiers apart: whole numbers have no decimal point. */
  readonly identifier: string;
  /** A DOUBLE; NULL also where a text is not a finite number as `parseNumber` reads one. */
  readonly number: string;
}

/** How the texts of a source are to be read. */
export interface Reading {
  readonly missing: readonly string[];
  readonly decimal: DecimalMark | undefined;
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

export function textColumn(sql: string, reading: Reading): SqlColumn {
  const text = withoutMissing(sql, reading.missing);
  return { kind: "text", value: text, text, identifier: text, number: numberInText(text, reading.decimal) };
}

export function timeColumn(sql: string, text: string, { missing }: Reading): SqlColumn {
  const known = withoutMissing(text, missing);
  return { kind: "time", value: sql, text: known, identifier: known, number: "CAST(NULL AS DOUBLE)" };
}

/** A column of numbers; `exact` is its text where a double may not hold it. */
export function numberColumn(sql: string, { missing }: Reading, exact?: string): SqlColumn {
  const stand = missing.filter((text) => text.trim() !== "" && String(parseNumber(text, ".")) === text);
  const number = ["nan", ...stand].reduce(
    (value, text) => `nullif(${value}, CAST(${literal(text)} AS DOUBLE))`,
    `CAST(${sql} AS DOUBLE)`,
  );
  const text = `CAST(${number} AS VARCHAR)`;
  const identifier = exact === undefined ? `regexp_replace(${text}, '\\.0$', '')` : withoutMissing(exact, missing);
  return { kind: "number", value: number, text, identifier, number };
}

/** One `nullif` for each text: DuckDB makes a join of a longer list. */
function withoutMissing(text: string, missing: readonly string[]): string {
  return missing.reduce((sql, value) => `nullif(${sql}, ${literal(value)})`, text);
}

function numberInText(text: string, decimal: DecimalMark | undefined): string {
  const mark = decimal === "," ? "," : String.raw`\.`;
  const digits = decimal === undefined ? String.raw`\d+` : String.raw`(?:\d+${mark}?\d*|${mark}\d+)`;
  const form = String.raw`\s*[+-]?${digits}(?:[eE][+-]?\d+)?\s*`;
  const number = `TRY_CAST(trim(${decimal === "," ? `replace(${text}, ',', '.')` : text}) AS DOUBLE)`;
  return `CASE WHEN isfinite(${number}) AND regexp_full_match(${text}, ${literal(form)}) THEN ${number} END`;
}
