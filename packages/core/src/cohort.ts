import { type Attribute, NOT_RECORDED } from "./attribute.ts";
import { type Ledger, makeLedger } from "./ledger.ts";
import { EVENT, NON_EVENT } from "./outcome-codes.ts";
import { BLOCKS, patientsOf } from "./patient-block.ts";
import type { AuditPlan } from "./plan/schema.ts";
import { AuditError, describeProblem, type Problem } from "./problems.ts";
import { daysOfRows, maturedOutcome } from "./roles/matured.ts";
import { baselineUnknown, ownAttribute, subgroupAttributes } from "./roles/attributes.ts";
import { columnOf } from "./roles/column.ts";
import { type ExtraColumns, readExtraColumns } from "./roles/extra-columns.ts";
import { frequencyOf, repeatedRows, repeatedSources } from "./roles/frequency.ts";
import { type Happened, happenedOf } from "./roles/happened.ts";
import { numbersOf } from "./roles/numbers.ts";
import { outcomeOf } from "./roles/outcome.ts";
import { rowFault, rowsWhere } from "./roles/row-fault.ts";
import { scoreOf } from "./roles/score.ts";
import { checkVerification } from "./roles/verification.ts";
import type { Column, Table } from "./table.ts";
import { identifierMissing, selectUnits } from "./unit-of-analysis.ts";

/**
 * The rows under audit, one per unit of analysis, as columns. Made by `makeCohort`; never mutated.
 *
 * Every array has length `rows`. `score` is NaN where the source had none; `outcome` is `UNKNOWN` where it had none;
 * such rows are kept, so that sums over subgroups equal the total and missingness per subgroup can be counted.
 */
export interface Cohort {
  readonly rows: number;
  readonly scoreKind: "probability" | "ordinal";
  /** Turned, so that higher is riskier. Of a continuous outcome the predicted amount; of several classes 0. */
  readonly score: Float64Array;
  /** Where the outcome is not binary, what the ledger counts: whether it is known, and an event by the horizon. */
  readonly outcome: Uint8Array;
  /** What happened, where the outcome is not binary. */
  readonly happened?: Happened;
  readonly attributes: readonly Attribute[];
  /** Block of each row's patient (a hash of the identifier to `blocks` values); absent where the plan names no patient identifier. */
  readonly block?: Uint16Array;
  readonly blocks: number;
  /** Which rows are of one patient: a number from 0 in the order of appearance, in memory only; absent as `block` is. */
  readonly patient?: Uint32Array;
  /**
   * Distinct patients and whether any has more than one row; `undefined` where no identifier is named. Where the plan
   * names the unit of analysis but no patient, the unit's identifier (an admission's) stands in for the patient's.
   */
  readonly patients?: { readonly distinct: number; readonly repeated: boolean };
  /** Sampling weights, > 0; absent where the plan names none (every row then counts 1). */
  readonly weight?: Float64Array;
  readonly site?: Attribute;
  readonly period?: Attribute;
  /** Continuous labels by id (cost, number of conditions); NaN where missing. */
  readonly labels: ReadonlyMap<string, Float64Array>;
  /** Columns that row analyses read (covariates, treatment, other scores), by name. */
  readonly columns: ExtraColumns;
  /** 1 where the outcome is not due at the declared data cut, so that it is unknown; absent where the plan declares none. */
  readonly notMatured?: Uint8Array;
  /** Day of each prediction, in days since 1970, NaN where missing; absent where the plan names no column of dates. */
  readonly day?: Float64Array;
  readonly ledger: Ledger;
  /** What a reader should know of these rows, though nothing is wrong with them. */
  readonly notes: readonly CohortNote[];
}

export type CohortNote =
  | { readonly code: "NO_EVENTS" | "NO_NON_EVENTS" }
  | { readonly code: "ATTRIBUTE_NOT_RECORDED"; readonly attribute: string }
  | { readonly code: "LEVEL_WITHOUT_ROWS"; readonly attribute: string; readonly level: string };

/** More problems than these would be read by nobody. */
const MOST_PROBLEMS = 50;

