import { type Undefined, undefinedBecause } from "../result.ts";
import { classRows, type MultiClass } from "./multi-class.ts";

export interface Agreement {
  /** Share of patients whose most probable class is their own. */
  readonly accuracy: number;
  /** Cohen's, beyond what the two margins would give by chance; `undefined` values where chance agreement is complete. */
  readonly kappa: number | Undefined;
  /** Disagreement counted by the distance of ordered classes. */
  readonly kappaLinear: number | Undefined;
  /** … by its square. */
  readonly kappaQuadratic: number | Undefined;
  /** `confusion[happened][predicted]`, patients. Kappa means nothing without it. */
  readonly confusion: readonly (readonly number[])[];
}

/**
 * Agreement of the most probable class (of equals, the first) with what happened.
 *
 * To call the most probable class is seldom the clinical decision, and none of these is a proper score: for an appendix.
 * Linear and quadratic kappa suppose that the classes are in order.
 *
 * @see Cohen (1968) Psychol Bull 70:213-220.
 */
export function mostProbableAgreement(multiClass: MultiClass): Agreement | Undefined {
  const { outcome, probability } = multiClass;
  const n = outcome.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  classRows(multiClass);
  const classes = probability.length;
  const confusion = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let k = 1; k < classes; k++) if (probability[k]![i]! > probability[best]![i]!) best = k;
    confusion[outcome[i]!]![best]! += 1;
  }
  const agreed = confusion.reduce((sum, row, k) => sum + row[k]!, 0);
  return {
    accuracy: agreed / n,
    kappa: weightedKappa(confusion, (a, b) => (a === b ? 0 : 1)),
    kappaLinear: weightedKappa(confusion, (a, b) => Math.abs(a - b)),
    kappaQuadratic: weightedKappa(confusion, (a, b) => (a - b) ** 2),
    confusion,
  };
}

/** 1 − observed/expected disagreement; ZERO_DENOMINATOR where both margins hold one and the same class only. */
function weightedKappa(
  confusion: readonly (readonly number[])[],
  apart: (a: number, b: number) => number,
): number | Undefined {
  const happened = confusion.map((row) => row.reduce((a, b) => a + b, 0));
  const predicted = confusion.map((_, k) => confusion.reduce((sum, row) => sum + row[k]!, 0));
  const n = happened.reduce((a, b) => a + b, 0);
  let observed = 0;
  let expected = 0;
  for (const [a, row] of confusion.entries()) {
    for (const [b, count] of row.entries()) {
      observed += apart(a, b) * count;
      expected += (apart(a, b) * happened[a]! * predicted[b]!) / n;
    }
  }
  return expected === 0 ? undefinedBecause("ZERO_DENOMINATOR") : 1 - observed / expected;
}
