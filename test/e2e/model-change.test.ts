import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "auscult";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test } from "vitest";

type Finding = AuditReport["findings"][number];

/** 3000 patients, the same always: the old score, what happened, and sex. */
function patients(): { readonly risk: number; readonly died: 0 | 1; readonly sex: string }[] {
  let state = 11;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: 3000 }, () => {
    const risk = Number((0.02 + 0.6 * random() ** 2).toFixed(4));
    return { risk, died: random() < risk ? 1 : 0, sex: random() < 0.3 ? "female" : "male" };
  });
}

async function changeOf(
  renewed: (patient: ReturnType<typeof patients>[number], i: number) => number | "",
  patientOf: (i: number) => string = (i) => `P${i}`,
): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "auscult-change-"));
  const rows = patients().map((p, i) => [patientOf(i), p.risk, renewed(p, i), p.died, p.sex].join(","));
  writeFileSync(join(folder, "rows.csv"), `patient,v1,v2,died,sex\n${rows.join("\n")}\n`);
  writeFileSync(
    join(folder, "plan.audit.yaml"),
    `auscult: 1
title: Change
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: rows.csv }
score: { column: v1, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: patient
thresholds: [{ at: 0.2, reason: A test. }]
subgroups: [{ id: sex, label: Sex, column: sex }]
primary: { metric: auroc, reason: A test. }
modelChange:
  version: "2"
  score: { column: v2 }
  description: Trained again.
  acceptance:
    - { metric: auroc, margin: 0.02, reason: Agreed. }
    - { metric: sensitivity, threshold: 0.2, margin: 0.05, everywhere: true, reason: Agreed. }
`,
  );
  const { report } = await audit(join(folder, "plan.audit.yaml"));
  rmSync(folder, { recursive: true });
  return report.findings.find(({ kind }) => kind === "model-change")!;
}

const number = (finding: Finding, id: string) => finding.numbers.find((n) => n.id === id)!;

describe("a new version of the model", () => {
  test("that is better meets the criteria, with who changes place by outcome", async () => {
    const finding = await changeOf(({ risk, died }) => Math.min(0.99, Number((risk + 0.03 * died).toFixed(4))));
    expect(finding.verdict).toBe("criteria_met");
    const table = finding.tables.find(({ id }) => id === "reclassified@0.2")!;
    const [events, others] = table.rows.map((row) => row.slice(1) as number[]);
    expect(events!.concat(others!).reduce((sum, n) => sum + n, 0)).toBe(3000);
    expect(events![1]).toBeGreaterThan(0);
    expect([events![2], others![1], others![2]]).toEqual([0, 0, 0]);
    expect(number(finding, "sensitivity@0.2").value).toBeCloseTo(events![1]! / events!.reduce((a, b) => a + b, 0), 12);
  }, 60_000);

  test("that finds fewer of the women does not meet them, though everybody's would pass", async () => {
    const finding = await changeOf(({ risk, sex }) => (sex === "female" ? risk * 0.6 : Math.min(0.99, risk * 1.2)));
    expect(finding.verdict).toBe("criteria_not_met");
    const rows = finding.tables.find(({ id }) => id === "criteria")!.rows;
    const judged = rows.filter(([, who]) => who === "Sex: female").map((row) => row[8]);
    expect(judged).toEqual([{ say: "criterionNotMet" }]);
  }, 60_000);

  test("recalibrated keeps every rank: no interval, no change, and met", async () => {
    const finding = await changeOf(({ risk }) => Number((risk * 1.1).toFixed(5)));
    const auroc = number(finding, "auroc");
    expect([auroc.value, auroc.interval]).toEqual([0, null]);
    expect(finding.verdict).toBe("criteria_met");
  }, 60_000);

  test("rows without its score are left out and counted; repeated patients are clustered", async () => {
    const finding = await changeOf(
      ({ risk }, i) => (i % 10 === 0 ? "" : Math.min(0.99, risk + 0.001 * (i % 7))),
      (i) => `P${i % 1000}`,
    );
    expect(number(finding, "withoutNew").value).toBe(300);
    expect(number(finding, "rowsCompared").value).toBe(2700);
    expect(finding.notes).toContainEqual({ say: "changeClustered" });
  }, 60_000);
});