/**
 * The cohort that a plan makes of a table: columns in their roles, one row per unit of analysis. Every source row is
 * judged, also those that the unit of analysis then leaves out. Throws `AuditError` with all problems found.
 */
export function makeCohort(plan: AuditPlan, table: Table): Cohort {
  const problems: Problem[] = [];
  const sources = table.sources.map(({ file, rows }) => ({ file, rows }));
  if (table.rows === 0) {
    const where = sources[0] === undefined ? {} : { file: sources[0].file };
    problems.push({
      code: "NO_ROWS",
      where,
      what: "there are no rows of data",
      remedy: "Check the source and its header.",
    });
  }
  const { score, outcome: recorded, happened } = predictedAndObserved(plan, table, problems);
  const day = daysOfRows(plan, table);
  const { outcome, notMatured } = maturedOutcome(plan, table, recorded, problems);
  const weight = weightOf(plan, table, problems);
  const frequency = frequencyOf(plan, table, problems);
  const labels = labelsOf(plan, table, problems);
  const columns = readExtraColumns(plan, table, problems);
  checkVerification(plan, table, outcome, columns, problems);
  const attributes = subgroupAttributes(plan, table, problems);
  const site = ownAttribute("site", plan, table, problems);
  const period = ownAttribute("period", plan, table, problems);
  problems.push(...baselineUnknown(plan, period));
  const patient = patientColumn(plan, table, problems);
  const { rows: chosen, steps } = selectUnits(plan, table, score, problems);
  if (problems.length > 0) throw new AuditError(distinct(problems).slice(0, MOST_PROBLEMS));
  // A plan with frequencies names no unit of analysis, so that all rows are chosen.
  const rows = frequency === undefined ? chosen : repeatedRows(frequency);

  const taken = {
    score: pick(score, rows),
    outcome: pick(outcome, rows),
    attributes: attributes.map((attribute) => ({ ...attribute, codes: pick(attribute.codes, rows) })),
  };
  const patients = patient === undefined ? undefined : patientsOf(patient, rows ?? table.rows);
  return {
    rows: taken.score.length,
    scoreKind: plan.score?.kind ?? "ordinal",
    ...taken,
    ...(happened === undefined ? {} : { happened: pickHappened(happened, rows) }),
    blocks: patients === undefined ? 0 : BLOCKS,
    ...(patients === undefined
      ? {}
      : {
          block: patients.block,
          patient: patients.number,
          patients: { distinct: patients.distinct, repeated: patients.repeated },
        }),
    ...(weight === undefined ? {} : { weight: pick(weight, rows) }),
    ...(site === undefined ? {} : { site: { ...site, codes: pick(site.codes, rows) } }),
    ...(period === undefined ? {} : { period: { ...period, codes: pick(period.codes, rows) } }),
    labels: new Map([...labels].map(([id, values]) => [id, pick(values, rows)])),
    columns: {
      numeric: new Map([...columns.numeric].map(([name, values]) => [name, pick(values, rows)])),
      categorical: new Map(
        [...columns.categorical].map(([name, column]) => [name, { ...column, codes: pick(column.codes, rows) }]),
      ),
    },
    ...(notMatured === undefined ? {} : { notMatured: pick(notMatured, rows) }),
    ...(day === undefined ? {} : { day: pick(day, rows) }),
    ledger: makeLedger(repeatedSources(table, frequency), steps, {
      ...taken,
      ...(notMatured === undefined ? {} : { notMatured: pick(notMatured, rows) }),
    }),
    notes: notesOf(taken.outcome, taken.attributes).filter(
      ({ code }) => plan.outcome.kind === "binary" || (code !== "NO_EVENTS" && code !== "NO_NON_EVENTS"),
    ),
  };
}

function predictedAndObserved(
  { score, outcome }: AuditPlan,
  table: Table,
  problems: Problem[],
): { readonly score: Float64Array; readonly outcome: Uint8Array; readonly happened?: Happened } {
  const predicted = score === undefined ? undefined : scoreOf(score, table, problems);
  if (outcome.kind !== "binary") return happenedOf(outcome, predicted, table, problems);
  return { score: predicted ?? new Float64Array(table.rows), outcome: outcomeOf(outcome, table, problems) };
}

