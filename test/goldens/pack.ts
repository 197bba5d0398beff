import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a golden case may hold: a number, text, "not estimable", or a list of them. */
export type Value = number | string | boolean | null | readonly Value[];
export type Values = Readonly<Record<string, Value>>;

export interface GoldenCase {
  readonly id: string;
  readonly method: string;
  readonly input: readonly string[] | string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Values;
  readonly tolerance: number;
  readonly key_tolerance?: Readonly<Record<string, number>>;
}

/** A CSV of the pack: columns by name, as numbers where every filled cell is one; a blank is NaN or "". */
export interface GoldenTable {
  readonly rows: number;
  numbers(column: string): Float64Array;
  texts(column: string): readonly string[];
  has(column: string): boolean;
  readonly columns: readonly string[];
}

/** How one `method` of a pack is answered by the product's own functions. */
export interface GoldenMethod {
  readonly method: string;
  run(params: Params, tables: readonly GoldenTable[]): Values;
}

/** Typed access to a case's parameters; a missing or mistyped one is an error that names it. */
export class Params {
  readonly raw: Readonly<Record<string, unknown>>;
  constructor(raw: Readonly<Record<string, unknown>>) {
    this.raw = raw;
  }
  number(name: string): number {
    const value = this.raw[name];
    if (typeof value !== "number") throw new TypeError(`parameter ${name} is not a number`);
    return value;
  }
  text(name: string): string {
    const value = this.raw[name];
    if (typeof value !== "string" && typeof value !== "number") throw new TypeError(`parameter ${name} is not text`);
    return String(value);
  }
  numbers(name: string): number[] {
    const value = this.raw[name];
    if (!Array.isArray(value)) throw new TypeError(`parameter ${name} is not a list`);
    return value.map(Number);
  }
  texts(name: string): string[] {
    const value = this.raw[name];
    if (!Array.isArray(value)) throw new TypeError(`parameter ${name} is not a list`);
    return value.map(String);
  }
  has(name: string): boolean {
    return this.raw[name] !== undefined && this.raw[name] !== null;
  }
}

export function readPack(folder: string): GoldenCase[] {
  const { cases } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { cases: GoldenCase[] };
  return cases;
}

export function readTable(folder: string, file: string): GoldenTable {
  const lines = readFileSync(join(folder, "data", file), "utf8")
    .trim()
    .split(/\r?\n/);
  const columns = split(lines[0] ?? "");
  const cells = lines.slice(1).map(split);
  const at = (column: string): number => {
    const index = columns.indexOf(column);
    if (index < 0) throw new Error(`${file} has no column ${column} (it has ${columns.join(", ")})`);
    return index;
  };
  return {
    rows: cells.length,
    columns,
    has: (column) => columns.includes(column),
    texts: (column) => {
      const index = at(column);
      return cells.map((row) => row[index] ?? "");
    },
    numbers: (column) => {
      const index = at(column);
      return Float64Array.from(cells, (row) =>
        row[index] === "" || row[index] === "NA" ? Number.NaN : Number(row[index]),
      );
    },
  };
}

function split(line: string): string[] {
  return line.split(",").map((cell) => cell.replace(/^"(.*)"$/, "$1"));
}

export interface Score {
  readonly id: string;
  readonly method: string;
  readonly passed: number;
  readonly faults: readonly string[];
  readonly actual: Values | undefined;
}

/** Runs every case of a pack. A case whose method is not built is `actual: undefined`: missing, never passed. */
export function runPack(folder: string, methods: readonly GoldenMethod[]): Score[] {
  const byName = new Map(methods.map((m) => [m.method, m]));
  const tables = new Map<string, GoldenTable>();
  return readPack(folder).map((golden) => {
    const method = byName.get(golden.method);
    if (method === undefined) return { id: golden.id, method: golden.method, passed: 0, faults: [], actual: undefined };
    const inputs = typeof golden.input === "string" ? [golden.input] : (golden.input ?? []);
    try {
      const files = inputs.map((file) => {
        const table = tables.get(file) ?? readTable(folder, file);
        tables.set(file, table);
        return table;
      });
      const actual = method.run(new Params(golden.params ?? {}), files);
      return score(golden, actual);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return { id: golden.id, method: golden.method, passed: 0, faults: [`${golden.id}: ${what}`], actual: {} };
    }
  });
}

function score(golden: GoldenCase, actual: Values): Score {
  const faults: string[] = [];
  let passed = 0;
  for (const [key, expected] of Object.entries(golden.expected)) {
    // The one pair of keys that the pack marks as informational: R's interpolated loess surface.
    if (golden.method === "ici_smooth" && key.endsWith("_interpolate")) continue;
    const tolerance = golden.key_tolerance?.[key] ?? golden.tolerance;
    if (!(key in actual)) faults.push(`${golden.id}.${key}: not given`);
    else if (same(expected, actual[key] as Value, tolerance)) passed += 1;
    else faults.push(`${golden.id}.${key}: expected ${JSON.stringify(expected)}, got ${write(actual[key] as Value)}`);
  }
  return { id: golden.id, method: golden.method, passed, faults, actual };
}

function same(expected: Value, actual: Value, tolerance: number): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((e, i) => same(e, actual[i], tolerance))
    );
  }
  if (expected === null || typeof expected === "boolean") return actual === expected;
  const e = expected === "Infinity" ? Infinity : expected === "-Infinity" ? -Infinity : expected;
  if (typeof e !== "number") return e === actual;
  if (typeof actual !== "number" || Number.isNaN(actual)) return false;
  return Number.isFinite(e) ? Math.abs(actual - e) <= tolerance * Math.max(1, Math.abs(e)) : actual === e;
}

/** JSON with infinities spelled, as the packs spell them. */
export function write(value: Value | Values): string {
  return JSON.stringify(value, (_key, v: unknown) => (v === Infinity ? "Infinity" : v === -Infinity ? "-Infinity" : v));
}
