import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { evaluate } from "../../src/evaluate.ts";
import {
  netBenefit,
  netBenefitAt,
  netBenefitOverDefault,
  standardisedNetBenefit,
} from "../../src/utility/net-benefit.ts";
import { netBenefitBetweenGroups } from "../../src/utility/net-benefit-between-groups.ts";
import { netBenefitDifference } from "../../src/utility/net-benefit-difference.ts";
import { count, defined, manyRows, sample } from "../calibration/rows.ts";

const threshold = fc.integer({ min: 1, max: 19 }).map((k) => k / 20);

describe("net benefit", () => {
  test("is TP/n − FP/n × odds, from the definition; flagged means score >= threshold", () => {
    fc.assert(
      fc.property(manyRows, threshold, (rows, t) => {
        let tp = 0;
        let fp = 0;
        rows.score.forEach((s, i) => {
          if (s >= t && rows.outcome[i] === 1) tp += 1;
          if (s >= t && rows.outcome[i] === 0) fp += 1;
        });
        const n = rows.score.length;
        const found = defined(netBenefitAt(count(rows), t));
        expect(found.model.value).toBeCloseTo(tp / n - ((fp / n) * t) / (1 - t), 12);
        expect(found.standardised!.value).toBeCloseTo(found.model.value / found.prevalence, 12);
        expect(found.overTreatAll.value).toBeCloseTo(found.model.value - found.treatAll.value, 12);
        expect(found.overBestDefault.value).toBeCloseTo(found.model.value - Math.max(found.treatAll.value, 0), 12);
        expect(found.model.value).toBeLessThanOrEqual(found.prevalence + 1e-12);
      }),
    );
  });
  test("its standard error is sd/√n of patients' contributions; a model less itself is 0", () => {
    const rows = sample(80, (p) => p);
    const contribution = rows.score.map((s, i) => (s >= 0.2 ? (rows.outcome[i] === 1 ? 1 : -0.25) : 0));
    const mean = contribution.reduce((a, b) => a + b, 0) / 80;
    const sd = Math.sqrt(contribution.reduce((a, b) => a + (b - mean) ** 2, 0) / 79);
    expect(defined(netBenefitAt(count(rows), 0.2)).model.standardError).toBeCloseTo(sd / Math.sqrt(80), 13);
    const score = Float64Array.from(rows.score);
    expect(netBenefitDifference(rows.outcome, score, score, 0.2)).toEqual({ value: 0, standardError: 0 });
  });
  test("below every score it is treating all, above every score it is treating none", () => {
    const counts = count(sample(60, (p) => p));
    const low = defined(netBenefitAt(counts, 0.01));
    expect(low.overTreatAll).toEqual({ value: 0, standardError: 0 });
    const high = defined(netBenefitAt(counts, 0.999));
    expect(high.model).toEqual({ value: 0, standardError: 0 });
    expect(high.overBestDefault.default).toBe("none");
  });
  test("a harmful score lies below the best default", () => {
    const { score, outcome } = sample(400, (p) => 0.9 - 0.8 * p);
    const found = evaluate(netBenefitOverDefault, countScores(score, outcome), {
      level: 0.95,
      at: { threshold: 0.5 },
      scoreKind: "probability",
    });
    expect("point" in found && found.interval!.high).toBeLessThan(0);
  });
  test.each([
    ["no threshold", undefined, "MISSING_INPUT"],
    ["a threshold of 0", 0, "NOT_A_PROBABILITY"],
    ["a threshold of 1", 1, "NOT_A_PROBABILITY"],
    ["NaN", Number.NaN, "NOT_A_PROBABILITY"],
  ])("%s is undefined", (_, t, reason) => {
    const counts = countScores([0.2, 0.4], [0, 1]);
    expect(netBenefit.point(counts, t === undefined ? {} : { threshold: t })).toMatchObject({ reason });
  });
  test("without events there is nothing to standardise by", () => {
    const none = countScores([0.2, 0.4], [0, 0]);
    expect(standardisedNetBenefit.point(none, { threshold: 0.3 })).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(defined(netBenefit.point(none, { threshold: 0.3 })).value).toBeCloseTo(-0.5 * (0.3 / 0.7), 14);
  });
});

describe("between groups", () => {
  const first = count(sample(300, (p) => p, 11));
  const second = count(sample(300, (p) => p * 0.5, 12));
  test("at its own prevalence a group's net benefit is its own", () => {
    const { prevalence } = defined(netBenefitAt(first, 0.2));
    const found = defined(netBenefitBetweenGroups(first, second, { threshold: 0.2, prevalence }));
    expect(found.atCommonPrevalence!.first.value).toBeCloseTo(found.first.model.value, 12);
  });
  test("swapping the groups turns the sign and keeps the errors", () => {
    const ab = defined(netBenefitBetweenGroups(first, second, { threshold: 0.2, prevalence: 0.3 }));
    const ba = defined(netBenefitBetweenGroups(second, first, { threshold: 0.2, prevalence: 0.3 }));
    for (const key of ["difference", "standardised"] as const) {
      expect(ba[key]!.value).toBeCloseTo(-ab[key]!.value, 14);
      expect(ba[key]!.standardError).toBeCloseTo(ab[key]!.standardError, 14);
    }
  });
  test("a group without events has no standardised and no common-prevalence figure", () => {
    const none = countScores([0.1, 0.6], [0, 0]);
    const found = defined(netBenefitBetweenGroups(first, none, { threshold: 0.2, prevalence: 0.3 }));
    expect(found.standardised).toBeUndefined();
    expect(found.atCommonPrevalence).toBeUndefined();
    expect(Number.isFinite(found.difference.value)).toBe(true);
  });
});
