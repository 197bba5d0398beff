import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { acrossClasses, type ClassRows, countUpTo, membersOf, unmet } from "./class-rows.ts";

/**
 * Polytomous discrimination index (PDI): of sets of one row from each class, the mean share in which the row of class k has
 * the highest probability of class k, averaged over k; rows that tie for the highest share it.
 *
 * Units       probability, 0 to 1; with K classes 1/K is uninformative.
 * Error       of the sets that each row is in, in its own place and in the places of others; logit scale, t.
 * Undefined   ONE_CLASS where any class has no row; WEIGHTED_ROWS. Without an interval where a class has one row.
 *
 * @see Van Calster et al. (2012) Eur J Epidemiol 27:761-770; Dover, Islam, Kass & Cook (2021) Stat Med 40:4713-4731.
 */
export const polytomousDiscriminationMetric: OutcomeMetric<ClassRows> = {
  id: "polytomousDiscrimination",
  name: "Polytomous discrimination index",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: true,
  requires: { score: "probability" },
  source: ["doi:10.1007/s10654-012-9733-3", "doi:10.1002/sim.9077"],
  point(rows) {
    const members = membersOf(rows);
    const fault = unmet(rows, members);
    if (fault !== undefined) return fault;
    const classes = members.length;
    const influence = new Float64Array(rows.classOf.length);
    let value = 0;
    for (let k = 0; k < classes; k++) value += addClass(k, rows, members, influence) / classes;
    return acrossClasses(value, influence, members);
  },
};

/** The index of class k; what each row moved it by is added to `influence`, over the number of classes. */
function addClass(
  k: number,
  { probability }: ClassRows,
  members: readonly (readonly number[])[],
  influence: Float64Array,
): number {
  const classes = members.length;
  const score = probability[k]!;
  const own = members[k]!.toSorted((a, b) => score[a]! - score[b]!);
  const ownScore = Float64Array.from(own, (i) => score[i]!);
  const others = members.flatMap((of, c) =>
    c === k ? [] : [{ of, sorted: Float64Array.from(of, (i) => score[i]!).toSorted() }],
  );
  const lower = others.map(({ sorted }) => ownScore.map((s) => countUpTo(sorted, s, false) / sorted.length));
  const tied = others.map(({ sorted }, c) =>
    ownScore.map((s, j) => countUpTo(sorted, s, true) / sorted.length - lower[c]![j]!),
  );
  const share = ownScore.map((_, j) => shareOf(tiesAmong(lower, tied, j), 0));
  const mean = share.reduce((sum, v) => sum + v, 0) / own.length;
  own.forEach((row, j) => {
    influence[row]! += (share[j]! - mean) / own.length / classes;
  });
  for (const [c, { of }] of others.entries()) {
    // What a set is worth to the row of class k where the row of class c is lower, and where it ties, from the top down.
    const without = own.map((_, j) => tiesAmong(lower, tied, j, c));
    const above = sumsFromTop(without.map((chance) => shareOf(chance, 0)));
    const level = sumsFromTop(without.map((chance) => shareOf(chance, 1)));
    for (const row of of) {
      const beyond = countUpTo(ownScore, score[row]!, true);
      const at = countUpTo(ownScore, score[row]!, false);
      const worth = (above[beyond]! + level[at]! - level[beyond]!) / own.length;
      influence[row]! += (worth - mean) / of.length / classes;
    }
  }
  return mean;
}

/** `chance[t]`: that t of the other classes' rows tie with row j of class k and the rest are lower; class `but` left out. */
function tiesAmong(
  lower: readonly Float64Array[],
  tied: readonly Float64Array[],
  j: number,
  but?: number,
): readonly number[] {
  let chance = [1];
  for (let c = 0; c < lower.length; c++) {
    if (c === but) continue;
    chance = [...chance, 0].map((p, t) => p * lower[c]![j]! + (t === 0 ? 0 : chance[t - 1]! * tied[c]![j]!));
  }
  return chance;
}

/** The share of a set that a row has which ties with t others, and `more` besides. */
function shareOf(chance: readonly number[], more: number): number {
  return chance.reduce((sum, p, t) => sum + p / (t + 1 + more), 0);
}

/** `sums[i]`: over the entries from i on. */
function sumsFromTop(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i--) sums[i] = sums[i + 1]! + values[i]!;
  return sums;
}
