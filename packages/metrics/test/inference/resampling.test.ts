import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialDraw } from "../../src/inference/binomial-draw.ts";
import { bootstrapSample } from "../../src/inference/bootstrap-sample.ts";
import { debiasedInterval } from "../../src/inference/debiased-interval.ts";
import { gathered } from "../../src/inference/gathered.ts";
import { randomStream } from "../../src/inference/random-stream.ts";
import { resampleInCells } from "../../src/inference/resample-in-cells.ts";
import { resampleOf } from "../../src/inference/resampled-counts.ts";
import { bootstrapBlocks, bootstrapRows } from "../../src/inference/subgroup-resampling.ts";
import { totalsOf } from "../../src/inference/totals.ts";
import { sortTogether } from "../../src/numeric/sort-together.ts";
import { countScores, isUndefined } from "../../src/index.ts";
import { defined } from "../defined.ts";

const even = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 1) / (n + 1));

test("binomial numbers have the binomial's mean and variance, by trials and by inversion", () => {
  for (const [trials, p] of [
    [3, 0.2],
    [40, 0.03],
    [40, 0.9],
    [700, 0.4],
    [7, 0],
    [7, 1],
  ] as const) {
    const drawn = Array.from({ length: 4000 }, (_, r) => binomialDraw(randomStream(9, r, 5), trials, p));
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
    const variance = drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length;
    const expected = trials * p * (1 - p);
    expect(Math.abs(mean - trials * p)).toBeLessThanOrEqual(4 * Math.sqrt(expected / drawn.length));
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.12 * expected);
  }
});

test("sortTogether sorts as a sort does, companions along", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }), (list) => {
      const keys = Float64Array.from(list);
      const companions = Float64Array.from(list, (x) => 100 - x);
      sortTogether(keys, companions);
      expect([...keys]).toEqual(list.toSorted((a, b) => a - b));
      expect([...companions]).toEqual([...keys].map((x) => 100 - x));
    }),
  );
});

describe("gathered scores", () => {
  const score = even(5000);
  const counts = countScores(
    score,
    score.map((_, i) => (i % 3 === 0 ? 1 : 0)),
  );
  test("keep rows, events and the mean score; fine at the ends, few in all", () => {
    const { counts: cells, cell } = gathered(counts, 300);
    expect(totalsOf(cells)).toEqual(totalsOf(counts));
    expect(cells.score.length).toBeLessThan(700);
    expect([...cells.score.subarray(0, 15)]).toEqual(score.slice(0, 15));
    expect([...cells.score.subarray(-15)]).toEqual(score.slice(-15));
    expect([...cells.score].every((s, i, all) => i === 0 || s > all[i - 1])).toBe(true);
    const mean = cells.score.reduce((sum, s, i) => sum + s * (cells.positives[i] + cells.negatives[i]), 0);
    expect(mean / 5000).toBeCloseTo(0.5, 12);
    expect(cell).toHaveLength(5000);
  });
  test("are the same object where there are few", () => {
    expect(gathered(counts, 5000).counts).toBe(counts);
  });
  test("a resample gathered is the resample of what was gathered", () => {
    const cells = gathered(counts, 300);
    const multiplicity = Float64Array.from({ length: 10_000 }, (_, i) => (i % 7 === 0 ? 2 : 0));
    const fine = resampleOf(counts, multiplicity);
    const coarse = resampleInCells(cells)(fine).counts;
    expect(totalsOf(coarse)).toEqual(totalsOf(fine.counts));
  });
});

