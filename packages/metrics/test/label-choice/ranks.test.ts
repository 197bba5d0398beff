import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRanks, inclusionInTop, isUndefined, percentiles, rankBins, shareInTop } from "../../src/index.ts";

const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 });

describe("average ranks and percentiles", () => {
  test("a row's rank is one more than those below it and half of those tied with it", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const { rank, total } = averageRanks(Float64Array.from(list));
        expect(total).toBe(list.length);
        list.forEach((s, i) => {
          const below = list.filter((t) => t < s).length;
          const tied = list.filter((t) => t === s).length;
          expect(rank[i]).toBe(below + (tied + 1) / 2);
        });
      }),
    );
  });

  test("a whole weight is as many rows, but for half a row at the ends", () => {
    const weighted = averageRanks(Float64Array.of(1, 2, 3), Float64Array.of(2, 2, 2));
    expect([...percentiles(weighted)]).toEqual([...percentiles(averageRanks(Float64Array.of(1, 2, 3)))]);
    const heavier = averageRanks(Float64Array.of(1, 2, 3), Float64Array.of(20, 20, 20));
    expect([...percentiles(heavier)]).toEqual([...percentiles(weighted)]);
  });

  test("a row without a score has no rank and is not counted", () => {
    const ranking = averageRanks(Float64Array.of(5, Number.NaN, 4));
    expect([...ranking.rank]).toEqual([2, Number.NaN, 1]);
    expect(ranking.total).toBe(2);
    expect([...rankBins(ranking, 2)]).toEqual([1, -1, 0]);
  });

  test("infinite scores are the first and the last; no rows give no ranks", () => {
    expect([...averageRanks(Float64Array.of(Infinity, 0, -Infinity)).rank]).toEqual([3, 2, 1]);
    expect(averageRanks(new Float64Array(0)).total).toBe(0);
  });

  test("every score alike is one band in the middle", () => {
    expect([...rankBins(averageRanks(Float64Array.of(1, 1, 1, 1)), 4)]).toEqual([2, 2, 2, 2]);
  });
});

describe("the top of an order", () => {
  test("chances are the average over every order of the tied", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }), fc.nat(6), (list, k) => {
        const places = Math.min(k, list.length);
        const times = new Float64Array(list.length);
        const orders = permutations(list.map((_, i) => i));
        for (const order of orders) {
          const sorted = order.toSorted((a, b) => list[b] - list[a]);
          for (const i of sorted.slice(0, places)) times[i] += 1;
        }
        const chance = inclusionInTop(Float64Array.from(list), places).inclusion;
        chance.forEach((c, i) => expect(c).toBeCloseTo(times[i] / orders.length, 12));
      }),
      { numRuns: 60 },
    );
  });

  test("share of a group, weighted: a weight of two is two rows", () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0.05, max: 1, noNaN: true }), (list, fraction) => {
        const member = list.map((_, i) => i % 2);
        const weight = list.map((_, i) => 1 + (i % 3));
        const copies = list.flatMap((s, i) => Array.from({ length: weight[i] }, () => ({ s, m: member[i] })));
        const weighted = shareInTop(Float64Array.from(list), member, fraction, { weight: Float64Array.from(weight) });
        const counted = shareInTop(
          Float64Array.from(copies, (c) => c.s),
          copies.map((c) => c.m),
          fraction,
        );
        if (isUndefined(weighted) || isUndefined(counted)) throw new Error("undefined");
        expect(weighted.share).toBeCloseTo(counted.share, 10);
        expect(weighted.baseRate).toBeCloseTo(counted.baseRate, 12);
      }),
    );
  });

  test("no rows, and no places, are undefined with their reasons", () => {
    expect(shareInTop(new Float64Array(0), [], 0.1)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    expect(shareInTop(Float64Array.of(Number.NaN), [1], 0.1)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    expect(shareInTop(Float64Array.of(1, 2), [1, 0], 0)).toEqual({
      status: "undefined",
      reason: "NONE_ABOVE_THRESHOLD",
    });
  });

  test("everybody is the base rate", () => {
    const all = shareInTop(Float64Array.of(1, 2, 2, 3), [1, 0, 0, 0], 1);
    expect(all).toMatchObject({ share: 0.25, baseRate: 0.25 });
  });
});

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((head, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [head, ...rest]));
}
