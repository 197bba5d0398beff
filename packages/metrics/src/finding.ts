import type { LabelChoiceVerdict } from "./label-choice/label-choice-verdict.ts";
import type { Interval, Reason } from "./result.ts";
import type { TreatmentMaskingVerdict } from "./treatment-masking/treatment-masking-verdict.ts";

/** What an analysis that needs rows found: a typed verdict, its numbers, and what to draw of it. Finished; nothing in it is a patient's. */
export interface Finding {
  /** Stable, e.g. `label-choice:race=Black:conditions`. */
  readonly id: string;
  readonly kind: "label-choice" | "treatment-masking" | "proxy-association";
  /** What it is about, as the plan names it. */
  readonly subject: string;
  readonly subgroup?: string;
  /** `described`: nothing was declared that could be judged. */
  readonly verdict: LabelChoiceVerdict | TreatmentMaskingVerdict | "described";
  readonly reason?: Reason;
  /** `local`: needs rows, and does not merge between hospitals. */
  readonly scope: "local" | "counts";
  readonly exploratory: boolean;
  readonly numbers: readonly FindingNumber[];
  readonly tables: readonly FindingTable[];
  readonly charts: readonly FindingChart[];
  readonly source: readonly string[];
}

export type FindingUnit = "probability" | "proportion" | "log-odds" | "ratio" | "count" | "number" | "p";

export interface FindingNumber {
  readonly id: string;
  readonly label: string;
  readonly unit: FindingUnit;
  /** `null` with a reason where it cannot be had. Never NaN. */
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly reason?: Reason;
}

export interface FindingTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly unit: FindingUnit | "text" }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Lines over one of the finding's tables: its columns of the x axis, the y axis, the band, and the one that names the line. */
export interface FindingChart {
  readonly id: string;
  readonly title: string;
  readonly table: string;
  readonly x: string;
  readonly y: string;
  readonly low?: string;
  readonly high?: string;
  readonly series?: string;
}