describe("bootstrap of a subgroup's entries", () => {
  const score = even(60).map((s) => Math.round(s * 12) / 12);
  const outcome = score.map((s, i) => ((s * 7 + i) % 3 < 1 ? 1 : 0));
  const prevalence = { seed: 3, replicates: 3000 };
  const spread = (values: Float64Array): number => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
  };
  const errorOf = (made: ReturnType<typeof bootstrapRows>): number => spread(defined(made).samples[0].sorted);
  test("rows vary as the binomial says", () => {
    const counts = countScores(score, outcome);
    const { prevalence: p } = totalsOf(counts);
    const error = errorOf(bootstrapRows(counts, ({ counts: c }) => [totalsOf(c).prevalence], prevalence));
    expect(error).toBeCloseTo(Math.sqrt((p * (1 - p)) / 60), 2);
  });
  test("weighted rows of one entry vary as they would one by one", () => {
    const weight = score.map((_, i) => [1, 2, 8][i % 3]);
    const counts = countScores(score, outcome, weight);
    const { prevalence: p, weight: total } = totalsOf(counts);
    const linearised = Math.sqrt(score.reduce((sum, _, i) => sum + (weight[i] * (outcome[i] - p)) ** 2, 0)) / total;
    const error = errorOf(bootstrapRows(counts, ({ counts: c }) => [totalsOf(c).prevalence], prevalence));
    expect(Math.abs(error / linearised - 1)).toBeLessThan(0.06);
  });
  test("strata keep the events", () => {
    const counts = countScores(score, outcome);
    const made = defined(
      bootstrapRows(counts, ({ counts: c }) => [totalsOf(c).events], { ...prevalence, stratified: true }),
    );
    expect(new Set(made.samples[0].sorted).size).toBe(1);
  });
  test("blocks are drawn whole, and vary as blocks do", () => {
    const parts = Array.from({ length: 12 }, (_, b) =>
      score.map((s, i) => ({ s, y: i % 12 < 5 ? 1 : 0, b: i % 12 })).filter((r) => r.b === b),
    );
    const blocks = parts.map((rows) =>
      countScores(
        rows.map((r) => r.s),
        rows.map((r) => r.y),
      ),
    );
    const all = parts.flat();
    const total = countScores(
      all.map((r) => r.s),
      all.map((r) => r.y),
    );
    const found = defined(
      bootstrapBlocks(
        total.score,
        gathered(total, Infinity),
        [...blocks, countScores([], [])],
        ({ counts: c }) => [totalsOf(c).prevalence, totalsOf(c).rows],
        prevalence,
      ),
    );
    // Outcomes are all alike within a block: 12 observations, not 60.
    expect(spread(found.samples[0].sorted)).toBeCloseTo(Math.sqrt(((5 / 12) * (7 / 12)) / 12), 1);
    expect(found.samples[1].estimate).toBe(60);
    expect(isUndefined(bootstrapBlocks(total.score, gathered(total, Infinity), [total], () => [1], prevalence))).toBe(
      true,
    );
  });
});

describe("debiased interval", () => {
  const spreadOf = (estimate: number, lift: number): ReturnType<typeof bootstrapSample> =>
    bootstrapSample(
      estimate,
      Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(estimate ** 2 + lift) * (0.8 + (0.4 * i) / 999)),
    );
  test("takes the lift off on the squared scale, and holds the value", () => {
    const interval = debiasedInterval(spreadOf(0.1, 0.001), { level: 0.95, scale: "squared" })!;
    expect(interval.low).toBeGreaterThan(0);
    expect((interval.low ** 2 + interval.high ** 2) / 2).toBeCloseTo(0.01 - 0.001 - 0.011 * (0.16 / 12), 4);
    expect(interval.method).toBe("bootstrap-debiased");
    expect(interval.monteCarloError.high).toBeGreaterThan(0);
  });
  test("begins above 0 as soon as the value exceeds what chance reaches, and rises with it", () => {
    const chance = { mean: 0.05, meanSquare: 0.0027, upper: 0.08 };
    const lows = [0.079, 0.081, 0.1, 0.2, 0.5].map(
      (value) => debiasedInterval(spreadOf(value, 0.0027), { level: 0.95, scale: "squared", chance }).low,
    );
    expect(lows[0]).toBe(0);
    expect(lows.every((low, i) => i === 0 || low > lows[i - 1])).toBe(true);
    // Far from 0 chance no longer matters: the limit is nearly that made without it.
    const without = debiasedInterval(spreadOf(0.5, 0.0027), { level: 0.95, scale: "squared" }).low;
    expect(Math.abs(lows[4] - without)).toBeLessThan(0.04);
  });
  test("begins at exactly 0 within chance, though the replicates were of gathered scores", () => {
    const chance = { mean: 0.08, meanSquare: 0.0066, upper: 0.11 };
    const interval = debiasedInterval(spreadOf(0.1, 0.001), { level: 0.95, scale: "squared", value: 0.1001, chance });
    expect(interval.low).toBe(0);
  });
  test("begins at 0 where chance gives as much, and nowhere without spread", () => {
    expect(
      debiasedInterval(spreadOf(0.1, 0.001), {
        level: 0.95,
        scale: "squared",
        chance: { mean: 0.08, meanSquare: 0.0066, upper: 0.11 },
      })!.low,
    ).toBe(0);
    expect(
      debiasedInterval(bootstrapSample(0.1, new Float64Array(50).fill(0.1)), { level: 0.95, scale: "identity" }),
    ).toBeUndefined();
    expect(
      debiasedInterval(bootstrapSample(0.1, Float64Array.from(even(39))), { level: 0.95, scale: "identity" }),
    ).toBeUndefined();
  });
});
