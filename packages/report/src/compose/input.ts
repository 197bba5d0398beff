import type { AuditPlan, Ledger, Membership } from "@auscult/core";
import type { Contrast, CurveFacts, CurvePoints, Estimate, MetricFacts, Undefined } from "@auscult/metrics";
import type { AuditReport, ReportFinding, ReportSubgroup } from "../audit-report.ts";

type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** What an analysis beside the metrics hands over; numbers may be infinite, never NaN. */
export type Finding = Frozen<ReportFinding>;

/** One subgroup's rows, accounted for; `rows` counts everybody, `n` those with a score and a known outcome. */
export interface SubgroupFacts {
  readonly id: string;
  /** Levels that define it; empty for "overall". */
  readonly of: readonly Membership[];
  readonly rows: number;
  readonly n: number;
  readonly events: number;
  readonly missingScore: number;
  readonly missingOutcome: number;
  /** Shares, finished, null where there is nothing to divide by: rows of the cohort's, events of n, missing of rows. */
  readonly share: number | null;
  readonly prevalence: number | null;
  readonly missingScoreShare: number | null;
  readonly missingOutcomeShare: number | null;
  /** What happened, where the outcome is not binary. */
  readonly happened?: Frozen<NonNullable<ReportSubgroup["happened"]>>;
}

/** A threshold as it was resolved on this cohort. */
export interface ResolvedThreshold {
  /** Flagged means score >= value. */
  readonly value: number;
  readonly how: "at" | "topFraction" | "capacity";
  readonly requested?: number;
  readonly flagged?: number;
  readonly reason: string;
}

/** Everything that a report says, finished. `compose` arranges it and computes nothing. */
export interface ComposeInput {
  readonly auscultVersion: string;
  /** ISO 8601 in UTC, e.g. 2026-11-24T09:00:00Z: the clock is an input. */
  readonly created: string;
  readonly plan: AuditPlan;
  readonly planSha256: string;
  readonly provenance: Frozen<AuditReport["provenance"]>;
  readonly cohort: {
    readonly ledger: Ledger;
    readonly patients?: { readonly distinct: number; readonly repeated: boolean };
    readonly weighted: boolean;
    /** Attributes of the tally, in the order to show (site and period too, where their subgroups are reported). */
    readonly attributes: readonly {
      readonly id: string;
      readonly label: string;
      readonly reference?: { readonly level: string; readonly reason: string };
    }[];
    /** "overall" first, then each attribute's levels in order, then intersections. */
    readonly subgroups: readonly SubgroupFacts[];
  };
  readonly thresholds: readonly ResolvedThreshold[];
  /** Over which comparisons p-values were adjusted: those of one attribute, or all. */
  readonly familyPer: "attribute" | "audit";
  /** The registries that made the numbers: the report keeps the facts of those that occur. */
  readonly metrics: readonly MetricFacts[];
  readonly curveKinds: readonly CurveFacts[];
  readonly estimates: readonly Estimate[];
  readonly contrasts: readonly Contrast[];
  readonly curves: readonly {
    readonly curve: string;
    readonly subgroup: string;
    readonly points: CurvePoints | Undefined;
  }[];
  readonly findings: readonly Finding[];
  readonly workload: Frozen<AuditReport["workload"]>;
  /** The plan's lock, where it has one. */
  readonly lock?: Frozen<NonNullable<AuditReport["lock"]>>;
}
