import { countScores } from "../count-scores.ts";
import { delong } from "../discrimination/delong.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { classRows, lackingClass, type MultiClass } from "./multi-class.ts";

/**
 * AUROC of each class against all the others, in class order: the table to read before any average of it.
 *
 * A class without a patient, or that has them all, is ONE_CLASS.
 */
export function oneVsRestAurocs(multiClass: MultiClass): (number | Undefined)[] {
  const rows = classRows(multiClass);
  const n = multiClass.outcome.length;
  return multiClass.probability.map((score, k) => {
    if (rows[k]!.length === 0 || rows[k]!.length === n) return undefinedBecause("ONE_CLASS");
    const isClass = Array.from(multiClass.outcome, (y) => (y === k ? 1 : 0));
    return delong(countScores(score, isClass)).value;
  });
}

export interface MeanAuroc {
  /** Each class counts the same. */
  readonly macro: number;
  /** Each class counts by its share of patients. */
  readonly weighted: number;
}

/** Means of the one-vs-rest AUROCs. Undefined (ONE_CLASS) where any class is: a mean would hide that it is missing. */
export function meanOneVsRest(multiClass: MultiClass): MeanAuroc | Undefined {
  const lacking = lackingClass(multiClass);
  if (lacking !== undefined) return lacking;
  const values = oneVsRestAurocs(multiClass);
  const share = classRows(multiClass).map((r) => r.length / multiClass.outcome.length);
  let macro = 0;
  let weighted = 0;
  for (const [k, value] of values.entries()) {
    if (typeof value !== "number") return value;
    macro += value / values.length;
    weighted += value * share[k]!;
  }
  return { macro, weighted };
}

/**
 * Hand and Till's M: over unordered pairs of classes, the mean AUROC of telling the two apart among their own patients,
 * each pair once by either class's probability. Not affected by how common the classes are.
 *
 * @see Hand & Till (2001) Mach Learn 45:171-186, doi:10.1023/A:1010920819831.
 */
export function handTillM(multiClass: MultiClass): number | Undefined {
  const lacking = lackingClass(multiClass);
  if (lacking !== undefined) return lacking;
  const { probability } = multiClass;
  const rows = classRows(multiClass);
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < rows.length; a++) {
    for (let b = 0; b < rows.length; b++) {
      if (a === b) continue;
      const both = [...rows[a]!, ...rows[b]!];
      const score = both.map((i) => probability[a]![i]!);
      const isFirst = both.map((_, j) => (j < rows[a]!.length ? 1 : 0));
      sum += delong(countScores(score, isFirst)).value;
      pairs += 1;
    }
  }
  return sum / pairs;
}
