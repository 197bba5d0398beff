import { describe, expect, test } from "vitest";
import { PURPOSES } from "../../src/inference/purposes.ts";
import { randomStream } from "../../src/inference/random-stream.ts";
import { featureDrift, featureVerdict } from "../../src/monitoring/feature-drift.ts";
import { medianLimits, medianRatio } from "../../src/monitoring/median-limits.ts";
import { defined } from "../defined.ts";

describe("the median with exact limits", () => {
  test("are the order statistics of the sign test", () => {
    // Of ten values the second and the ninth: 2 × P(B ≤ 1) = 0.0215, and with the third 0.109 would be too much.
    const values = [3, 1, 4, 15, 9, 2, 6, 5, 35, 8];
    expect(medianLimits(values, 0.95)).toEqual({ value: 5.5, low: 2, high: 15 });
    expect(medianLimits([1, 2, 3, 4, 5], 0.95)).toEqual({ value: 3, low: -Infinity, high: Infinity });
    expect(medianLimits([1, 2, 3, 4, 5, 6], 0.95)).toEqual({ value: 3.5, low: 1, high: 6 });
    expect(medianLimits([Number.NaN], 0.95)).toMatchObject({ reason: "NO_ROWS" });
  });
  test("hold their level, and the ratio's too", () => {
    let [covered, ofRatio] = [0, 0];
    const runs = 400;
    for (let r = 0; r < runs; r++) {
      const stream = randomStream(5, r, PURPOSES.simulation);
      const draw = (n: number, mean: number) =>
        Float64Array.from({ length: n }, () => Math.exp(mean + stream.normal()));
      const [a, b] = [medianLimits(draw(40, 0.5), 0.95), medianLimits(draw(60, 0), 0.95)];
      const one = defined(a);
      if (one.low <= Math.exp(0.5) && one.high >= Math.exp(0.5)) covered += 1;
      const ratio = defined(medianRatio(a, b));
      if (ratio.low <= Math.exp(0.5) && ratio.high >= Math.exp(0.5)) ofRatio += 1;
    }
    // 0.95 less three standard errors of 400 runs.
    expect(covered / runs).toBeGreaterThan(0.917);
    expect(ofRatio / runs).toBeGreaterThan(0.917);
  });
  test("a ratio to a median of 0 is none", () => {
    expect(medianRatio(medianLimits([0, 0, 0], 0.95), medianLimits([1, 2, 3], 0.95))).toMatchObject({
      reason: "ZERO_DENOMINATOR",
    });
  });
});

describe("a feature beside its baseline", () => {
  const stream = randomStream(9, 0, PURPOSES.simulation);
  const draw = (n: number, factor = 1, missing = 0) =>
    Float64Array.from({ length: n }, () => {
      const value = 80 * Math.exp(0.4 * stream.normal()) * factor;
      return stream.uniform() < missing ? Number.NaN : value;
    });
  const margins = { median: [0.8, 1.25], missing: 0.05 } as const;
  const options = { level: 0.99, numeric: true, analyte: "creatinine" };
  const drift = (...periods: Float64Array[]) =>
    featureDrift(
      periods.map((values, period) => ({ source: 1, period, values })),
      (period) => period === 0,
      options,
    );
  test("that stays is within limits where there are enough to say so, and inconclusive where there are not", () => {
    expect(featureVerdict(drift(draw(2000), draw(800), draw(800)), margins)).toBe("within_limits");
    expect(featureVerdict(drift(draw(2000), draw(20)), margins)).toBe("no_signal_inconclusive");
  });
  test("in another unit is named with its conversion", () => {
    const cells = drift(draw(1000), draw(500), draw(300, 1 / 88.42));
    expect(featureVerdict(cells, margins)).toBe("signal_shown");
    expect(cells.map(({ unit }) => unit?.conversion.here)).toEqual([undefined, undefined, "mg/dL"]);
  });
  test("that goes missing is a signal, though what remains is alike", () => {
    const cells = drift(draw(1000), draw(500, 1, 0.3));
    expect(featureVerdict(cells, margins)).toBe("signal_shown");
    expect(cells[1].missingChange!.low).toBeGreaterThan(0.2);
  });
  test("with nothing after the baseline is not assessable", () => {
    expect(featureVerdict(drift(draw(100)), margins)).toBe("not_assessable");
  });
});
