import type {
  AuditPlan,
  Cohort,
  ModelFile,
  ModelRuntime,
  ModelTerm,
  ReferenceRows,
  Subgroup,
  Tally,
} from "@auscult/core";
import type { EstimateOptions, Measured } from "./estimate.ts";
import type { Contrast } from "./estimates.ts";
import type { Finding } from "./finding.ts";
import type { PreviousReport } from "./row-analyses/since-previous.ts";

/** What stands beside the rows for an analysis: their counts, and what was measured and compared from them. */
export interface Beside {
  readonly tally: Tally;
  readonly subgroups: readonly Subgroup[];
  /** Every subgroup, and every rest that one was compared with, by its id. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
  readonly contrasts: readonly Contrast[];
  /** How it was measured, to measure again at another level. */
  readonly options: EstimateOptions;
  /** Thresholds on the score; flagged means score >= threshold. */
  readonly thresholds: readonly number[];
  /** The report that this one follows, where one was given. */
  readonly previous?: PreviousReport;
  /** The model that gave the scores, where it was run here. */
  readonly model?: AskedModel;
  /** The rows of the plan's reference, where it names any. */
  readonly reference?: ReferenceRows;
}

/** What was learned of a model by running it. */
export interface AskedModel {
  readonly files: readonly ModelFile[];
  readonly runtime: readonly ModelRuntime[];
  /** Terms of one input each, where the model's file states them. */
  readonly terms: readonly ModelTerm[];
  readonly probes: readonly ProbedFeature[];
}

/** A feature that the model was asked about. */
export interface ProbedFeature {
  readonly column: string;
  /** Rows of the cohort, ascending. */
  readonly rows: Uint32Array;
  /** Values at which the feature was set: amounts ascending, or levels. */
  readonly grid: readonly (number | string)[];
  /** The model's scores of those rows, turned as the cohort's, one list a value of the grid. */
  readonly responses: readonly Float64Array[];
}

/**
 * An analysis that reads rows, not counts: multivariable, matched, or about one patient at a time. Its findings are
 * local and do not merge. Pure: the same cohort and plan give the same findings.
 */
export interface RowAnalysis {
  readonly id: string;
  /** Columns that it reads besides score, outcome, labels and subgroups; none where the plan does not ask for it. */
  columns(plan: AuditPlan): readonly string[];
  /** DOIs or short citations. */
  readonly source: readonly string[];
  /** Nothing where the plan does not ask for it. What cannot be had is a finding that says why. */
  analyse(cohort: Cohort, plan: AuditPlan, beside: Beside): readonly Finding[];
}
