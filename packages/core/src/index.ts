export { AuditError, describeProblem, PROBLEM_CODES, type Problem, type ProblemCode, type Where } from "./problems.ts";
export { type Attribute, type Cohort, EVENT, NON_EVENT, NOT_RECORDED, UNKNOWN } from "./cohort.ts";
export type { Ledger, LedgerStep } from "./ledger.ts";
export type { LabelMoments, Tally, TallyAttribute } from "./tally.ts";
export type { ScoreCounts, WeightedCounts } from "./score-counts.ts";
export type { Membership, Subgroup } from "./subgroup.ts";
export { type AuditPlan, type PlanInput, planSchema } from "./plan/schema.ts";
export {
  type Column,
  type DecimalMark,
  locate,
  type NumberColumn,
  type SourceFormat,
  type Table,
  type TableSource,
  type TextColumn,
  textAt,
} from "./table.ts";
export { didYouMean, nearest } from "./nearest.ts";
export { checkPlan, type LoadedPlan, loadPlan, parsePlan } from "./plan/load.ts";
export { planJsonSchema } from "./plan/json-schema.ts";
export { readTable, type ReadRequest } from "./read.ts";
export type { ColumnRequest, CsvOptions } from "./source.ts";
export { toNumbers } from "./to-numbers.ts";
