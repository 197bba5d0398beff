import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equalisedOdds, fourFifths, rateGaps } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const of = (...pairs: readonly [number, number][]) => pairs.map(([hits, rows]) => ({ hits, rows }));

describe("a rate against the reference's", () => {
  test("is Newcombe's difference, and of the reference itself exactly none", () => {
    const { groups } = rateGaps(of([56, 70], [48, 80]), 1, 0.95);
    const [first, reference] = groups;
    if (first === undefined || isUndefined(first.difference)) throw new Error("undefined");
    // Newcombe (1998) Stat Med 17:873-890, table II, contrast a, method 10.
    expect(first.difference.value).toBeCloseTo(0.2, 12);
    expect(first.difference.low).toBeCloseTo(0.0524, 4);
    expect(first.difference.high).toBeCloseTo(0.3339, 4);
    expect(reference?.difference).toMatchObject({ value: 0 });
    expect(reference?.ratio).toMatchObject({ value: 1 });
  });
  test("is undefined where the subgroup or the reference is empty, and an empty subgroup moves no range", () => {
    const { groups, range } = rateGaps(of([5, 10], [8, 10], [0, 0]), 0, 0.95);
    expect(groups[2]?.difference).toEqual(undefinedBecause("NO_ROWS"));
    expect(range).toBeCloseTo(0.3, 12);
    const emptyReference = rateGaps(of([0, 0], [8, 10]), 0, 0.95);
    expect(emptyReference.groups[1]?.ratio).toEqual(undefinedBecause("NO_ROWS"));
    expect(emptyReference.range).toEqual(undefinedBecause("NO_ROWS"));
  });
  test("ratio of nothing to nothing has no value but an interval of everything", () => {
    const { groups, leastOverGreatest } = rateGaps(of([0, 10], [0, 20]), 0, 0.95);
    expect(groups[1]?.ratio).toMatchObject({ value: undefinedBecause("ZERO_DENOMINATOR"), low: 0, high: Infinity });
    expect(leastOverGreatest).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
  });
  test("a reference that is not there is a mistake of the caller", () => {
    expect(() => rateGaps(of([1, 2]), 1, 0.95)).toThrow(/no subgroup 1/);
  });
});

describe("equalised odds", () => {
  const sensitivity = rateGaps(of([8, 10], [6, 10]), 0, 0.95);
  test("is the greater of the ranges: gaps do not cancel", () => {
    const falsePositiveRate = rateGaps(of([1, 10], [4, 10]), 0, 0.95);
    expect(equalisedOdds(sensitivity, falsePositiveRate)).toBeCloseTo(0.3, 12);
  });
  test("is undefined where a rate is", () => {
    expect(equalisedOdds(sensitivity, rateGaps(of([1, 10], [0, 0]), 0, 0.95))).toEqual(undefinedBecause("NO_ROWS"));
  });
});

describe("four-fifths ratio", () => {
  test("reads as below or above only where its whole interval is", () => {
    expect(fourFifths(of([500, 1000], [200, 1000]), 0.95)).toMatchObject({ value: 0.4, reading: "below" });
    expect(fourFifths(of([500, 1000], [490, 1000]), 0.95)).toMatchObject({ reading: "above" });
    expect(fourFifths(of([5, 10], [3, 10]), 0.95)).toMatchObject({ reading: "inconclusive" });
  });
  test("of two subgroups is Koopman's interval, cut at 1", () => {
    const found = fourFifths(of([30, 100], [50, 100]), 0.95);
    const { groups } = rateGaps(of([30, 100], [50, 100]), 1, 0.95);
    const ratio = groups[0]?.ratio;
    if (isUndefined(found) || ratio === undefined || isUndefined(ratio)) throw new Error("undefined");
    expect(found.interval.low).toBeCloseTo(ratio.low, 8);
    expect(found.interval.high).toBeCloseTo(ratio.high, 8);
  });
  test("lies in its interval inside [0, 1]", () => {
    const group = fc
      .integer({ min: 0, max: 30 })
      .chain((rows) => fc.record({ hits: fc.integer({ min: 0, max: rows }), rows: fc.constant(rows) }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
        const found = fourFifths(groups, 0.95);
        fc.pre(!isUndefined(found));
        if (isUndefined(found)) return;
        expect(found.interval.low).toBeGreaterThanOrEqual(0);
        expect(found.interval.low).toBeLessThanOrEqual(found.value + 1e-9);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value - 1e-9);
        expect(found.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
  test("nobody selected, and nobody to compare with", () => {
    expect(fourFifths(of([0, 10], [0, 10]), 0.95)).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
    expect(fourFifths(of([3, 10], [0, 0]), 0.95)).toEqual(undefinedBecause("NO_ROWS"));
  });
});
