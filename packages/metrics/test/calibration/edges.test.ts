import type { ScoreCounts } from "@auscult/core";
import { describe, expect, test } from "vitest";
import { brierDifference } from "../../src/calibration/brier-difference.ts";
import { calibrationErrors } from "../../src/calibration/calibration-errors.ts";
import { flexibleCalibration, knotsFor } from "../../src/calibration/flexible-calibration.ts";
import { hosmerLemeshow } from "../../src/calibration/hosmer-lemeshow.ts";
import { logLoss, logLossOf } from "../../src/calibration/log-loss.ts";
import { observedExpected, observedExpectedIntervals } from "../../src/calibration/observed-expected-ratio.ts";
import { certainPredictions, logOddsOf, withoutCertain } from "../../src/calibration/predictions.ts";
import { recalibrate, recalibrateIntercept, recalibrationTests } from "../../src/calibration/recalibration.ts";
import { smoothedCalibrationErrors } from "../../src/calibration/smoothed-calibration.ts";
import { underPerfectCalibration } from "../../src/calibration/under-perfect-calibration.ts";
import { valProbIndices } from "../../src/calibration/val-prob.ts";
import { countScores } from "../../src/count-scores.ts";
import { curves } from "../../src/curves.ts";
import { evaluate } from "../../src/evaluate.ts";
import { metrics } from "../../src/metrics.ts";
import { isotonicRegression } from "../../src/numeric/isotonic.ts";
import { loess } from "../../src/numeric/loess.ts";
import { logit } from "../../src/numeric/logit.ts";
import { lowess } from "../../src/numeric/lowess.ts";
import { isUndefined } from "../../src/result.ts";
import type { Resample } from "../../src/inference/resampled-counts.ts";
import { netBenefitDifference } from "../../src/utility/net-benefit-difference.ts";
import { count, defined, sample, stream } from "./rows.ts";

const spread = Array.from({ length: 40 }, (_, i) => (i + 1) / 41);
const cells: readonly (readonly [string, ScoreCounts])[] = [
  ["empty", countScores([], [])],
  ["one event", countScores([0.3], [1])],
  ["one non-event", countScores([0.3], [0])],
  [
    "all tied",
    countScores(
      spread.map(() => 0.3),
      spread.map((_, i) => i % 2),
    ),
  ],
  [
    "events only",
    countScores(
      spread,
      spread.map(() => 1),
    ),
  ],
  [
    "no events",
    countScores(
      spread,
      spread.map(() => 0),
    ),
  ],
  [
    "perfectly separated",
    countScores(
      spread,
      spread.map((p) => (p > 0.5 ? 1 : 0)),
    ),
  ],
  [
    "backwards",
    countScores(
      spread,
      spread.map((p) => (p > 0.5 ? 0 : 1)),
    ),
  ],
  [
    "all 0",
    countScores(
      spread.map(() => 0),
      spread.map((_, i) => i % 2),
    ),
  ],
  [
    "only 0 and 1",
    countScores(
      spread.map((_, i) => i % 2),
      spread.map((_, i) => (i % 3 === 0 ? 1 : 0)),
    ),
  ],
  [
    "two scores",
    countScores(
      spread.map((_, i) => (i % 2 === 0 ? 0.2 : 0.6)),
      spread.map((_, i) => (i % 3 === 0 ? 1 : 0)),
    ),
  ],
  [
    "tiny risks",
    countScores(
      spread.map((p) => p * 1e-12),
      spread.map((_, i) => i % 2),
    ),
  ],
  [
    "not probabilities",
    countScores(
      spread.map((p) => p * 10),
      spread.map((_, i) => i % 2),
    ),
  ],
  ["infinite", countScores([...spread, Infinity], [...spread.map((_, i) => i % 2), 1])],
  [
    "huge counts",
    {
      score: Float64Array.of(0.1, 0.4, 0.7),
      positives: Float64Array.of(1e11, 4e11, 7e11),
      negatives: Float64Array.of(9e11, 6e11, 3e11),
    },
  ],
];
const mine = metrics.filter(({ family }) => family === "calibration" || family === "utility");

