import { extraColumns } from "../plan/columns.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { codedLevels, sameLevel } from "./levels.ts";
import { numbersOf } from "./numbers.ts";

/** A column of levels. */
export interface CategoricalColumn {
  readonly levels: readonly string[];
  /** Level of each row, NaN where missing. */
  readonly codes: Float64Array;
  /** Levels are numbers and are compared as numbers. */
  readonly numeric: boolean;
}

/** Columns that row analyses read, by name: amounts as numbers (NaN where missing), levels as codes. */
export interface ExtraColumns {
  readonly numeric: ReadonlyMap<string, Float64Array>;
  readonly categorical: ReadonlyMap<string, CategoricalColumn>;
}

/** The columns of the plan's row analyses, each read as the plan says. */
export function readExtraColumns(plan: AuditPlan, table: Table, problems: Problem[]): ExtraColumns {
  const numeric = new Map<string, Float64Array>();
  const categorical = new Map<string, CategoricalColumn>();
  for (const { column: name, kind, planPath } of extraColumns(plan)) {
    if (numeric.has(name) && kind === "numeric") continue;
    if (categorical.has(name) && kind === "categorical") continue;
    const column = columnOf(table, name, planPath, problems);
    if (column === undefined) continue;
    if (kind === "numeric") {
      numeric.set(name, numbersOf(table, name, "a value to be read as an amount", problems));
      continue;
    }
    categorical.set(name, categoricalOf(table, name));
  }
  return { numeric, categorical };
}

/** A column of a table as levels. */
export function categoricalOf(table: Table, name: string): CategoricalColumn {
  const { codes, levels, numeric } = codedLevels(table, table.columns.get(name)!);
  return { levels, codes: Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code)), numeric };
}

/** 1 where a row has the level, 0 where it has another, NaN where missing. Undefined where no row has the level. */
export function hasLevel({ levels, codes, numeric }: CategoricalColumn, level: string): Float64Array | undefined {
  const code = levels.findIndex((other) => sameLevel(level, other, numeric));
  return code < 0 ? undefined : codes.map((c) => (Number.isNaN(c) ? c : c === code ? 1 : 0));
}
