import type { AuditPlan } from "@auscult/core";
import type { AcceptanceVerdict } from "../model-change/acceptance.ts";
import type { ChangedMetric, VersionChange, VersionedRows } from "../model-change/paired-versions.ts";
import type { Label } from "../phrases.ts";
import type { Undefined } from "../result.ts";

/** Rows of one group on which both versions are compared, and how many rows of the cohort could not be. */
export interface ComparedRows {
  readonly name: Label;
  readonly rows: VersionedRows;
  readonly leftOut: { readonly outcome: number; readonly old: number; readonly renewed: number };
  readonly clustered: boolean;
}

/** Every metric of one group. */
export interface ChangeOf {
  readonly name: Label;
  readonly rows: number;
  readonly events: number;
  readonly changes: readonly {
    readonly metric: ChangedMetric;
    readonly threshold: number | undefined;
    readonly change: VersionChange | Undefined;
  }[];
}

/** A declared criterion, overall and wherever it must hold. */
export interface JudgedCriterion {
  readonly criterion: NonNullable<AuditPlan["modelChange"]>["acceptance"][number];
  readonly judged: readonly {
    readonly name: Label;
    readonly change: VersionChange | Undefined;
    readonly verdict: AcceptanceVerdict | "not_estimable";
  }[];
  readonly verdict: AcceptanceVerdict;
}
