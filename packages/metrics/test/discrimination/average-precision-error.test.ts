import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { averagePrecisionBias, averagePrecisionError } from "../../src/discrimination/average-precision-error.ts";
import { averagePrecision } from "../../src/discrimination/average-precision.ts";
import { evaluate } from "../../src/evaluate.ts";
import { randomStream } from "../../src/inference/index.ts";
import { isUndefined } from "../../src/result.ts";

const drawn = (replicate: number, rows: number) => {
  const stream = randomStream(31, replicate, 5);
  const all = Array.from({ length: rows }, () => {
    const event = stream.uniform() < 0.3 ? 1 : 0;
    return { event, score: Math.round(4 * (stream.normal() + event)) / 4, weight: 1 + stream.index(3) };
  });
  return { score: all.map((r) => r.score), outcome: all.map((r) => r.event), weight: all.map((r) => r.weight) };
};
const value = (score: number[], outcome: number[], weight?: number[]): number => {
  const found = evaluate(averagePrecision, countScores(score, outcome, weight), {
    level: 0.95,
    at: {},
    scoreKind: "ordinal",
    pointOnly: true,
  });
  if (isUndefined(found)) throw new Error(found.reason);
  return found.point.value;
};

describe("standard error of average precision", () => {
  test.each([false, true])("is that of the derivative to each row's weight (weighted: %s)", (weighted) => {
    const { score, outcome, weight } = drawn(1, 60);
    const weights = weighted ? weight : weight.map(() => 1);
    const total = weights.reduce((a, w) => a + w, 0);
    const step = 1e-5;
    let squares = 0;
    for (let i = 0; i < score.length; i++) {
      const at = (change: number): number =>
        value(
          score,
          outcome,
          weights.map((w, k) => (k === i ? w + change : w)),
        );
      const influence = (total * (at(step) - at(-step))) / (2 * step);
      squares += weights[i] ** 2 * influence ** 2;
    }
    const expected = Math.sqrt((60 / 59) * squares) / total;
    const counts = weighted ? countScores(score, outcome, weights) : countScores(score, outcome);
    const found = averagePrecisionError(counts, value(score, outcome, weighted ? weights : undefined));
    expect(found.standardError / expected).toBeCloseTo(1, 6);
    expect(found.degreesOfFreedom).toBeGreaterThan(5);
    expect(found.degreesOfFreedom).toBeLessThan(59);
  });
  test("is 0, and the interval absent, where every event outranks every non-event", () => {
    const counts = countScores([1, 2, 3, 4], [0, 0, 1, 1]);
    expect(averagePrecisionError(counts, 1)).toEqual({ standardError: 0 });
    const found = evaluate(averagePrecision, counts, { level: 0.95, at: {}, scoreKind: "ordinal" });
    expect(isUndefined(found) ? found : found.interval).toBeUndefined();
  });
  test("the bias is about that seen over samples", () => {
    const size = 20_000;
    const large = drawn(0, size);
    const truth = value(large.score, large.outcome);
    let seen = 0;
    let estimated = 0;
    for (let r = 1; r <= 300; r++) {
      const { score, outcome } = drawn(r, 60);
      seen += (value(score, outcome) - truth) / 300;
      estimated += averagePrecisionBias(countScores(score, outcome)) / 300;
    }
    expect(seen).toBeGreaterThan(0);
    expect(estimated).toBeGreaterThan(0.3 * seen);
    expect(estimated).toBeLessThan(1.5 * seen);
  });
  test("the interval reaches below the one about the value, and holds it", () => {
    const { score, outcome } = drawn(7, 80);
    const found = evaluate(averagePrecision, countScores(score, outcome), {
      level: 0.95,
      at: {},
      scoreKind: "ordinal",
    });
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.interval!.low).toBeLessThan(found.point.value);
    expect(found.interval!.high).toBeGreaterThan(found.point.value);
  });
});
