import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AmountRows,
  concordanceCorrelation,
  continuousCalibration,
  continuousMetrics,
  isUndefined,
  predictionErrors,
  randomStream,
  REASONS,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const metrics = continuousMetrics;
const RUNS = { numRuns: 40 };

interface Stay {
  readonly prediction: number;
  readonly outcome: number;
}

function rowsOf(stays: readonly Stay[], weight?: readonly number[]): AmountRows {
  return {
    prediction: Float64Array.from(stays, (s) => s.prediction),
    outcome: Float64Array.from(stays, (s) => s.outcome),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  };
}

/** Stays with a long tail, whose spread grows with the prediction; the model is right. */
function simulated(n: number, seed: number): Stay[] {
  return Array.from({ length: n }, (_, i) => {
    const stream = randomStream(seed, i, 5);
    const prediction = Math.exp(1.3 + 0.5 * stream.normal());
    return { prediction, outcome: prediction * Math.exp(0.5 * stream.normal() - 0.125) };
  });
}

const stay = fc.record({
  prediction: fc.integer({ min: 0, max: 40 }).map((k) => k / 4),
  outcome: fc.integer({ min: 0, max: 60 }).map((k) => k / 4),
});
const stays = fc.array(stay, { minLength: 1, maxLength: 50 });
const value = (metric: (typeof metrics)[number], rows: AmountRows): number | string => {
  const point = metric.point(rows);
  return isUndefined(point) ? point.reason : point.value;
};
const of = (id: string) => metrics.find((m) => m.id === id)!;

describe.each(metrics.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
  test("is in its range, or undefined with a reason", () => {
    const sound = (list: readonly Stay[]): boolean => {
      const point = metric.point(rowsOf(list));
      if (isUndefined(point)) return REASONS.includes(point.reason);
      const [low, high] = metric.range;
      return point.value >= low - 1e-12 && point.value <= high + 1e-12;
    };
    fc.assert(
      fc.property(stays, (list) => {
        expect(sound(list)).toBe(true);
      }),
      RUNS,
    );
  });

  test("with equal weights is what it is without, and with a weight of k what k copies give", () => {
    const list = simulated(60, 3);
    const weight = list.map((_s, i) => 1 + (i % 3));
    const copies = list.flatMap((s, i) => Array.from({ length: weight[i] }, () => s));
    const error = (rows: AmountRows): number => defined(metric.point(rows)).standardError!;
    expect(
      value(
        metric,
        rowsOf(
          list,
          list.map(() => 2),
        ),
      ),
    ).toBeCloseTo(Number(value(metric, rowsOf(list))), 10);
    expect(
      error(
        rowsOf(
          list,
          list.map(() => 2),
        ),
      ),
    ).toBeCloseTo(error(rowsOf(list)), 10);
    // The limits of agreement correct the deviation by the number of rows, and copies are more rows.
    const digits = metric.id.startsWith("agreement") ? 0 : 10;
    expect(value(metric, rowsOf(list, weight))).toBeCloseTo(Number(value(metric, rowsOf(copies))), digits);
  });

  test("does not depend on the order of rows, and leaves them as they were", () => {
    const rows = rowsOf(simulated(80, 5));
    const before = structuredClone(rows);
    const turned = { prediction: rows.prediction.toReversed(), outcome: rows.outcome.toReversed() };
    expect(value(metric, turned)).toBeCloseTo(Number(value(metric, rows)), 10);
    expect(rows).toEqual(before);
  });

  test("what each row moved it by is what leaving that row out does", () => {
    const list = simulated(300, 11);
    const { influence } = defined(metric.point(rowsOf(list)));
    const leftOut = list.map((_s, i) => Number(value(metric, rowsOf(list.filter((_t, j) => j !== i)))));
    const mean = leftOut.reduce((a, b) => a + b, 0) / leftOut.length;
    const jackknife = Math.sqrt(leftOut.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    const linear = Math.sqrt(influence!.reduce((sum, u) => sum + u * u, 0));
    expect(linear / jackknife).toBeGreaterThan(0.9);
    expect(linear / jackknife).toBeLessThan(1.1);
  });
});

test("values are those of the kernels, which have golden values", () => {
  const list = simulated(200, 8);
  const { prediction, outcome } = rowsOf(list);
  const errors = defined(predictionErrors(prediction, outcome, 0.95));
  const line = defined(continuousCalibration(prediction, outcome, 0.95));
  const expected = {
    meanError: errors.bias,
    meanAbsoluteError: errors.meanAbsoluteError,
    rootMeanSquaredError: errors.rootMeanSquaredError,
    rSquared: errors.rSquared,
    concordanceCorrelation: concordanceCorrelation(prediction, outcome),
    agreementLow: errors.spread!.agreement.low,
    agreementHigh: errors.spread!.agreement.high,
    continuousCalibrationIntercept: line.intercept,
    continuousCalibrationSlope: line.slope,
  };
  for (const [id, known] of Object.entries(expected))
    expect(value(of(id), rowsOf(list))).toBeCloseTo(Number(known), 10);
  expect(defined(of("meanError").point(rowsOf(list))).standardError).toBeCloseTo(errors.spread!.biasStandardError, 12);
});

test("a model that is always right attains the ideal of every metric", () => {
  const perfect = rowsOf(simulated(40, 2).map(({ prediction }) => ({ prediction, outcome: prediction })));
  for (const metric of metrics.filter((m) => m.ideal !== null))
    expect(value(metric, perfect)).toBeCloseTo(metric.ideal!, 10);
});

test("each undefined case gives its reason", () => {
  const cases: [string, Stay[], string | number][] = [
    ["rSquared", [1, 2, 3].map((prediction) => ({ prediction, outcome: 4 })), "CONSTANT_VALUE"],
    ["concordanceCorrelation", [1, 2].map(() => ({ prediction: 3, outcome: 4 })), "CONSTANT_VALUE"],
    ["agreementLow", [{ prediction: 1, outcome: 2 }], "CONSTANT_VALUE"],
    ["observedExpectedMean", [{ prediction: 0, outcome: 2 }], "ZERO_DENOMINATOR"],
    ["continuousCalibrationSlope", [1, 2].map((y) => ({ prediction: y, outcome: y })), "TOO_FEW_EVENTS"],
    ["continuousCalibrationSlope", [1, 2, 3].map((y) => ({ prediction: 1, outcome: y })), "CONSTANT_SCORE"],
    ["meanError", [{ prediction: 1, outcome: 3 }], -2],
  ];
  for (const [id, list, expected] of cases) expect(value(of(id), rowsOf(list))).toBe(expected);
  expect(defined(of("meanError").point(rowsOf([{ prediction: 1, outcome: 3 }]))).standardError).toBeUndefined();
});
