import { type AuditPlan, type Cohort, OVERALL, type Tally } from "@auscult/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptanceOf, claimVerdict } from "../../src/claims/acceptance.ts";
import { claimAtPrevalence } from "../../src/claims/explain-predictive-value.ts";
import { explainAuroc, observedLessExpected } from "../../src/claims/explain-auroc.ts";
import { publishedClaim } from "../../src/claims/published-claim.ts";
import { testClaim } from "../../src/claims/test-claim.ts";
import {
  aurocAgainstClaim,
  countScores,
  isUndefined,
  metrics,
  normalQuantile,
  proportionAgainstClaim,
  proportionLimits,
  randomStream,
} from "../../src/index.ts";
import { claimsAnalysis } from "../../src/row-analyses/claims.ts";
import type { Beside } from "../../src/row-analysis.ts";

const LEVEL = 0.95;
const OPTIONS = { level: LEVEL, minimumEvents: 10, assumeIndependentRows: false };
const metric = (id: string) => metrics.find((m) => m.id === id)!;
const claim = (given: object) => ({ id: "c", metric: "x", population: "p", source: "s", by: [], ...given });
const fixed = (value: number) => ({ from: value, to: value, interval: null, basis: "none" as const });

function tallyOf(score: readonly number[], outcome: readonly number[]): Tally {
  const order = score.map((_, i) => i).sort((a, b) => score[a] - score[b] || outcome[a] - outcome[b]);
  return {
    mode: "exact",
    scoreKind: "probability",
    attributes: [],
    cells: [new Uint16Array(0)],
    blocks: 0,
    score: Float64Array.from(order, (i) => score[i]),
    cell: new Uint32Array(score.length),
    outcome: Uint8Array.from(order, (i) => outcome[i]),
    count: new Float64Array(score.length).fill(1),
    labels: new Map(),
  };
}

describe("what meets a claim", () => {
  test("better never fails; a metric with an ideal is bounded on both sides", () => {
    const of = { from: 0.8, to: 0.8 };
    expect(acceptanceOf({ better: "higher" }, of, { difference: 0.05 })).toEqual({ low: 0.75, high: Infinity });
    expect(acceptanceOf({ better: "lower" }, of, { ratio: [0.8, 1.25] })).toEqual({ low: -Infinity, high: 1 });
    expect(acceptanceOf({ better: "towards-ideal" }, { from: 1, to: 1 }, { ratio: [0.8, 1.25] })).toEqual({
      low: 0.8,
      high: 1.25,
    });
    expect(acceptanceOf({ better: "higher" }, { from: 0.76, to: 0.83 }, { difference: 0.01 }).low).toBe(0.75);
  });

  test("one interval, four answers; without one nothing is said", () => {
    const accepted = { low: 0.75, high: Infinity };
    expect(claimVerdict({ low: 0.76, high: 0.9 }, accepted)).toBe("claim_met");
    expect(claimVerdict({ low: 0.75, high: 0.9 }, accepted)).toBe("claim_not_shown");
    expect(claimVerdict({ low: 0.6, high: 0.74 }, accepted)).toBe("claim_not_met");
    expect(claimVerdict(null, accepted)).toBe("not_estimable");
  });

  test("met and not met exclude each other, and a wider margin never turns met into anything else", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, share, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (a, b, value, m) => {
        const interval = { low: Math.min(a, b), high: Math.max(a, b) };
        const at = (margin: number) =>
          claimVerdict(
            interval,
            acceptanceOf({ better: "higher" }, { from: value, to: value }, { difference: margin }),
          );
        expect([
          at(m) !== "claim_met" || at(2 * m) === "claim_met",
          at(2 * m) !== "claim_not_met" || at(m) === "claim_not_met",
        ]).toEqual([true, true]);
      }),
    );
  });
});

