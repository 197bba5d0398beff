import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agrestiCaffoDifference,
  fisherExactP,
  isUndefined,
  katzRatio,
  koopmanRatio,
  meeDifference,
  miettinenNurminenDifference,
  miettinenNurminenZ,
  miettinenNurminenP,
  miettinenNurminenRatio,
  newcombeDifference,
  oddsRatio,
  pooledTest,
  type Proportion,
  proportionLimits,
  proportionMarginTest,
  proportionRatio,
  type Range,
  type Undefined,
  waldDifference,
  woolfOddsRatio,
} from "../../src/index.ts";

const LEVEL = 0.95;
const share: fc.Arbitrary<Proportion> = fc
  .integer({ min: 1, max: 60 })
  .chain((rows) => fc.record({ hits: fc.integer({ min: 0, max: rows }), rows: fc.constant(rows) }));
const NONE = { hits: 0, rows: 0 };

function known(range: Range | Undefined): Range {
  if (isUndefined(range)) throw new Error(range.reason);
  return range;
}

function rounded({ low, high }: Range): [number, number] {
  return [Number(low.toFixed(4)), Number(high.toFixed(4))];
}

describe("limits of one proportion", () => {
  // Newcombe (1998) Stat Med 17:857-872, table 1.
  test.each([
    [81, 263, [0.2553, 0.3662], [0.2535, 0.3682], [0.2527, 0.3676]],
    [15, 148, [0.0624, 0.1605], [0.0598, 0.1644], [0.0578, 0.1617]],
    [0, 20, [0, 0.1611], [0, 0.2005], [0, 0.1684]],
    [1, 29, [0.0061, 0.1718], [0.0018, 0.1963], [0.0009, 0.1776]],
  ])("%i of %i as published", (hits, rows, wilson, continuity, exact) => {
    const found = proportionLimits({ hits, rows }, LEVEL);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(rounded(found.wilson)).toEqual(wilson);
    expect(rounded(found.wilsonContinuity)).toEqual(continuity);
    expect(rounded(found.clopperPearson)).toEqual(exact);
  });

  test("hold the share, lie in 0 to 1, and are those of the misses turned over", () => {
    fc.assert(
      fc.property(share, fc.constantFrom(0.8, 0.95, 0.99), ({ hits, rows }, level) => {
        const found = proportionLimits({ hits, rows }, level);
        const misses = proportionLimits({ hits: rows - hits, rows }, level);
        if (isUndefined(found) || isUndefined(misses)) throw new Error("undefined");
        const missing: string[] = [];
        for (const [name, limits] of Object.entries(found) as [keyof typeof found, Range | Undefined][]) {
          const mirror = misses[name];
          if (isUndefined(limits) || isUndefined(mirror)) {
            missing.push(name);
            continue;
          }
          expect(limits.low).toBeGreaterThanOrEqual(0);
          expect(limits.high).toBeLessThanOrEqual(1);
          expect(limits.low).toBeLessThan(limits.high);
          expect(limits.low).toBeLessThanOrEqual(hits / rows);
          expect(limits.high).toBeGreaterThanOrEqual(hits / rows);
          expect(mirror.low).toBeCloseTo(1 - limits.high, 9);
        }
        expect(missing).toEqual(hits === 0 || hits === rows ? ["logit"] : []);
        expect(found.clopperPearson.low).toBeLessThanOrEqual(found.midP.low + 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  test("are undefined without a row", () => {
    expect(proportionLimits(NONE, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
  });
});

describe("differences of two proportions", () => {
  // Newcombe (1998) Stat Med 17:873-890, table II: contrasts (a), (c), (e), (g).
  test.each([
    [56, 70, 48, 80, [0.0528, 0.3382], [0.0524, 0.3339]],
    [6, 7, 2, 7, [0.0342, 0.8534], [0.0582, 0.8062]],
    [0, 10, 0, 20, [-0.1658, 0.2844], [-0.1611, 0.2775]],
    [10, 10, 0, 20, [0.7156, 1], [0.6791, 1]],
  ])("%i/%i less %i/%i as published", (x1, n1, x2, n2, mn, newcombe) => {
    const pair = [
      { hits: x1, rows: n1 },
      { hits: x2, rows: n2 },
    ] as const;
    expect(rounded(known(miettinenNurminenDifference(...pair, LEVEL)))).toEqual(mn);
    expect(rounded(known(newcombeDifference(...pair, LEVEL)))).toEqual(newcombe);
  });

  test("an interval excludes 0 exactly where its p is below 1 - level, and turns round with the order", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { low, high } = known(miettinenNurminenDifference(first, second, LEVEL));
        const p = miettinenNurminenP(first, second);
        if (typeof p !== "number") throw new Error(p.reason);
        expect(Math.abs(p - 0.05) < 1e-9 || (low > 0 || high < 0) === p < 0.05).toBe(true);
        const turned = known(miettinenNurminenDifference(second, first, LEVEL));
        expect(turned.low).toBeCloseTo(-high, 10);
        const gap = first.hits / first.rows - second.hits / second.rows;
        expect(low <= gap && gap <= high && low < high && low >= -1 && high <= 1).toBe(true);
        const mee = known(meeDifference(first, second, LEVEL));
        expect(low).toBeLessThanOrEqual(mee.low);
        expect(high).toBeGreaterThanOrEqual(mee.high);
      }),
      { numRuns: 200 },
    );
  });

  test("equivalence within a margin agrees with the interval of twice its alpha", () => {
    fc.assert(
      fc.property(share, share, fc.constantFrom(0.05, 0.2, 0.5), (first, second, margin) => {
        const test = proportionMarginTest(first, second, margin);
        if (isUndefined(test)) throw new Error(test.reason);
        const { low, high } = known(miettinenNurminenDifference(first, second, LEVEL));
        const within = low > -margin && high < margin;
        expect(Math.abs(test.pEquivalent - 0.025) < 1e-9 || test.pEquivalent < 0.025 === within).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("the likeliest pair does not leap where the search begins at an end of the line", () => {
    const at = { hits: 3, rows: 41 };
    const to = { hits: 7, rows: 50 };
    // By maximising the likelihood on a grid that is ever narrowed.
    const test = proportionMarginTest(at, to, 0.2);
    expect(isUndefined(test) ? undefined : test.zLower).toBeCloseTo(1.9277628, 6);
    for (const [x1, n1] of [
      [0, 10],
      [3, 41],
      [1, 8],
      [5, 20],
      [8, 8],
    ] as const)
      for (const [x2, n2] of [
        [7, 50],
        [2, 10],
        [0, 12],
        [9, 9],
        [3, 16],
      ] as const)
        for (const d of [-0.8, -0.5, -0.25, -0.2, -0.1, 0.1, 0.2, 0.25, 0.5, 0.8]) {
          const [z, near] = [d, d + 1e-9].map((x) =>
            miettinenNurminenZ({ hits: x1, rows: n1 }, { hits: x2, rows: n2 }, x),
          );
          expect(Math.abs(z - near)).toBeLessThan(1e-5 * Math.max(1, Math.abs(z)));
        }
  });

  test("stay finite and exact with very many rows and very rare events", () => {
    const rare = { hits: 3, rows: 2_000_000 };
    const none = { hits: 0, rows: 1_500_000 };
    const { low, high } = known(miettinenNurminenDifference(rare, none, LEVEL));
    expect(low).toBeGreaterThan(-3e-6);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(4e-6);
    expect(high).toBeLessThan(5e-6);
  });

  test("Fisher's tea: exact p, and 1 where the margins leave one table", () => {
    expect(fisherExactP({ hits: 3, rows: 4 }, { hits: 1, rows: 4 })).toBeCloseTo(34 / 70, 12);
    expect(fisherExactP({ hits: 0, rows: 4 }, { hits: 0, rows: 9 })).toBe(1);
    expect(pooledTest({ hits: 4, rows: 4 }, { hits: 9, rows: 9 })).toEqual({ z: 0, p: 1 });
  });

  test("are undefined where a side is empty", () => {
    const some = { hits: 1, rows: 2 };
    for (const method of [
      newcombeDifference,
      miettinenNurminenDifference,
      meeDifference,
      waldDifference,
      agrestiCaffoDifference,
      koopmanRatio,
      katzRatio,
      woolfOddsRatio,
    ]) {
      expect(method(some, NONE, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
      expect(method(NONE, some, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    }
    expect(miettinenNurminenP(NONE, some)).toEqual({ status: "undefined", reason: "NO_ROWS" });
  });
});

describe("ratios of two proportions", () => {
  // Koopman (1984) Biometrics 40:513-517: 36/40 against 16/80.
  test("36/40 over 16/80 as published", () => {
    const found = known(koopmanRatio({ hits: 36, rows: 40 }, { hits: 16, rows: 80 }, LEVEL));
    expect(found.low).toBeCloseTo(2.94, 2);
    expect(found.high).toBeCloseTo(7.15, 2);
  });

  test("are turned over with the order, hold the ratio, and Miettinen and Nurminen's are wider", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const koopman = known(koopmanRatio(first, second, LEVEL));
        const turned = known(koopmanRatio(second, first, LEVEL));
        expect(
          turned.low * koopman.high === 0 ||
            Math.abs(turned.low * koopman.high - 1) < 1e-9 ||
            koopman.high === Infinity,
        ).toBe(true);
        const wider = known(miettinenNurminenRatio(first, second, LEVEL));
        expect(wider.low).toBeLessThanOrEqual(koopman.low);
        expect(wider.high).toBeGreaterThanOrEqual(koopman.high);
        const value = proportionRatio(first, second);
        const { low, high } = koopman;
        expect(typeof value === "number" ? low <= value && value <= high : low === 0 && high === Infinity).toBe(true);
        expect(koopman.low === 0).toBe(first.hits === 0);
        expect(koopman.high === Infinity).toBe(second.hits === 0);
      }),
      { numRuns: 200 },
    );
  });

  test("with empty cells have the score interval alone", () => {
    const none = { hits: 0, rows: 9 };
    const some = { hits: 4, rows: 9 };
    expect(katzRatio(none, some, LEVEL)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
    expect(woolfOddsRatio(some, none, LEVEL)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
    expect(proportionRatio(some, none)).toBe(Infinity);
    expect(oddsRatio(none, none)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
  });
});
