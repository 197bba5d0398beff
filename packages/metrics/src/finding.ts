import type { ClaimVerdictOfAll } from "./claims/acceptance.ts";
import type { CohortVerdict } from "./cohort-comparison/representativeness.ts";
import type { UpdateVerdict } from "./updating/update-verdict.ts";
import type { LabelChoiceVerdict } from "./label-choice/label-choice-verdict.ts";
import type { AcceptanceVerdict } from "./model-change/acceptance.ts";
import type { ReferenceVerdict } from "./model-run/reference-agreement.ts";
import type { MonitoringVerdict } from "./monitoring/population-result.ts";
import type { Label } from "./phrases.ts";
import type { Interval, Reason } from "./result.ts";
import type { NegativeControlVerdict } from "./treatment-masking/negative-control.ts";
import type { ShapeVerdict } from "./treatment-masking/shape-verdict.ts";
import type { ReadingVerdict } from "./screening/reading-verdict.ts";
import type { TreatmentMaskingVerdict } from "./treatment-masking/treatment-masking-verdict.ts";

/** Analyses beside the metrics, in the report's order. A new one is a line here, and words for it in every language. */
export const FINDING_KINDS = [
  "greatest-gap",
  "shrinkage",
  "criteria-conflict",
  "calibration-within-groups",
  "net-benefit-between-groups",
  "missingness",
  "verification",
  "label-choice",
  "proxy-association",
  "treatment-masking",
  "model-run",
  "model-probe",
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
  readonly verdict:
    | LabelChoiceVerdict
    | TreatmentMaskingVerdict
    | ShapeVerdict
    | NegativeControlVerdict
    | ReferenceVerdict
    | ClaimVerdictOfAll
    | CohortVerdict
    | UpdateVerdict
    | "described"
    | MonitoringVerdict
    | ReadingVerdict
    | AcceptanceVerdict;
  readonly reason?: Reason;
  /** `local`: needs rows, and does not merge between hospitals. */
  readonly scope: "local" | "counts";
  readonly exploratory: boolean;
  /** The finding for a reader who knows nothing of the method: what is wrong, for whom, how many, why. */
  readonly lead?: readonly FindingLead[];
  /** What a reader must be told besides: a limit, what the verdict does not say. */
  readonly notes?: readonly Label[];
  /** How it was made: choices that were open, declared margins, procedures. */
  readonly choices?: readonly Label[];
  readonly numbers: readonly FindingNumber[];
  readonly tables: readonly FindingTable[];
  readonly charts: readonly FindingChart[];
  readonly source: readonly string[];
}

export const FINDING_HEADS = ["what", "whom", "howMany", "why"] as const;

/** Sentences under one of the questions that a reader asks. */
export interface FindingLead {
  readonly head: (typeof FINDING_HEADS)[number];
  readonly text: readonly Label[];
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
  /** Made from the tally alone, in a finding that otherwise needs rows. */
  readonly scope?: "counts";
  readonly columns: readonly { readonly id: string; readonly label: Label; readonly unit: FindingUnit | "text" }[];
  /** Numbers, the plan's own words, or phrases; null where there is nothing. */
  readonly rows: readonly (readonly (Label | number | null)[])[];
}

/** How a table is drawn: lines with bands, grouped bars, dots with intervals (as in a forest plot), or tiles of a heat map. */
export const FINDING_MARKS = ["lines", "bars", "intervals", "tiles"] as const;

/** What a reference line stands for: where nothing would be wrong, a declared margin or threshold, a control limit. */
export const FINDING_RULES = ["ideal", "margin", "threshold", "limit"] as const;

/**
 * One of the finding's tables drawn, its columns named. `x` is a column of numbers, or of words (periods, sites,
 * measures), which keep the table's order; of bars and intervals always taken as words. A mark of `intervals` or `bars`
 * with a cell missing shows the row without it.
 */
export interface FindingChart {
  readonly id: string;
  readonly title: Label;
  readonly table: string;
  /** Lines where absent. */
  readonly mark?: (typeof FINDING_MARKS)[number];
  readonly x: string;
  readonly y: string;
  readonly low?: string;
  readonly high?: string;
  /** Tells lines, bars or dots at the same x apart: by colour and by dash or shape. */
  readonly series?: string;
  /** Of bars and intervals: rows are grouped under this column's words. */
  readonly facet?: string;
  /** Of tiles: the column with the number of each tile, which is printed in it. */
  readonly value?: string;
  /** Of tiles: the value without colour; 0 where absent. */
  readonly centre?: number;
  /** Of tiles: what the line means that parts those above the centre from those below it. Without it there is no line. */
  readonly boundary?: Label;
  /** The axis of values is logarithmic, as ratios need. Of lines and intervals. */
  readonly log?: boolean;
  readonly rules?: readonly FindingRule[];
}

/** A reference line across the chart at a value of one of its columns. Of lines on either; of bars and intervals on `y`. */
interface FindingRule {
  readonly axis: "x" | "y";
  /** A number, or where x is words one of them. */
  readonly at: number | string;
  readonly kind: (typeof FINDING_RULES)[number];
  readonly label: Label;
}
