import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  concordanceCorrelation,
  continuousCalibration,
  errorPerRow,
  isUndefined,
  meanDifference,
  predictionErrors,
  spearman,
  type Undefined,
} from "../../src/index.ts";

function defined<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined because ${value.reason}`);
  return value;
}

const LEVEL = 0.95;
const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 3,
  maxLength: 30,
});

describe("errors of a continuous prediction", () => {
  test("mean squared error is squared bias and spread", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const fit = defined(
          predictionErrors(
            list.map((p) => p[0]),
            list.map((p) => p[1]),
            LEVEL,
          ),
        );
        const n = list.length;
        const variance = fit.spread!.biasStandardError ** 2 * (n - 1);
        expect(fit.rootMeanSquaredError ** 2).toBeCloseTo(fit.bias ** 2 + variance, 8);
        expect(fit.meanAbsoluteError).toBeLessThanOrEqual(fit.rootMeanSquaredError + 1e-12);
      }),
    );
  });

  test("R² of the mean is 0, below it is negative, and is not the squared correlation", () => {
    const outcome = [1, 2, 3, 4];
    expect(defined(predictionErrors([2.5, 2.5, 2.5, 2.5], outcome, LEVEL)).rSquared).toBeCloseTo(0, 14);
    const reversed = defined(predictionErrors([4, 3, 2, 1], outcome, LEVEL));
    expect(reversed.rSquared).toBeCloseTo(-3, 12);
    expect(reversed.squaredCorrelation).toBeCloseTo(1, 12);
  });

  test("what cannot be had is undefined: constant outcomes, one patient, none", () => {
    const constant = defined(predictionErrors([1, 2], [3, 3], LEVEL));
    expect(constant.rSquared).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(constant.squaredCorrelation).toMatchObject({ reason: "CONSTANT_SCORE" });
    expect(defined(predictionErrors([1], [2], LEVEL)).spread).toBeUndefined();
    expect(predictionErrors([Number.NaN], [2], LEVEL)).toMatchObject({ reason: "NO_ROWS" });
    expect(continuousCalibration([1, 2], [1, 3], LEVEL)).toMatchObject({ reason: "TOO_FEW_EVENTS" });
    expect(continuousCalibration([2, 2, 2], [1, 3, 4], LEVEL)).toMatchObject({ reason: "CONSTANT_SCORE" });
    expect(concordanceCorrelation([2, 2], [2, 2])).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(spearman([1, 1], [1, 2])).toMatchObject({ reason: "CONSTANT_SCORE" });
  });

  test("keep their digits round a large mean", () => {
    const outcome = [1, 2, 3, 5, 8].map((y) => y + 1e9);
    const prediction = [1, 2, 4, 5, 7].map((y) => y + 1e9);
    expect(defined(continuousCalibration(prediction, outcome, LEVEL)).slope).toBeCloseTo(
      defined(continuousCalibration([1, 2, 4, 5, 7], [1, 2, 3, 5, 8], LEVEL)).slope,
      7,
    );
  });

  test("a perfect prediction has slope 1, intercept 0, no joint test, concordance 1", () => {
    const y = [1, 4, 2, 8];
    const fit = defined(continuousCalibration(y, y, LEVEL));
    expect([fit.slope, fit.intercept, fit.joint]).toEqual([1, 0, undefined]);
    expect(concordanceCorrelation(y, y)).toBeCloseTo(1, 14);
    expect(
      spearman(
        y,
        y.map((v) => v ** 3),
      ),
    ).toBeCloseTo(1, 14);
  });

  test("compared between subgroups, in bias and in size", () => {
    const prediction = [1, 2, 3, 4, 5, 6];
    const outcome = [2, 1, 4, 2, 6, 3];
    const rows = { group: [0, 2, 4], reference: [1, 3, 5] };
    const bias = defined(meanDifference(errorPerRow(prediction, outcome, "bias"), rows, LEVEL));
    const size = defined(meanDifference(errorPerRow(prediction, outcome, "absolute error"), rows, LEVEL));
    expect(bias.group.value - bias.reference.value).toBeCloseTo(-1 - 2, 12);
    expect(size.group.value - size.reference.value).toBeCloseTo(1 - 2, 12);
  });
});
