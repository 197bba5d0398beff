import type { Ledger } from "./ledger.ts";

/** Outcome codes of a cohort and a tally. A missing outcome is a level of its own, never a non-event. */
export const NON_EVENT = 0;
export const EVENT = 1;
export const UNKNOWN = 2;

/** One attribute of the cohort, coded. Level 0 is always "not recorded", whether or not a row has it. */
export interface Attribute {
  readonly id: string;
  readonly label: string;
  /** `levels[code]`; `levels[0]` is `NOT_RECORDED`. */
  readonly levels: readonly string[];
  /** Declared reference level and why; absent where the plan compares against the rest only. */
  readonly reference?: { readonly level: string; readonly reason: string };
  /** Level code of each row; length `rows`. */
  readonly codes: Uint16Array;
}

export const NOT_RECORDED = "not recorded";

/**
 * The rows under audit, one per unit of analysis, as columns. Made by `read`; never mutated.
 *
 * Every array has length `rows`. `score` is NaN where the source had none; `outcome` is `UNKNOWN` where it had none;
 * such rows are kept, so that sums over subgroups equal the total and missingness per subgroup can be counted.
 */
export interface Cohort {
  readonly rows: number;
  readonly scoreKind: "probability" | "ordinal";
  readonly score: Float64Array;
  readonly outcome: Uint8Array;
  readonly attributes: readonly Attribute[];
  /** Block of each row's patient (a hash of the identifier to `blocks` values); absent where the plan names no patient identifier. */
  readonly block?: Uint16Array;
  readonly blocks: number;
  /** Distinct patients and whether any has more than one row; `undefined` where no identifier is named. */
  readonly patients?: { readonly distinct: number; readonly repeated: boolean };
  /** Sampling weights, > 0; absent where the plan names none (every row then counts 1). */
  readonly weight?: Float64Array;
  readonly site?: Attribute;
  readonly period?: Attribute;
  /** Continuous labels by id (cost, number of conditions); NaN where missing. */
  readonly labels: ReadonlyMap<string, Float64Array>;
  readonly ledger: Ledger;
}
