import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupAgainstOverall, overlapVariance, proportionRange } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

describe("a subgroup against everybody", () => {
  test("is the difference from the whole, with an error that counts shared patients once", () => {
    const found = groupAgainstOverall({ hits: 400, rows: 500 }, { hits: 206, rows: 273 }, 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.difference).toBeCloseTo(400 / 500 - 606 / 773, 14);
    expect(found.standardError).toBeLessThan(found.naiveStandardError);
  });
  test("agrees with the influence rule, whose error is the delta method's", () => {
    const rows = [
      ...Array.from({ length: 30 }, (_, i) => (i < 21 ? 1 : 0)),
      ...Array.from({ length: 50 }, (_, i) => (i < 20 ? 1 : 0)),
    ];
    const overall = 41 / 80;
    const inGroup = rows.map((y, i) => (i < 30 ? (y - 0.7) / 30 : 0));
    const { variance } = overlapVariance(
      inGroup,
      rows.map((y) => (y - overall) / 80),
    );
    // The influence rule lets the subgroup's size vary; with it, the variance is greater by the share's.
    const found = groupAgainstOverall({ hits: 21, rows: 30 }, { hits: 20, rows: 50 }, 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    const shareVaries = ((30 / 80) * (50 / 80) * (0.7 - 0.4) ** 2) / 80;
    expect(variance).toBeCloseTo(found.standardError ** 2 + shareVaries, 12);
  });
  test("everybody against everybody, and nobody against everybody, are undefined", () => {
    expect(groupAgainstOverall({ hits: 4, rows: 5 }, { hits: 0, rows: 0 }, 0.95)).toEqual(undefinedBecause("NO_ROWS"));
    expect(groupAgainstOverall({ hits: 0, rows: 0 }, { hits: 4, rows: 5 }, 0.95)).toEqual(undefinedBecause("NO_ROWS"));
  });
});

describe("greatest gap of a rate", () => {
  const group = fc
    .integer({ min: 0, max: 30 })
    .chain((rows) => fc.record({ hits: fc.integer({ min: 0, max: rows }), rows: fc.constant(rows) }));
  test("lies in its interval, inside [0, 1], and its expectation under equality is not 0", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
        const found = proportionRange(groups, 0.95);
        fc.pre(!isUndefined(found));
        if (isUndefined(found)) return;
        expect(found.interval.low).toBeGreaterThanOrEqual(0);
        expect(found.interval.low).toBeLessThanOrEqual(found.value + 1e-12);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value - 1e-12);
        expect(found.interval.high).toBeLessThanOrEqual(1 + 1e-12);
        const hits = groups.reduce((n, g) => n + g.hits, 0);
        const rows = groups.reduce((n, g) => n + g.rows, 0);
        expect(found.expectedUnderEquality > 0).toBe(hits > 0 && hits < rows);
      }),
    );
  });
  test("two empty subgroups and one with rows have no gap", () => {
    const empty = { hits: 0, rows: 0 };
    expect(proportionRange([empty, { hits: 3, rows: 4 }, empty], 0.95)).toEqual(undefinedBecause("NO_ROWS"));
  });
  test("an empty subgroup changes nothing", () => {
    const groups = [
      { hits: 30, rows: 40 },
      { hits: 10, rows: 40 },
    ];
    expect(proportionRange([...groups, { hits: 0, rows: 0 }], 0.95)).toEqual(proportionRange(groups, 0.95));
  });
  test("all alike at 0: no gap, no χ², and an interval that is not [0, 0]", () => {
    const found = proportionRange(
      [
        { hits: 0, rows: 5 },
        { hits: 0, rows: 9 },
      ],
      0.95,
    );
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.value).toBe(0);
    expect(found.interval.high).toBeGreaterThan(0.3);
    expect(found.pearson).toEqual(undefinedBecause("ONE_CLASS"));
  });
});
