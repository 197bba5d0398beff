import { describe, expect, test } from "vitest";
import { brierDifference } from "../../src/calibration/brier-difference.ts";
import { delongPaired } from "../../src/discrimination/delong-paired.ts";
import { PURPOSES } from "../../src/inference/purposes.ts";
import { randomStream } from "../../src/inference/random-stream.ts";
import { acceptance, allCriteria } from "../../src/model-change/acceptance.ts";
import { type ChangedMetric, versionChange, type VersionedRows } from "../../src/model-change/paired-versions.ts";
import { netBenefitDifference } from "../../src/utility/net-benefit-difference.ts";
import { defined } from "../defined.ts";

function rowsOf(n: number, seed: number): VersionedRows {
  const stream = randomStream(seed, 0, PURPOSES.simulation);
  const old = Float64Array.from({ length: n }, () => 0.05 + 0.6 * stream.uniform());
  const outcome = Uint8Array.from(old, (p) => (stream.uniform() < p ? 1 : 0));
  const renewed = old.map((p, i) =>
    Math.min(1, Math.max(0, p + 0.1 * (outcome[i] - 0.5) + 0.2 * (stream.uniform() - 0.5))),
  );
  return { old, renewed, outcome };
}
const METRICS: readonly ChangedMetric[] = ["auroc", "brierScore", "sensitivity", "specificity", "ppv", "netBenefit"];

describe("a new version against the old", () => {
  const rows = rowsOf(400, 1);
  const change = (metric: ChangedMetric, of = rows) => defined(versionChange(of, metric, 0.3, 0.95));

  test("is the paired kernels' answer", () => {
    const auroc = defined(delongPaired(rows.renewed, rows.old, rows.outcome, 0.95));
    expect(change("auroc")).toMatchObject({ change: auroc.difference, interval: { low: auroc.low, high: auroc.high } });
    const brier = defined(brierDifference(rows.outcome, rows.renewed, rows.old));
    expect(change("brierScore").change).toBeCloseTo(brier.value, 14);
    expect(change("brierScore").p).toBeCloseTo(brier.p!, 10);
    const benefit = defined(netBenefitDifference(rows.outcome, rows.renewed, rows.old, 0.3));
    expect(change("netBenefit").change).toBeCloseTo(benefit.value, 14);
    expect(change("netBenefit").p).toBeCloseTo(benefit.p!, 10);
  });

  test("turned round it is turned round", () => {
    const back = { ...rows, old: rows.renewed, renewed: rows.old };
    for (const metric of METRICS) {
      const [there, returned] = [change(metric), change(metric, back)];
      const sum = metric === "ppv" ? Math.log(there.change * returned.change) : there.change + returned.change;
      expect(sum).toBeCloseTo(0, 12);
    }
  });

  test("where each patient has one row, clustering by patient gives nearly the same interval", () => {
    const alone = { ...rows, cluster: Uint32Array.from(rows.outcome.keys()) };
    for (const metric of METRICS) {
      const [plain, clustered] = [change(metric), change(metric, alone)];
      expect(clustered.change).toBeCloseTo(plain.change, 12);
      const width = (i: typeof plain.interval) => i!.high - i!.low;
      expect(width(clustered.interval) / width(plain.interval)).toBeGreaterThan(0.93);
      expect(width(clustered.interval) / width(plain.interval)).toBeLessThan(1.07);
    }
  });

  test("patients repeated four times over leave the clustered interval as it was, not half as wide", () => {
    const four = <T extends Float64Array | Uint8Array>(values: T): T =>
      (values.constructor as typeof Float64Array).from([...values, ...values, ...values, ...values]) as T;
    const patients = Array.from(rows.outcome.keys());
    const cluster = Uint32Array.from([...patients, ...patients, ...patients, ...patients]);
    const repeated = { old: four(rows.old), renewed: four(rows.renewed), outcome: four(rows.outcome), cluster };
    for (const metric of METRICS) {
      const width = (i: { readonly low: number; readonly high: number } | null) => i!.high - i!.low;
      const ratio = width(change(metric, repeated).interval) / width(change(metric).interval);
      expect(ratio).toBeGreaterThan(0.95);
      expect(ratio).toBeLessThan(1.05);
    }
  });

  test("what cannot be had says why", () => {
    const none = { ...rows, outcome: rows.outcome.map(() => 0) };
    expect(versionChange(none, "auroc", undefined, 0.95)).toMatchObject({ reason: "ONE_CLASS" });
    expect(versionChange(none, "sensitivity", 0.3, 0.95)).toMatchObject({ reason: "ONE_CLASS" });
    expect(versionChange(none, "ppv", 0.3, 0.95)).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(versionChange(rows, "sensitivity", undefined, 0.95)).toMatchObject({ reason: "MISSING_INPUT" });
    const high = { ...rows, renewed: rows.renewed.map((p) => p + 5) };
    expect(versionChange(high, "brierScore", undefined, 0.95)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
  });
});

describe("acceptance", () => {
  const of = (low: number, high: number) => ({
    old: 0.8,
    renewed: 0.8,
    change: (low + high) / 2,
    interval: { low, high, level: 0.95, method: "delong" as const },
    p: null,
  });
  test.each([
    ["auroc", -0.01, 0.02, "criteria_met"],
    ["auroc", -0.03, 0.02, "criteria_not_shown"],
    ["auroc", -0.05, -0.03, "criteria_not_met"],
    ["brierScore", -0.02, 0.01, "criteria_met"],
    ["brierScore", 0.03, 0.04, "criteria_not_met"],
    ["ppv", 0.99, 1.2, "criteria_met"],
    ["ppv", 0.9, 0.97, "criteria_not_met"],
  ] as const)("%s from %d to %d: %s", (metric, low, high, verdict) => {
    expect(acceptance(of(low, high), { metric, margin: 0.02 }, true)).toBe(verdict);
  });
  test("a recalibration keeps every rank: met where there are enough to say so", () => {
    const same = { ...of(0, 0), change: 0, interval: null };
    expect(acceptance(same, { metric: "auroc", margin: 0.02 }, true)).toBe("criteria_met");
    expect(acceptance(same, { metric: "auroc", margin: 0.02 }, false)).toBe("criteria_not_shown");
  });
  test("all of them: one that is not met fails, one that is not shown leaves it open, none is no pass", () => {
    expect(allCriteria(["criteria_met", "criteria_not_met", "not_estimable"])).toBe("criteria_not_met");
    expect(allCriteria(["criteria_met", "not_estimable"])).toBe("criteria_not_shown");
    expect(allCriteria(["criteria_met"])).toBe("criteria_met");
    expect(allCriteria([])).toBe("criteria_not_shown");
  });
});