describe.each(mine.map((m) => [m.id, m] as const))("%s", (_id, metric) => {
  test.each(cells)("%s: a number with its interval round it, or a reason; never NaN", (_cell, counts) => {
    const at = metric.thresholded ? { threshold: 0.25 } : {};
    const found = evaluate(metric, counts, { level: 0.95, at, scoreKind: "probability" });
    if (isUndefined(found)) return;
    expect(Number.isFinite(found.point.value)).toBe(true);
    expect(found.point.value).toBeGreaterThanOrEqual(metric.range[0]);
    expect(found.point.value).toBeLessThanOrEqual(metric.range[1]);
    expect(found.point.standardError ?? 0).toBeGreaterThanOrEqual(0);
    if (found.interval === undefined) return;
    expect(found.interval.low).toBeLessThan(found.interval.high);
    expect(found.interval.low).toBeLessThanOrEqual(found.point.value + 1e-12);
    expect(found.interval.high).toBeGreaterThanOrEqual(found.point.value - 1e-12);
  });
});

describe.each(curves.map((c) => [c.id, c] as const))("curve %s", (_id, curve) => {
  test.each(cells)("%s: columns of one length without NaN, or a reason", (_cell, counts) => {
    const { events, nonEvents, distinct = 0 } = curve.requires;
    const total = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
    if (counts.score.length === 0 || counts.score.length < distinct) return;
    if (total(counts.positives) < events || total(counts.negatives) < nonEvents) return;
    const inside = counts.score[0] >= 0 && counts.score[counts.score.length - 1] <= 1;
    if (curve.requires.score === "probability" && !inside) return;
    const found = curve.points(counts, { level: 0.95, thresholds: [0.25], range: [0.05, 0.5] });
    if (isUndefined(found)) return;
    const columns = Object.values(found.columns);
    expect(new Set(columns.map((c) => c.length)).size).toBe(1);
    for (const value of columns.flat()) expect(value === null || !Number.isNaN(value)).toBe(true);
  });
});

test("reasons of undefined fits", () => {
  const cell = Object.fromEntries(cells) as Record<string, ScoreCounts>;
  expect(recalibrate(cell["all tied"])).toMatchObject({ reason: "CONSTANT_SCORE" });
  expect(recalibrate(cell["perfectly separated"])).toMatchObject({ reason: "SEPARATION" });
  expect(recalibrate(cell["not probabilities"])).toMatchObject({ reason: "NOT_A_PROBABILITY" });
  expect(recalibrateIntercept(cell["no events"])).toMatchObject({ reason: "SEPARATION" });
  expect(recalibrateIntercept(cell["empty"])).toMatchObject({ reason: "NO_ROWS" });
  expect(observedExpected(cell["all 0"])).toMatchObject({ reason: "ZERO_DENOMINATOR" });
  expect(flexibleCalibration(cell["backwards"])).toMatchObject({ reason: "SEPARATION" });
  expect(valProbIndices(cell["events only"])).toMatchObject({ reason: "ONE_CLASS" });
  expect(defined(flexibleCalibration(cell["two scores"])).knots).toEqual([]);
});

test("one prediction for all: what needs no slope is still given", () => {
  const tied = count({ score: spread.map(() => 0.3), outcome: spread.map((_, i) => i % 2) });
  const tests = defined(recalibrationTests(tied));
  expect(tests.inTheLarge.chiSquared).toBeGreaterThan(3);
  expect(tests.overall).toMatchObject({ reason: "CONSTANT_SCORE" });
  const indices = defined(valProbIndices(tied));
  expect(indices.c).toBe(0.5);
  expect(indices.recalibrated).toMatchObject({ reason: "CONSTANT_SCORE" });
});

test("a missing value among pairs is a reason, never a row that was not flagged", () => {
  const [first, second] = [Float64Array.of(0.2, Number.NaN), Float64Array.of(0.3, 0.4)];
  expect(brierDifference([0, 1], first, second)).toMatchObject({ reason: "MISSING_INPUT" });
  expect(netBenefitDifference([0, 1], first, second, 0.25)).toMatchObject({ reason: "MISSING_INPUT" });
  expect(netBenefitDifference([0, 2], second, second, 0.25)).toMatchObject({ reason: "MISSING_INPUT" });
});

test("no event among the lowest predictions: the curve takes fewer knots, and says so where they were asked for", () => {
  const { score } = sample(3000, () => 0, 5);
  const random = stream(6);
  const counts = countScores(
    score,
    score.map((p) => (p > 0.25 && random() < p ? 1 : 0)),
  );
  expect(knotsFor(counts.positives.reduce((a, b) => a + b, 0))).toBe(5);
  expect(flexibleCalibration(counts, { knots: 5 })).toMatchObject({ reason: "SEPARATION" });
  const curve = defined(flexibleCalibration(counts));
  expect(curve.knots.length).toBeLessThan(5);
  expect(curve.knots.length).toBeGreaterThanOrEqual(3);
});

