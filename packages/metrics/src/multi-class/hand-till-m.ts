import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { acrossClasses, type ClassRows, membersOf, pairwiseAuroc, unmet } from "./class-rows.ts";

/**
 * Hand and Till's M: over unordered pairs of classes, the mean AUROC of telling the two apart among their own rows, each
 * pair once by either class's probability. It does not depend on how common the classes are.
 *
 * Units       probability, 0 to 1; 0.5 is uninformative.
 * Error       DeLong's placements summed over the pairs that a row is in; logit scale, t.
 * Undefined   ONE_CLASS where any class has no row; WEIGHTED_ROWS. Without an interval where a class has one row.
 *
 * @see Hand & Till (2001) Mach Learn 45:171-186, doi:10.1023/A:1010920819831.
 */
export const handTillMMetric: OutcomeMetric<ClassRows> = {
  id: "handTillM",
  name: "Hand–Till M",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0.5,
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: true,
  requires: { score: "probability" },
  source: ["doi:10.1023/A:1010920819831", "doi:10.2307/2531595"],
  point(rows) {
    const members = membersOf(rows);
    const fault = unmet(rows, members);
    if (fault !== undefined) return fault;
    return meanOverPairs(rows, members, (a) => rows.probability[a]!, false);
  },
};

/**
 * Ordinal concordance: of a row of a higher class and one of a lower, the chance that the first has the higher expected
 * class, averaged over pairs of classes. For classes in order.
 *
 * Units       probability, 0 to 1; 0.5 is uninformative.
 * Error, Undefined  as Hand and Till's M.
 *
 * @see Van Calster, Van Belle, Vergouwe & Steyerberg (2012) Biom J 54:674-685, doi:10.1002/bimj.201200026.
 */
export const ordinalC: OutcomeMetric<ClassRows> = {
  ...handTillMMetric,
  id: "ordinalC",
  name: "Ordinal C",
  source: ["doi:10.1002/bimj.201200026", "doi:10.2307/2531595"],
  point(rows) {
    const members = membersOf(rows);
    const fault = unmet(rows, members);
    if (fault !== undefined) return fault;
    const expected = rows.classOf.map((_, i) => rows.probability.reduce((sum, p, k) => sum + k * p[i]!, 0));
    return meanOverPairs(rows, members, () => expected, true);
  },
};

/** Mean AUROC over ordered pairs of classes, each by the upper class's score; of classes in order, each pair once. */
function meanOverPairs(
  { classOf, probability }: ClassRows,
  members: readonly (readonly number[])[],
  scoreOf: (upper: number) => Float64Array,
  inOrder: boolean,
) {
  const classes = probability.length;
  const pairs = (classes * (classes - 1)) / (inOrder ? 2 : 1);
  const influence = new Float64Array(classOf.length);
  let value = 0;
  for (let a = 0; a < classes; a++) {
    for (let b = 0; b < classes; b++) {
      if (a === b || (inOrder && a < b)) continue;
      const score = scoreOf(a);
      const [upper, lower] = [members[a]!, members[b]!];
      const pick = (of: readonly number[]): Float64Array => Float64Array.from(of, (i) => score[i]!);
      const pair = pairwiseAuroc(pick(upper), pick(lower));
      value += pair.value / pairs;
      upper.forEach((row, i) => {
        influence[row]! += (pair.ofUpper[i]! - pair.value) / upper.length / pairs;
      });
      lower.forEach((row, i) => {
        influence[row]! += (pair.ofLower[i]! - pair.value) / lower.length / pairs;
      });
    }
  }
  return acrossClasses(value, influence, members);
}
