import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accumulatedLocalEffects,
  changeBetween,
  isUndefined,
  partialDependence,
  rowsToProbe,
  supportedGrid,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

/** Two features that go together: z is x with a wobble. */
const xs = Float64Array.from({ length: 400 }, (_, i) => i / 10);
const zs = xs.map((x, i) => x + Math.sin(i));
const grid = [0, 5, 10, 20, 39.9];
const answersOf = (model: (x: number, z: number) => number) => ({
  responses: grid.map((g) => Float64Array.from(zs, (z) => model(g, z))),
  sampling: {},
});

describe("accumulated local effects", () => {
  test("of an additive model are its own term, whatever goes with the feature", () => {
    const effects = defined(
      accumulatedLocalEffects(
        grid,
        xs,
        answersOf((x, z) => x ** 2 + 7 * z),
        5,
      ),
    );
    grid.forEach((g, k) => expect(effects[k] - effects[0]).toBeCloseTo(g ** 2 - grid[0] ** 2, 9));
  });

  // For x·z with z near x the local slope at x is about x, so the effect is about x²/2; partial dependence is x·mean(z).
  test("of a product follow the patients who are there; partial dependence does not", () => {
    const answers = answersOf((x, z) => x * z);
    const effects = defined(accumulatedLocalEffects(grid, xs, answers, 5));
    expect(effects[4] - effects[0]).toBeCloseTo(39.9 ** 2 / 2, -1.2);
    const early = (effects[1] - effects[0]) / 5;
    expect(early).toBeGreaterThan(2);
    expect(early).toBeLessThan(3);
    const dependence = defined(partialDependence(answers));
    const mean = zs.reduce((a, b) => a + b) / zs.length;
    expect((dependence[1].mean - dependence[0].mean) / 5).toBeCloseTo(mean, 9);
  });

  // Bins by hand: (0,5] and below 51 rows, (5,10] 50, (10,20] 100, (20,39.9] 199; of them the means of the two edges.
  test("have mean 0 over the patients", () => {
    const effects = defined(
      accumulatedLocalEffects(
        grid,
        xs,
        answersOf((x) => 3 * x),
        5,
      ),
    );
    const middles = [51, 50, 100, 199].map((n, b) => (n * (effects[b] + effects[b + 1])) / 2);
    expect(middles.reduce((a, b) => a + b) / 400).toBeCloseTo(0, 9);
  });

  test("say nothing where too few patients are, nor beyond", () => {
    const sparse = xs.map((x) => (x > 10 && x <= 20 ? 25 : x));
    const effects = defined(
      accumulatedLocalEffects(
        grid,
        sparse,
        answersOf((x) => x),
        5,
      ),
    );
    expect(effects.map((e) => e === null)).toEqual([false, false, false, true, true]);
  });

  test("one value is no effect, no patient none", () => {
    expect(
      accumulatedLocalEffects(
        [1],
        xs,
        answersOf((x) => x),
        5,
      ),
    ).toMatchObject({ reason: "CONSTANT_VALUE" });
    const none = accumulatedLocalEffects(
      grid,
      new Float64Array(400).fill(Number.NaN),
      answersOf((x) => x),
      5,
    );
    expect(none).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("partial dependence", () => {
  test("is the mean, its band the centiles of single patients, weights count", () => {
    const responses = [Float64Array.from({ length: 11 }, (_, i) => i / 10)];
    expect(defined(partialDependence({ responses, sampling: {} }))[0]).toEqual({
      mean: 0.5,
      low: 0.1,
      middle: 0.5,
      high: 0.9,
    });
    const weight = Float64Array.from({ length: 11 }, (_, i) => (i === 10 ? 11 : 1));
    const weighted = defined(partialDependence({ responses, sampling: { weight } }))[0];
    expect(weighted.mean).toBeCloseTo((4.5 + 11) / 21, 12);
  });

  test("of nobody is undefined; a change between two values is that of the same patients", () => {
    expect(isUndefined(partialDependence({ responses: [], sampling: {} }))).toBe(true);
    const change = changeBetween(
      answersOf((x, z) => x + z),
      0,
      4,
      0.95,
    );
    expect(defined(change)).toMatchObject({ value: expect.closeTo(39.9, 9), interval: null });
  });
});

describe("where a model is asked", () => {
  test("never at the outermost values, which are single patients'", () => {
    assert(
      property(
        array(integer({ min: -50, max: 50 }), { minLength: 40, maxLength: 300 }),
        integer({ min: 5, max: 12 }),
        (list, support) => {
          const values = Float64Array.from(list);
          for (const edge of supportedGrid(values, 10, support)) {
            expect(values.filter((v) => v <= edge).length).toBeGreaterThanOrEqual(support);
            expect(values.filter((v) => v >= edge).length).toBeGreaterThanOrEqual(support);
          }
        },
      ),
    );
  });

  test("at its own values where they are few, those that enough patients have", () => {
    const values = Float64Array.from([
      ...Array.from({ length: 30 }, () => 0),
      ...Array.from({ length: 20 }, () => 1),
      2,
      Number.NaN,
    ]);
    expect(supportedGrid(values, 10, 20)).toEqual([0, 1]);
  });

  test("the patients are drawn by the seed, and have scores", () => {
    const score = Float64Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? Number.NaN : 0.5));
    const drawn = rowsToProbe(score, 100, 1);
    expect(drawn).toEqual(rowsToProbe(score, 100, 1));
    expect(drawn).not.toEqual(rowsToProbe(score, 100, 2));
    expect(new Set(drawn).size).toBe(100);
    expect([...drawn].every((i) => !Number.isNaN(score[i]))).toBe(true);
    expect(rowsToProbe(score, 5000, 1)).toHaveLength(900);
  });
});