describe("predictions of exactly 0 or 1", () => {
  const rows = { score: [0, 0, 0.001, 0.4, 0.5, 0.6, 1, 1], outcome: [0, 1, 0, 0, 1, 1, 1, 1] };
  test("an event at 0 is impossible, critical, and counted", () => {
    expect(certainPredictions(count(rows))).toEqual({
      certainRows: 4,
      impossibleRows: 1,
      flags: ["IMPOSSIBLE_PREDICTION"],
    });
    expect(defined(recalibrate(count(rows))).flags).toEqual(["CLIPPED_PROBABILITIES", "IMPOSSIBLE_PREDICTION"]);
    expect(defined(logLossOf(count(rows))).value).toBe(Infinity);
    expect(logLoss.point(count(rows), {})).toMatchObject({ reason: "IMPOSSIBLE_PREDICTION" });
  });
  test("they are read as 1/(2n) and 1 − 1/(2n), or as their neighbour where that is more extreme", () => {
    const { logOdds } = logOddsOf(count(rows));
    expect(logOdds[0]).toBe(logit(0.001));
    expect(logOdds[logOdds.length - 1]).toBeCloseTo(logit(1 - 1 / 16), 14);
    expect(logOdds[2]).toBe(logit(0.4));
  });
  test("without them nothing is clipped", () => {
    const { flags } = defined(recalibrateIntercept(withoutCertain(count(rows))));
    expect(flags).toEqual([]);
    expect([...withoutCertain(count(rows)).score]).toEqual([0.001, 0.4, 0.5, 0.6]);
  });
  test("certain and right is not impossible", () => {
    const right = count({ score: [0, 0.3, 0.6, 1], outcome: [0, 1, 0, 1] });
    expect(certainPredictions(right).flags).toEqual([]);
    expect(defined(logLossOf(right)).value).toBeCloseTo((-Math.log(0.3) - Math.log(0.4)) / 4, 14);
  });
});

describe("O:E", () => {
  test("no events: 0 with a finite upper limit, and no log interval", () => {
    const none = observedExpectedIntervals(
      countScores(
        spread,
        spread.map(() => 0),
      ),
      0.95,
    );
    expect(defined(none).wilson.low).toBe(0);
    expect(defined(none).wilson.high).toBeGreaterThan(0.1);
    expect(defined(none).exactPoisson!.high).toBeCloseTo(-Math.log(0.025) / 20, 12);
    expect(defined(none).log).toBeUndefined();
  });
});

describe("Hosmer-Lemeshow", () => {
  test("a group predicted at 0 that has an event makes it infinite, not NaN", () => {
    const found = defined(hosmerLemeshow(countScores([0, 0, 0.5, 0.5, 0.9, 0.9], [0, 1, 0, 1, 1, 1]), 3));
    expect(found.chiSquared).toBe(Infinity);
    expect(found.pExternal).toBe(0);
  });
});

