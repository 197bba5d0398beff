import type { Data, Table as ArrowTable, Vector } from "apache-arrow";
import { isoDate, isoTime, isoTimestamp } from "./iso-time.ts";
import { AuditError } from "./problems.ts";
import { selectColumns } from "./select-columns.ts";
import type { ColumnRequest, Part } from "./source.ts";
import { type Column, type NumberColumn, type TextColumn, textAt } from "./table.ts";
import { inOrderOfAppearance, textBuilder } from "./text-builder.ts";

/** Arrow's type ids (the enum `Type`), so that reading a table that is already there needs no apache-arrow of ours. */
const NULL = 1;
const INT = 2;
const FLOAT = 3;
const BOOL = 6;
const DECIMAL = 7;
const DATE = 8;
const TIME = 9;
const TIMESTAMP = 10;
const TEXTS = [5, 20, 24];
const DICTIONARY = -1;

/** What tells Arrow's types apart. */
interface ArrowType {
  readonly typeId: number;
  readonly bitWidth?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly unit?: number;
  readonly timezone?: string | null;
}

/** The columns of an Arrow table that are wanted. `file` names it in problems. */
export function columnsOfArrow(file: string, table: ArrowTable, wanted: readonly ColumnRequest[] | undefined): Part {
  const names = table.schema.fields.map((field) => field.name);
  const columns = new Map<string, Column>();
  for (const { name, index, as } of selectColumns(file, names, wanted)) {
    const vector = table.getChildAt(index)!;
    const column = columnOf(vector, as);
    if (column === undefined) {
      const what = "the column holds lists, structures or bytes, not one value a row";
      const remedy = "Leave it out, or write it as text or a number.";
      throw new AuditError([
        { code: "VALUE_INVALID", where: { file, column: name }, what, seen: String(vector.type), remedy },
      ]);
    }
    columns.set(name, column);
  }
  return { rows: table.numRows, firstRow: 1, names, columns, bad: new Map() };
}

/** Undefined where a row holds more than one value. */
function columnOf(vector: Vector, as: Column["kind"] | undefined): Column | undefined {
  const type = vector.type as ArrowType;
  if (type.typeId === DICTIONARY) return dictionaryColumn(vector, as);
  if (type.typeId === NULL) return { kind: "text", codes: new Int32Array(vector.length).fill(-1), levels: [] };
  if (type.typeId === INT) {
    if (type.bitWidth! < 64) return plainNumbers(vector);
    return as === "text" || (as === undefined && beyondDoubles(vector)) ? texts(vector, String) : bigNumbers(vector);
  }
  // A half float (precision 0) lies in memory as an integer.
  if (type.typeId === FLOAT) {
    return type.precision === 0 ? gotNumbers(vector) : plainNumbers(vector);
  }
  if (type.typeId === DECIMAL) return decimals(vector, as);
  const text = textOf(type);
  return text === undefined ? undefined : texts(vector, text);
}

/** How one raw value of the type is written. */
function textOf({ typeId, unit, timezone }: ArrowType): ((raw: unknown) => string) | undefined {
  if (TEXTS.includes(typeId) || typeId === BOOL) return String;
  if (typeId === DATE) return (raw) => isoDate(raw as number);
  if (typeId === TIME) return (raw) => isoTime(BigInt(raw as number | bigint), unit!);
  if (typeId !== TIMESTAMP) return undefined;
  const zoned = timezone !== null && timezone !== undefined && timezone !== "";
  return (raw) => isoTimestamp(raw as bigint, unit!, zoned);
}

function texts(vector: Vector, text: (raw: unknown) => string): TextColumn {
  const builder = textBuilder(vector.length);
  // Times come from the buffer: `get` turns them to milliseconds and loses digits.
  const { typeId } = vector.type as ArrowType;
  const raw = typeId === TIMESTAMP || typeId === TIME;
  let row = 0;
  for (const chunk of vector.data) {
    const got = raw ? undefined : vector;
    for (let i = 0; i < chunk.length; i++, row++) {
      if (chunk.getValid(i)) builder.put(row, text(got === undefined ? chunk.values[i] : got.get(row)));
    }
  }
  return builder.finish();
}

