import type { ScoreCounts } from "@auscult/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedBrier } from "../../src/calibration/brier-score.ts";
import { calibrationWithinGroups } from "../../src/calibration/calibration-within-groups.ts";
import { clusteredRecalibration } from "../../src/calibration/clustered-recalibration.ts";
import { corpDecomposition } from "../../src/calibration/corp.ts";
import { binnedCalibration } from "../../src/calibration/expected-calibration-error.ts";
import { flexibleCalibration } from "../../src/calibration/flexible-calibration.ts";
import { murphyDecomposition } from "../../src/calibration/murphy-decomposition.ts";
import { observedExpected } from "../../src/calibration/observed-expected-ratio.ts";
import { recalibrate, recalibrateIntercept, recalibrationTests } from "../../src/calibration/recalibration.ts";
import { spiegelhalterTest } from "../../src/calibration/spiegelhalter.ts";
import { countScores } from "../../src/count-scores.ts";
import { metrics } from "../../src/metrics.ts";
import { expit, logit } from "../../src/numeric/logit.ts";
import { logisticRegression } from "../../src/numeric/logistic-regression.ts";
import { isUndefined } from "../../src/result.ts";
import { count, defined, manyRows, repeated, sample } from "./rows.ts";

const at = { threshold: 0.3 };
/** Bins, knots and centiles are cut by rows, so repeating rows may change them; all other metrics are sums. */
const cutByRows = /^(expectedCalibrationError|integratedCalibrationIndex|e50|e90|eMax)/;
const mine = metrics.filter(({ family }) => family === "calibration" || family === "utility");

const sums = mine.filter(({ id }) => !cutByRows.test(id));

function moved(
  { score, outcome }: { score: readonly number[]; outcome: readonly number[] },
  map: (x: number) => number,
) {
  return countScores(
    score.map((p) => expit(map(logit(p)))),
    outcome,
  );
}

