import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bonferroniCritical,
  detectableGap,
  dunnettCritical,
  dunnettP,
  isUndefined,
  mcNemar,
  newcombePairedDifference,
  normalCdf,
  pairedPredictiveValue,
  pairedRatio,
  type PairedTable,
  powerOfDifference,
  powerOfEquivalence,
  type Range,
  sidakCritical,
  smallestDetectableDifference,
  tangoDifference,
  tangRatio,
  type Undefined,
} from "../../src/index.ts";

const LEVEL = 0.95;
const count = fc.integer({ min: 0, max: 40 });
const tables: fc.Arbitrary<PairedTable> = fc
  .record({ both: count, onlyFirst: count, onlySecond: count, neither: count })
  .filter((t) => t.both + t.onlyFirst + t.onlySecond + t.neither > 0);

function known<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
}

describe("paired proportions", () => {
  // Newcombe (1998) Stat Med 17:2635-2650 and Tango (1998): 36, 12, 2, 0 of airways before and after stem cells.
  test("published example", () => {
    const table = { both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 };
    const tango = known(tangoDifference(table, LEVEL));
    const newcombe = known(newcombePairedDifference(table, LEVEL));
    expect([tango.low, tango.high].map((x) => x.toFixed(4))).toEqual(["0.0611", "0.3447"]);
    expect([newcombe.low, newcombe.high].map((x) => x.toFixed(4))).toEqual(["0.0569", "0.3404"]);
  });

  test("rows on which both agree do not move McNemar's test; without others every p is 1", () => {
    const test1 = mcNemar({ both: 0, onlyFirst: 9, onlySecond: 2, neither: 0 });
    expect(mcNemar({ both: 50, onlyFirst: 9, onlySecond: 2, neither: 7 })).toEqual(test1);
    expect(test1.pExact).toBeCloseTo((2 * (1 + 11 + 55)) / 2048, 14);
    expect(test1.pMid).toBeCloseTo((2 * (1 + 11) + 55) / 2048, 14);
    expect(mcNemar({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 4 })).toMatchObject({ p: 1, pExact: 1, pMid: 1 });
  });

  test("intervals hold the value, agree with the score test, and turn round with the order", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const n = table.both + table.onlyFirst + table.onlySecond + table.neither;
        const turned = { ...table, onlyFirst: table.onlySecond, onlySecond: table.onlyFirst };
        const gap = (table.onlyFirst - table.onlySecond) / n;
        const tango = known(tangoDifference(table, LEVEL));
        const holds = ({ low, high }: Range, value: number): boolean => low <= value && value <= high && low < high;
        expect(holds(tango, gap)).toBe(true);
        expect(holds(known(newcombePairedDifference(table, LEVEL)), gap)).toBe(true);
        expect(known(tangoDifference(turned, LEVEL)).low).toBeCloseTo(-tango.high, 10);
        const { p } = mcNemar(table);
        expect(Math.abs(p - 0.05) < 1e-9 || (tango.low > 0 || tango.high < 0) === p < 0.05).toBe(true);
        const ratio = pairedRatio(table, LEVEL);
        const tang = tangRatio(table, LEVEL);
        const whole = tang.low === 0 && tang.high === Infinity;
        expect(isUndefined(ratio) ? whole : holds(tang, ratio.value)).toBe(true);
        expect(tangRatio({ ...table, neither: table.neither + 100 }, LEVEL)).toEqual(tang);
      }),
      { numRuns: 200 },
    );
  });

  test("without rows, or without positives, say why", () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    expect(tangoDifference(none, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    expect(newcombePairedDifference(none, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    expect(pairedRatio({ ...none, neither: 5 }, LEVEL)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
  });

  test("predictive values of one model against itself do not differ; against none they are undefined", () => {
    const outcome = [1, 0, 1, 0, 1, 0];
    const flagged = [1, 1, 1, 0, 0, 0];
    const same = known(pairedPredictiveValue(outcome, flagged, flagged, LEVEL));
    expect(same).toMatchObject({ ratio: 1, logError: 0, chiSquared: 0, p: 1 });
    expect(pairedPredictiveValue(outcome, flagged, [0, 0, 0, 1, 0, 0], LEVEL)).toEqual({
      status: "undefined",
      reason: "ZERO_DENOMINATOR",
    });
  });
});

describe("several subgroups against one reference", () => {
  test("lies between one comparison and Sidak's, which it is where the reference is exact", () => {
    const found = dunnettCritical({ subgroups: [0.1, 0.2, 0.3], reference: 0.2 }, LEVEL);
    expect(found).toBeGreaterThan(bonferroniCritical(1, LEVEL));
    expect(found).toBeLessThan(sidakCritical(3, LEVEL));
    expect(sidakCritical(3, LEVEL)).toBeLessThan(bonferroniCritical(3, LEVEL));
    expect(dunnettCritical({ subgroups: [0.1, 0.2, 0.3], reference: 0 }, LEVEL)).toBeCloseTo(
      sidakCritical(3, LEVEL),
      9,
    );
  });

  // Dunnett (1964) Biometrics 20:482-491, table of two-sided 5 % points, infinite degrees of freedom, equal sizes.
  test.each([
    [2, 2.21],
    [3, 2.35],
    [5, 2.51],
    [9, 2.69],
  ])("%i equal subgroups as tabulated", (k, published) => {
    const found = dunnettCritical({ subgroups: Array.from({ length: k }, () => 1), reference: 1 }, LEVEL);
    expect(typeof found === "number" && Math.abs(found - published) < 0.006).toBe(true);
  });

  test("p at the critical value is what is left of the level", () => {
    const variances = { subgroups: [0.1, 4, 0.3], reference: 50 };
    const critical = dunnettCritical(variances, 0.9);
    if (typeof critical !== "number") throw new Error(critical.reason);
    expect(dunnettP(-critical, variances)).toBeCloseTo(0.1, 10);
    expect(dunnettP(2, { subgroups: [], reference: 1 })).toEqual({ status: "undefined", reason: "NO_ROWS" });
    expect(dunnettP(2, { subgroups: [0], reference: 1 })).toEqual({ status: "undefined", reason: "CONSTANT_VALUE" });
  });
});

describe("power, from the plan alone", () => {
  test("at the smallest detectable difference the test with pooled variance has the power asked for", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 200, max: 900 }),
        (p2, n1, n2) => {
          const found = smallestDetectableDifference({ p2, n1, n2 }, { level: LEVEL, power: 0.8 });
          for (const [gap, sign] of [
            [found.up, 1],
            [found.down, -1],
          ] as const) {
            if (gap === null) continue;
            const { pooled } = known(powerOfDifference({ p1: p2 + sign * gap, p2, n1, n2 }, LEVEL));
            expect(pooled).toBeGreaterThan(0.8 - 1e-9);
            expect(pooled).toBeLessThan(0.8001);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("is null where there is no room, and found from a share of 0", () => {
    expect(smallestDetectableDifference({ p2: 0.9, n1: 8, n2: 8 }, { level: LEVEL, power: 0.8 }).up).toBeNull();
    const fromNone = smallestDetectableDifference({ p2: 0, n1: 100, n2: 100 }, { level: LEVEL, power: 0.8 });
    expect(fromNone.down).toBeNull();
    expect(fromNone.up).toBeGreaterThan(0.03);
    expect(fromNone.up).toBeLessThan(0.1);
  });

  test("few rows can never show equivalence; many can", () => {
    const plan = { p1: 0.8, p2: 0.8, n1: 10, n2: 10 };
    const within = { margin: 0.1, difference: 0, alpha: 0.025 };
    expect(powerOfEquivalence(plan, within)).toBe(0);
    expect(powerOfEquivalence({ ...plan, n1: 5000, n2: 5000 }, within)).toBeGreaterThan(0.999);
    const certain = { p1: 0, p2: 0, n1: 10, n2: 10 };
    expect(powerOfEquivalence(certain, within)).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(powerOfDifference(certain, LEVEL)).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(normalCdf(detectableGap(1, { level: LEVEL, power: 0.8 }) - 1.959963984540054)).toBeCloseTo(0.8, 12);
  });
});
