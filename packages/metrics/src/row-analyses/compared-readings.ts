import type { AuditPlan } from "@auscult/core";

export type ReadersPlan = NonNullable<AuditPlan["readers"]>;

/** Two strategies on the people of whom both are known, one value a person. */
export interface Compared {
  readonly names: readonly [first: string, second: string];
  readonly margin: number;
  readonly reason: string;
  /** Flagged by each. */
  readonly flagged: readonly [first: Uint8Array, second: Uint8Array];
  /** Recalled by each: flagged and, where readers decide together, recalled by them. */
  readonly recalled: readonly [first: Uint8Array, second: Uint8Array];
  readonly verified: Uint8Array;
  /** 1 or 0 where verified. */
  readonly disease: Uint8Array;
  /** Rows of the cohort. */
  readonly rows: Uint32Array;
  /** Rows left out because a reading, or the recall, is missing. */
  readonly leftOut: number;
}

/** One flag is enough, also where another reading is missing; without one, a missing reading leaves it open. */
export function anyOf(flags: readonly Float64Array[], row: number): number {
  let missing = false;
  for (const of of flags) {
    if (of[row] === 1) return 1;
    if (Number.isNaN(of[row]!)) missing = true;
  }
  return missing ? Number.NaN : 0;
}
