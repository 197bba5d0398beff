import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auroc, countScores, delong, evaluate, isUndefined, newcombe5 } from "../../src/index.ts";

const OPTIONS = { level: 0.95, at: {}, scoreKind: "ordinal" } as const;
const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), outcome: fc.constantFrom(0, 1) }), {
  minLength: 2,
  maxLength: 40,
});

function counted(list: readonly { score: number; outcome: number }[], weight?: readonly number[]) {
  return countScores(
    list.map((r) => r.score),
    list.map((r) => r.outcome),
    weight,
  );
}

function byPairs(list: readonly { score: number; outcome: number }[], weight: readonly number[]) {
  let won = 0;
  let all = 0;
  for (const [i, event] of list.entries()) {
    for (const [j, nonEvent] of list.entries()) {
      if (event.outcome !== 1 || nonEvent.outcome !== 0) continue;
      const w = weight[i] * weight[j];
      all += w;
      won += w * (event.score > nonEvent.score ? 1 : event.score === nonEvent.score ? 0.5 : 0);
    }
  }
  return { share: won / all, all };
}

describe("AUROC", () => {
  test("is the share of pairs in the right order, ties one half, with and without weights", () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }), (list, weights) => {
        const ones = byPairs(
          list,
          list.map(() => 1),
        );
        fc.pre(ones.all > 0);
        expect(delong(counted(list)).value).toBeCloseTo(ones.share, 13);
        const weighted = byPairs(list, weights);
        expect(delong(counted(list, weights.slice(0, list.length))).value).toBeCloseTo(weighted.share, 13);
      }),
    );
  });

  test("of the reversed score is the complement, with the same standard error", () => {
    fc.assert(
      fc.property(rows, (list) => {
        fc.pre(
          byPairs(
            list,
            list.map(() => 1),
          ).all > 0,
        );
        const forth = delong(counted(list));
        const back = delong(counted(list.map((r) => ({ ...r, score: -r.score }))));
        expect(back.value).toBeCloseTo(1 - forth.value, 12);
        expect(back.variance ?? -1).toBeCloseTo(forth.variance ?? -1, 12);
      }),
    );
  });

  test("equal weights change neither value nor standard error", () => {
    const list = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3].map((score, i) => ({ score, outcome: i % 3 === 0 ? 1 : 0 }));
    const plain = delong(counted(list));
    const weighted = delong(
      counted(
        list,
        list.map(() => 0.1),
      ),
    );
    expect(weighted.value).toBeCloseTo(plain.value, 14);
    expect(weighted.variance).toBeCloseTo(plain.variance!, 14);
    expect(weighted.degreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom!, 8);
  });

  test("of separated classes is exactly 1 whatever the weights, with Newcombe's interval and not [1, 1]", () => {
    const score = [0.1, 0.2, 0.3, 0.7, 0.8, 0.9];
    for (const weight of [undefined, [0.1, 0.3, 0.7, 1.1, 1.3, 0.9]]) {
      const result = evaluate(auroc, countScores(score, [0, 0, 0, 1, 1, 1], weight), OPTIONS);
      if (isUndefined(result)) throw new Error("undefined");
      expect(result.point.value).toBe(1);
      expect(result.interval?.method).toBe("newcombe-5");
      expect(result.interval?.high).toBe(1);
      expect(result.interval?.low).toBeLessThan(0.75);
      expect(result.flags).toContain("FALLBACK_INTERVAL");
    }
  });

  test("of a constant score is exactly one half, flagged, with an interval", () => {
    const result = evaluate(auroc, countScores([1, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.7]), OPTIONS);
    if (isUndefined(result)) throw new Error("undefined");
    expect(result.point.value).toBe(0.5);
    expect(result.flags).toEqual(expect.arrayContaining(["CONSTANT_SCORE", "FALLBACK_INTERVAL", "FEW_EVENTS"]));
    expect(result.interval!.low).toBeLessThan(0.3);
  });

  test("has an interval that holds the value, inside the guarded one, inside [0, 1]", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (list, level) => {
        const counts = counted(list);
        const result = evaluate(auroc, counts, { ...OPTIONS, level });
        if (isUndefined(result)) return;
        const { point, interval, guardedInterval } = result;
        expect(interval!.low).toBeLessThanOrEqual(point.value);
        expect(interval!.high).toBeGreaterThanOrEqual(point.value);
        expect(interval!.high).toBeGreaterThan(interval!.low);
        expect(guardedInterval!.low).toBeLessThanOrEqual(interval!.low);
        expect(guardedInterval!.high).toBeGreaterThanOrEqual(interval!.high);
        expect(guardedInterval!.low).toBeGreaterThanOrEqual(0);
        expect(guardedInterval!.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    ["no rows", [], [], "NO_ROWS"],
    ["only non-events", [1, 2, 3], [0, 0, 0], "ONE_CLASS"],
    ["only events", [1, 2, 3], [1, 1, 1], "ONE_CLASS"],
    ["only missing scores", [Number.NaN, Number.NaN], [0, 1], "NO_ROWS"],
  ])("of %s is undefined with the reason", (_, score, outcome, reason) => {
    expect(evaluate(auroc, countScores(score, outcome), OPTIONS)).toEqual({ status: "undefined", reason });
  });

  test("ranks infinite scores", () => {
    const counts = countScores([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY], [0, 0, 1]);
    expect(delong(counts).value).toBe(1);
  });

  test("flags a row that weighs more than 20 times the mean of its class", () => {
    const score = Array.from({ length: 60 }, (_, i) => i);
    const outcome = score.map((i) => i % 2);
    const weight = score.map((i) => (i === 30 ? 500 : 1));
    expect(auroc.point(countScores(score, outcome, weight), {})).toMatchObject({ flags: ["EXTREME_WEIGHTS"] });
    expect(
      auroc.point(
        countScores(
          score,
          outcome,
          score.map(() => 7),
        ),
        {},
      ),
    ).toMatchObject({ flags: [] });
  });
});

test("Newcombe's method 5 mirrors at the bounds and shrinks with the classes", () => {
  const top = newcombe5(1, 5, 7, 0.95);
  const bottom = newcombe5(0, 5, 7, 0.95);
  expect(bottom.high).toBeCloseTo(1 - top.low, 13);
  expect(newcombe5(1, 50, 70, 0.95).low).toBeGreaterThan(top.low);
  expect(newcombe5(1, 1, 1, 0.95).low).toBeLessThan(0.25);
});

describe("counting rows", () => {
  test("leaves no trace of their order, and skips rows that are nobody's", () => {
    const score = [0.3, 0.1, 0.3, -0, 0, Number.NaN, 0.3];
    const outcome = [1, 0, 0, 1, 0, 1, 2];
    const weight = [0.1, 0.2, 0.3, 0.4, 0.5, 1, 1];
    const counts = countScores(score, outcome, weight);
    expect([...counts.score]).toEqual([0, 0.1, 0.3]);
    expect([...counts.weighted!.positiveRows]).toEqual([1, 0, 1]);
    expect([...counts.weighted!.negativeRows]).toEqual([1, 1, 1]);
    expect(countScores(score.toReversed(), outcome.toReversed(), weight.toReversed())).toEqual(counts);
    expect(countScores([1, 2], [0, 1], [0, -1]).score.length).toBe(0);
  });
});
