import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cholesky, inverseCholesky, quadraticForm, weightedCrossProduct } from "../../src/numeric/linear-algebra.ts";
import { linearRegression, robustCovariance } from "../../src/numeric/linear-regression.ts";
import { logisticRegression } from "../../src/numeric/logistic-regression.ts";
import { poissonRegression } from "../../src/numeric/poisson-regression.ts";
import { sandwich } from "../../src/numeric/sandwich.ts";
import { harrellKnots, restrictedCubicSpline } from "../../src/numeric/spline.ts";
import { isUndefined, type Undefined } from "../../src/result.ts";

const vector = (...values: number[]) => Float64Array.from(values);
const ones = (n: number) => new Float64Array(n).fill(1);
function defined<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined: ${value.reason}`);
  return value;
}

describe("linear algebra", () => {
  test("an inverse times its matrix is the identity", () => {
    const a = [vector(4, 2, 0.6), vector(2, 5, 1), vector(0.6, 1, 3)];
    const inverse = inverseCholesky(cholesky(a)!);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const product = a.reduce((sum, _, m) => sum + a[i][m] * inverse[m][j], 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 14);
      }
    expect(quadraticForm([1, 0, 0], inverse, [0, 1, 0])).toBe(inverse[0][1]);
  });
  test.each([
    ["singular", [vector(1, 2), vector(2, 4)]],
    ["indefinite", [vector(1, 2), vector(2, 1)]],
    ["NaN", [vector(Number.NaN)]],
    ["zero", [vector(0)]],
  ])("a %s matrix has no factor", (_, a) => {
    expect(cholesky(a)).toBeUndefined();
  });
});

describe("logistic regression", () => {
  // 2 × 2 table: the log odds ratio and its Woolf standard error are exact.
  const [a, b, c, d] = [30, 70, 12, 88] as const;
  const exposed = vector(1, 0);
  const table = logisticRegression([ones(2), exposed], vector(a / (a + b), c / (c + d)), {
    weights: vector(a + b, c + d),
  });
  test("a 2 × 2 table gives the log odds ratio and Woolf's error", () => {
    const fit = defined(table);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log((a * d) / (b * c)), 13);
    expect(Math.sqrt(fit.covariance[1][1])).toBeCloseTo(Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 13);
  });
  test("counts are the rows they count", () => {
    const x: number[] = [];
    const y: number[] = [];
    for (const [n, at, outcome] of [
      [a, 1, 1],
      [b, 1, 0],
      [c, 0, 1],
      [d, 0, 0],
    ] as const)
      for (let i = 0; i < n; i++) {
        x.push(at);
        y.push(outcome);
      }
    const rows = defined(logisticRegression([ones(x.length), vector(...x)], vector(...y)));
    expect(rows.coefficients[1]).toBeCloseTo(defined(table).coefficients[1], 13);
    expect(rows.logLikelihood).toBeCloseTo(defined(table).logLikelihood, 11);
  });
  test("units of a column do not matter", () => {
    const x = vector(1, 2, 3, 4, 5, 6, 7, 8);
    const y = vector(0, 0, 1, 0, 1, 0, 1, 1);
    const small = defined(logisticRegression([ones(8), x], y));
    const large = defined(logisticRegression([ones(8), x.map((v) => v * 1e6)], y));
    expect(large.coefficients[1] * 1e6).toBeCloseTo(small.coefficients[1], 11);
    expect(Math.sqrt(large.covariance[1][1]) * 1e6).toBeCloseTo(Math.sqrt(small.covariance[1][1]), 11);
  });
  test("the score is zero at the fit, whatever the rows (offset and weights included)", () => {
    const row = fc.record({
      x: fc.double({ min: -3, max: 3, noNaN: true }),
      w: fc.integer({ min: 1, max: 9 }),
      o: fc.double({ min: -2, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 40 }), (rows) => {
        const x = Float64Array.from(rows, (r) => r.x);
        const y = Float64Array.from(rows, (_, i) => (i % 3 === 0 ? 1 : 0));
        const fit = logisticRegression([ones(x.length), x], y, {
          weights: Float64Array.from(rows, (r) => r.w),
          offset: Float64Array.from(rows, (r) => r.o),
        });
        if (isUndefined(fit)) return;
        const g0 = fit.scoreResiduals.reduce((s, r) => s + r, 0);
        const g1 = fit.scoreResiduals.reduce((s, r, i) => s + r * x[i], 0);
        expect(Math.abs(g0) + Math.abs(g1)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });
  test.each([
    ["complete separation", vector(1, 2, 3, 4), vector(0, 0, 1, 1), "SEPARATION"],
    ["quasi-complete separation", vector(1, 1, 1, 2, 2, 2), vector(0, 1, 0, 1, 1, 1), "SEPARATION"],
    ["events only", vector(1, 2, 3), vector(1, 1, 1), "SEPARATION"],
    ["no events", vector(1, 2, 3), vector(0, 0, 0), "SEPARATION"],
    ["a constant column beside the intercept", vector(2, 2, 2, 2), vector(0, 1, 0, 1), "NON_CONVERGENCE"],
    ["no rows", vector(), vector(), "NO_ROWS"],
    ["an infinite value", vector(1, 2, Infinity, 4), vector(0, 1, 0, 1), "NON_CONVERGENCE"],
    ["a NaN", vector(1, 2, Number.NaN, 4), vector(0, 1, 0, 1), "NON_CONVERGENCE"],
  ])("%s is undefined", (_, x, y, reason) => {
    expect(logisticRegression([ones(x.length), x], y)).toEqual({ status: "undefined", reason });
  });
  test("rows of weight 0 do not count", () => {
    const fit = logisticRegression([ones(3)], vector(1, 0, 0), { weights: vector(3, 1, 0) });
    expect(defined(fit).coefficients[0]).toBeCloseTo(Math.log(3), 13);
    const gone = logisticRegression([ones(2)], vector(1, 0), { weights: vector(3, 0) });
    expect(gone).toMatchObject({ reason: "SEPARATION" });
  });
  test("a strong but finite effect is an estimate, not separation", () => {
    const fit = logisticRegression([ones(4), vector(0, 0, 1, 1)], vector(1, 0, 1, 0), {
      weights: vector(1, 99_999, 99_999, 1),
    });
    expect(defined(fit).coefficients[1]).toBeCloseTo(2 * Math.log(99_999), 8);
  });
});

describe("linear regression", () => {
  // Longley's data, NIST certified values, StRD "Longley": a design that defeats careless normal equations.
  const longley = [
    [60323, 83, 234289, 2356, 1590, 107608, 1947],
    [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
    [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
    [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
    [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
    [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
    [64989, 99, 365385, 1870, 3547, 115094, 1953],
    [63761, 100, 363112, 3578, 3350, 116219, 1954],
    [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
    [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
    [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
    [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
    [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
    [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
    [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
    [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
  ];
  test("NIST Longley, years counted from their mean", () => {
    const y = Float64Array.from(longley, (r) => r[0]);
    const columns = [1, 2, 3, 4, 5, 6].map((j) => Float64Array.from(longley, (r) => r[j] - (j === 6 ? 1954.5 : 0)));
    const fit = defined(linearRegression([ones(16), ...columns], y));
    const certified = [15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359];
    certified.forEach((b, j) => expect(fit.coefficients[j + 1] / b).toBeCloseTo(1, 8));
    expect(fit.coefficients[6] / 1829.15146461355).toBeCloseTo(1, 8);
    expect(Math.sqrt(fit.covariance![1][1]) / 84.9149257747669).toBeCloseTo(1, 7);
    expect(fit.degreesOfFreedom).toBe(9);
  });
  test("HC0 and HC1 of a mean are its variance over n and n - 1; clusters of one are K/(K - 1) times HC0", () => {
    const y = vector(1, 2, 4, 9);
    const fit = defined(linearRegression([ones(4)], y));
    const squares = y.reduce((s, v) => s + (v - 4) ** 2, 0);
    expect(robustCovariance(fit, [ones(4)], "HC0")[0][0]).toBeCloseTo(squares / 16, 13);
    expect(robustCovariance(fit, [ones(4)], "HC1")[0][0]).toBeCloseTo(squares / 12, 13);
    expect(robustCovariance(fit, [ones(4)], { cluster: [0, 1, 2, 3] })[0][0]).toBeCloseTo(squares / 12, 13);
    expect(robustCovariance(fit, [ones(4)], { cluster: [7, 7, 9, 9] })[0][0]).toBeCloseTo((2 * (25 + 25)) / 16, 13);
  });
  test("fewer rows than columns, or a repeated column, has no answer", () => {
    expect(linearRegression([ones(1), vector(2)], vector(1))).toMatchObject({ reason: "NON_CONVERGENCE" });
    expect(linearRegression([ones(3), ones(3)], vector(1, 2, 3))).toMatchObject({ reason: "NON_CONVERGENCE" });
    expect(linearRegression([], vector())).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("Poisson regression", () => {
  test("two groups give the log ratio of their means, at any size", () => {
    for (const unit of [1, 1e7, 1e-7]) {
      const y = vector(1, 3, 0, 8, 10, 0).map((v) => v * unit);
      const group = vector(0, 0, 0, 1, 1, 1);
      const fit = defined(poissonRegression([ones(6), group], y));
      expect(fit.coefficients[1]).toBeCloseTo(Math.log(18 / 4), 10);
      const robust = sandwich(
        fit.covariance,
        weightedCrossProduct(
          [ones(6), group],
          fit.scoreResiduals.map((r) => r * r),
        ),
      );
      const relative = (values: number[], mean: number) =>
        values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length * mean) ** 2;
      expect(robust[1][1]).toBeCloseTo(relative([1, 3, 0], 4 / 3) + relative([8, 10, 0], 6), 10);
    }
  });
  test("an outcome that is 0 everywhere has no ratio", () => {
    expect(poissonRegression([ones(2)], vector(0, 0))).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(poissonRegression([ones(0)], vector())).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("restricted cubic spline", () => {
  const knots = [-2, -0.5, 0.75, 3];
  test("is straight outside its knots and smooth at them", () => {
    const second = (x: number, j: number) => {
      const h = 1e-4;
      const [low, mid, high] = restrictedCubicSpline([x - h, x, x + h], knots)[j];
      return (low - 2 * mid + high) / h ** 2;
    };
    for (const j of [1, 2]) {
      for (const x of [-9, -2.1, 3.1, 40]) expect(Math.abs(second(x, j))).toBeLessThan(1e-4);
      expect(Math.abs(second(0, j))).toBeGreaterThan(1e-2);
      for (const k of knots) expect(second(k - 0.01, j)).toBeCloseTo(second(k + 0.01, j), 1);
    }
  });
  test("knots of counted values are knots of the rows; equal ones merge", () => {
    const rows = [0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 5, 8];
    expect(harrellKnots([0, 1, 2, 3, 5, 8], 4, [3, 2, 1, 4, 1, 1])).toEqual(harrellKnots(rows, 4));
    expect(harrellKnots([0, 1], 4, [50, 50])).toEqual([0, 1]);
    expect(() => restrictedCubicSpline([0], [0, 1])).toThrow(RangeError);
    expect(() => harrellKnots(rows, 2)).toThrow(RangeError);
  });
});