describe("what was published", () => {
  test("a 2 × 2 table gives the value with Wilson's limits", () => {
    const counts = { truePositives: 81, falsePositives: 15, falseNegatives: 182, trueNegatives: 133 };
    const found = publishedClaim(claim({ counts }), metric("sensitivity"), LEVEL);
    const limits = proportionLimits({ hits: 81, rows: 263 }, LEVEL);
    if (isUndefined(found) || isUndefined(limits)) throw new Error("undefined");
    expect([found.from, found.basis]).toEqual([81 / 263, "counts"]);
    expect(found.interval!.low).toBeCloseTo(limits.wilson.low, 14);
    expect(found.interval!.high).toBeCloseTo(limits.wilson.high, 14);
    const none = publishedClaim(
      claim({ counts: { truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 } }),
      metric("sensitivity"),
      LEVEL,
    );
    expect(none).toMatchObject({ status: "undefined", reason: "ONE_CLASS" });
  });

  test("limits of another level are carried over on the log odds", () => {
    const value = 0.8;
    const error = 0.1;
    const at = (level: number) => {
      const reach = normalQuantile((1 + level) / 2) * error;
      const odds = (x: number) => 1 / (1 + Math.exp(-x));
      const centre = Math.log(value / (1 - value));
      return { low: odds(centre - reach), high: odds(centre + reach) };
    };
    const found = publishedClaim(claim({ value, interval: { ...at(0.9), level: 0.9 } }), metric("auroc"), LEVEL);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.interval!.low).toBeCloseTo(at(LEVEL).low, 12);
    expect(found.interval!.high).toBeCloseTo(at(LEVEL).high, 12);
  });

  test("without interval or numbers the claim is fixed; numbers that do not tell the denominator change nothing", () => {
    expect(publishedClaim(claim({ value: 0.8 }), metric("auroc"), LEVEL)).toEqual(fixed(0.8));
    const ppv = publishedClaim(claim({ value: 0.3, sample: { n: 100, events: 20 } }), metric("ppv"), LEVEL);
    expect(ppv).toEqual(fixed(0.3));
    const auroc = publishedClaim(claim({ value: 0.8, sample: { n: 100, events: 20 } }), metric("auroc"), LEVEL);
    expect(auroc).toMatchObject({ from: 0.8, basis: "sample" });
  });
});

describe("a claim tested", () => {
  const n = 400;
  const score = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
  const outcome = score.map((p, i) => (((i * 7919) % 1000) / 1000 < p ? 1 : 0));
  const tally = tallyOf(score, outcome);

  test("sensitivity: the exact p of the kernel, the Wilson interval of the audit", () => {
    const of = testClaim(
      tally,
      OVERALL,
      metric("sensitivity"),
      fixed(0.9),
      { difference: 0.05 },
      { ...OPTIONS, threshold: 0.3 },
    );
    const events = outcome.filter((y) => y === 1).length;
    const hits = outcome.filter((y, i) => y === 1 && score[i] >= 0.3).length;
    const kernel = proportionAgainstClaim({ hits, rows: events }, 0.9, 0.05);
    if (isUndefined(kernel)) throw new Error(kernel.reason);
    expect(of.notAcceptedP).toBe(kernel.nonInferiorityP);
    expect(of.gap!.value).toBeCloseTo(hits / events - 0.9, 14);
    // A fixed claim only shifts the local interval.
    expect(of.gap!.interval!.low).toBeCloseTo(of.judged!.low - 0.9, 12);
  });

  test("AUROC: near the kernel's normal p, on the log odds with Student's t", () => {
    const of = testClaim(tally, OVERALL, metric("auroc"), fixed(0.85), { difference: 0.05 }, OPTIONS);
    const { value, standardError } = of.measured.estimate;
    const kernel = aurocAgainstClaim({ value: value!, standardError: standardError! }, { value: 0.85 }, 0.05);
    if (isUndefined(kernel)) throw new Error(kernel.reason);
    expect(Math.abs(of.notAcceptedP! - kernel.nonInferiorityP)).toBeLessThan(0.02);
    expect(of.notAcceptedP! < 0.025).toBe(of.verdict === "claim_met");
    expect(of.notAcceptedP! + of.acceptedP!).toBeCloseTo(1, 12);
  });

  test("without a margin no verdict; without a class no estimate; superior only with the whole interval", () => {
    expect(testClaim(tally, OVERALL, metric("auroc"), fixed(0.9), undefined, OPTIONS).verdict).toBe(
      "margin_not_declared",
    );
    const none = testClaim(
      tallyOf([0.1, 0.2], [0, 0]),
      OVERALL,
      metric("auroc"),
      fixed(0.9),
      { difference: 0.1 },
      OPTIONS,
    );
    expect([none.verdict, none.reason, none.gap]).toEqual(["not_estimable", "ONE_CLASS", null]);
    expect(testClaim(tally, OVERALL, metric("auroc"), fixed(0.6), { difference: 0.1 }, OPTIONS).superior).toBe(true);
    expect(testClaim(tally, OVERALL, metric("auroc"), fixed(0.999), { difference: 0.1 }, OPTIONS).superior).toBe(false);
  });
});

