import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile, incompleteBeta } from "../../src/numeric/beta.ts";
import { gammaQuantile, incompleteGamma, incompleteGammaUpper } from "../../src/numeric/gamma.ts";
import { expit, log1pexp, logit } from "../../src/numeric/logit.ts";
import { normalCdf, normalQuantile, normalUpperTail } from "../../src/numeric/normal.ts";
import { quantile7 } from "../../src/numeric/quantile.ts";
import { brent } from "../../src/numeric/root.ts";
import { studentTCdf, studentTQuantile } from "../../src/numeric/student-t.ts";
import { sum } from "../../src/numeric/sum.ts";

const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
/** Its distance from 1 is exact too. */
const exact = fc.integer({ min: 1, max: 2 ** 20 - 1 }).map((i) => i / 2 ** 20);
const shape = fc.double({ min: 0.05, max: 2000, noNaN: true });

describe("sum", () => {
  test("loses nothing where plain addition loses everything", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Float64Array(1e6).fill(0.1))).toBe(1e5);
  });
  test("of nothing is 0; infinities and NaN go through", () => {
    expect(sum([])).toBe(0);
    expect(sum([1, Infinity, 2])).toBe(Infinity);
    expect(sum([Infinity, -Infinity])).toBeNaN();
    expect(sum([1, Number.NaN])).toBeNaN();
  });
});

describe("quantile7", () => {
  test("as R's default: quantile(c(1, 2, 4, 8), c(0, .1, .5, .75, 1))", () => {
    const values = Object.freeze([1, 2, 4, 8]);
    expect([0, 0.1, 0.5, 0.75, 1].map((p) => quantile7(values, p))).toEqual([1, 1.3, 3, 5, 8]);
  });
  test("one value is every quantile; none is NaN; infinite neighbours stay infinite", () => {
    expect([0, 0.3, 1].map((p) => quantile7([7], p))).toEqual([7, 7, 7]);
    expect(quantile7([], 0.5)).toBeNaN();
    expect(quantile7([1, Infinity, Infinity], 0.75)).toBe(Infinity);
  });
});

describe("logit and expit", () => {
  test("are inverse, and do not overflow", () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(Math.abs(expit(logit(p)) / p - 1)).toBeLessThan(1e-14);
      }),
    );
    expect([logit(0), logit(1), logit(0.5), expit(800), expit(-800)]).toEqual([-Infinity, Infinity, 0, 1, 0]);
    expect(expit(-700)).toBeGreaterThan(0);
  });
  test("log1pexp at its ends", () => {
    expect([log1pexp(800), log1pexp(0), log1pexp(-40)]).toEqual([800, Math.LN2, Math.exp(-40)]);
  });
});

describe("brent", () => {
  test("finds roots to 1e-14, steep, flat and at zero", () => {
    expect(Math.abs(brent((x) => x ** 3 - 2, 0, 10) - Math.cbrt(2))).toBeLessThan(1e-14);
    expect(Math.abs(brent((x) => Math.expm1(50 * (x - 0.3)), 0, 1) - 0.3)).toBeLessThan(1e-14);
    expect(Math.abs(brent((x) => Math.tanh(x), -1, 7))).toBeLessThan(1e-14);
    expect(brent((x) => x - 1, 1, 2)).toBe(1);
  });
  test("lands between its ends for any monotone function", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (at) => {
        expect(Math.abs(brent((x) => Math.atan(x - at), -10, 10) - at)).toBeLessThan(1e-14 * (1 + Math.abs(at)));
      }),
    );
  });
  test("refuses a bracket without a change of sign, and names it", () => {
    expect(() => brent((x) => x * x + 1, -1, 1)).toThrow(/between -1 \(2\) and 1 \(2\)/);
    expect(() => brent(() => Number.NaN, -1, 1)).toThrow(RangeError);
  });
});

describe("distributions", () => {
  test("quantile and distribution function are inverse", () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
        expect(Math.abs(incompleteGamma(a, gammaQuantile(p, a)) / p - 1)).toBeLessThan(1e-11);
        expect(Math.abs(studentTCdf(studentTQuantile(p, a + 1), a + 1) / p - 1)).toBeLessThan(1e-11);
        // With b >= 1 the density is bounded near 1, where a quantile has only its distance to 16 decimals.
        expect(Math.abs(incompleteBeta(betaQuantile(p, a, b + 1), a, b + 1) / p - 1)).toBeLessThan(1e-10);
      }),
    );
  });
  test("the two tails make one", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), shape, exact, (x, a, p) => {
        expect(normalCdf(x) + normalUpperTail(x)).toBeCloseTo(1, 14);
        expect(incompleteGamma(a, Math.abs(x)) + incompleteGammaUpper(a, Math.abs(x))).toBeCloseTo(1, 13);
        expect(incompleteBeta(p, a, 3) + incompleteBeta(1 - p, 3, a)).toBeCloseTo(1, 13);
      }),
    );
  });
});
