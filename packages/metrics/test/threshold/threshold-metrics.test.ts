import { describe, expect, test } from "vitest";
import {
  countScores,
  evaluate,
  type Evaluated,
  type FlagCounts,
  isUndefined,
  metrics,
  predictiveValuesAtPrevalence,
  thresholdForCapacity,
  thresholdForTopFraction,
  type Undefined,
} from "../../src/index.ts";

/** Rows that fall into the four cells at 0.5, each `weight` times as heavy where given. */
function of(
  { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn }: FlagCounts,
  weight?: number,
): ReturnType<typeof countScores> {
  const outcome = [tp, fn, fp, tn].flatMap((n, k) => Array.from({ length: n }, () => (k < 2 ? 1 : 0)));
  const score = [tp, fn, fp, tn].flatMap((n, k) => Array.from({ length: n }, () => (k % 2 === 0 ? 0.5 : 0.4)));
  return countScores(score, outcome, weight === undefined ? undefined : score.map(() => weight));
}

function at(id: string, cells: FlagCounts, weight?: number): Evaluated | Undefined {
  const metric = metrics.find((m) => m.id === id)!;
  return evaluate(metric, of(cells, weight), { level: 0.95, at: { threshold: 0.5 }, scoreKind: "ordinal" });
}

function value(id: string, cells: FlagCounts): number | string {
  const found = at(id, cells);
  return isUndefined(found) ? found.reason : found.point.value;
}

function defined(found: Evaluated | Undefined): Evaluated {
  if (isUndefined(found)) throw new Error(found.reason);
  return found;
}

const CELLS: FlagCounts = { truePositives: 40, falsePositives: 90, falseNegatives: 10, trueNegatives: 360 };
const NOBODY: FlagCounts = { truePositives: 0, falsePositives: 0, falseNegatives: 14, trueNegatives: 26 };
const EVERYBODY: FlagCounts = { truePositives: 14, falsePositives: 26, falseNegatives: 0, trueNegatives: 0 };
const PERFECT: FlagCounts = { truePositives: 5, falsePositives: 0, falseNegatives: 0, trueNegatives: 7 };
const NO_EVENTS: FlagCounts = { truePositives: 0, falsePositives: 9, falseNegatives: 0, trueNegatives: 11 };

describe("metrics of the 2 × 2 table", () => {
  test("by hand", () => {
    const expected: Record<string, number> = {
      sensitivity: 0.8,
      specificity: 0.8,
      ppv: 40 / 130,
      npv: 360 / 370,
      falsePositiveRate: 0.2,
      falseNegativeRate: 0.2,
      falseOmissionRate: 10 / 370,
      falseDiscoveryRate: 90 / 130,
      accuracy: 0.8,
      balancedAccuracy: 0.8,
      youden: 0.6,
      f1: 80 / 180,
      selectionRate: 0.26,
      prevalence: 0.1,
      nne: 3.25,
      positiveLikelihoodRatio: 4,
      negativeLikelihoodRatio: 0.25,
      diagnosticOddsRatio: 16,
      mcc: (40 * 360 - 90 * 10) / Math.sqrt(130 * 50 * 450 * 370),
      kappa: (0.8 - (0.26 * 0.1 + 0.74 * 0.9)) / (1 - (0.26 * 0.1 + 0.74 * 0.9)),
    };
    for (const [id, number] of Object.entries(expected))
      expect([id, value(id, CELLS)]).toEqual([id, expect.closeTo(number, 12)]);
  });

  test("what cannot be had is undefined with its reason, never 0", () => {
    expect([value("ppv", NOBODY), value("npv", EVERYBODY)]).toEqual(["ZERO_DENOMINATOR", "ZERO_DENOMINATOR"]);
    expect([value("mcc", NOBODY), value("mcc", EVERYBODY)]).toEqual(["ZERO_DENOMINATOR", "ZERO_DENOMINATOR"]);
    expect([value("f1", NOBODY), value("f1", NO_EVENTS)]).toEqual([0, 0]);
    expect(value("f1", { ...NO_EVENTS, falsePositives: 0 })).toBe("ZERO_DENOMINATOR");
    expect(value("nne", NO_EVENTS)).toBe("ZERO_DENOMINATOR");
    expect(value("diagnosticOddsRatio", PERFECT)).toBe("ZERO_DENOMINATOR");
    expect(value("kappa", { ...NO_EVENTS, falsePositives: 0 })).toBe("ZERO_DENOMINATOR");
    for (const id of ["sensitivity", "youden", "balancedAccuracy", "mcc", "positiveLikelihoodRatio"]) {
      expect([id, value(id, NO_EVENTS)]).toEqual([id, "ONE_CLASS"]);
    }
  });

  test("the improper ones make no headline", () => {
    const improper = ["accuracy", "balancedAccuracy", "youden", "f1", "mcc", "kappa", "diagnosticOddsRatio"];
    expect(metrics.filter((m) => !m.headline && m.family === "threshold").map((m) => m.id)).toEqual(improper);
  });

  test("likelihood ratios of empty cells have Koopman's interval", () => {
    const positive = defined(at("positiveLikelihoodRatio", PERFECT));
    expect(positive.point.value).toBe(Infinity);
    expect(positive.interval).toMatchObject({ high: Infinity, method: "koopman" });
    expect(positive.interval!.low).toBeGreaterThan(1);
    const negative = defined(at("negativeLikelihoodRatio", PERFECT));
    expect(negative.point.value).toBe(0);
    expect(negative.interval).toMatchObject({ low: 0, method: "koopman" });
    expect(negative.interval!.high).toBeLessThan(1);
  });

  test("equal weights leave values and standard errors as they are, but for n / (n - 1)", () => {
    for (const id of [
      "youden",
      "balancedAccuracy",
      "f1",
      "mcc",
      "kappa",
      "diagnosticOddsRatio",
      "positiveLikelihoodRatio",
    ]) {
      const plain = defined(at(id, CELLS)).point;
      const weighted = defined(at(id, CELLS, 3)).point;
      expect([id, weighted.value]).toEqual([id, expect.closeTo(plain.value, 12)]);
      const ratio = weighted.standardError! / plain.standardError!;
      expect([id, ratio]).toEqual([id, expect.closeTo(Math.sqrt(500 / 499), 10)]);
    }
  });

  test("one weighted row has no standard error out of nothing", () => {
    const one = { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const id of ["sensitivity", "ppv", "f1", "accuracy"]) {
      expect([id, defined(at(id, one, 2)).point.standardError]).toEqual([id, 0]);
    }
  });
});

