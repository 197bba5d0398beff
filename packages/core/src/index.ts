export { AuditError, describeProblem, PROBLEM_CODES, type Problem, type ProblemCode, type Where } from "./problems.ts";
export { type Attribute, NOT_RECORDED } from "./attribute.ts";
export { type Cohort, type CohortNote, makeCohort } from "./cohort.ts";
export { makeImputedCohorts } from "./imputations.ts";
export { type CategoricalColumn, type ExtraColumns, hasLevel } from "./roles/extra-columns.ts";
export { makeReference, referenceColumns, type ReferenceRows } from "./reference-rows.ts";
export { EVENT, NON_EVENT, UNKNOWN } from "./outcome-codes.ts";
export type { Ledger, LedgerStep } from "./ledger.ts";
export { type LabelMoments, type Tally, type TallyAttribute, tallyCohort } from "./tally.ts";
export { emptyTally, merge, project, subtract } from "./tally/algebra.ts";
export {
  type ScoreCounts,
  scoreCounts,
  scoreCountsByBlock,
  scoreCountsOfEach,
  type WeightedCounts,
} from "./score-counts.ts";
export { countRows, type RowCounts } from "./row-counts.ts";
export { type LabelCounts, labelCounts } from "./label-counts.ts";
export { levelsOf, type Membership, OVERALL, type Rows, type Subgroup, subgroup, subgroupsOf } from "./subgroup.ts";
export { subgroupRows } from "./subgroup-rows.ts";
export { type AuditPlan, type BinaryPlan, isBinary, type PlanInput, planSchema } from "./plan/schema.ts";
export type { ContinuousOutcome, MultiClassOutcome, OutcomeKindId, TimeToEventOutcome } from "./plan/outcome.ts";
export type { Happened } from "./roles/happened.ts";
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
export { type AppliedModelCard, type CardResult, readAppliedModelCard } from "./cards/applied-model-card.ts";
export { didYouMean, nearest } from "./nearest.ts";
export { attestation as attestationSchema, signatory as signatorySchema } from "./plan/attestation.ts";
export { deployer as deployerSchema } from "./plan/deployer.ts";
export { identification as identificationSchema, volume as volumeSchema } from "./plan/identification.ts";
export { DUTY_ROLES, MARKETS, regulatory as regulatorySchema, ROUTES } from "./plan/regulatory.ts";
export { REPORT_FORMATS } from "./plan/report.ts";
export { checkPlan, type LoadedPlan, loadPlan, parsePlan } from "./plan/load.ts";
export { columnsOf } from "./plan/columns.ts";
export type { Counted, Engine } from "./engine.ts";
export { ENGINES } from "./engines.ts";
export { printSelect } from "./engines/print-select.ts";
export { planJsonSchema } from "./plan/json-schema.ts";
export { readTable, type ReadRequest } from "./read.ts";
export type { ColumnRequest, CsvOptions } from "./source.ts";
export { toNumbers } from "./to-numbers.ts";
export { type FromMemory, tableFromArrow, tableFromRows } from "./table-from.ts";
export { type Frame, tableFromFrame } from "./frames/frame.ts";
export { arrowOfResults, danfoOfResults, type ResultCell, type ResultRow } from "./frames/result-frames.ts";
export { type ColumnDescription, describeColumns } from "./describe-columns.ts";
export { type Provenance, provenanceOf } from "./provenance.ts";
export { openModel } from "./open-model.ts";
export type { ModelFile, ModelRows, ModelRuntime, ModelTerm, OpenModel, ScoreModel } from "./model.ts";
export { cohortInputs, type InputColumns, inputsOf, tableInputs, takeRows, withValue } from "./model-rows.ts";
export { scoreRows, type ScoringOptions } from "./score-rows.ts";
export { MODEL_SCORE } from "./plan/schema.ts";
export { turnedRound } from "./score-key.ts";