function pickHappened(happened: Happened, rows: Uint32Array | undefined): Happened {
  switch (happened.kind) {
    case "time-to-event":
      return { ...happened, time: pick(happened.time, rows), status: pick(happened.status, rows) };
    case "continuous":
      return { ...happened, value: pick(happened.value, rows) };
    default:
      return {
        ...happened,
        classOf: pick(happened.classOf, rows),
        probability: happened.probability.map((values) => pick(values, rows)),
      };
  }
}

/** A column in two roles can be at fault once for each. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
}

/** The values of some rows; of all, the values themselves, for nothing here is ever written to. */
function pick<T extends Float64Array | Uint16Array | Uint8Array>(values: T, rows: Uint32Array | undefined): T {
  if (rows === undefined) return values;
  const picked = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

function weightOf(plan: AuditPlan, table: Table, problems: Problem[]): Float64Array | undefined {
  const { weight: name } = plan;
  if (name === undefined) return undefined;
  if (columnOf(table, name, "weight", problems) === undefined) return undefined;
  const before = problems.length;
  const weight = numbersOf(table, name, "the weight", problems);
  if (problems.length > before) return undefined;
  const bad = rowsWhere(table.rows, (row) => !(weight[row]! > 0));
  if (bad !== undefined) {
    const missing = Number.isNaN(weight[bad.first]!);
    const what = missing ? "the weight is missing" : "the weight is not greater than 0";
    const seen = missing ? {} : { seen: String(weight[bad.first]) };
    const remedy = "Give every row a weight, or leave rows that stand for nobody out of the data.";
    problems.push(rowFault(table, name, bad, { code: "VALUE_INVALID", what, ...seen, remedy }));
  }
  return weight;
}

function labelsOf(plan: AuditPlan, table: Table, problems: Problem[]): Map<string, Float64Array> {
  const labels = new Map<string, Float64Array>();
  for (const [id, { column: name }] of Object.entries(plan.labels ?? {})) {
    const column = columnOf(table, name, `labels.${id}.column`, problems);
    if (column !== undefined) labels.set(id, numbersOf(table, name, `the label "${id}"`, problems));
  }
  return labels;
}

/** The column that tells patients apart, checked to have a value in every row. */
function patientColumn(plan: AuditPlan, table: Table, problems: Problem[]): Column | undefined {
  const name = plan.patient ?? plan.unitOfAnalysis.by;
  if (name === undefined) return undefined;
  const column = columnOf(table, name, plan.patient === undefined ? "unitOfAnalysis.by" : "patient", problems);
  if (column === undefined) return undefined;
  const isMissing = (row: number) =>
    column.kind === "number" ? Number.isNaN(column.values[row]!) : column.codes[row]! < 0;
  const missing = rowsWhere(table.rows, isMissing);
  const whose = plan.patient === undefined ? plan.unitOfAnalysis.unit : "patient";
  if (missing !== undefined) problems.push(identifierMissing(table, name, whose, missing));
  return column;
}

/** Notes on rows, or on entries that stand for them. */
export function notesOf(outcome: Uint8Array, attributes: readonly Attribute[]): CohortNote[] {
  const notes: CohortNote[] = [];
  if (!outcome.includes(EVENT)) notes.push({ code: "NO_EVENTS" });
  if (!outcome.includes(NON_EVENT)) notes.push({ code: "NO_NON_EVENTS" });
  for (const { id, levels, codes } of attributes) {
    const occurs = new Uint8Array(levels.length);
    for (const code of codes) occurs[code] = 1;
    if (!occurs.includes(1, 1)) notes.push({ code: "ATTRIBUTE_NOT_RECORDED", attribute: id });
    else
      for (const [code, level] of levels.entries())
        if (level !== NOT_RECORDED && occurs[code] === 0)
          notes.push({ code: "LEVEL_WITHOUT_ROWS", attribute: id, level });
  }
  return notes;
}
