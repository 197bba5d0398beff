import { describe, expect, test } from "vitest";
import { randomStream } from "../../src/inference/index.ts";
import { expectedNullRange, rangeInference } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

describe("expected range under equality", () => {
  test("is Tippett's for equal errors", () => {
    expect(expectedNullRange([1, 1])).toBeCloseTo(2 / Math.sqrt(Math.PI), 12);
    expect(expectedNullRange([2, 2, 2])).toBeCloseTo(6 / Math.sqrt(Math.PI), 12);
    expect(expectedNullRange(Array.from({ length: 10 }, () => 1))).toBeCloseTo(3.0775055, 7);
  });
  test("of two subgroups is √(2/π) times the error of their difference, however unequal", () => {
    for (const [a, b] of [
      [1, 0.001],
      [1e-6, 3],
      [0.2, 0.5],
    ])
      expect(expectedNullRange([a, b]) / (Math.sqrt(2 / Math.PI) * Math.hypot(a, b))).toBeCloseTo(1, 10);
  });
  test("agrees with drawing", () => {
    const errors = [0.1, 0.3, 0.05, 0.5];
    let total = 0;
    for (let r = 0; r < 4000; r++) {
      const stream = randomStream(4, r, 5);
      const values = errors.map((s) => s * stream.normal());
      total += Math.max(...values) - Math.min(...values);
    }
    expect(Math.abs(total / 4000 - expectedNullRange(errors))).toBeLessThan(0.02);
  });
  test("one subgroup, or none that varies, has none", () => {
    expect(expectedNullRange([1])).toBe(0);
    expect(expectedNullRange([0, 0])).toBe(0);
  });
});

describe("greatest gap", () => {
  const of = (...pairs: readonly [number, number][]) =>
    pairs.map(([value, standardError]) => ({ value, standardError }));
  test("of two subgroups is an ordinary difference", () => {
    const found = rangeInference(of([0.9, 0.03], [0.6, 0.04]), { level: 0.95 });
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.critical).toBeCloseTo(1.959963984540054, 10);
    expect(found.interval.low).toBeCloseTo(0.3 - 1.959963984540054 * 0.05, 10);
    expect(found.greatestZ).toBeCloseTo(6, 12);
    expect(found.p / 1.973175290075396e-9).toBeCloseTo(1, 6);
  });
  test("is at least 0, and only a pair that excludes equality lifts its lower limit", () => {
    expect(rangeInference(of([0.5, 0.1], [0.6, 0.1], [0.4, 0.2]), { level: 0.95 })).toMatchObject({
      interval: { low: 0, method: "tukey" },
    });
  });
  test("does not depend on the order of subgroups", () => {
    const estimates = of([0.5, 0.1], [0.9, 0.05], [0.4, 0.2], [0.2, 0.08]);
    const a = rangeInference(estimates, { level: 0.9 });
    const b = rangeInference(estimates.toReversed(), { level: 0.9 });
    expect(b).toEqual({
      ...a,
      expectedUnderEquality: expect.closeTo(isUndefined(a) ? 0 : a.expectedUnderEquality, 14),
    });
  });
  test("needs two subgroups and an error for each", () => {
    expect(rangeInference(of([1, 1]), { level: 0.95 })).toEqual(undefinedBecause("NO_ROWS"));
    expect(rangeInference(of([1, 1], [2, Number.NaN]), { level: 0.95 })).toEqual(undefinedBecause("MISSING_INPUT"));
  });
});
