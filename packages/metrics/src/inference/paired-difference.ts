import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { twoSidedP } from "./wald.ts";

export interface PairedDifference {
  readonly value: number;
  readonly standardError: number;
  /** Absent where the standard error is 0: every row differs by the same amount. */
  readonly z?: number;
  readonly p?: number;
}

/**
 * Mean of differences measured on the same rows, with sd/√n (linearised where weighted), z and its two-sided p. Assumes
 * independent rows. Undefined: NO_ROWS; MISSING_INPUT where a difference is NaN (which rows to leave out is the caller's
 * to say and to count).
 */
export function pairedDifference(differences: Float64Array, weights?: Float64Array): PairedDifference | Undefined {
  const n = differences.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  if (differences.some(Number.isNaN)) return undefinedBecause("MISSING_INPUT");
  const weight = weights === undefined ? n : sum(weights);
  const value = sum(weights === undefined ? differences : differences.map((d, i) => d * weights[i]!)) / weight;
  const squares = sum(differences.map((d, i) => ((weights?.[i] ?? 1) * (d - value)) ** 2));
  const standardError = n < 2 ? 0 : Math.sqrt((n / (n - 1)) * squares) / weight;
  if (!(standardError > 0)) return { value, standardError };
  const z = value / standardError;
  return { value, standardError, z, p: twoSidedP(z) };
}
