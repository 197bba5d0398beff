import type { LabelChoiceVerdict } from "./label-choice/label-choice-verdict.ts";
import type { ReferenceVerdict } from "./model-run/reference-agreement.ts";
import type { Label } from "./phrases.ts";
import type { Interval, Reason } from "./result.ts";
import type { TreatmentMaskingVerdict } from "./treatment-masking/treatment-masking-verdict.ts";

/** Analyses beside the metrics, in the report's order. A new one is a line here, and words for it in every language. */
export const FINDING_KINDS = [
  "label-choice",
  "proxy-association",
  "treatment-masking",
  "model-run",
  "claim",
  "cohort-comparison",
  "drift",
  "monitoring",
  "updating",
  "model-change",
  "readers",
  "sites",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What an analysis that needs rows found: a typed verdict, its numbers, and what to draw of it. Finished; nothing in it is a patient's. */
export interface Finding {
  /** Stable, e.g. `label-choice:race=Black:conditions`. */
  readonly id: string;
  readonly kind: FindingKind;
  /** What it is about. */
  readonly subject: Label;
  readonly subgroup?: string;
  /** `described`: nothing was declared that could be judged. */
  readonly verdict: LabelChoiceVerdict | TreatmentMaskingVerdict | ReferenceVerdict | "described";
  readonly reason?: Reason;
  /** `local`: needs rows, and does not merge between hospitals. */
  readonly scope: "local" | "counts";
  readonly exploratory: boolean;
  /** What a reader must be told besides: a limit, a choice that was made, what the verdict does not say. */
  readonly notes?: readonly Label[];
  readonly numbers: readonly FindingNumber[];
  readonly tables: readonly FindingTable[];
  readonly charts: readonly FindingChart[];
  readonly source: readonly string[];
}

export type FindingUnit = "probability" | "proportion" | "log-odds" | "ratio" | "count" | "number" | "p";

export interface FindingNumber {
  readonly id: string;
  readonly label: Label;
  readonly unit: FindingUnit;
  /** `null` with a reason where it cannot be had. Never NaN. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly reason?: Reason;
}

export interface FindingTable {
  readonly id: string;
  readonly caption: Label;
  readonly columns: readonly { readonly id: string; readonly label: Label; readonly unit: FindingUnit | "text" }[];
  /** Numbers, the plan's own words, or phrases; null where there is nothing. */
  readonly rows: readonly (readonly (Label | number | null)[])[];
}

/** One of the finding's tables drawn: its columns of the x axis, the y axis, the band, and the one that names the line. */
export interface FindingChart {
  readonly id: string;
  readonly title: Label;
  readonly table: string;
  readonly x: string;
  readonly y: string;
  readonly low?: string;
  readonly high?: string;
  readonly series?: string;
}
