import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { binByReference, countLevels } from "../../src/drift/binned-samples.ts";
import { binnedDistances } from "../../src/drift/binned-distances.ts";
import { distributionDistances } from "../../src/drift/distribution-distances.ts";
import { kernelDiscrepancy } from "../../src/drift/kernel-discrepancy.ts";
import { kolmogorovUpperTail } from "../../src/drift/kolmogorov.ts";
import { prevalenceFromFlags, prevalenceFromRisks } from "../../src/drift/label-shift.ts";
import { levelTest } from "../../src/drift/level-test.ts";
import { locationShift, rankShift } from "../../src/drift/location-shift.ts";
import { populationStability } from "../../src/drift/population-stability.ts";
import { defined, stream } from "../calibration/rows.ts";

const column = (n: number, seed: number, of = (u: number) => u) => {
  const random = stream(seed);
  return Float64Array.from({ length: n }, () => of(random()));
};
const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 60 });

describe("binned samples", () => {
  test("bins are closed on the right and missing values are in none", () => {
    const samples = defined(binByReference([1, 2, 3, 4, Number.NaN], [2.5, 2.5000001, Infinity, -Infinity], 2));
    expect([...samples.reference]).toEqual([2, 2]);
    expect([...samples.current]).toEqual([2, 2]);
    expect(samples.referenceRows).toBe(4);
  });
  test("one bin or no rows is no comparison, never no drift", () => {
    expect(binByReference([3, 3, 3], [9, 9, 9], 10)).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(binByReference([], [1], 10)).toMatchObject({ reason: "NO_ROWS" });
    expect(binByReference([1], [Number.NaN], 10)).toMatchObject({ reason: "NO_ROWS" });
    expect(countLevels(["a"], [])).toMatchObject({ reason: "NO_ROWS" });
    const oneLevel = defined(countLevels(["a", "a"], ["a"]));
    expect(populationStability(oneLevel)).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(levelTest(oneLevel)).toMatchObject({ reason: "CONSTANT_VALUE" });
  });
  test("what chance alone gives depends on the number of rows", () => {
    const critical = (n: number) =>
      defined(populationStability(defined(binByReference(column(n, 5), column(n, 6), 10)))).critical95;
    expect(critical(100)).toBeCloseTo(0.338, 3);
    expect(critical(5000)).toBeCloseTo(0.0068, 4);
  });
  test("samples without a common level are at the largest distances", () => {
    const apart = defined(countLevels(["a", "a", "b"], ["c", "d"]));
    const { jensenShannonDistance, hellinger, totalVariation } = defined(binnedDistances(apart));
    for (const distance of [jensenShannonDistance, hellinger, totalVariation]) expect(distance).toBeCloseTo(1, 12);
    const found = defined(levelTest(apart));
    expect(found.cramersV).toBeCloseTo(1, 12);
    expect(found.newLevels).toBe(2);
  });
});

