import { describe, expect, test } from "vitest";
import { betaBinomial, heterogeneity, normalShrinkage } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const of = (...pairs: readonly [number, number][]) => pairs.map(([value, standardError]) => ({ value, standardError }));

describe("heterogeneity", () => {
  test("with equal errors every estimator is the sample variance less the error's", () => {
    const values = [0.1, 0.9, -0.4, 1.3, 0.2];
    const mean = values.reduce((a, v) => a + v, 0) / 5;
    const variance = values.reduce((a, v) => a + (v - mean) ** 2, 0) / 4;
    const found = heterogeneity(
      values.map((value) => ({ value, standardError: 0.3 })),
      0.95,
    );
    if (isUndefined(found)) throw new Error(found.reason);
    for (const effect of [found.derSimonianLaird, found.restrictedMaximumLikelihood, found.pauleMandel]) {
      expect(effect.tauSquared).toBeCloseTo(variance - 0.09, 12);
      expect(effect.mean).toBeCloseTo(mean, 12);
      expect(effect.standardError).toBeCloseTo(Math.sqrt(variance / 5), 12);
    }
    expect(found.tauSquaredLow).toBeLessThan(found.pauleMandel.tauSquared);
    expect(found.tauSquaredHigh).toBeGreaterThan(found.pauleMandel.tauSquared);
  });
  test("no more spread than chance gives 0, with an upper limit that is not 0", () => {
    const found = heterogeneity(of([0.1, 0.5], [0.2, 0.5], [0.3, 0.5], [0.2, 0.4]), 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.restrictedMaximumLikelihood.tauSquared).toBe(0);
    expect(found.pauleMandel.tauSquared).toBe(0);
    expect(found.tauSquaredHigh).toBe(0);
    const wider = heterogeneity(of([-0.3, 0.4], [0.5, 0.4], [0.3, 0.5], [-0.2, 0.4]), 0.95);
    if (isUndefined(wider)) throw new Error(wider.reason);
    expect(wider.restrictedMaximumLikelihood.tauSquared).toBe(0);
    expect(wider.tauSquaredHigh).toBeGreaterThan(0);
  });
  test("values far apart in scale do not lose the root", () => {
    const found = heterogeneity(of([1e6, 1], [-1e6, 1e-3], [0, 1e4], [5e5, 2]), 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.restrictedMaximumLikelihood.tauSquared / 7.3e11).toBeGreaterThan(0.5);
    expect(found.restrictedMaximumLikelihood.tauSquared / 7.3e11).toBeLessThan(2);
  });
  test("a subgroup without a standard error is not left out in silence", () => {
    expect(heterogeneity(of([1, 0.2], [2, 0], [3, 0.2]), 0.95)).toEqual(undefinedBecause("MISSING_INPUT"));
    expect(heterogeneity(of([1, 0.2], [Number.NaN, 0.1]), 0.95)).toEqual(undefinedBecause("MISSING_INPUT"));
    expect(heterogeneity(of([1, 0.2]), 0.95)).toEqual(undefinedBecause("NO_ROWS"));
  });
});

describe("normal shrinkage", () => {
  test("is refused below four subgroups", () => {
    expect(normalShrinkage(of([1, 0.2], [2, 0.3], [3, 0.2]), { level: 0.95 })).toEqual(
      undefinedBecause("TOO_FEW_EVENTS"),
    );
  });
  test("draws every subgroup towards the mean, the less precise the more", () => {
    const estimates = of([0, 0.1], [1, 0.1], [2, 0.1], [3, 1.5], [-1, 0.1]);
    const found = normalShrinkage(estimates, { level: 0.95 });
    if (isUndefined(found)) throw new Error(found.reason);
    const { mean } = found.heterogeneity.restrictedMaximumLikelihood;
    for (const [i, s] of found.shrunk.entries()) {
      expect(Math.abs(s.value - mean)).toBeLessThan(Math.abs(estimates[i].value - mean));
      expect(s.interval.low).toBeLessThan(s.value);
    }
    expect(found.shrunk[3].shrinkage).toBeGreaterThan(found.shrunk[2].shrinkage);
  });
});

describe("beta-binomial", () => {
  test("recovers the slope of its own likelihood: no small step in any direction is higher", () => {
    const groups = [
      [2, 40],
      [30, 50],
      [9, 10],
      [1, 1],
      [50, 200],
      [0, 7],
    ].map(([hits, rows]) => ({ hits, rows }));
    const found = betaBinomial(groups, { level: 0.95 });
    if (isUndefined(found)) throw new Error(found.reason);
    const logLikelihood = (a: number, b: number): number => {
      let total = 0;
      for (const { hits, rows } of groups) {
        for (let j = 0; j < hits; j++) total += Math.log(a + j);
        for (let j = 0; j < rows - hits; j++) total += Math.log(b + j);
        for (let j = 0; j < rows; j++) total -= Math.log(a + b + j);
      }
      return total;
    };
    const { alpha, beta } = found;
    expect(logLikelihood(alpha, beta)).toBeCloseTo(found.logLikelihood, 9);
    for (const [a, b] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
    ])
      expect(logLikelihood(alpha * a, beta * b)).toBeLessThan(found.logLikelihood);
  });
  test("subgroups alike but for chance share one rate, and the prior weighs infinitely", () => {
    const groups = [5, 6, 5, 4, 5].map((hits) => ({ hits, rows: 20 }));
    expect(betaBinomial(groups, { level: 0.95 })).toMatchObject({ priorRows: Infinity, mean: 0.25 });
  });
  test("a subgroup without rows takes the mean", () => {
    const groups = [1, 9, 3, 7, 5].map((hits) => ({ hits, rows: 10 }));
    const found = betaBinomial([...groups, { hits: 0, rows: 0 }], { level: 0.95 });
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.shrunk[5].value).toBeCloseTo(found.mean, 12);
  });
  test("all, none, too few subgroups, and subgroups that are each all or none", () => {
    const same = (hits: number) => [1, 2, 3, 4].map(() => ({ hits, rows: 10 }));
    expect(betaBinomial(same(0), { level: 0.95 })).toEqual(undefinedBecause("ONE_CLASS"));
    expect(betaBinomial(same(10), { level: 0.95 })).toEqual(undefinedBecause("ONE_CLASS"));
    expect(betaBinomial(same(3).slice(1), { level: 0.95 })).toEqual(undefinedBecause("TOO_FEW_EVENTS"));
    const split = [0, 10, 0, 10].map((hits) => ({ hits, rows: 10 }));
    expect(betaBinomial(split, { level: 0.95 })).toEqual(undefinedBecause("NON_CONVERGENCE"));
  });
});
