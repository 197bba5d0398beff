import { AuditError, type Problem, type Where } from "./problems.ts";
import type { InputValues, ModelInput, ModelRows } from "./model.ts";
import type { Cohort } from "./cohort.ts";
import { type CategoricalColumn, categoricalOf } from "./roles/extra-columns.ts";
import { numbersOf } from "./roles/numbers.ts";
import type { Table } from "./table.ts";
import { sameLevel } from "./roles/levels.ts";

/** Where a model's inputs come from: the columns of a table, or of a cohort. */
export interface InputColumns {
  readonly rows: number;
  numeric(name: string): Float64Array;
  categorical(name: string): CategoricalColumn;
}

/** The inputs that a table's columns hold; what cannot be read as the plan says is added to the problems. */
export function tableInputs(table: Table, problems: Problem[]): InputColumns {
  return {
    rows: table.rows,
    numeric: (name) => numbersOf(table, name, "an input of the model", problems),
    categorical: (name) => categoricalOf(table, name),
  };
}

/** The inputs that a cohort's columns hold. */
export function cohortInputs({ rows, columns }: Pick<Cohort, "rows" | "columns">): InputColumns {
  const read = <T>(column: T | undefined, name: string): T => {
    if (column === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
    return column;
  };
  return {
    rows,
    numeric: (name) => read(columns.numeric.get(name), name),
    categorical: (name) => read(columns.categorical.get(name), name),
  };
}

/** The inputs as they stand in the data, gaps filled where the plan fills them; nothing is converted yet. */
export function inputsOf(declared: readonly ModelInput[], columns: InputColumns): ModelRows {
  return { rows: columns.rows, inputs: declared.map((input) => valuesOf(input, columns)) };
}

function valuesOf({ column, kind, missing }: ModelInput, columns: InputColumns): InputValues {
  const fill = typeof missing === "object" ? missing.fill : undefined;
  if (kind === "numeric") {
    const values = columns.numeric(column);
    if (fill === undefined) return { kind, values };
    return { kind, values: values.map((v) => (Number.isNaN(v) ? Number(fill) : v)) };
  }
  const { codes, levels, numeric } = columns.categorical(column);
  if (fill === undefined) return { kind, codes, levels, numeric };
  const known = levels.findIndex((level) => sameLevel(String(fill), level, numeric));
  const code = known < 0 ? levels.length : known;
  return {
    kind,
    codes: codes.map((c) => (Number.isNaN(c) ? code : c)),
    levels: known < 0 ? [...levels, String(fill)] : levels,
    numeric,
  };
}

/** Rows that can be scored: those without a gap in an input that the model cannot be given a gap in. */
export function completeRows(declared: readonly ModelInput[], { rows, inputs }: ModelRows): Uint32Array {
  const needed = inputs.filter((_, i) => declared[i]!.missing === "no-score");
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) {
    const whole = needed.every(
      (input) => !Number.isNaN(input.kind === "numeric" ? input.values[row]! : input.codes[row]!),
    );
    if (whole) complete.push(row);
  }
  return Uint32Array.from(complete);
}

/** Some of the rows, in the order given. */
export function takeRows({ inputs }: ModelRows, rows: ArrayLike<number>): ModelRows {
  const pick = (values: Float64Array): Float64Array => {
    const out = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]!]!;
    return out;
  };
  return {
    rows: rows.length,
    inputs: inputs.map((input) =>
      input.kind === "numeric" ? { ...input, values: pick(input.values) } : { ...input, codes: pick(input.codes) },
    ),
  };
}

/** The same rows, with every input that is read from `column` set to one value (a level as text). */
export function withValue(
  declared: readonly ModelInput[],
  { rows, inputs }: ModelRows,
  column: string,
  value: number | string,
): ModelRows {
  return {
    rows,
    inputs: inputs.map((input, i): InputValues => {
      if (declared[i]!.column !== column) return input;
      if (input.kind === "numeric") return { ...input, values: new Float64Array(rows).fill(Number(value)) };
      const known = input.levels.findIndex((level) => sameLevel(String(value), level, input.numeric));
      return {
        ...input,
        codes: new Float64Array(rows).fill(known < 0 ? input.levels.length : known),
        levels: known < 0 ? [...input.levels, String(value)] : input.levels,
      };
    }),
  };
}

/** An amount in the model's own unit. */
export function converted({ minus = 0, over = 1 }: ModelInput, values: Float64Array): Float64Array {
  return minus === 0 && over === 1 ? values : values.map((v) => (v - minus) / over);
}

export function unknownLevel(
  { column, codes, oneHot, rest = [] }: ModelInput,
  level: string,
  known?: readonly string[],
): AuditError {
  const where: Where = { column, planPath: "score.model.inputs" };
  const list = known ?? (codes === undefined ? [...(oneHot ?? []), ...rest] : Object.keys(codes));
  const problem: Problem = {
    code: "MODEL_INPUT",
    where,
    what: "a level that the model has no code for",
    seen: level,
    remedy: `The model knows ${list.join(", ")}. Correct the data, or the input's codes.`,
  };
  return new AuditError([problem]);
}
