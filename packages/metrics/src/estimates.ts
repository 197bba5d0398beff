import type { Flag, Interval, Reason } from "./result.ts";

/** Why there is a value without an interval. */
export const INTERVALS_WITHHELD = [
  "rows not independent",
  "no standard error",
  "too few blocks",
  "not smooth",
  "not resampled",
  "too few events",
] as const;
export type IntervalWithheld = (typeof INTERVALS_WITHHELD)[number];

/** One metric on one subgroup: the one result shape everywhere. */
export interface Estimate {
  readonly metric: string;
  readonly threshold?: number;
  readonly subgroup: string;
  readonly status: "estimated" | "undefined";
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Used for verdicts instead of `interval` where present (methods A2). */
  readonly guardedInterval?: Interval;
  /** Why there is no interval though there is a value. */
  readonly intervalWithheld?: IntervalWithheld;
  /** How the interval was resampled; the error that its limits have only because replicates are finite in number. */
  readonly resampling?: {
    readonly replicates: number;
    /** Replicates that lacked, say, a class and were drawn anew. */
    readonly redrawn: number;
    readonly monteCarloError: { readonly low: number; readonly high: number };
  };
  /**
   * For a metric that chance alone lifts: what it would be were every prediction right, on average and at most (centile
   * (1 + level)/2 of so many simulations of these patients' outcomes), or why that is not known.
   */
  readonly underPerfectCalibration?:
    | { readonly mean: number; readonly upper: number; readonly replicates: number }
    | { readonly reason: Reason };
  readonly standardError: number | null;
  /** Rows analysed (with a score and a known outcome) and events among them. */
  readonly n: number;
  readonly events: number;
  /** Kish effective rows, where weighted. */
  readonly nEffective?: number;
  readonly flags: readonly Flag[];
  readonly reason?: Reason;
}

/** The six verdicts of a declared margin (methods E6), and two for what cannot be judged. */
export const VERDICTS = [
  "equivalent",
  "equivalent_but_different",
  "difference_of_uncertain_relevance",
  "inequity_demonstrated",
  "inconclusive",
  "not_estimable",
  "margin_not_declared",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A subgroup against its reference, or against the rest, in one metric. */
export interface Contrast {
  readonly metric: string;
  readonly threshold?: number;
  readonly subgroup: string;
  readonly against: { readonly kind: "reference" | "rest"; readonly subgroup: string; readonly reason?: string };
  /** `difference`: subgroup − comparator, 0 is none; `ratio`: subgroup / comparator, 1 is none. */
  readonly scale: "difference" | "ratio";
  readonly status: "estimated" | "undefined";
  readonly value: number | null;
  readonly interval: Interval | null;
  /** The interval the verdict was read from, where it is not `interval` (guarded, or Miettinen–Nurminen). */
  readonly verdictInterval?: Interval;
  readonly p: number | null;
  /** Of the contrast itself (of its logarithm for a ratio), where patients have several rows: by the jackknife over blocks. */
  readonly standardError?: number;
  /** Adjusted over the declared family; absent for contrasts outside it. */
  readonly pAdjusted?: number;
  /** Over all contrasts outside the family (Benjamini–Hochberg): a screen, never a verdict. */
  readonly falseDiscoveryRate?: number;
  readonly inFamily: boolean;
  readonly margin: { readonly low: number; readonly high: number } | null;
  readonly verdict: Verdict;
  /** Smallest gap (same scale) that these numbers could have shown with 80 % power; design-based, never observed power. */
  readonly smallestDetectableGap: number | null;
  /**
   * Where the verdict is inconclusive: rows of this subgroup, its comparator growing alike, with which no gap at all
   * would be shown equivalent within the margin with 80 % power. Absent where nothing says.
   */
  readonly rowsNeeded?: number;
  readonly reason?: Reason;
  readonly flags: readonly Flag[];
}