describe("smoothers", () => {
  const { score, outcome } = sample(150, (p) => p ** 1.2);
  const tied = score.map((p) => Math.ceil(p * 25) / 25);
  const pointsOf = (x: readonly number[], y: readonly number[]) => {
    const counts = countScores(x, y);
    const n = counts.positives.map((e, i) => e + counts.negatives[i]);
    return { x: counts.score, y: counts.positives.map((e, i) => e / n[i]), count: n };
  };
  /** Local regression straight from its definition, row by row. */
  const byHand = (x: readonly number[], y: readonly number[], at: number, span: number, degree: 1 | 2): number => {
    const needed = Math.floor(span * x.length + 1e-5);
    const reach = x.map((v) => Math.abs(v - at)).sort((a, b) => a - b)[needed - 1];
    const w = x.map((v) => (Math.abs(v - at) < reach ? (1 - (Math.abs(v - at) / reach) ** 3) ** 3 : 0));
    const moment = (power: number, of?: readonly number[]) =>
      x.reduce((sum, v, i) => sum + w[i] * (v - at) ** power * (of?.[i] ?? 1), 0);
    const [s0, s1, s2, s3, s4] = [0, 1, 2, 3, 4].map((p) => moment(p)) as [number, number, number, number, number];
    const [t0, t1, t2] = [0, 1, 2].map((p) => moment(p, y)) as [number, number, number];
    if (degree === 1) return (t0 * s2 - t1 * s1) / (s0 * s2 - s1 * s1);
    const det = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2);
    return (t0 * (s2 * s4 - s3 * s3) - s1 * (t1 * s4 - t2 * s3) + s2 * (t1 * s3 - t2 * s2)) / det;
  };
  test("loess is the local parabola of its definition, ties or none", () => {
    for (const x of [score, tied]) {
      const points = pointsOf(x, outcome);
      loess(points).forEach((value, i) => expect(value).toBeCloseTo(byHand(x, outcome, points.x[i], 0.75, 2), 9));
    }
  });
  test("lowess is nearly the local line of its definition (it rounds the kernel's ends)", () => {
    const points = pointsOf(score, outcome);
    lowess(points).forEach((value, i) => expect(value).toBeCloseTo(byHand(score, outcome, points.x[i], 2 / 3, 1), 4));
  });
  test("both reproduce a straight line exactly, and survive one or two distinct x", () => {
    const x = Float64Array.from(spread);
    const line = { x, y: x.map((v) => 0.1 + 0.5 * v), count: x.map((_, i) => 1 + (i % 3)) };
    lowess(line).forEach((v, i) => expect(v).toBeCloseTo(line.y[i], 12));
    loess(line).forEach((v, i) => expect(v).toBeCloseTo(line.y[i], 12));
    const one = { x: Float64Array.of(0.4), y: Float64Array.of(0.3), count: Float64Array.of(9) };
    expect([lowess(one)[0], loess(one)[0]]).toEqual([0.3, 0.3]);
    const two = { x: Float64Array.of(0.2, 0.6), y: Float64Array.of(0.1, 0.7), count: Float64Array.of(50, 50) };
    for (const value of [...lowess(two), ...loess(two)])
      expect(value >= 0.1 - 1e-12 && value <= 0.7 + 1e-12).toBe(true);
  });
  test("errors of a curve that lies on the diagonal are 0", () => {
    const counts = count({ score, outcome });
    expect(calibrationErrors(counts, counts.score)).toEqual({ ici: 0, e50: 0, e90: 0, eMax: 0 });
    expect(smoothedCalibrationErrors(counts, "lowess").ici).toBeGreaterThan(0);
  });
  test("isotonic regression pools as far back as it must", () => {
    expect([...isotonicRegression(Float64Array.of(0.1, 0.5, 0.4, 0.0, 1), Float64Array.of(1, 1, 1, 3, 1))]).toEqual([
      0.1, 0.18, 0.18, 0.18, 1,
    ]);
  });
});

describe("chance under perfect calibration", () => {
  const ici = (counts: ScoreCounts) => {
    const curve = flexibleCalibration(counts);
    return isUndefined(curve) ? curve : calibrationErrors(counts, curve.observed).ici;
  };
  const options = { replicates: 40, level: 0.95 };
  const iciOf = ({ counts }: Resample): number[] => {
    const found = ici(counts);
    return [typeof found === "number" ? found : Number.NaN];
  };
  test("the ICI of a perfect model is above 0, more so for few rows; the same seed gives the same answer", () => {
    const of = (n: number, seed: number) =>
      defined(defined(underPerfectCalibration(count(sample(n, (p) => p)), iciOf, { ...options, seed }))[0]);
    const small = of(100, 5);
    const large = of(1600, 5);
    expect(small.mean).toBeGreaterThan(2.5 * large.mean);
    expect(large.mean).toBeGreaterThan(0.003);
    expect(small.upper).toBeGreaterThan(small.mean);
    expect(of(100, 5)).toEqual(small);
    expect(of(100, 6)).not.toEqual(small);
  });
  test("weighted counts have no rows to draw", () => {
    const weighted = countScores([0.2, 0.4], [0, 1], [1, 2]);
    expect(underPerfectCalibration(weighted, iciOf, { ...options, seed: 1 })).toMatchObject({
      reason: "MISSING_INPUT",
    });
  });
});

test("knots follow the events", () => {
  expect([99, 100, 500, 501].map(knotsFor)).toEqual([3, 4, 4, 5]);
});
