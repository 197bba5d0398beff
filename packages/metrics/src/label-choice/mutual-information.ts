import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { type Contingency, crossTabulate } from "./contingency.ts";

/** Likelihood-ratio test of independence: 2n × the mutual information, against χ². */
export interface GTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface MutualInformation {
  /** Plug-in estimate, in nats; ≥ 0 and biased upwards. */
  readonly nats: number;
  /** Miller and Madow's correction of the three entropies by the cells that occur; can be slightly negative. */
  readonly millerMadow: number;
  /** What the plug-in estimate averages when there is nothing: df/(2n). */
  readonly nullExpectation: number;
  /** Share of the group's entropy that the feature tells: 1 names everybody's group. */
  readonly shareOfGroupEntropy: number;
  readonly test: GTest;
  readonly rows: number;
}

/**
 * How much a feature tells of the group, in nats. Reads codes only, so it sees any form of association, and a feature
 * of many levels seems to tell something by chance alone: compare with `nullExpectation`.
 *
 * `feature` and `group` are codes; a NaN leaves the row out. Assumes independent rows.
 * Undefined: NO_ROWS; EMPTY_GROUP where one group alone occurs; CONSTANT_VALUE where the feature has one level.
 * @see Cover & Thomas (2006) Elements of Information Theory, 2nd ed., ch. 2; Miller (1955) on the bias.
 */
export function mutualInformation(feature: ArrayLike<number>, group: ArrayLike<number>): MutualInformation | Undefined {
  const table = crossTabulate(feature, group);
  if (table.total === 0) return undefinedBecause("NO_ROWS");
  if (table.columnTotals.length < 2) return undefinedBecause("EMPTY_GROUP");
  if (table.rowTotals.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const { total, degreesOfFreedom } = table;
  const nats = informationOf(table);
  const occupied = table.counts.reduce((cells, row) => cells + row.filter((count) => count > 0).length, 0);
  const excess = occupied - table.rowTotals.length - table.columnTotals.length + 1;
  return {
    nats,
    millerMadow: nats - excess / (2 * total),
    nullExpectation: degreesOfFreedom / (2 * total),
    shareOfGroupEntropy: nats / entropyOf(table.columnTotals, total),
    test: gTest(2 * total * nats, degreesOfFreedom),
    rows: total,
  };
}

export interface ConditionalInformation {
  readonly nats: number;
  readonly nullExpectation: number;
  readonly test: GTest;
  readonly rows: number;
  readonly strata: number;
  /** Some expected count is under 1, or a fifth under 5: χ² is not to be trusted, take a permutation p. */
  readonly sparse: boolean;
}

/**
 * How much a feature still tells of the group among rows with the same need: the mutual information within each stratum,
 * averaged by its rows. It answers whether the feature carries the group beyond what need explains.
 *
 * Undefined: NO_ROWS; CONSTANT_VALUE where no stratum holds two levels of both.
 */
export function conditionalInformation(
  feature: ArrayLike<number>,
  group: ArrayLike<number>,
  stratum: ArrayLike<number>,
): ConditionalInformation | Undefined {
  const members = new Map<number, number[]>();
  for (let i = 0; i < feature.length; i++) {
    if (Number.isNaN(stratum[i]!)) continue;
    const list = members.get(stratum[i]!);
    if (list === undefined) members.set(stratum[i]!, [i]);
    else list.push(i);
  }
  const tables = [...members.values()].map((rows) => crossTabulate(feature, group, rows)).filter((t) => t.total > 0);
  const rows = tables.reduce((n, t) => n + t.total, 0);
  if (rows === 0) return undefinedBecause("NO_ROWS");
  const degreesOfFreedom = tables.reduce((df, t) => df + t.degreesOfFreedom, 0);
  if (degreesOfFreedom === 0) return undefinedBecause("CONSTANT_VALUE");
  const nats = tables.reduce((total, t) => total + (t.total / rows) * informationOf(t), 0);
  return {
    nats,
    nullExpectation: degreesOfFreedom / (2 * rows),
    test: gTest(2 * rows * nats, degreesOfFreedom),
    rows,
    strata: tables.length,
    sparse: isSparse(tables),
  };
}

function informationOf({ counts, rowTotals, columnTotals, total }: Contingency): number {
  let nats = 0;
  counts.forEach((row, r) => {
    row.forEach((count, c) => {
      if (count > 0) nats += (count / total) * Math.log((count * total) / (rowTotals[r]! * columnTotals[c]!));
    });
  });
  return Math.max(0, nats);
}

function entropyOf(totals: Float64Array, total: number): number {
  return totals.reduce((nats, count) => (count > 0 ? nats - (count / total) * Math.log(count / total) : nats), 0);
}

function gTest(statistic: number, degreesOfFreedom: number): GTest {
  return { statistic, degreesOfFreedom, p: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

function isSparse(tables: readonly Contingency[]): boolean {
  let cells = 0;
  let small = 0;
  let least = Infinity;
  for (const { rowTotals, columnTotals, total, degreesOfFreedom } of tables) {
    if (degreesOfFreedom === 0) continue;
    for (const r of rowTotals) {
      for (const c of columnTotals) {
        const expected = (r * c) / total;
        cells += 1;
        if (expected < 5) small += 1;
        if (expected < least) least = expected;
      }
    }
  }
  return least < 1 || small > cells / 5;
}
