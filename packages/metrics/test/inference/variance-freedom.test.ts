import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { meanOverRows } from "../../src/inference/mean-over-rows.ts";
import { moverDifference } from "../../src/inference/mover.ts";
import { varianceFreedom } from "../../src/inference/variance-freedom.ts";

const of = (contributions: readonly number[]): number =>
  varianceFreedom(
    contributions.reduce((a, z) => a + z ** 2, 0),
    contributions.reduce((a, z) => a + z ** 4, 0),
    contributions.length,
  );

describe("degrees of freedom of a variance", () => {
  test("are n − 1 where all contributions weigh alike", () => {
    expect(of([1, -1, 1, -1, 1, -1])).toBe(5);
  });
  test("are of the order of the rows that matter where few do", () => {
    const few = of([
      ...Array.from({ length: 5 }, (_, i) => (i % 2 === 0 ? 1 : -1)),
      ...Array.from({ length: 195 }, () => 0.01),
    ]);
    expect(few).toBeGreaterThan(4);
    expect(few).toBeLessThan(12);
  });
  test("one row that carries everything has one", () => {
    expect(of([7, 0, 0, 0])).toBeGreaterThanOrEqual(1);
    expect(of([7, 0, 0, 0])).toBeLessThan(3);
  });
  test("none where nothing varied", () => {
    expect(of([0, 0])).toBeNaN();
  });
  test("do not depend on the unit of the weights, nor on whether equal rows are written as one", () => {
    const score = [1, 2, 3, 4, 4, 4, 9];
    const outcome = [0, 1, 0, 1, 1, 0, 1];
    const mean = (weight?: number[]) => meanOverRows(countScores(score, outcome, weight), (s, y) => s * (1 + y));
    const plain = mean();
    const sevens = mean(score.map(() => 7));
    expect(sevens.degreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom!, 12);
    expect(sevens.standardError).toBeCloseTo(plain.standardError, 12);
  });
});

describe("MOVER with a correlation", () => {
  const first = { value: 0.5, low: 0.4, high: 0.6 };
  test("of two estimates that move together is narrower, against each other wider", () => {
    const width = (correlation: number): number => {
      const { low, high } = moverDifference(first, first, correlation);
      return high - low;
    };
    expect(width(0.5)).toBeLessThan(width(0));
    expect(width(-0.5)).toBeGreaterThan(width(0));
    expect(width(1)).toBe(0);
  });
});
