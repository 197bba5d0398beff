import { describe, expect, test } from "vitest";
import {
  closedTesting,
  expit,
  isUndefined,
  logit,
  metrics,
  randomStream,
  recalibrate,
  thresholdAtFlaggedShare,
  thresholdAtSensitivity,
  type Undefined,
} from "../../src/index.ts";
import { carryThreshold, thresholdAtNetBenefit } from "../../src/updating/carry-threshold.ts";
import { fitUpdate } from "../../src/updating/fit-update.ts";
import { judgeUpdate } from "../../src/updating/judge-update.ts";
import { selectUpdate } from "../../src/updating/select-update.ts";
import { countsOf, type UpdateRows } from "../../src/updating/update-rows.ts";

const known = <T extends object>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};
const metric = (id: string) => metrics.find((m) => m.id === id)!;

/** Rows whose true log odds are `intercept + slope × the model's`, with one further predictor of its own effect. */
function rows(n: number, intercept: number, slope: number, own = 0): UpdateRows {
  const stream = randomStream(4, n, 5);
  const logOdds = new Float64Array(n);
  const other = new Float64Array(n);
  const outcome = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    logOdds[i] = -1.5 + 1.2 * stream.normal();
    other[i] = stream.normal();
    outcome[i] = stream.uniform() < expit(intercept + slope * logOdds[i] + own * other[i]) ? 1 : 0;
  }
  return { logOdds, outcome, predictors: [logOdds, other] };
}
const closed = ({ logOdds, outcome }: UpdateRows): UpdateRows => ({ logOdds, outcome, predictors: [] });

describe("which update", () => {
  test("none, intercept, recalibration, revision: each where it is true", () => {
    expect(known(selectUpdate(closed(rows(4000, 0, 1)), 0.001)).selected).toBe("no_update");
    expect(known(selectUpdate(closed(rows(4000, -0.6, 1)), 0.001)).selected).toBe("citl");
    expect(known(selectUpdate(closed(rows(4000, -0.6, 0.6)), 0.001)).selected).toBe("recalibration");
    expect(known(selectUpdate(rows(4000, 0, 1, 0.7), 0.001)).selected).toBe("revision");
  });

  test("with predictors it is the kernel of closed testing", () => {
    const of = rows(1500, -0.4, 0.8, 0.2);
    const kernel = known(closedTesting(of, 0.05));
    const found = known(selectUpdate(of, 0.05));
    expect(found.selected).toBe(kernel.selected);
    expect(found.tests.map(({ chiSquared }) => chiSquared)).toEqual(kernel.tests.map(({ chiSquared }) => chiSquared));
  });

  test("each row twice, of one patient: the test is as of the rows once", () => {
    const once = closed(rows(1500, -0.3, 0.85));
    const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
    const cluster = Float64Array.from({ length: 3000 }, (_, i) => i % 1500);
    const of = { logOdds: twice(once.logOdds), outcome: twice(once.outcome), predictors: [], cluster };
    const [joint] = known(selectUpdate(of, 0.05)).tests;
    const [plain] = known(selectUpdate(once, 0.05)).tests;
    // Wald's test with robust errors beside the likelihood ratio: near, and not doubled.
    expect(joint.chiSquared / plain.chiSquared).toBeGreaterThan(0.8);
    expect(joint.chiSquared / plain.chiSquared).toBeLessThan(1.25);
  });

  test("one class alone has no update", () => {
    const of = { logOdds: Float64Array.of(-1, 0, 1), outcome: Float64Array.of(0, 0, 0), predictors: [] };
    expect(selectUpdate(of, 0.05)).toMatchObject({ status: "undefined" });
  });
});

