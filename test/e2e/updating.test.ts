import { join } from "node:path";
import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const SECTION = `updating:
  reason: Asked for by the committee.
  threshold: 0.5
  keep: { alertRate: 0.3, sensitivity: 0.9, netBenefit: 0.2 }
primary:`;

describe("updating", () => {
  test("a model that says too much is recalibrated, its threshold carried over, and the warning is there", async () => {
    const folder = emptyFolder();
    // Every risk is squared: the model says too little, and is too timid nowhere.
    writeCohort(
      folder,
      patients().map(([id, risk, died, sex]) => [id, String(Math.max(0.001, Number(risk) ** 2)), died, sex] as const),
    );
    writePlan(folder, { "primary:": SECTION });
    const { report } = await audit(join(folder, "plan.audit.yaml"));
    const finding = report.findings.find(({ kind }) => kind === "updating")!;
    expect(["update_intercept", "update_recalibration"]).toContain(finding.verdict);
    expect(finding.notes![0]).toEqual({ say: "updatingWarning" });
    expect(finding.notes).toContainEqual({ say: "updatingClosed" });
    const table = (id: string) => finding.tables.find((t) => t.id === id)!;
    const [ratio] = table("judged").rows;
    expect(Number(ratio![1])).toBeGreaterThan(1.2);
    expect(Math.abs(Number(ratio![3]) - 1)).toBeLessThan(1e-6);
    expect(table("thresholds").rows.map((row) => row[2] !== null)).toEqual([true, true, true, true, true]);
    const same = table("thresholds").rows[1]!;
    // A risk of one half was called one quarter.
    expect(Number(same[2])).toBeGreaterThan(0.15);
    expect(Number(same[2])).toBeLessThan(0.35);
  });

  test("what cannot be updated is told with its place", () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    writePlan(folder, { "primary:": SECTION.replace("  threshold: 0.5\n", "") });
    const keep = auscult(folder, ["check", "plan.audit.yaml"]);
    expect([keep.code, keep.stderr.includes("no threshold is named")]).toEqual([2, true]);
    writePlan(folder, { "primary:": SECTION, "kind: probability": "kind: ordinal" });
    const ordinal = auscult(folder, ["check", "plan.audit.yaml"]);
    expect([ordinal.code, ordinal.stderr.includes("only a risk can be recalibrated")]).toEqual([2, true]);
  });
});