describe("numeric distances", () => {
  test("are symmetric, and 0 between a sample and its double", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [there, back] = [defined(distributionDistances(a, b)), defined(distributionDistances(b, a))];
        expect(there.wasserstein).toBeCloseTo(back.wasserstein, 10);
        expect(there.energy).toBeCloseTo(back.energy, 10);
        expect(there.kolmogorovSmirnov).toBeCloseTo(back.kolmogorovSmirnov, 12);
        expect(defined(distributionDistances(a, [...a, ...a]))).toMatchObject({
          kolmogorovSmirnov: 0,
          kolmogorovSmirnovP: 1,
          wasserstein: 0,
          energy: 0,
        });
      }),
    );
  });
  test("a shift by k is a Wasserstein distance of k", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (a, k) => {
        const moved = a.map((v) => v + k);
        expect(defined(distributionDistances(a, moved)).wasserstein).toBeCloseTo(k, 9);
      }),
    );
  });
  test("Kolmogorov's limit has its tabled points and no seam", () => {
    expect(kolmogorovUpperTail(1.3581)).toBeCloseTo(0.05, 5);
    expect(kolmogorovUpperTail(1.6276)).toBeCloseTo(0.01, 5);
    expect(kolmogorovUpperTail(1 - 1e-12)).toBeCloseTo(kolmogorovUpperTail(1), 10);
    expect(kolmogorovUpperTail(0)).toBe(1);
  });
  test("degenerate samples have a reason", () => {
    expect(distributionDistances([], [1])).toMatchObject({ reason: "NO_ROWS" });
    expect(distributionDistances([1, Infinity], [1])).toMatchObject({ reason: "MISSING_INPUT" });
    expect(locationShift([1], [1, 2])).toMatchObject({ reason: "NO_ROWS" });
    expect(locationShift([0.1, 0.1, 0.1], [0.1, 0.1])).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(locationShift([1, Infinity], [1, 2])).toMatchObject({ reason: "MISSING_INPUT" });
    expect(defined(locationShift([2, 2], [1, 2])).varianceRatio).toBeUndefined();
    expect(rankShift([4, 4], [4])).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(defined(rankShift([1, 2], [3, 4])).probability).toBe(1);
  });
});

describe("kernel discrepancy", () => {
  const pair = (shift: number) => [
    [column(40, 3), column(40, 4)],
    [column(30, 5, (u) => u + shift), column(30, 6)],
  ];
  const permutations = { seed: 1, permutations: 99 };
  test("a shift is found and none is not", () => {
    const [known, now] = pair(2);
    expect(defined(kernelDiscrepancy(known, now, permutations)).permutation?.p).toBeCloseTo(0.01, 12);
    const [same, alike] = pair(0);
    expect(defined(kernelDiscrepancy(same, alike, permutations)).permutation?.p).toBeGreaterThan(0.05);
  });
  test("degenerate samples have a reason", () => {
    const one = new Float64Array([1, 1]);
    expect(kernelDiscrepancy([one], [one])).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(kernelDiscrepancy([], [])).toMatchObject({ reason: "MISSING_INPUT" });
    expect(kernelDiscrepancy([one.slice(1)], [one])).toMatchObject({ reason: "NO_ROWS" });
    expect(kernelDiscrepancy([new Float64Array([1, Number.NaN])], [one])).toMatchObject({ reason: "MISSING_INPUT" });
  });
});

describe("label shift", () => {
  test("patients drawn at another prevalence show it", () => {
    // Score 1 or 0, right in 8 of 10 of both classes; prevalence 1/2, then 9/10.
    const reference = countScores(
      [...Array(8).fill(1), 0, 0, ...Array(8).fill(0), 1, 1],
      [...Array(10).fill(1), ...Array(10).fill(0)],
    );
    const current = [...Array(74).fill(1), ...Array(26).fill(0)];
    expect(defined(prevalenceFromFlags(reference, current, 1)).prevalence).toBeCloseTo(0.9, 12);
    const risks = current.map((flag) => (flag === 1 ? 0.8 : 0.2));
    expect(defined(prevalenceFromRisks(0.5, risks)).prevalence).toBeCloseTo(0.9, 9);
  });
  test("certain predictions, an uninformative model and one class", () => {
    expect(defined(prevalenceFromRisks(0.5, [0, 0, 0, 1])).prevalence).toBeCloseTo(0.25, 9);
    expect(defined(prevalenceFromRisks(0.5, [0, 0])).prevalence).toBe(0);
    expect(prevalenceFromRisks(0.5, [0.2, 3])).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(prevalenceFromRisks(1, [0.2])).toMatchObject({ reason: "ONE_CLASS" });
    expect(prevalenceFromFlags(countScores([1, 1], [0, 1]), [1], 0.5)).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(prevalenceFromFlags(countScores([1], [1]), [1], 0.5)).toMatchObject({ reason: "ONE_CLASS" });
    expect(prevalenceFromFlags(countScores([1, 0], [1, 0]), [], 0.5)).toMatchObject({ reason: "NO_ROWS" });
  });
});