function plainNumbers(vector: Vector): NumberColumn {
  const values = new Float64Array(vector.length);
  let at = 0;
  for (const chunk of vector.data) {
    values.set((chunk.values as Float64Array).subarray(0, chunk.length), at);
    eraseMissing(values, at, chunk);
    at += chunk.length;
  }
  return { kind: "number", values };
}

function bigNumbers(vector: Vector): NumberColumn {
  const values = new Float64Array(vector.length);
  let at = 0;
  for (const chunk of vector.data) {
    const raw = chunk.values as BigInt64Array;
    for (let i = 0; i < chunk.length; i++) values[at + i] = Number(raw[i]);
    eraseMissing(values, at, chunk);
    at += chunk.length;
  }
  return { kind: "number", values };
}

function gotNumbers(vector: Vector): NumberColumn {
  return { kind: "number", values: Float64Array.from(vector, (value: number | null) => value ?? Number.NaN) };
}

function eraseMissing(values: Float64Array, at: number, chunk: Data): void {
  if (chunk.nullCount === 0) return;
  for (let i = 0; i < chunk.length; i++) if (!chunk.getValid(i)) values[at + i] = Number.NaN;
}

function beyondDoubles(vector: Vector): boolean {
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return vector.data.some((chunk) => {
    const raw = (chunk.values as BigInt64Array).subarray(0, chunk.length);
    return raw.some((value, i) => (value > limit || value < -limit) && chunk.getValid(i));
  });
}

/** Decimals keep their scale as text; apache-arrow's own conversions ignore it. */
function decimals(vector: Vector, as: Column["kind"] | undefined): Column {
  const { scale } = vector.type as ArrowType;
  const column = texts(vector, (raw) => decimalText(raw as Uint32Array, scale!));
  if (as === "text") return column;
  const levels = Float64Array.from(column.levels, Number);
  return { kind: "number", values: Float64Array.from(column.codes, (code) => levels[code] ?? Number.NaN) };
}

/** Little-endian words of a two's complement integer, divided by ten to the power of `scale`. */
function decimalText(words: Uint32Array, scale: number): string {
  let integer = 0n;
  for (let i = words.length - 1; i >= 0; i--) integer = (integer << 32n) | BigInt(words[i]!);
  integer = BigInt.asIntN(32 * words.length, integer);
  const digits = (integer < 0n ? -integer : integer).toString();
  const sign = integer < 0n ? "-" : "";
  if (scale <= 0) return `${sign}${digits}${"0".repeat(-scale)}`;
  const padded = digits.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** Each dictionary is read once, then every row by its index. */
function dictionaryColumn(vector: Vector, as: Column["kind"] | undefined): Column | undefined {
  const read = new Map<Vector, Column | undefined>();
  for (const { dictionary } of vector.data) {
    if (dictionary !== undefined && !read.has(dictionary)) read.set(dictionary, columnOf(dictionary, as));
  }
  const columns = [...read.values()];
  if (columns.includes(undefined)) return undefined;
  if (columns.length > 0 && columns.every((column) => column!.kind === "number")) {
    const values = new Float64Array(vector.length).fill(Number.NaN);
    eachIndex(vector, (row, dictionary, index) => {
      values[row] = (read.get(dictionary) as NumberColumn).values[index]!;
    });
    return { kind: "number", values };
  }
  const codes = new Int32Array(vector.length).fill(-1);
  const levels: (string | null)[] = [];
  const firstOf = new Map<Vector, number>();
  for (const [dictionary, column] of read) {
    firstOf.set(dictionary, levels.length);
    for (let i = 0; i < dictionary.length; i++) levels.push(textAt(column!, i) ?? null);
  }
  eachIndex(vector, (row, dictionary, index) => {
    codes[row] = firstOf.get(dictionary)! + index;
  });
  return inOrderOfAppearance(codes, levels);
}

function eachIndex(vector: Vector, use: (row: number, dictionary: Vector, index: number) => void): void {
  let row = 0;
  for (const chunk of vector.data) {
    const { dictionary } = chunk;
    const indices = chunk.values as Int32Array;
    for (let i = 0; i < chunk.length; i++, row++) {
      if (dictionary !== undefined && chunk.getValid(i)) use(row, dictionary, Number(indices[i]));
    }
  }
}
