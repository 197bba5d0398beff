import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";

type Finding = AuditReport["findings"][number];

/** 40 predictions a month from January to June 2026; nobody dies in April unless said otherwise. */
function rows(aprilEvents = 0): string {
  let state = 5;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines: string[] = [];
  for (let month = 1; month <= 6; month++)
    for (let i = 0; i < 40; i++) {
      const risk = Number((0.05 + 0.5 * random()).toFixed(3));
      const died = month === 4 ? (i < aprilEvents ? 1 : 0) : random() < risk ? 1 : 0;
      const day = String(1 + (i % 28)).padStart(2, "0");
      lines.push(`P${month}-${i},2026-${String(month).padStart(2, "0")}-${day},${risk},${died}`);
    }
  return `patient,predicted,risk,died\n${lines.join("\n")}\n`;
}

const PLAN = `auscult: 1
title: Monitored
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: rows.csv }
score: { column: risk, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: patient
period: predicted
thresholds: [{ at: 0.3, reason: A test. }]
primary: { metric: auroc, reason: A test. }
monitoring:
  cut: month
  minimumEvents: 3
  merge: none
  baseline: { through: 2026-02, reason: A test. }
  matured: { column: predicted, days: 30, dataCut: 2026-06-30 }
  alarm: { oddsRatio: 2, runLength: 500, replicates: 50, reason: A test. }
  intervention: { description: a call, treatment: { column: risk, given: 0.3, label: a call } }
`;

function run(folder: string, ...flags: string[]): { readonly code: number | null; readonly stderr: string } {
  const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "--format", "json", "-q", ...flags]);
  return { code, stderr };
}
function reportIn(folder: string, name: string): AuditReport {
  return JSON.parse(readFileSync(join(folder, name, "report.json"), "utf8")) as AuditReport;
}
const find = ({ findings }: AuditReport, id: string): Finding | undefined => findings.find((f) => f.id === id);
const table = (finding: Finding | undefined, id: string) => finding?.tables.find((t) => t.id === id)?.rows;

describe("monitoring", () => {
  test("dates become months, a month without events is said to have none, and outcomes that are not due are counted", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "rows.csv"), rows());
    writeFileSync(join(folder, "plan.audit.yaml"), PLAN);
    expect(run(folder, "-o", "june")).toEqual({ code: 0, stderr: "" });
    const report = reportIn(folder, "june");
    expect(report.ledger).toMatchObject({ cohortRows: 240, notMatured: 40, missingOutcome: 40, analysed: 200 });
    const overall = find(report, "monitoring:overall");
    const ratio = table(overall, "observedExpectedRatio")!;
    expect(ratio.map(([month]) => month)).toEqual(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]);
    const [, , events, value, low, high, remark] = ratio[3]!;
    expect([events, value, low, remark]).toEqual([0, 0, 0, { say: "noEventsHere" }]);
    expect(high).toBeGreaterThan(0);
    expect(ratio[5]!.slice(1)).toEqual([0, 0, null, null, null, { say: "noneDueHere" }]);
    expect(table(overall, "auroc")![3]!.slice(3, 6)).toEqual([null, null, null]);
    // The share flagged needs no outcome, so June has one.
    expect(table(overall, "selectionRate")![5]![1]).toBe(40);
    expect(table(overall, "expected")![5]![1]).toBe(40);
  }, 60_000);

  test("--previous tells signals that are new and periods whose numbers have changed", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "rows.csv"), rows());
    writeFileSync(join(folder, "plan.audit.yaml"), PLAN);
    run(folder, "-o", "june");
    run(folder, "-o", "same", "--previous", "june/report.json");
    expect(find(reportIn(folder, "same"), "monitoring:previous")?.notes).toContainEqual({ say: "periodsUnchanged" });
    writeFileSync(join(folder, "rows.csv"), rows(7));
    run(folder, "-o", "july", "--previous", "june/report.json");
    const since = find(reportIn(folder, "july"), "monitoring:previous");
    expect(table(since, "changed")!.map((row) => row.slice(1, 6))).toEqual([["2026-04", 40, 40, 0, 7]]);
    const missing = run(folder, "-o", "august", "--previous", "may/report.json");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("report does not exist");
  }, 90_000);

  test("a baseline without events is not assessable, and says so", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "rows.csv"), rows().replaceAll(/(2026-0[12]-\d\d,[\d.]+),1/g, "$1,0"));
    writeFileSync(join(folder, "plan.audit.yaml"), PLAN);
    run(folder, "-o", "june");
    expect(find(reportIn(folder, "june"), "monitoring:overall")).toMatchObject({
      verdict: "not_assessable",
      reason: "TOO_FEW_EVENTS",
    });
  }, 60_000);

  test("a baseline that no row has is refused, with what there is", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "rows.csv"), rows());
    writeFileSync(join(folder, "plan.audit.yaml"), PLAN.replace("through: 2026-02", "through: 2025-12"));
    const { code, stderr } = run(folder, "-o", "june");
    expect(code).toBe(2);
    expect(stderr).toContain("monitoring.baseline.through");
    expect(stderr).toContain("2026-01");
  }, 60_000);
});
