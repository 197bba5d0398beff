import { describe, expect, test } from "vitest";
import { fullVerification } from "../../src/screening/full-verification.ts";
import { everywhere, readingVerdict } from "../../src/screening/reading-verdict.ts";
import { trustGap } from "../../src/screening/trust-gap.ts";
import { defined } from "../defined.ts";

/** Rows of people from a table of (first, second, disease) and how many. */
function people(cells: readonly (readonly [first: number, second: number, disease: number, n: number])[]) {
  const rows = cells.flatMap(([first, second, disease, n]) =>
    Array.from({ length: n }, () => [first, second, disease]),
  );
  return [0, 1, 2].map((k) => Uint8Array.from(rows, (row) => row[k])) as [Uint8Array, Uint8Array, Uint8Array];
}

describe("full verification", () => {
  // DTComPair's example of 712 people, tabulated; expected values by R 4.2.2's mcnemar.test without correction.
  const [first, second, disease] = people([
    [0, 0, 1, 32],
    [1, 0, 1, 78],
    [0, 1, 1, 22],
    [1, 1, 1, 319],
    [0, 0, 0, 155],
    [1, 0, 0, 53],
    [0, 1, 0, 22],
    [1, 1, 0, 31],
  ]);
  test("gives the paired sensitivities and specificities, and McNemar's statistics", () => {
    const found = defined(fullVerification(first, second, disease, 0.95));
    const [sensitivity, specificity] = [defined(found.sensitivity), defined(found.specificity)];
    expect([sensitivity.first, sensitivity.second]).toEqual([397 / 451, 341 / 451]);
    expect(sensitivity.first).toBeCloseTo(0.880266075388, 12);
    expect(specificity.first).toBeCloseTo(0.6781609195402, 12);
    expect(specificity.second).toBeCloseTo(0.7969348659004, 12);
    expect(sensitivity.test.chiSquared).toBeCloseTo(31.36, 12);
    expect(specificity.test.chiSquared).toBeCloseTo(12.813333333333, 11);
    expect(sensitivity.difference).toBeCloseTo(56 / 451, 14);
    expect(specificity.difference).toBeCloseTo(-31 / 261, 14);
  });
  test("a value that is missing is not taken for 0", () => {
    expect(fullVerification([1, Number.NaN], [1, 0], [1, 0], 0.95)).toMatchObject({ reason: "MISSING_INPUT" });
    expect(fullVerification([1], [1], [1], 0.95)).toMatchObject({ specificity: { reason: "NO_ROWS" } });
  });
});

describe("what consensus makes of flags", () => {
  test("counts those whom one side alone flagged; a reading that is missing is nobody's", () => {
    const gap = trustGap(
      {
        model: [1, 1, 1, 0, 0, 1, Number.NaN],
        readers: [0, 0, 0, 1, 1, 1, 1],
        recalled: [1, 0, 0, 1, 1, 1, 1],
        verified: [1, 0, 0, 1, 0, 1, 1],
        disease: [1, 0, 0, 0, 0, 1, 1],
      },
      0.95,
    );
    expect(gap.model).toEqual({ flagged: 3, recalled: 1, verified: 1, diseased: 1 });
    expect(gap.readers).toEqual({ flagged: 2, recalled: 2, verified: 1, diseased: 0 });
    expect(gap.recall.difference).toBeCloseTo(1 / 3 - 1, 14);
    expect(gap.ppv.difference).toBe(1);
  });
  test("nobody flagged so is no share of 0", () => {
    const none = { model: [0], readers: [1], recalled: [1], verified: [1], disease: [1] };
    expect(trustGap(none, 0.95)).toMatchObject({ recall: { model: null, difference: null, interval: null } });
  });
});

describe("non-inferiority of a way of reading", () => {
  test.each([
    [0.9, 1.1, "non_inferior"],
    [0.84, 1.1, "non_inferiority_not_shown"],
    [0.85, 1.1, "non_inferiority_not_shown"],
    [0.6, 0.84, "inferior"],
  ] as const)("from %d to %d at 15 %%: %s", (low, high, verdict) => {
    expect(readingVerdict({ low, high }, 0.15)).toBe(verdict);
  });
  test("everywhere is nowhere where one level cannot say, or there is none", () => {
    expect(readingVerdict(null, 0.15)).toBe("not_estimable");
    expect(everywhere(["non_inferior", "not_estimable"])).toBe("non_inferiority_not_shown");
    expect(everywhere(["non_inferior", "inferior"])).toBe("inferior");
    expect(everywhere([])).toBe("not_estimable");
  });
});
