import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { logit } from "../../src/numeric/logit.ts";
import { cusumLimit } from "../../src/validation/cusum-limit.ts";
import { expectedAuroc, modelBasedConcordance } from "../../src/validation/expected-concordance.ts";
import { labelFreePerformance } from "../../src/validation/label-free-performance.ts";
import { membershipModel } from "../../src/validation/membership-model.ts";
import { riskAdjustedCharts } from "../../src/validation/risk-adjusted-charts.ts";
import * as size from "../../src/validation/sample-size.ts";
import * as transport from "../../src/validation/threshold-transport.ts";
import { aurocAgainstClaim, proportionAgainstClaim } from "../../src/validation/vendor-claim.ts";
import { defined, sample, stream } from "../calibration/rows.ts";

const risks = fc.array(
  fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
  { minLength: 2, maxLength: 40 },
);

describe("membership model", () => {
  const noise = (n: number, seed: number, shift = 0) => {
    const random = stream(seed);
    return Float64Array.from({ length: n }, () => random() + shift);
  };
  test("alike samples are told apart in their own fit only", () => {
    const columns = (seed: number) => [1, 2, 3, 4, 5, 6].map((k) => noise(40, seed + 17 * k));
    const found = defined(membershipModel(columns(5), columns(900), { folds: 5, seed: 1 }));
    expect(found.apparentAuroc).toBeGreaterThan(0.55);
    expect(found.crossFittedAuroc).toBeLessThan(found.apparentAuroc);
  });
  test("a date that parts the samples is separation", () => {
    expect(membershipModel([noise(20, 1)], [noise(20, 2, 3)])).toMatchObject({ reason: "SEPARATION" });
    expect(membershipModel([], [])).toMatchObject({ reason: "MISSING_INPUT" });
    expect(membershipModel([noise(0, 1)], [noise(2, 2)])).toMatchObject({ reason: "NO_ROWS" });
    expect(membershipModel([Float64Array.of(Number.NaN)], [noise(2, 2)])).toMatchObject({ reason: "MISSING_INPUT" });
  });
});

