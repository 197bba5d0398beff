import { describe, expect, test } from "vitest";
import { pearsonTest } from "../../src/subgroups/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const permutations = { seed: 3, permutations: 4000 };

describe("Pearson's test of one proportion", () => {
  test("for two subgroups is the square of the pooled z", () => {
    const found = pearsonTest([
      { hits: 56, rows: 70 },
      { hits: 48, rows: 80 },
    ]);
    const p = 104 / 150;
    const z = (56 / 70 - 48 / 80) / Math.sqrt(p * (1 - p) * (1 / 70 + 1 / 80));
    expect(isUndefined(found) ? 0 : found.chiSquared).toBeCloseTo(z ** 2, 12);
  });
  test("with small expected counts deals the rows anew: Fisher's tea, both sides", () => {
    const tea = [
      { hits: 3, rows: 4 },
      { hits: 1, rows: 4 },
    ];
    const found = pearsonTest(tea, permutations);
    if (isUndefined(found)) throw new Error(found.reason);
    // Exact: (1 + 16 + 16 + 1) / 70 tables are as far from independence.
    expect(Math.abs(found.p - 34 / 70)).toBeLessThan(4 * found.permutation!.monteCarloError);
  });
  test("leaves out empty subgroups and refuses fewer than two", () => {
    const two = [
      { hits: 5, rows: 10 },
      { hits: 7, rows: 10 },
    ];
    expect(pearsonTest([...two, { hits: 0, rows: 0 }])).toEqual(pearsonTest(two));
    expect(pearsonTest([{ hits: 5, rows: 10 }])).toEqual(undefinedBecause("NO_ROWS"));
  });
  test("all or none says nothing", () => {
    expect(
      pearsonTest([
        { hits: 4, rows: 4 },
        { hits: 4, rows: 4 },
      ]),
    ).toEqual(undefinedBecause("ONE_CLASS"));
  });
});
