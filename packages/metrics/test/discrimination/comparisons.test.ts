import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aurocVsOverall,
  clusteredAuroc,
  clusteredAurocDifference,
  countScores,
  crossCounts,
  delong,
  delongPaired,
  delongUnpaired,
  hanleyMcNeilError,
  isUndefined,
  moverDifference,
  type Undefined,
} from "../../src/index.ts";

function defined<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined because ${value.reason}`);
  return value;
}

const LEVEL = 0.95;
const rows = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 9 }),
      other: fc.integer({ min: 0, max: 9 }),
      outcome: fc.constantFrom(0, 1),
      group: fc.constantFrom(0, 1, 2),
    }),
    { minLength: 4, maxLength: 40 },
  )
  .filter((list) => [0, 1].every((y) => list.filter((r) => r.outcome === y).length >= 2));
type Row = typeof rows extends fc.Arbitrary<(infer R)[]> ? R : never;
const column = (list: readonly Row[], name: keyof Row): number[] => list.map((r) => r[name]);
const counts = (list: readonly Row[]) => countScores(column(list, "score"), column(list, "outcome"));

describe("two scores on the same patients", () => {
  test("the variance of the difference is that of each less twice their covariance", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [score, other, outcome] = [column(list, "score"), column(list, "other"), column(list, "outcome")];
        const fit = defined(delongPaired(score, other, outcome, LEVEL));
        const variance = delong(countScores(score, outcome)).variance! + delong(countScores(other, outcome)).variance!;
        expect(fit.standardError ** 2).toBeCloseTo(variance - 2 * fit.covariance, 12);
        const back = defined(delongPaired(other, score, outcome, LEVEL));
        expect(back.difference).toBeCloseTo(-fit.difference, 14);
        expect(back.standardError).toBeCloseTo(fit.standardError, 12);
      }),
    );
  });

  test("that rank alike differ by exactly 0, and no test is made of it", () => {
    const score = [1, 2, 3, 4, 5, 6];
    const outcome = [0, 1, 0, 1, 0, 1];
    const fit = defined(
      delongPaired(
        score,
        score.map((s) => s ** 3),
        outcome,
        LEVEL,
      ),
    );
    expect(fit.difference).toBe(0);
    expect(fit.standardError).toBe(0);
    expect(fit.test).toBeUndefined();
  });

  test("leave out rows that lack either score", () => {
    const outcome = [0, 1, 0, 1, 0, 1, 1, 0];
    const first = [1, 4, 2, 3, 5, 6, 9, Number.NaN];
    const second = [2, 2, 1, 5, 4, 6, Number.NaN, 3];
    const whole = defined(delongPaired(first, second, outcome, LEVEL));
    const kept = defined(delongPaired(first.slice(0, 6), second.slice(0, 6), outcome.slice(0, 6), LEVEL));
    expect(whole).toEqual(kept);
  });

  test.each([
    [[0, 0, 0], "ONE_CLASS"],
    [[0, 0, 1], "TOO_FEW_EVENTS"],
  ])("are undefined for outcomes %j", (outcome, reason) => {
    expect(delongPaired([1, 2, 3], [3, 2, 1], outcome, LEVEL)).toEqual({ status: "undefined", reason });
    expect(delongUnpaired(countScores([1, 2, 3], outcome), countScores([1, 2, 3], [0, 1, 1]), LEVEL)).toEqual({
      status: "undefined",
      reason,
    });
  });
});

describe("a subgroup against the whole that contains it", () => {
  test("is influence by influence what the definition says", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const members = list.filter((r) => r.group === 0);
        const fit = aurocVsOverall(counts(members), counts(list), LEVEL);
        fc.pre(!isUndefined(fit));
        const placed = (r: Row, among: readonly Row[]): number => {
          const others = among.filter((o) => o.outcome !== r.outcome);
          const sign = r.outcome === 1 ? 1 : -1;
          const won = others.map((o) => 0.5 + 0.5 * Math.sign(sign * (r.score - o.score)));
          return won.reduce((a, b) => a + b, 0) / others.length;
        };
        let variance = 0;
        for (const y of [0, 1]) {
          const all = list.filter((r) => r.outcome === y);
          const own = members.filter((r) => r.outcome === y);
          const squares = all.map((r) => {
            const whole = (placed(r, list) - fit.overall) / all.length;
            const inGroup = r.group === 0 ? (placed(r, members) - fit.group) / own.length : 0;
            return (inGroup - whole) ** 2;
          });
          variance += (all.length / (all.length - 1)) * squares.reduce((a, b) => a + b, 0);
        }
        expect(fit.standardError).toBeCloseTo(Math.sqrt(variance), 12);
      }),
    );
  });

  test("that is the whole differs by 0 without error", () => {
    const all = countScores([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 1]);
    const fit = defined(aurocVsOverall(all, all, LEVEL));
    expect([fit.difference, fit.standardError]).toEqual([0, 0]);
  });

  test("whose scores are not the whole's is an error, not a number", () => {
    const all = countScores([1, 2, 3, 4], [0, 1, 0, 1]);
    expect(() => aurocVsOverall(countScores([1, 2.5], [0, 1]), all, LEVEL)).toThrow(/2\.5/);
  });
});

test("the overall AUROC is the mean of within-group and cross-group AUROCs, by their pairs", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const groups = [0, 1, 2].map((g) => counts(list.filter((r) => r.group === g)));
      const size = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
      let won = 0;
      let all = 0;
      for (const a of groups) {
        for (const b of groups) {
          const pairs = size(a.positives) * size(b.negatives);
          if (pairs === 0) continue;
          won += pairs * delong(crossCounts(a, b)).value;
          all += pairs;
        }
      }
      expect(won / all).toBeCloseTo(delong(counts(list)).value, 12);
    }),
  );
});

describe("several rows a patient", () => {
  test("one row each give DeLong's standard error, but for the small-sample factor", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [score, outcome] = [column(list, "score"), column(list, "outcome")];
        const each = list.map((_r, i) => i);
        const fit = defined(clusteredAuroc(score, outcome, each, LEVEL));
        expect(fit.standardError).toBeCloseTo(fit.independentStandardError!, 12);
        expect(fit.flags).toEqual(list.length < 20 ? ["FEW_CLUSTERS"] : []);
      }),
    );
  });

  test("copies of every row as one patient leave the value and widen the error against independent rows", () => {
    const list = Array.from({ length: 60 }, (_x, i) => ({
      score: (i * 37) % 61,
      other: (i * 11) % 61,
      outcome: (i * 7 + ((i * 37) % 61) / 8) % 9 > 5 ? 1 : 0,
    }));
    const twice = [...list, ...list];
    const cluster = twice.map((_r, i) => `patient ${i % list.length}`);
    const of = (rs: typeof list, name: "score" | "other" | "outcome"): number[] => rs.map((r) => r[name]);
    const once = defined(
      clusteredAuroc(
        of(list, "score"),
        of(list, "outcome"),
        list.map((_r, i) => i),
        LEVEL,
      ),
    );
    const copied = defined(clusteredAuroc(of(twice, "score"), of(twice, "outcome"), cluster, LEVEL));
    expect(copied.value).toBeCloseTo(once.value, 13);
    expect(copied.standardError).toBeCloseTo(once.standardError, 13);
    expect(copied.independentStandardError).toBeLessThan(0.75 * once.standardError);
    const apart = defined(
      clusteredAurocDifference(of(twice, "score"), of(twice, "other"), of(twice, "outcome"), cluster),
    );
    const plain = defined(delongPaired(of(list, "score"), of(list, "other"), of(list, "outcome"), LEVEL));
    expect(apart.difference).toBeCloseTo(plain.difference, 13);
    expect(apart.standardError).toBeCloseTo(plain.standardError, 13);
  });

  test("events in one patient only: undefined", () => {
    const fit = clusteredAuroc([1, 2, 3, 4], [1, 1, 0, 0], ["a", "a", "b", "c"], LEVEL);
    expect(fit).toEqual({ status: "undefined", reason: "TOO_FEW_EVENTS" });
  });
});

test("MOVER of symmetric intervals is the Wald interval of the difference", () => {
  const { low, high } = moverDifference({ value: 0.7, low: 0.6, high: 0.8 }, { value: 0.5, low: 0.3, high: 0.7 });
  expect(low).toBeCloseTo(0.2 - Math.hypot(0.1, 0.2), 14);
  expect(high).toBeCloseTo(0.2 + Math.hypot(0.1, 0.2), 14);
});

test("Hanley and McNeil's error of one pair is that of a coin with the AUROC for its chance", () => {
  expect(hanleyMcNeilError(0.8, 1, 1)).toBeCloseTo(Math.sqrt(0.8 * 0.2), 14);
  expect(hanleyMcNeilError(0.8, 40, 400)).toBeLessThan(hanleyMcNeilError(0.8, 40, 100));
});