describe("laws of calibration", () => {
  test("after recalibration O:E is 1, calibration-in-the-large 0, the slope 1, and Cox's test has nothing left", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const fit = recalibrate(count(rows));
        fc.pre(!isUndefined(fit) && Math.abs(fit.slope) > 1e-3);
        const { intercept, slope } = defined(fit);
        const mended = moved(rows, (x) => intercept + slope * x);
        expect(defined(observedExpected(mended)).ratio).toBeCloseTo(1, 9);
        expect(defined(recalibrateIntercept(mended)).intercept).toBeCloseTo(0, 8);
        expect(defined(recalibrate(mended)).slope).toBeCloseTo(1, 8);
        expect(defined(defined(recalibrationTests(mended)).overall).chiSquared).toBeLessThan(1e-8);
      }),
      { numRuns: 40 },
    );
  });
  test("shifting the log odds shifts calibration-in-the-large by as much, and leaves the slope", () => {
    fc.assert(
      fc.property(manyRows, fc.double({ min: -2, max: 2, noNaN: true }), (rows, shift) => {
        const before = defined(recalibrateIntercept(count(rows)));
        const after = defined(recalibrateIntercept(moved(rows, (x) => x + shift)));
        expect(after.intercept).toBeCloseTo(before.intercept - shift, 9);
        expect(after.standardError).toBeCloseTo(before.standardError, 9);
        const [slope, shifted] = [recalibrate(count(rows)), recalibrate(moved(rows, (x) => x + shift))];
        fc.pre(!isUndefined(slope) && !isUndefined(shifted));
        expect(defined(shifted).slope).toBeCloseTo(defined(slope).slope, 7);
      }),
      { numRuns: 40 },
    );
  });
  test("Murphy's five terms give the Brier score to 1e-12 in any bins; CORP's three too, none below 0", () => {
    fc.assert(
      fc.property(manyRows, fc.integer({ min: 1, max: 30 }), fc.constantFrom("width", "mass"), (rows, bins, scheme) => {
        const counts = repeated(rows);
        const m = defined(murphyDecomposition(counts, { bins, scheme }));
        const murphy = m.reliability - m.resolution + m.uncertainty + m.withinBinVariance - m.withinBinCovariance;
        expect(Math.abs(murphy - m.brier)).toBeLessThan(1e-12);
        const c = defined(corpDecomposition(counts));
        expect(Math.abs(c.miscalibration - c.discrimination + c.uncertainty - c.brier)).toBeLessThan(1e-12);
        expect(c.miscalibration).toBeGreaterThanOrEqual(0);
        expect(c.discrimination).toBeGreaterThanOrEqual(0);
        expect([...c.recalibrated]).toEqual([...c.recalibrated].sort((a, b) => a - b));
      }),
      { numRuns: 80 },
    );
  });
  test("the isotonic recalibration is the best non-decreasing one: no other monotone step does better", () => {
    fc.assert(
      fc.property(
        manyRows,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 39, maxLength: 39 }),
        (rows, steps) => {
          const counts = count(rows);
          const other = steps.toSorted((a, b) => a - b);
          const brierOf = (risk: (i: number) => number) =>
            counts.score.reduce(
              (sum, _, i) => sum + counts.positives[i] * (1 - risk(i)) ** 2 + counts.negatives[i] * risk(i) ** 2,
              0,
            );
          const { recalibrated } = defined(corpDecomposition(counts));
          expect(brierOf((i) => recalibrated[i])).toBeLessThanOrEqual(brierOf((i) => other[i]!) + 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });
  test("the spline curve's fitted risks add up to the events, and a model nests in it", () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const counts = repeated(rows);
        const curve = flexibleCalibration(counts);
        const line = recalibrate(counts);
        fc.pre(!isUndefined(curve) && !isUndefined(line));
        const { observed, fit } = defined(curve);
        const total = observed.reduce((sum, r, i) => sum + r * (counts.positives[i] + counts.negatives[i]), 0);
        expect(total).toBeCloseTo(
          counts.positives.reduce((a, b) => a + b, 0),
          7,
        );
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(defined(line).logLikelihood - 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("every metric of calibration and utility", () => {
  test.each(sums.map((m) => [m.id, m] as const))(
    "%s: whole weights give the value of rows repeated so often",
    (_id, metric) => {
      fc.assert(
        fc.property(manyRows, (rows) => {
          const weighted = metric.point(countScores(rows.score, rows.outcome, rows.weight), at);
          const many = metric.point(repeated(rows), at);
          fc.pre(!isUndefined(weighted) && !isUndefined(many));
          expect(defined(weighted).value).toBeCloseTo(defined(many).value, 9);
        }),
        { numRuns: 25 },
      );
    },
  );
  test.each(mine.map((m) => [m.id, m] as const))(
    "%s: the unit of the weights does not matter, nor does a weight of 1",
    (_id, metric) => {
      fc.assert(
        fc.property(manyRows, (rows) => {
          const one = metric.point(countScores(rows.score, rows.outcome, rows.weight), at);
          const scaled = metric.point(
            countScores(
              rows.score,
              rows.outcome,
              rows.weight.map((w) => w * 1e-4),
            ),
            at,
          );
          fc.pre(!isUndefined(one) && !isUndefined(scaled));
          expect(defined(scaled).value).toBeCloseTo(defined(one).value, 9);
          expect(defined(scaled).standardError ?? 0).toBeCloseTo(defined(one).standardError ?? 0, 9);
          const plain = metric.point(count(rows), at);
          const ones = metric.point(
            countScores(
              rows.score,
              rows.outcome,
              rows.weight.map(() => 1),
            ),
            at,
          );
          fc.pre(!isUndefined(plain) && !isUndefined(ones));
          expect(defined(ones).value).toBeCloseTo(defined(plain).value, 9);
        }),
        { numRuns: 15 },
      );
    },
  );
  test.each(mine.map((m) => [m.id, m] as const))("%s: its interval holds its value", (_id, metric) => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const counts = count(rows);
        const point = metric.point(counts, at);
        fc.pre(!isUndefined(point));
        const interval = metric.interval?.(counts, defined(point), 0.95, at);
        if (interval === undefined) return;
        expect(interval.low).toBeLessThan(defined(point).value);
        expect(interval.high).toBeGreaterThan(defined(point).value);
        const narrow = metric.interval?.(counts, defined(point), 0.8, at);
        expect(narrow!.high - narrow!.low).toBeLessThan(interval.high - interval.low);
      }),
      { numRuns: 15 },
    );
  });
});

