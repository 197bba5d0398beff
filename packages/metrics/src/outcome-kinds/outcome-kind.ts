import type { AuditPlan, Cohort, Happened, Subgroup, Tally } from "@auscult/core";
import type { Family } from "../family.ts";
import type { CurveFacts, CurvePoints } from "../curve.ts";
import type { Contrast, Estimate } from "../estimates.ts";
import type { MetricFacts } from "../metric.ts";
import type { Undefined } from "../result.ts";

/** What an audit of an outcome has to say: the same shapes whatever the kind, so that one report reads them all. */
export interface Assessment {
  readonly estimates: readonly Estimate[];
  readonly contrasts: readonly Contrast[];
  readonly curves: readonly {
    readonly curve: string;
    readonly subgroup: string;
    readonly points: CurvePoints | Undefined;
  }[];
}

/** The rows that are assessed, counted too. */
export interface Assessed {
  readonly cohort: Cohort;
  readonly tally: Tally;
  readonly subgroups: readonly Subgroup[];
  readonly plan: AuditPlan;
  readonly family: Family;
}

/** A metric as a plan may name it: its facts, and whether it needs a probability. */
export type PlannedMetric = MetricFacts & {
  readonly requires: { readonly score: "ordinal" | "probability" };
  /** Of a declared part of the ROC curve. */
  readonly regional?: true;
};

/** A kind of outcome beside binary. A new one is a folder, one entry in `outcome-kinds.ts`, and its section of the plan. */
export interface OutcomeKind {
  readonly kind: Happened["kind"];
  /** Its metrics and curves for a plan (one for each class, where the outcome has classes), in the report's order. */
  metrics(plan: AuditPlan): readonly PlannedMetric[];
  curves(plan: AuditPlan): readonly CurveFacts[];
  assess(assessed: Assessed): Assessment;
}
