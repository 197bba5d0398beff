import type { AuditPlan } from "./plan/schema.ts";
import { AuditError, type Problem } from "./problems.ts";
import { columnOf } from "./roles/column.ts";
import type { CategoricalColumn } from "./roles/extra-columns.ts";
import { codedAsIs, codedLevels } from "./roles/levels.ts";
import { numbersOf } from "./roles/numbers.ts";
import { turnedRound } from "./score-key.ts";
import type { ColumnRequest } from "./source.ts";
import { type Table, textAt } from "./table.ts";

/** The rows of the reference, in the roles of the plan's own columns. */
export interface ReferenceRows {
  readonly rows: number;
  /** By the names that the columns have here; NaN where missing. */
  readonly numeric: ReadonlyMap<string, Float64Array>;
  readonly categorical: ReadonlyMap<string, CategoricalColumn>;
  /** Turned, so that higher is riskier. */
  readonly score?: Float64Array;
  /** Distinct patients here, and how many of them are among the reference's. No identifier leaves this count. */
  readonly patients?: { readonly here: number; readonly inBoth: number };
}

/** The reference's columns, by the names that they have there. */
export function referenceColumns(plan: AuditPlan): ColumnRequest[] {
  const { reference } = plan;
  if (reference === undefined) return [];
  const wanted = (planPath: string, name: string, as?: "number" | "text"): ColumnRequest => ({
    name: reference.columns[name] ?? name,
    planPath,
    ...(as === undefined ? {} : { as }),
  });
  return [
    ...reference.features.map(({ column, kind }, i) =>
      wanted(`reference.features.${i}.column`, column, kind === "numeric" ? "number" : undefined),
    ),
    ...(reference.score && plan.score !== undefined ? [wanted("reference.score", plan.score.column, "number")] : []),
    ...(reference.patient && plan.patient !== undefined ? [wanted("reference.patient", plan.patient, "text")] : []),
  ];
}

/** The reference's rows. `here` is the table of the rows under audit: its patients are looked for among the reference's. */
export function makeReference(plan: AuditPlan, table: Table, here: Table): ReferenceRows {
  const { reference } = plan;
  if (reference === undefined) throw new RangeError("the plan has no reference");
  const problems: Problem[] = [];
  const numeric = new Map<string, Float64Array>();
  const categorical = new Map<string, CategoricalColumn>();
  const there = (name: string): string => reference.columns[name] ?? name;
  reference.features.forEach(({ column: name, kind }, i) => {
    const column = columnOf(table, there(name), `reference.features.${i}.column`, problems);
    if (column === undefined) return;
    if (kind === "numeric") {
      numeric.set(name, numbersOf(table, there(name), "a value to be read as an amount", problems));
      return;
    }
    const { codes, levels, numeric: asNumbers } = codedLevels(table, column);
    const coded = Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code));
    categorical.set(name, { levels, codes: coded, numeric: asNumbers });
  });
  const own = reference.score ? plan.score : undefined;
  const score = own === undefined ? undefined : scoreOf(own, table, there(own.column), problems);
  const patients =
    reference.patient && plan.patient !== undefined
      ? overlap(plan.patient, here, there(plan.patient), table, problems)
      : undefined;
  if (table.rows === 0)
    problems.push({
      code: "NO_ROWS",
      where: { planPath: "reference.data.source" },
      what: "the reference has no rows",
      remedy: "Check the source and its header.",
    });
  if (problems.length > 0) throw new AuditError(problems);
  return {
    rows: table.rows,
    numeric,
    categorical,
    ...(score === undefined ? {} : { score }),
    ...(patients === undefined ? {} : { patients }),
  };
}

function scoreOf(
  { kind, direction }: NonNullable<AuditPlan["score"]>,
  table: Table,
  name: string,
  problems: Problem[],
): Float64Array | undefined {
  if (columnOf(table, name, "reference.score", problems) === undefined) return undefined;
  const score = numbersOf(table, name, "the score", problems);
  const outside = kind === "probability" ? score.find((s) => s < 0 || s > 1) : undefined;
  if (outside !== undefined)
    problems.push({
      code: "SCORE_OUT_OF_RANGE",
      where: { column: name, planPath: "reference.score" },
      what: "a probability of the reference lies outside 0 to 1",
      seen: String(outside),
      remedy: "Correct the score (12 % is 0.12), or leave reference.score out.",
    });
  return direction === "higher-is-riskier" ? score : score.map((s) => turnedRound(s, kind));
}

function overlap(
  name: string,
  here: Table,
  nameThere: string,
  there: Table,
  problems: Problem[],
): ReferenceRows["patients"] | undefined {
  const own = columnOf(here, name, "patient", problems);
  const other = columnOf(there, nameThere, "reference.patient", problems);
  if (own === undefined || other === undefined) return undefined;
  const known = new Set<string>();
  for (let row = 0; row < there.rows; row++) {
    const identifier = textAt(other, row);
    if (identifier !== undefined) known.add(identifier);
  }
  const { levels } = codedAsIs(own);
  return { here: levels.length, inBoth: levels.filter((identifier) => known.has(identifier)).length };
}
