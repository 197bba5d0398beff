import { normalUpperTail } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { Proportion } from "./proportion.ts";
import { differenceError, farringtonManningZ, miettinenNurminenZ } from "./proportion-difference.ts";

/** A difference of two proportions (first − second) tested against −margin and +margin. */
export interface MarginTest {
  readonly difference: number;
  /** Against −margin, and the one-sided p that the first is not worse by the margin (higher being better). */
  readonly zLower: number;
  readonly pNonInferior: number;
  /** Against +margin, and the one-sided p that the first is not better by the margin. */
  readonly zUpper: number;
  readonly pUpper: number;
  /** Of equivalence within the margin: the greater of the two. */
  readonly pEquivalent: number;
  /** Farrington and Manning's, without N/(N − 1). */
  readonly farringtonManning: { readonly zLower: number; readonly pNonInferior: number };
  /** Wald's, to check another's report only; null where the standard error is 0. */
  readonly waldNonInferior: number | null;
}

/**
 * Non-inferiority and equivalence of two independent proportions within a margin above 0 that was declared beforehand,
 * by Miettinen and Nurminen's score statistic at the margin. With few rows equivalence cannot be shown, which is right.
 * Undefined (NO_ROWS) where a side is empty.
 *
 * @see Farrington & Manning (1990) Stat Med 9:1447-1454; Schuirmann (1987) J Pharmacokinet Biopharm 15:657-680.
 */
export function proportionMarginTest(first: Proportion, second: Proportion, margin: number): MarginTest | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const difference = first.hits / first.rows - second.hits / second.rows;
  const zLower = miettinenNurminenZ(first, second, -margin);
  const zUpper = miettinenNurminenZ(first, second, margin);
  const pNonInferior = normalUpperTail(zLower);
  const pUpper = normalUpperTail(-zUpper);
  const farrington = farringtonManningZ(first, second, -margin);
  const error = differenceError(first, second);
  return {
    difference,
    zLower,
    pNonInferior,
    zUpper,
    pUpper,
    pEquivalent: Math.max(pNonInferior, pUpper),
    farringtonManning: { zLower: farrington, pNonInferior: normalUpperTail(farrington) },
    waldNonInferior: error > 0 ? normalUpperTail((difference + margin) / error) : null,
  };
}
