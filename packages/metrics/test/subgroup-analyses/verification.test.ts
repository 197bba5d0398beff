import type { PlanInput } from "@auscult/core";
import { expect, test } from "vitest";
import { verificationAnalysis } from "../../src/subgroup-analyses/verification.ts";
import { found, patients, plan, records, type Row } from "./audited.ts";

const all = patients(6000);
/** Nine in ten of the flagged were looked at, three in ten of the others; whom nobody looked at has no outcome. */
const partly: Row[] = all.map((p, i) => {
  const seen = (p["risk"] as number) >= 0.15 ? i % 10 !== 0 : i % 10 < 3;
  return { ...p, biopsy: seen ? "yes" : "no", died: seen ? p["died"] : null };
});
const verified: PlanInput = {
  ...plan,
  verification: { column: "biopsy", verified: "yes", reason: "r" },
};
const ONLY = ["prevalence"];

test("sensitivity and specificity are drawn back to what all patients would show", () => {
  const [finding] = found(verificationAnalysis, partly, verified, ONLY);
  const row = records(finding, "corrected").find(
    (r) => (r["subgroup"] as { subgroup: string }).subgroup === "overall",
  )!;
  const events = all.filter((p) => p["died"] === 1);
  const truth = events.filter((p) => (p["risk"] as number) >= 0.15).length / events.length;
  const { sensitivity, naiveSensitivity, sensitivityLow, sensitivityHigh } = row as Record<string, number>;
  expect(naiveSensitivity - truth).toBeGreaterThan(0.05);
  expect(Math.abs(sensitivity - truth)).toBeLessThan((naiveSensitivity - truth) / 2);
  expect(sensitivityLow).toBeLessThan(truth);
  expect(sensitivityHigh).toBeGreaterThan(truth);
  expect(row["rows"]).toBe(6000);
  expect(row["verified"]).toBe(partly.filter((p) => p["biopsy"] === "yes").length);
});

test("no interval where patients have several rows, and a reason where nobody of a flag was verified", () => {
  const [repeated] = found(verificationAnalysis, [...partly, ...partly.slice(0, 50)], verified, ONLY);
  expect(records(repeated, "corrected")[0]).toMatchObject({ sensitivityLow: null, why: null });
  const onlyFlagged = partly.map((p) => ((p["risk"] as number) >= 0.15 ? p : { ...p, biopsy: "no", died: null }));
  const [none] = found(verificationAnalysis, onlyFlagged, verified, ONLY);
  expect(records(none, "corrected")[0]).toMatchObject({ sensitivity: null, why: { say: "noneVerified" } });
});

test("an outcome put down for whom nobody looked is refused", () => {
  const guessed = partly.map((p) => (p["biopsy"] === "no" ? { ...p, died: 0 } : p));
  expect(() => found(verificationAnalysis, guessed, verified, ONLY)).toThrow(/not verified is not negative/);
});

test("strata on which verification depended are corrected each by itself", () => {
  const bySex: Row[] = all.map((p, i) => {
    const seen = p["sex"] === "female" ? i % 10 < 9 : i % 10 < 2;
    return { ...p, biopsy: seen ? "yes" : "no", died: seen ? p["died"] : null };
  });
  const input: PlanInput = {
    ...verified,
    verification: { column: "biopsy", verified: "yes", strata: ["sex"], reason: "r" },
  };
  const [finding] = found(verificationAnalysis, bySex, input, ONLY);
  expect(records(finding, "corrected")[0]["sensitivity"]).not.toBeNull();
});
