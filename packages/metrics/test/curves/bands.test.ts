import { describe, expect, test } from "vitest";
import { loessAt } from "../../src/calibration/loess-at.ts";
import { countScores } from "../../src/count-scores.ts";
import { calibrationCurve } from "../../src/curves/calibration.ts";
import { calibrationGroups } from "../../src/curves/calibration-groups.ts";
import { calibrationIsotonic } from "../../src/curves/calibration-isotonic.ts";
import { decisionCurve } from "../../src/curves/decision.ts";
import { evaluateCurve } from "../../src/evaluate.ts";
import { netBenefit } from "../../src/utility/net-benefit.ts";
import { evaluate } from "../../src/evaluate.ts";
import { count, defined, sample } from "../calibration/rows.ts";

const rows = sample(1500, (p) => p);
const counts = count(rows);
const options = {
  level: 0.95,
  thresholds: [0.2],
  range: [0.05, 0.4] as const,
  scoreKind: "probability" as const,
  bootstrap: { seed: 4, replicates: 300 },
};
const numbers = (values: readonly (number | null)[] | undefined): number[] =>
  (values ?? []).map((v) => v ?? Number.NaN);

describe("isotonic curve", () => {
  const { columns } = defined(evaluateCurve(calibrationIsotonic, counts, options));
  const [predicted, observed, low, high] = ["predicted", "observed", "low", "high"].map((c) => numbers(columns[c]));
  test("rises, between the 1st and 99th centile", () => {
    expect(observed.every((v, i) => i === 0 || v >= observed[i - 1])).toBe(true);
    expect(predicted).toHaveLength(101);
  });
  test("of a calibrated model lies in its consistency band nearly everywhere, and the band about the diagonal", () => {
    const inside = observed.filter((v, i) => v >= low[i] && v <= high[i]).length;
    expect(inside).toBeGreaterThan(85);
    expect(predicted.filter((p, i) => low[i] <= p && p <= high[i]).length).toBeGreaterThan(95);
  });
  test("of a model that is wrong leaves it", () => {
    const wrong = defined(evaluateCurve(calibrationIsotonic, count(sample(1500, (p) => p ** 2)), options));
    const outside = numbers(wrong.columns["observed"]).filter((v, i) => v < numbers(wrong.columns["low"])[i]);
    expect(outside.length).toBeGreaterThan(50);
  });
  test("has no band without a seed, nor where rows are weighted", () => {
    const weighted = countScores(
      rows.score,
      rows.outcome,
      rows.score.map((_s, i) => 1 + (i % 3)),
    );
    for (const points of [
      calibrationIsotonic.points(counts, { level: 0.95, thresholds: [] }),
      calibrationIsotonic.points(weighted, options),
    ])
      expect(defined(points).columns["low"].every((v) => v === null)).toBe(true);
  });
});

test("loess lies near the spline where both have many rows", () => {
  const { columns } = defined(calibrationCurve.points(counts, options));
  const [spline, loess] = ["observed", "loess"].map((c) => numbers(columns[c]));
  expect(Math.max(...spline.map((v, i) => Math.abs(v - loess[i])))).toBeLessThan(0.06);
  expect(loessAt(countScores([0.2, 0.8], [0, 1]), [0.2, 0.5, 0.8])[1]).toBeCloseTo(0.5, 12);
});

test("the decision curve's band is the interval of net benefit", () => {
  const { columns } = defined(decisionCurve.points(counts, options));
  const at = numbers(columns["threshold"]).indexOf(0.2);
  const found = defined(
    evaluate(netBenefit, counts, { level: 0.95, at: { threshold: 0.2 }, scoreKind: "probability" }),
  );
  expect([columns["low"][at], columns["high"][at]]).toEqual([found.interval?.low, found.interval?.high]);
});

describe("where patients have several rows", () => {
  // Each row three times: three rows of one patient, who says no more than one row would.
  const block = rows.score.map((_s, i) => i % 40);
  const three = { score: rows.score.flatMap((s) => [s, s, s]), outcome: rows.outcome.flatMap((y) => [y, y, y]) };
  const blocks = Array.from({ length: 40 }, (_x, b) =>
    countScores(
      three.score.filter((_s, i) => block[Math.floor(i / 3)] === b),
      three.outcome.filter((_y, i) => block[Math.floor(i / 3)] === b),
    ),
  );
  const thrice = count(three);
  test.each([calibrationCurve, decisionCurve])("$id has a band as wide as the patients warrant", (curve) => {
    const once = defined(evaluateCurve(curve, counts, options));
    const naive = defined(evaluateCurve(curve, thrice, options));
    const robust = defined(evaluateCurve(curve, thrice, { ...options, blocks }));
    const width = ({ columns }: typeof once): number => numbers(columns["high"])[50] - numbers(columns["low"])[50];
    expect(width(naive) / width(once)).toBeLessThan(0.65);
    expect(Math.abs(width(robust) / width(once) - 1)).toBeLessThan(0.3);
    expect(robust.columns[curve.y]).toEqual(naive.columns[curve.y]);
  });
  test("bands that cannot be had so are left out", () => {
    const { columns } = defined(evaluateCurve(calibrationGroups, thrice, { ...options, blocks }));
    expect(columns["low"].every((v) => v === null)).toBe(true);
  });
});
