import { type Undefined, undefinedBecause } from "../result.ts";

/** Predictions over several exclusive classes. */
export interface MultiClass {
  /** Class of each patient, 0 to classes − 1. */
  readonly outcome: ArrayLike<number>;
  /** `probability[k][i]`: that patient i is of class k. */
  readonly probability: readonly ArrayLike<number>[];
}

/** Rows of each class. */
export function classRows({ outcome, probability }: MultiClass): number[][] {
  const rows: number[][] = probability.map(() => []);
  for (let i = 0; i < outcome.length; i++) {
    const of = rows[outcome[i]!];
    if (of === undefined) {
      throw new RangeError(
        `outcome ${outcome[i]} at row ${i} is no class of 0 to ${probability.length - 1}. Leave such rows out, or give its probabilities.`,
      );
    }
    of.push(i);
  }
  return rows;
}

/** What is wrong with the input, if anything: fewer than two classes, a class without a patient, no patient. */
export function lackingClass(multiClass: MultiClass): Undefined | undefined {
  if (multiClass.outcome.length === 0) return undefinedBecause("NO_ROWS");
  const rows = classRows(multiClass);
  return rows.length < 2 || rows.some((r) => r.length === 0) ? undefinedBecause("ONE_CLASS") : undefined;
}
