import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { evaluate } from "../../src/evaluate.ts";
import { isUndefined } from "../../src/result.ts";
import { netBenefit } from "../../src/utility/net-benefit.ts";

const at = { level: 0.95, at: { threshold: 0.2 }, scoreKind: "probability" } as const;
const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);
const intervalOf = (score: number[], outcome: number[], weight?: number[]) => {
  const found = evaluate(netBenefit, countScores(score, outcome, weight), at);
  if (isUndefined(found)) throw new Error(found.reason);
  return { value: found.point.value, ...found.interval! };
};

describe("interval of net benefit", () => {
  test("is about value ± z sd / √n with many events of both kinds", () => {
    const score = [...repeat(0.5, 800), ...repeat(0.1, 1200)];
    const outcome = [...repeat(1, 500), ...repeat(0, 300), ...repeat(1, 100), ...repeat(0, 1100)];
    const { value, low, high } = intervalOf(score, outcome);
    const contribution = score.map((s, i) => (s >= 0.2 ? (outcome[i] === 1 ? 1 : -0.25) : 0));
    const variance = contribution.reduce((a, z) => a + (z - value) ** 2, 0) / 1999 / 2000;
    expect((high - low) / (2 * 1.96 * Math.sqrt(variance))).toBeCloseTo(1, 2);
  });
  test("leans upwards with few events, and holds the value", () => {
    const score = [...repeat(0.5, 30), ...repeat(0.1, 170)];
    const outcome = [...repeat(1, 4), ...repeat(0, 26), ...repeat(1, 2), ...repeat(0, 168)];
    const { value, low, high } = intervalOf(score, outcome);
    expect(high - value).toBeGreaterThan(1.3 * (value - low));
    expect(low).toBeLessThan(value);
  });
  test("without a true positive is not of zero width", () => {
    const { value, low, high } = intervalOf([...repeat(0.5, 3), ...repeat(0.1, 20)], [...repeat(0, 22), 1]);
    expect(value).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(low).toBeLessThan(value);
  });
  test("does not depend on the unit of the weights", () => {
    const score = [...repeat(0.5, 30), ...repeat(0.1, 70)];
    const outcome = [...repeat(1, 10), ...repeat(0, 20), ...repeat(1, 10), ...repeat(0, 60)];
    const weight = score.map((_, i) => 1 + (i % 4));
    const one = intervalOf(score, outcome, weight);
    const ten = intervalOf(
      score,
      outcome,
      weight.map((w) => 10 * w),
    );
    expect(ten.low).toBeCloseTo(one.low, 12);
    expect(ten.high).toBeCloseTo(one.high, 12);
  });
});
