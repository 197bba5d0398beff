import { type Cohort, makeCohort } from "./cohort.ts";
import type { AuditPlan } from "./plan/schema.ts";
import { AuditError, type Problem } from "./problems.ts";
import { columnOf } from "./roles/column.ts";
import { codedAsIs } from "./roles/levels.ts";
import { rowFault, rowsWhere } from "./roles/row-fault.ts";
import type { Column, Table } from "./table.ts";

/**
 * Parts a table into its completed data sets, each a cohort by the same plan, in the order of first appearance. The ledger of each says that the other
 * copies, and the incomplete original, were left out. Throws `AuditError` with fewer than two imputations, unequal rows, or
 * a level that occurs in one and not in another (imputed attributes need their levels declared).
 */
export function makeImputedCohorts(plan: AuditPlan, table: Table): readonly Cohort[] {
  const { imputation } = plan;
  if (imputation === undefined) throw new RangeError("the plan declares no imputation");
  // Faults are told by the rows of the whole file, before it is parted.
  makeCohort(plan, table);
  const problems: Problem[] = [];
  const column = columnOf(table, imputation.column, "imputation.column", problems);
  if (column === undefined) throw new AuditError(problems);
  const { codes, levels } = codedAsIs(column);
  const missing = rowsWhere(table.rows, (row) => codes[row]! < 0);
  if (missing !== undefined) {
    const what = "the number of the imputation is missing";
    const remedy = "Fill it in: every row belongs to one completed data set.";
    throw new AuditError([rowFault(table, imputation.column, missing, { code: "IDENTIFIER_MISSING", what, remedy })]);
  }
  const original = imputation.original === undefined ? -1 : levels.indexOf(imputation.original);
  const parts = levels.flatMap((level, code) => (code === original ? [] : [{ level, rows: rowsOf(codes, code) }]));
  const leftOut = original < 0 ? 0 : rowsOf(codes, original).length;
  const fault = unusable(parts);
  if (fault !== undefined)
    throw new AuditError([
      { code: "VALUE_INVALID", where: { column: imputation.column, planPath: "imputation.column" }, ...fault },
    ]);
  const cohorts = parts.map(({ rows }) => ofImputation(plan, table, rows, leftOut));
  const uneven = levelsDiffer(cohorts, parts);
  if (uneven !== undefined) throw new AuditError([uneven]);
  return cohorts;
}

function rowsOf(codes: Int32Array, code: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) if (codes[row] === code) rows.push(row);
  return Uint32Array.from(rows);
}

type Part = { readonly level: string; readonly rows: Uint32Array };

function unusable(parts: readonly Part[]): Pick<Problem, "what" | "seen" | "remedy"> | undefined {
  const shown = parts.map(({ level, rows }) => `${level} (${rows.length} rows)`).join(", ");
  if (parts.length < 2)
    return {
      what: "there are fewer than two imputations, and nothing shows how they differ",
      seen: shown,
      remedy: "Give several completed data sets, or drop imputation and audit the one as it is.",
    };
  if (parts.some(({ rows }) => rows.length !== parts[0]!.rows.length))
    return {
      what: "the imputations do not have as many rows each",
      seen: shown,
      remedy: "Every imputation completes the same rows; name the incomplete data under imputation.original.",
    };
  return undefined;
}

function ofImputation(plan: AuditPlan, table: Table, rows: Uint32Array, leftOut: number): Cohort {
  const columns = new Map([...table.columns].map(([name, column]) => [name, pick(column, rows)]));
  const [first] = table.sources;
  const cohort = makeCohort(plan, { rows: rows.length, columns, sources: [{ ...first!, rows: rows.length }] });
  const { ledger } = cohort;
  const others = table.rows - leftOut - rows.length;
  return {
    ...cohort,
    ledger: {
      ...ledger,
      sources: table.sources.map(({ file, rows: n }) => ({ file, rows: n })),
      sourceRows: table.rows,
      steps: [
        ...(leftOut > 0 ? [{ id: "incomplete-original", label: "rows before imputation", rows: leftOut }] : []),
        { id: "other-imputations", label: "other completed copies of the same rows", rows: others },
        ...ledger.steps,
      ],
    },
  };
}

function pick(column: Column, rows: Uint32Array): Column {
  return column.kind === "number"
    ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }
    : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
}

/** A level that rows of one imputation have and those of another have not, unless the plan lists it. */
function levelsDiffer(cohorts: readonly Cohort[], parts: readonly Part[]): Problem | undefined {
  const [first] = cohorts;
  for (const [k, cohort] of cohorts.entries())
    for (const [a, attribute] of cohort.attributes.entries()) {
      const known = first!.attributes[a]!.levels;
      const differing = [...attribute.levels, ...known].find(
        (level) => !known.includes(level) || !attribute.levels.includes(level),
      );
      if (differing === undefined) continue;
      return {
        code: "LEVEL_UNKNOWN",
        where: { planPath: `subgroups.${a}.levels` },
        what: `a level of "${attribute.id}" occurs in one of the imputations ${parts[0]!.level} and ${parts[k]!.level} only`,
        seen: differing,
        remedy: "List the levels of that subgroup in the plan.",
      };
    }
  return undefined;
}