describe("expected concordance", () => {
  test("equals its definition over all pairs", () => {
    fc.assert(
      fc.property(risks, (list) => {
        const pairs = (apart: boolean) => {
          let [won, all] = [0, 0];
          for (const [i, p] of list.entries()) {
            for (const [j, q] of list.entries()) {
              if (apart && i === j) continue;
              all += p * (1 - q);
              won += p * (1 - q) * (p > q ? 1 : p === q ? 0.5 : 0);
            }
          }
          return all > 1e-12 ? won / all : undefined;
        };
        const risk = Float64Array.from(list);
        for (const [found, expected] of [
          [modelBasedConcordance({ risk }), pairs(true)],
          [expectedAuroc({ risk }), pairs(false)],
        ]) {
          // Both undefined, or both the same number.
          const value = typeof found === "number" ? found : Infinity;
          expect(expected === undefined ? 1 / value : Math.abs(value - Number(expected))).toBeLessThan(1e-9);
        }
      }),
    );
  });
  test("rows counted and rows repeated agree; one row and no probability have a reason", () => {
    const counted = { risk: Float64Array.of(0.2, 0.5), rows: Float64Array.of(3, 2) };
    const repeated = { risk: Float64Array.of(0.5, 0.2, 0.2, 0.5, 0.2) };
    expect(modelBasedConcordance(counted)).toBeCloseTo(Number(modelBasedConcordance(repeated)), 14);
    expect(modelBasedConcordance({ risk: Float64Array.of(0.3) })).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(modelBasedConcordance({ risk: Float64Array.of(1.3) })).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(modelBasedConcordance({ risk: new Float64Array() })).toMatchObject({ reason: "NO_ROWS" });
  });
  test("label-free counts sum to the rows, and ratios without a denominator are absent", () => {
    const found = defined(labelFreePerformance([0.2, 0.4, Number.NaN], 0.9));
    expect(found.falseNegatives + found.trueNegatives).toBeCloseTo(2, 14);
    expect(found).toMatchObject({ ppv: undefined, sensitivity: 0 });
    expect(labelFreePerformance([2], 0.5)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(labelFreePerformance([], 0.5)).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("against the vendor's claim", () => {
  test("worked values in both tails and on the expectation", () => {
    // The first from the golden pack; the second 45·0.4⁸·0.6² + 10·0.4⁹·0.6 + 0.4¹⁰ above and 0.6¹⁰ below.
    expect(defined(proportionAgainstClaim({ hits: 78, rows: 100 }, 0.85, 0.1)).exactP).toBeCloseTo(0.0667537828, 9);
    expect(defined(proportionAgainstClaim({ hits: 8, rows: 10 }, 0.4, 0.1)).exactP).toBeCloseTo(0.0183411712, 9);
    expect(defined(proportionAgainstClaim({ hits: 5, rows: 10 }, 0.5, 0.1)).exactP).toBe(1);
  });
  test("the exact p is the sum of outcomes no more probable", () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(25), fc.integer({ min: 2, max: 19 }), (rows, x, of) => {
        const p = of / 20;
        const hits = Math.min(x, rows);
        const mass = Array.from({ length: rows + 1 }, (_, k) => choose(rows, k) * p ** k * (1 - p) ** (rows - k));
        const expected = mass.filter((m) => m <= mass[hits] * (1 + 1e-7)).reduce((a, b) => a + b, 0);
        expect(defined(proportionAgainstClaim({ hits, rows }, p, 0.01)).exactP).toBeCloseTo(expected, 9);
      }),
    );
  });
  test("claims that cannot be tested have a reason", () => {
    expect(proportionAgainstClaim({ hits: 0, rows: 0 }, 0.8, 0.1)).toMatchObject({ reason: "NO_ROWS" });
    expect(proportionAgainstClaim({ hits: 1, rows: 2 }, 1, 0.1)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(proportionAgainstClaim({ hits: 1, rows: 2 }, 0.1, 0.1)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(aurocAgainstClaim({ value: 0.7, standardError: 0 }, { value: 0.8 }, 0.05)).toMatchObject({
      reason: "ZERO_DENOMINATOR",
    });
    const separated = defined(
      aurocAgainstClaim({ value: 1, standardError: 0.1 }, { value: 0.8, standardError: 0.02 }, 0.05),
    );
    expect(separated.logitZ).toBeUndefined();
  });
});

describe("charts in time", () => {
  const options = { oddsRatio: 2, limit: 3, smoothing: 0.1 };
  test("the upper CUSUM of certain worsening rises by its step and signals", () => {
    const found = defined(riskAdjustedCharts(Array(10).fill(0.1), Array(10).fill(1), options));
    const step = Math.log(2) - Math.log(1.1);
    expect(found.upper[9]).toBeCloseTo(10 * step, 12);
    expect(found.firstSignal).toBe(Math.ceil(3 / step) - 1);
    expect(found.excess[9]).toBeCloseTo(9, 12);
    expect([...found.lower]).toEqual(Array(10).fill(0));
  });
  test("unknown outcomes are refused, not read as none", () => {
    expect(riskAdjustedCharts([0.2], [Number.NaN], options)).toMatchObject({ reason: "MISSING_INPUT" });
    expect(riskAdjustedCharts([Number.NaN], [1], options)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(riskAdjustedCharts([], [], options)).toMatchObject({ reason: "NO_ROWS" });
    expect(() => riskAdjustedCharts([0.2], [1], { ...options, oddsRatio: 1 })).toThrow(/oddsRatio/);
  });
  test("a limit holds its run length in other draws", () => {
    const risk = [0.05, 0.1, 0.2, 0.4];
    const limit = Number(cusumLimit(risk, { oddsRatio: 2, runLength: 200, replicates: 300, seed: 1 }));
    const random = stream(99);
    const runs = Array.from({ length: 300 }, () => {
      let [level, patients] = [0, 0];
      while (level < limit) {
        const p = risk[Math.floor(random() * 4)];
        level = Math.max(0, level + (random() < p ? Math.log(2) : 0) - Math.log(1 + p));
        patients += 1;
      }
      return patients;
    });
    const mean = runs.reduce((a, b) => a + b, 0) / runs.length;
    expect(mean).toBeGreaterThan(160);
    expect(mean).toBeLessThan(240);
    const one = { oddsRatio: 2, runLength: 9, replicates: 2, seed: 1 };
    expect(cusumLimit([0, 1], one)).toMatchObject({ reason: "ONE_CLASS" });
    expect(cusumLimit([], one)).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("threshold transport", () => {
  const counts = countScores([0.1, 0.5, 0.5, 0.9, 0.9], [0, 1, 0, 1, 0]);
  test("ties leave a part of the capacity unused", () => {
    expect(transport.thresholdAtFlaggedShare(counts, 0.5)).toMatchObject({ threshold: 0.9, flaggedShare: 0.4 });
    expect(transport.thresholdAtSensitivity(counts, 0.6)).toMatchObject({ threshold: 0.5, sensitivity: 1 });
  });
  test("what no score can do has a reason", () => {
    expect(transport.thresholdAtFlaggedShare(counts, 0.1)).toMatchObject({ reason: "NONE_ABOVE_THRESHOLD" });
    expect(transport.thresholdAtSensitivity(countScores([1], [0]), 0.5)).toMatchObject({ reason: "ONE_CLASS" });
    expect(transport.thresholdAtSensitivity(countScores([], []), 0.5)).toMatchObject({ reason: "NO_ROWS" });
    expect(transport.thresholdAtRisk({ intercept: 0, slope: -1 }, 0.2)).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(transport.thresholdAtRisk({ intercept: 0, slope: 1 }, 0.2)).toBeCloseTo(0.2, 14);
  });
});

describe("sample size", () => {
  test("the slope's information from a sample agrees with its distribution", () => {
    const logOdds = Float64Array.from(sample(4000, (p) => p).score, (p) => logit(p));
    const mean = logOdds.reduce((a, b) => a + b, 0) / logOdds.length;
    expect(defined(size.slopeInformationOfNormal(mean, 1e-6)).i00).toBeCloseTo(
      defined(size.slopeInformation(Float64Array.of(mean))).i00,
      9,
    );
    expect(size.rowsForSlope(defined(size.slopeInformation(logOdds)), 0.2, 0.95)).toBeGreaterThan(100);
  });
  test("twice as narrow an interval of the slope needs four times the patients", () => {
    const information = defined(size.slopeInformationOfNormal(-1, 1));
    const [wide, narrow] = [0.4, 0.2].map((width) => Number(size.rowsForSlope(information, width, 0.95)));
    expect(narrow / wide).toBeCloseTo(4, 10);
  });
  test("impossible plans have a reason", () => {
    const plan = { prevalence: 0.1, ratio: 1, width: 0.2 };
    expect(size.rowsForObservedExpected({ ...plan, prevalence: 0 }, 0.95)).toMatchObject({
      reason: "NOT_A_PROBABILITY",
    });
    expect(size.rowsForObservedExpected({ ...plan, width: 0 }, 0.95)).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(size.rowsForAuroc({ prevalence: 0.1, auroc: 1, width: 0.1 }, 0.95)).toMatchObject({
      reason: "NOT_A_PROBABILITY",
    });
    const constant = defined(size.slopeInformation(new Float64Array(5).fill(-2)));
    expect(size.rowsForSlope(constant, 0.2, 0.95)).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(size.slopeInformation(Float64Array.of(Infinity))).toMatchObject({ reason: "MISSING_INPUT" });
  });
});