describe("before and after", () => {
  test("recalibrated risks are right on average, and a little worse once corrected", () => {
    const of = closed(rows(400, -0.8, 0.6));
    const asked = ["observedExpectedRatio", "calibrationSlope", "brierScore"].map((id) => ({ metric: metric(id) }));
    const [ratio, slope, brier] = known(judgeUpdate("recalibration", of, asked, { seed: 1, replicates: 200 }));
    expect(ratio.apparent).toBeCloseTo(1, 8);
    expect(slope.apparent).toBeCloseTo(1, 6);
    // One slope is fitted, so that there is next to nothing to lose; that of other patients is the ratio of two slopes.
    expect(Math.abs(slope.corrected! - 1)).toBeLessThan(0.1);
    expect(brier.corrected!).toBeGreaterThan(brier.apparent!);
    expect(brier.corrected!).toBeLessThan(brier.before!);
  });

  test("a refitted model with many idle predictors loses what it seemed to gain", () => {
    const of = closed(rows(200, 0, 1));
    const stream = randomStream(8, 1, 5);
    const idle = Array.from({ length: 12 }, () => Float64Array.from({ length: 200 }, () => stream.normal()));
    const refit = { ...of, predictors: [of.logOdds, ...idle] };
    const [auroc] = known(judgeUpdate("revision", refit, [{ metric: metric("auroc") }], { seed: 1, replicates: 100 }));
    expect(auroc.apparent!).toBeGreaterThan(auroc.before!);
    expect(auroc.corrected!).toBeLessThan(auroc.apparent! - 0.02);
  });

  test("rows counted as often as they are drawn fit as those rows do", () => {
    const of = closed(rows(300, 0.2, 0.9));
    const times = Float64Array.from({ length: 300 }, (_, i) => i % 3);
    const pick = (values: Float64Array) =>
      Float64Array.from([...values.keys()].flatMap((i) => Array.from({ length: times[i] }, () => values[i])));
    const counted = known(fitUpdate("recalibration", of, times)).coefficients;
    const drawn = known(
      fitUpdate("recalibration", { logOdds: pick(of.logOdds), outcome: pick(of.outcome), predictors: [] }),
    ).coefficients;
    expect(counted[0]).toBeCloseTo(drawn[0], 9);
    expect(counted[1]).toBeCloseTo(drawn[1], 9);
  });
});

describe("the threshold carried over", () => {
  const of = closed(rows(1200, -0.5, 0.7));
  const score = of.logOdds.map(expit);
  const counts = countsOf(score, of.outcome);
  const keep = { alertRate: 0.2, sensitivity: 0.8, netBenefit: 0.02 };
  const carried = carryThreshold(of, { risk: 0.2, keep, level: 0.95, seed: 1, replicates: 200 });
  const by = (kept: string) => carried.find((c) => c.kept === kept)!;

  test("each way is its definition", () => {
    const fit = known(recalibrate(counts));
    expect(by("risk").threshold).toBeCloseTo(expit((logit(0.2) - fit.intercept) / fit.slope), 12);
    expect(by("alertRate").threshold).toBe(known(thresholdAtFlaggedShare(counts, 0.2)).threshold);
    expect(by("sensitivity").threshold).toBe(known(thresholdAtSensitivity(counts, 0.8)).threshold);
    expect(by("threshold").threshold).toBe(0.2);
    const threshold = thresholdAtNetBenefit(counts, 0.02, 0.2) as number;
    const benefit = (at: number) => {
      const flagged = [...score.keys()].filter((i) => score[i] >= at);
      const hits = flagged.filter((i) => of.outcome[i] === 1).length;
      return (hits - (flagged.length - hits) * 0.25) / score.length;
    };
    expect(benefit(threshold)).toBeGreaterThanOrEqual(0.02);
    const higher = [...counts.score].filter((s) => s > threshold);
    expect(higher.every((s) => benefit(s) < 0.02)).toBe(true);
    expect(by("netBenefit").threshold).toBe(threshold);
  });

  test("a sensitivity chosen here is a little less elsewhere", () => {
    const { apparent, corrected, interval } = by("sensitivity");
    expect(apparent!.sensitivity!).toBeGreaterThanOrEqual(0.8);
    expect(corrected!.sensitivity!).toBeLessThan(apparent!.sensitivity!);
    expect(interval!.low).toBeLessThan(interval!.high);
  });

  test("what is not declared, or cannot be had, is said", () => {
    const none = carryThreshold(of, { risk: 0.2, keep: { netBenefit: 0.9 }, level: 0.95, seed: 1, replicates: 50 });
    const why = Object.fromEntries(
      none.map(({ kept, threshold }) => [kept, typeof threshold === "number" ? "had" : threshold.reason]),
    );
    expect(why).toEqual({
      threshold: "had",
      risk: "had",
      alertRate: "MISSING_INPUT",
      sensitivity: "MISSING_INPUT",
      netBenefit: "ZERO_DENOMINATOR",
    });
  });

  test("where everybody has one score, nothing can be chosen", () => {
    const same = {
      logOdds: new Float64Array(50),
      outcome: Float64Array.from({ length: 50 }, (_, i) => i % 2),
      predictors: [],
    };
    const found = carryThreshold(same, { risk: 0.2, keep, level: 0.95, seed: 1, replicates: 50 });
    expect(found.find((c) => c.kept === "risk")!.threshold).toMatchObject({ reason: "CONSTANT_SCORE" });
    expect(found.find((c) => c.kept === "alertRate")!.threshold).toMatchObject({ reason: "NONE_ABOVE_THRESHOLD" });
  });
});