describe("predictive values at another prevalence", () => {
  test("are those of the data at its own prevalence", () => {
    const found = predictiveValuesAtPrevalence(CELLS, 0.1, 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.ppv).toBeCloseTo(40 / 130, 12);
    expect(found.npv).toBeCloseTo(360 / 370, 12);
    expect(found.nne).toBeCloseTo(3.25, 12);
    expect(found.halfRowAdded).toBe(false);
    expect(found.ppvInterval.low).toBeLessThan(40 / 130);
    expect(found.ppvInterval.high).toBeGreaterThan(40 / 130);
  });

  test("take half a row where nobody is missed, say so, and hold the value", () => {
    const found = predictiveValuesAtPrevalence(PERFECT, 0.02, 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found).toMatchObject({ ppv: 1, npv: 1, halfRowAdded: true });
    expect(found.npvInterval.high).toBe(1);
    expect(found.npvInterval.low).toBeLessThan(1);
  });

  test("are undefined without a class, without anybody flagged, and for no prevalence at all", () => {
    expect(predictiveValuesAtPrevalence(NO_EVENTS, 0.1, 0.95)).toEqual({ status: "undefined", reason: "ONE_CLASS" });
    const nobody = predictiveValuesAtPrevalence(NOBODY, 0.1, 0.95);
    expect(nobody).toMatchObject({ ppv: { reason: "ZERO_DENOMINATOR" }, nne: { reason: "ZERO_DENOMINATOR" } });
    for (const prevalence of [0, 1, Number.NaN, 2]) {
      expect(predictiveValuesAtPrevalence(CELLS, prevalence, 0.95)).toMatchObject({ status: "undefined" });
    }
  });
});

describe("a threshold found on the cohort", () => {
  const counts = countScores([0.1, 0.2, 0.2, 0.2, 0.9], [0, 1, 0, 1, 1]);

  test("flags no more than asked for, ties whole, and at least the highest", () => {
    expect(thresholdForTopFraction(counts, 0.6)).toEqual({ threshold: 0.9, flagged: 1, share: 0.2 });
    expect(thresholdForTopFraction(counts, 0.8)).toEqual({ threshold: 0.2, flagged: 4, share: 0.8 });
    expect(thresholdForCapacity(counts, 3)).toEqual({ threshold: 0.9, flagged: 1, share: 0.2 });
    expect(thresholdForCapacity(counts, 0)).toEqual({ threshold: 0.9, flagged: 1, share: 0.2 });
    expect(thresholdForCapacity(countScores([], []), 3)).toEqual({ status: "undefined", reason: "NO_ROWS" });
  });
});
