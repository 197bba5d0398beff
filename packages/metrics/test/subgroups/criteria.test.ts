import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainImpossibility, generalizedEntropy } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const reference = { prevalence: 0.2, sensitivity: 0.8, ppv: 0.5, falsePositiveRate: 0.2 };

describe("the impossibility explained", () => {
  test("is an identity: with the reference's own prevalence the implied rate is the reference's own", () => {
    const found = explainImpossibility(reference, { prevalence: 0.2, falsePositiveRate: 0.1 });
    expect(found).toMatchObject({ relation: "compatible" });
    expect(isUndefined(found) ? 1 : found.forcedGap).toBeCloseTo(0, 14);
  });
  test("unequal prevalence forces unequal false positive rates", () => {
    const found = explainImpossibility(reference, { prevalence: 0.4, falsePositiveRate: 0.2 });
    expect(found).toMatchObject({ relation: "conflict" });
    expect(isUndefined(found) ? 0 : found.impliedFalsePositiveRate).toBeCloseTo((0.4 / 0.6) * 0.8, 14);
  });
  test("what would need a rate above 1 cannot be had at all", () => {
    expect(explainImpossibility(reference, { prevalence: 0.9, falsePositiveRate: 0.2 })).toMatchObject({
      relation: "unattainable",
    });
  });
  test("a perfect model meets all criteria", () => {
    const perfect = { prevalence: 0.2, sensitivity: 1, ppv: 1, falsePositiveRate: 0 };
    expect(explainImpossibility(perfect, { prevalence: 0.6, falsePositiveRate: 0 })).toMatchObject({
      relation: "perfect",
      impliedFalsePositiveRate: 0,
    });
  });
  test.each([
    [{ ...reference, ppv: Number.NaN }, 0.4, "MISSING_INPUT"],
    [{ ...reference, ppv: 0 }, 0.4, "ZERO_DENOMINATOR"],
    [reference, 1, "ONE_CLASS"],
    [reference, 0, "ONE_CLASS"],
  ] as const)("%j at prevalence %s is undefined because %s", (rates, prevalence, reason) => {
    expect(explainImpossibility(rates, { prevalence, falsePositiveRate: 0.2 })).toEqual(undefinedBecause(reason));
  });
});

describe("generalised entropy", () => {
  const count = fc.integer({ min: 0, max: 20 });
  const group = fc.record({
    truePositives: count,
    falsePositives: count,
    falseNegatives: count,
    trueNegatives: count,
  });
  test("is never negative, splits into parts that are not, and is the coefficient of variation squared over two", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const found = generalizedEntropy(groups);
        fc.pre(!isUndefined(found));
        if (isUndefined(found)) return;
        expect(found.squared).toBeGreaterThanOrEqual(0);
        expect(found.squaredBetween).toBeGreaterThanOrEqual(0);
        expect(found.squaredWithin).toBeGreaterThan(-1e-14);
        expect(found.theilBetween).toBeLessThan(found.theil + 1e-14);
        expect(found.coefficientOfVariation ** 2 / 2).toBeCloseTo(found.squared, 12);
      }),
    );
  });
  test("one group has nothing between", () => {
    const one = { truePositives: 3, falsePositives: 2, falseNegatives: 1, trueNegatives: 4 };
    expect(generalizedEntropy([one])).toMatchObject({ squaredBetween: 0, theilBetween: 0 });
  });
  test("nobody, and nobody with a benefit", () => {
    const none = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    expect(generalizedEntropy([none])).toEqual(undefinedBecause("NO_ROWS"));
    expect(generalizedEntropy([])).toEqual(undefinedBecause("NO_ROWS"));
    expect(generalizedEntropy([{ ...none, falseNegatives: 4 }])).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
  });
});
