import { describe, expect, test } from "vitest";
import { tangRatio, tangStatistic } from "../../src/inference/paired-proportions.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";
import { pairedScreening } from "../../src/screening/paired-screening.ts";
import { defined } from "../calibration/rows.ts";

/** Rows as [first, second, verified, disease], each as often as said. */
function readings(rows: readonly (readonly [number, number, number, number, number])[]) {
  const each = rows.flatMap(([count, ...row]) => Array.from({ length: count }, () => row));
  const [first, second, verified, disease] = [0, 1, 2, 3].map((k) => each.map((row) => row[k]));
  return { first, second, verified, disease };
}
const trial = readings([
  [28, 1, 1, 1, 1],
  [7, 1, 0, 1, 1],
  [4, 0, 1, 1, 1],
  [50, 1, 1, 1, 0],
  [900, 0, 0, 0, Number.NaN],
  [3, 1, 0, 0, Number.NaN],
]);

describe("paired screening", () => {
  test("people never recalled change no ratio but only what is per person", () => {
    const more = readings([[500, 0, 0, 0, Number.NaN]]);
    const joined = {
      first: [...trial.first, ...more.first],
      second: [...trial.second, ...more.second],
      verified: [...trial.verified, ...more.verified],
      disease: [...trial.disease, ...more.disease],
    };
    const [few, many] = [defined(pairedScreening(trial, 0.15, 0.95)), defined(pairedScreening(joined, 0.15, 0.95))];
    expect(many.truePositives).toEqual(few.truePositives);
    expect(many.nonInferiority).toEqual(few.nonInferiority);
    expect(many.detection.first).toBeLessThan(few.detection.first);
    expect(few.recalledUnverified).toBe(3);
    expect(defined(few.truePositives).value).toBeCloseTo(35 / 32, 14);
  });
  test("the score statistic is at its critical value on the limit of its interval", () => {
    const table = { both: 28, onlyFirst: 7, onlySecond: 4, neither: 0 };
    const { low, high } = tangRatio(table, 0.95);
    expect(tangStatistic(table, low)).toBeCloseTo(normalQuantile(0.975), 8);
    expect(tangStatistic(table, high)).toBeCloseTo(normalQuantile(0.025), 8);
  });
  test("what nobody found, and readings that are missing, have a reason", () => {
    const healthy = readings([[5, 1, 0, 1, 0]]);
    const found = defined(pairedScreening(healthy, 0.15, 0.95));
    expect(found.truePositives).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(found.nonInferiority).toMatchObject({ wald: { reason: "ZERO_DENOMINATOR" } });
    expect(found.nonInferiority.score).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(found.ppv).toEqual({ first: 0, second: undefined });
    expect(pairedScreening(readings([]), 0.15, 0.95)).toMatchObject({ reason: "NO_ROWS" });
    expect(pairedScreening(readings([[1, 1, 0, 1, Number.NaN]]), 0.15, 0.95)).toMatchObject({
      reason: "MISSING_INPUT",
    });
    expect(() => pairedScreening(trial, 0, 0.95)).toThrow(/margin/);
  });
});
