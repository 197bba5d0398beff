import { describe, expect, test } from "vitest";
import { permutationPValue, permutationTest } from "../../src/inference/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const options = { seed: 6, permutations: 2000 };

describe("permutation test", () => {
  const values = [5, 6, 7, 1, 2, 3];
  const labels = Uint32Array.of(1, 1, 1, 0, 0, 0);
  const gap = (dealt: Uint32Array): number =>
    dealt.reduce((sum, label, i) => sum + (label === 1 ? 1 : -1) * values[i], 0);
  test("agrees with counting all 20 deals: only one is as extreme", () => {
    const found = permutationTest(labels, new Uint8Array(6), gap, options);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(Math.abs(found.p - 1 / 20)).toBeLessThan(4 * found.monteCarloError);
  });
  test("deals within strata only: with every row alone in its stratum nothing moves", () => {
    const alone = [0, 1, 2, 3, 4, 5];
    expect(permutationTest(labels, alone, gap, { seed: 1, permutations: 50 })).toMatchObject({ p: 1 });
  });
  test("keeps the labels of each stratum", () => {
    const strata = [0, 0, 0, 0, 1, 1];
    permutationTest(
      labels,
      strata,
      (dealt) => {
        expect(dealt.slice(0, 4).reduce((a, b) => a + b, 0)).toBe(3);
        expect(dealt.slice(4).reduce((a, b) => a + b, 0)).toBe(0);
        return 0;
      },
      { seed: 2, permutations: 50 },
    );
  });
  test("is never zero", () => {
    expect(permutationPValue(0, 999)).toBe(1 / 1000);
  });
  test("is undefined where the statistic is", () => {
    expect(permutationTest(labels, labels, () => undefinedBecause("ONE_CLASS"), options)).toEqual(
      undefinedBecause("ONE_CLASS"),
    );
  });
  test("does not touch the labels it was given", () => {
    permutationTest(labels, new Uint8Array(6), gap, { seed: 1, permutations: 3 });
    expect([...labels]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