describe("a claim explained", () => {
  const options = { level: LEVEL, seed: 1, replicates: 200 };
  const score = Array.from({ length: 1500 }, (_, i) => 0.02 + (0.9 * i) / 1500);
  const uniform = score.map((_, i) => ((i * 7919 + 13) % 1499) / 1499);

  test("a model that is right: expected and observed agree; one that is too extreme: the slope takes the difference", () => {
    const right = explainAuroc(
      {
        counts: countScores(
          score,
          score.map((p, i) => (uniform[i] < p ? 1 : 0)),
        ),
      },
      options,
    );
    if (isUndefined(right)) throw new Error(right.reason);
    const { interval, value } = right.remainder;
    expect([interval!.low < value, interval!.high > value, interval!.low < 0.01 && interval!.high > -0.01]).toEqual([
      true,
      true,
      true,
    ]);
    const half = score.map((p) => 1 / (1 + Math.exp(-Math.log(p / (1 - p)) / 2)));
    const extreme = explainAuroc(
      {
        counts: countScores(
          score,
          half.map((p, i) => (uniform[i] < p ? 1 : 0)),
        ),
      },
      options,
    );
    if (isUndefined(extreme)) throw new Error(extreme.reason);
    expect(extreme.miscalibration.interval!.high).toBeLessThan(-0.05);
    expect(extreme.expected.value + extreme.miscalibration.value).toBeCloseTo(extreme.recalibrated.value, 12);
    expect(extreme.recalibrated.value + extreme.remainder.value).toBeCloseTo(extreme.observed.value, 12);
    expect(Math.abs(extreme.remainder.value)).toBeLessThan(0.02);
  });

  test("one class: undefined with its reason", () => {
    expect(observedLessExpected({ counts: countScores([0.1, 0.2], [0, 0]) }, options)).toMatchObject({
      reason: "ONE_CLASS",
    });
  });

  test("a PPV at another prevalence, by Bayes, with and without counts", () => {
    const counts = { truePositives: 80, falsePositives: 90, falseNegatives: 20, trueNegatives: 810 };
    const byCounts = claimAtPrevalence("ppv", { counts }, 0.05, LEVEL);
    const byShares = claimAtPrevalence("ppv", { sensitivity: 0.8, specificity: 0.9 }, 0.05, LEVEL);
    if (isUndefined(byCounts) || isUndefined(byShares)) throw new Error("undefined");
    const bayes = (0.8 * 0.05) / (0.8 * 0.05 + 0.1 * 0.95);
    expect(byCounts.value).toBeCloseTo(bayes, 14);
    expect(byShares).toEqual({ value: expect.closeTo(bayes, 14), interval: null });
    expect(byCounts.interval!.low).toBeLessThan(bayes);
    expect(claimAtPrevalence("npv", { sensitivity: 1, specificity: 0 }, 0.2, LEVEL)).toMatchObject({
      reason: "ZERO_DENOMINATOR",
    });
    expect(claimAtPrevalence("ppv", { sensitivity: 1, specificity: 1 }, 0, LEVEL)).toMatchObject({
      reason: "IMPOSSIBLE_PREDICTION",
    });
  });
});

describe("a claim that holds on average", () => {
  test("and fails for some is not met for some", () => {
    const n = 3000;
    const stream = randomStream(5, 1, 5);
    const score = Array.from({ length: n }, () => stream.uniform());
    // In one group of three the score says nothing.
    const outcome = score.map((p, i) => (stream.uniform() < (i % 3 === 0 ? 0.5 : p) ? 1 : 0));
    const order = score.map((_, i) => i).sort((a, b) => score[a] - score[b]);
    const of = (values: readonly number[]) => Float64Array.from(order, (i) => values[i]);
    const attribute = { id: "g", label: "Group", levels: ["not recorded", "odd", "other"] };
    const tally: Tally = {
      mode: "exact",
      scoreKind: "probability",
      attributes: [attribute],
      cells: [Uint16Array.of(1), Uint16Array.of(2)],
      blocks: 0,
      score: of(score),
      cell: Uint32Array.from(order, (i) => (i % 3 === 0 ? 0 : 1)),
      outcome: Uint8Array.from(order, (i) => outcome[i]),
      count: new Float64Array(n).fill(1),
      labels: new Map(),
    };
    const margin = { difference: 0.05, reason: "r" };
    const plan = {
      claims: [claim({ metric: "auroc", value: 0.78, by: ["g"], margin })],
      policy: { level: 0.95, seed: 1, minimumEvents: 10, multiplicity: "holm", bootstrap: { replicates: 60 } },
    } as unknown as AuditPlan;
    const [found] = claimsAnalysis.analyse({} as Cohort, plan, { tally } as Beside);
    expect(found.verdict).toBe("claim_not_met_for_some");
    expect(found.notes!.map((note) => (typeof note === "object" && "say" in note ? note.say : ""))).toContain(
      "claimSubgroupsNotMet",
    );
  });
});
