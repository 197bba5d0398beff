import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusteredProportion, weightedProportion } from "../../src/data-problems/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

const alike = (rows: number, weight = 1) => ({ rows, weight: rows * weight, squares: rows * weight ** 2 });

describe("weighted proportion", () => {
  test("with equal weights is the plain one, and the weights' unit does not matter", () => {
    const one = weightedProportion({ hits: alike(30), misses: alike(20), sampleRows: 50 }, 0.95);
    const seven = weightedProportion({ hits: alike(30, 7), misses: alike(20, 7), sampleRows: 50 }, 0.95);
    if (isUndefined(one) || isUndefined(seven)) throw new Error("undefined");
    expect(one.value).toBe(0.6);
    expect(one.standardError).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 49), 14);
    expect(one.kishRows).toBe(50);
    expect(seven.interval.low).toBeCloseTo(one.interval.low, 14);
  });
  test("at 1 its interval comes from Kish's rows, not from an error of zero", () => {
    const found = weightedProportion(
      { hits: { rows: 3, weight: 12, squares: 102 }, misses: alike(0), sampleRows: 9 },
      0.95,
    );
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.interval.low).toBeLessThan(0.5);
    expect(found.interval.high).toBe(1);
    expect(found).not.toHaveProperty("logitInterval");
    expect(found).not.toHaveProperty("effectiveRows");
  });
  test("an empty domain has no proportion", () => {
    expect(weightedProportion({ hits: alike(0), misses: alike(0), sampleRows: 9 }, 0.95)).toEqual(
      undefinedBecause("ZERO_DENOMINATOR"),
    );
  });
});

describe("clustered proportion", () => {
  test("with one row a cluster has a design effect of n / (n - 1) and nothing else", () => {
    const hits = Array.from({ length: 50 }, (_, i) => (i < 15 ? 1 : 0));
    const found = clusteredProportion(hits, repeat(1, 50), 0.95);
    expect(isUndefined(found) ? found.reason : found.designEffect).toBeCloseTo(50 / 49, 12);
  });
  test("with every row of a patient alike, rows count as patients", () => {
    const hits = Array.from({ length: 60 }, (_, i) => (i < 20 ? 5 : 0));
    const five = clusteredProportion(hits, repeat(5, 60), 0.95);
    const one = clusteredProportion(
      hits.map((h) => h / 5),
      repeat(1, 60),
      0.95,
    );
    if (isUndefined(five) || isUndefined(one)) throw new Error("undefined");
    expect(five.designEffect! / 5).toBeCloseTo(one.designEffect!, 12);
    expect(five.interval.low).toBeCloseTo(one.interval.low, 12);
  });
  test("at 1 its interval rests on the clusters, not on the rows", () => {
    const found = clusteredProportion([30, 30, 30], [30, 30, 30], 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.interval.low).toBeLessThan(0.2);
    expect(found.flags).toEqual(["FEW_CLUSTERS"]);
  });
  test("few clusters take Student's quantile", () => {
    const hits = [1, 0, 2, 1, 0, 3];
    const rows = [3, 2, 4, 3, 2, 5];
    const t = clusteredProportion(hits, rows, 0.95);
    const z = clusteredProportion(hits, rows, 0.95, { normal: true });
    if (isUndefined(t) || isUndefined(z)) throw new Error("undefined");
    expect(t.interval.high - t.interval.low).toBeGreaterThan(z.interval.high - z.interval.low);
  });
  test("without rows, or with those of one cluster, there is none", () => {
    expect(clusteredProportion([0], [0], 0.95)).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
    expect(clusteredProportion([], [], 0.95)).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
    expect(clusteredProportion([2, 0], [3, 0], 0.95)).toEqual(undefinedBecause("TOO_FEW_EVENTS"));
  });
  test("keeps its value inside an interval of some width inside [0, 1]", () => {
    const cluster = fc
      .integer({ min: 0, max: 6 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 30 }), (all) => {
        fc.pre(all.filter(([, n]) => n > 0).length >= 2);
        const found = clusteredProportion(
          all.map(([x]) => x),
          all.map(([, n]) => n),
          0.95,
        );
        if (isUndefined(found)) throw new Error(found.reason);
        const { low, high } = found.interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(1e-6);
        expect(found.value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(found.value).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});