describe("joint and clustered fits", () => {
  const a = count(sample(400, (p) => p, 3));
  const b = count(sample(400, (p) => p * 0.6, 4));
  test("the group tests nest: any miscalibration = common recalibration + what differs between groups", () => {
    const both = defined(calibrationWithinGroups([a, b]));
    const pooled: ScoreCounts = countScores(
      [...expand(a), ...expand(b)].map(([score]) => score),
      [...expand(a), ...expand(b)].map(([, outcome]) => outcome),
    );
    const common = defined(defined(recalibrationTests(pooled)).overall).chiSquared;
    expect(defined(both.anyMiscalibration).chiSquared).toBeCloseTo(
      common + defined(both.groupGivenRecalibration).chiSquared,
      7,
    );
    expect(defined(both.equalInTheLarge).p).toBeLessThan(0.01);
    expect(defined(both.anyMiscalibration).degreesOfFreedom).toBe(4);
  });
  test("a group with one class has a reason, and so has every test that needs it", () => {
    const none = countScores([0.1, 0.2, 0.3], [0, 0, 0]);
    const found = defined(calibrationWithinGroups([a, none]));
    expect(found.groups[1]).toMatchObject({ reason: "SEPARATION" });
    expect(found.equalInTheLarge).toMatchObject({ reason: "SEPARATION" });
    expect(found.anyMiscalibration).toMatchObject({ reason: "SEPARATION" });
    expect(calibrationWithinGroups([a])).toMatchObject({ reason: "MISSING_INPUT" });
  });
  test("clusters of one row are HC0 × √(K/(K − 1)); rows given twice are as uncertain as once", () => {
    const { score, outcome } = sample(300, (p) => p, 9);
    const rows = { score: Float64Array.from(score), outcome: Float64Array.from(outcome) };
    const alone = defined(clusteredRecalibration({ ...rows, cluster: score.map((_, i) => i) }));
    expect(alone.slopeStandardError).toBeCloseTo(alone.slopeStandardErrorIgnoringClusters * Math.sqrt(300 / 299), 12);
    const twice = defined(
      clusteredRecalibration({
        score: Float64Array.from([...score, ...score]),
        outcome: Float64Array.from([...outcome, ...outcome]),
        cluster: [...score.keys(), ...score.keys()],
      }),
    );
    expect(twice.slopeStandardError).toBeCloseTo(alone.slopeStandardError, 10);
    expect(twice.slopeStandardErrorIgnoringClusters).toBeLessThan(0.75 * alone.slopeStandardError);
    expect(twice.flags).toEqual([]);
  });
});

test("where the search starts does not matter: 12,000 distinct scores, from a coarse fit and from 0", () => {
  const { score, outcome } = sample(12_000, (p) => 0.8 * p);
  const counts = countScores(score, outcome);
  expect(counts.score.length).toBeGreaterThan(10_000);
  const columns = [counts.score.map(() => 1), counts.score.map((p) => logit(p))];
  const share = counts.positives.map((e, i) => e / (e + counts.negatives[i]));
  const weights = counts.positives.map((e, i) => e + counts.negatives[i]);
  const fromZero = defined(logisticRegression(columns, share, { weights }));
  const found = defined(recalibrate(counts));
  expect(found.intercept).toBeCloseTo(fromZero.coefficients[0], 11);
  expect(found.slope).toBeCloseTo(fromZero.coefficients[1], 11);
  expect(found.slopeStandardError).toBeCloseTo(Math.sqrt(fromZero.covariance[1][1]), 12);
});

test("Spiegelhalter's z is the excess of the Brier score over its expectation", () => {
  const counts = count(sample(500, (p) => p ** 1.3));
  const m = defined(murphyDecomposition(counts, { bins: 10, scheme: "mass" }));
  const excess = m.brier - (expectedBrier(counts) as number);
  expect(Math.sign(defined(spiegelhalterTest(counts)).z)).toBe(Math.sign(excess));
  expect(spiegelhalterTest(countScores([0.5, 0.5], [0, 1]))).toMatchObject({ reason: "ZERO_DENOMINATOR" });
});

test("a perfect model of 50 rows: plug-in ECE manufactures miscalibration, the debiased one does not", () => {
  let plugIn = 0;
  let debiased = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const found = defined(binnedCalibration(count(sample(50, (p) => p, seed * 7919)), { bins: 5, scheme: "mass" }));
    plugIn += found.ece / 300;
    debiased += found.squaredDebiased / 300;
  }
  expect(plugIn).toBeGreaterThan(0.07);
  expect(Math.abs(debiased)).toBeLessThan(0.003);
});

function expand({ score, positives, negatives }: ScoreCounts): [number, number][] {
  return [...score].flatMap((s, i) => [
    ...Array.from({ length: positives[i] }, (): [number, number] => [s, 1]),
    ...Array.from({ length: negatives[i] }, (): [number, number] => [s, 0]),
  ]);
}
