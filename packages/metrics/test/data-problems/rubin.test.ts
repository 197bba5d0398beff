import { describe, expect, test } from "vitest";
import { poolImputations } from "../../src/data-problems/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const of = (...pairs: readonly [number, number][]) => pairs.map(([value, standardError]) => ({ value, standardError }));
const identity = { scale: "identity", level: 0.95 } as const;

describe("Rubin's rules", () => {
  test("imputations that agree add nothing: the interval is the normal one", () => {
    const pooled = poolImputations(of([0.2, 0.1], [0.2, 0.1], [0.2, 0.1]), identity);
    if (isUndefined(pooled)) throw new Error(pooled.reason);
    expect(pooled).toMatchObject({ between: 0, degreesOfFreedom: Infinity, fractionMissing: 0, betweenShare: 0 });
    expect(pooled.interval?.low).toBeCloseTo(0.2 - 0.1 * 1.959963984540054, 12);
  });
  test("with the complete data's degrees of freedom they are Barnard and Rubin's even where imputations agree", () => {
    const pooled = poolImputations(of([0.2, 0.1], [0.2, 0.1]), { ...identity, completeDegreesOfFreedom: 30 });
    expect(pooled).toMatchObject({ degreesOfFreedom: (31 / 33) * 30 });
  });
  test("is never surer than a single imputation", () => {
    const pooled = poolImputations(of([0.7, 0.03], [0.74, 0.03], [0.72, 0.03]), { scale: "logit", level: 0.95 });
    if (isUndefined(pooled)) throw new Error(pooled.reason);
    expect(pooled.total).toBeGreaterThan(pooled.within);
    expect(pooled.interval!.high - pooled.interval!.low).toBeGreaterThan(2 * 1.96 * 0.03);
  });
  test("one imputation is not pooled: nothing shows what was not known", () => {
    expect(poolImputations(of([0.2, 0.1]), identity)).toEqual(undefinedBecause("MISSING_INPUT"));
    expect(poolImputations([], identity)).toEqual(undefinedBecause("MISSING_INPUT"));
  });
  test("an undefined imputation is not left out in silence", () => {
    const estimates = [...of([0.2, 0.1], [0.3, 0.1]), undefinedBecause("ONE_CLASS")];
    expect(poolImputations(estimates, identity)).toEqual(undefinedBecause("ONE_CLASS"));
  });
  test("a value without a place on the scale is said so", () => {
    expect(poolImputations(of([1, 0], [0.9, 0.1]), { scale: "logit", level: 0.95 })).toEqual(
      undefinedBecause("SEPARATION"),
    );
    expect(poolImputations(of([0, 0.1], [0.9, 0.1]), { scale: "log", level: 0.95 })).toEqual(
      undefinedBecause("ZERO_DENOMINATOR"),
    );
  });
  test("without any spread there is a value and no interval", () => {
    const pooled = poolImputations(of([1.5, 0], [1.5, 0]), identity);
    expect(pooled).toMatchObject({ value: 1.5, total: 0 });
    expect(pooled).not.toHaveProperty("interval");
  });
  test("where only imputations vary all information is missing, and no limit is NaN", () => {
    const pooled = poolImputations(of([1, 0], [2, 0], [3, 0]), { ...identity, completeDegreesOfFreedom: 50 });
    expect(pooled).toMatchObject({ fractionMissing: 1, betweenShare: 1, degreesOfFreedom: 2 });
  });
});
