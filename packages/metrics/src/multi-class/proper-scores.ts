import { meanOf, pointOf } from "../continuous/amount-rows.ts";
import type { OutcomeMetric, RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { ClassRows } from "./class-rows.ts";

/**
 * Brier score over classes: the mean over rows of the sum over classes of (happened − probability)². Some programs halve
 * it.
 *
 * It depends on how common the classes are, so it does not compare subgroups that differ in that.
 *
 * Units       squared probability, 0 to 2; 0 is ideal.
 * Error       of a mean, linearised where rows are weighted; log scale, t.
 * Undefined   NO_ROWS.
 *
 * @see Brier (1950) Mon Weather Rev 78:1-3.
 */
export const multiClassBrier: OutcomeMetric<ClassRows> = {
  id: "multiClassBrier",
  name: "Brier score over classes",
  family: "calibration",
  unit: "score",
  range: [0, 2],
  ideal: 0,
  better: "lower",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "log",
  flagsFewEvents: false,
  requires: { score: "probability" },
  source: ["doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2"],
  point: (rows) =>
    meanPoint(rows, (i) =>
      rows.probability.reduce((sum, p, k) => sum + ((rows.classOf[i] === k ? 1 : 0) - p[i]!) ** 2, 0),
    ),
};

/**
 * Log loss over classes: the mean of −log of the probability given to the class that happened.
 *
 * Units       nats, 0 to infinity; 0 is ideal. Infinite where a class of probability 0 happened, flagged
 *             IMPOSSIBLE_PREDICTION, and then without an interval.
 * Error, Undefined  as of the Brier score over classes.
 *
 * @see Good (1952) J R Stat Soc B 14:107-114.
 */
export const multiClassLogLoss: OutcomeMetric<ClassRows> = {
  ...multiClassBrier,
  id: "multiClassLogLoss",
  name: "Log loss over classes",
  range: [0, Infinity],
  source: ["doi:10.1111/j.2517-6161.1952.tb00104.x"],
  point(rows) {
    const given = (i: number): number => rows.probability[rows.classOf[i]!]![i]!;
    if (rows.classOf.some((_, i) => given(i) === 0)) return { value: Infinity, flags: ["IMPOSSIBLE_PREDICTION"] };
    return meanPoint(rows, (i) => -Math.log(given(i)));
  },
};

function meanPoint({ classOf, weight }: ClassRows, of: (i: number) => number): RowsPoint | Undefined {
  if (classOf.length === 0) return undefinedBecause("NO_ROWS");
  const whole = weight?.reduce((sum, w) => sum + w, 0) ?? classOf.length;
  const share = classOf.map((_, i) => (weight?.[i] ?? 1) / whole);
  const value = classOf.map((_, i) => of(i));
  const mean = meanOf(share, (i) => value[i]!);
  const influence = value.map((v, i) => share[i]! * (v - mean));
  return pointOf(mean, influence, "carried");
}
