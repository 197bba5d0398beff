import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test } from "vitest";
import { auscult, type Ended, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const PART = "partialArea: { sensitivity: 0.8, reason: A screening test may miss one in five. }";
const REPLICATES = "policy: { bootstrap: { replicates: 200 } }";

function audit(
  lines: readonly string[],
  replace: Readonly<Record<string, string>> = {},
): { folder: string; ended: Ended } {
  const folder = emptyFolder();
  writeCohort(folder, patients());
  writePlan(folder, { "margins:": [...lines, "margins:"].join("\n"), ...replace });
  return { folder, ended: auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]) };
}

describe("the partial AUROC", { timeout: 120_000 }, () => {
  test("of the part that the plan declares, with a stratified bootstrap, its reason in the report", () => {
    const { folder, ended } = audit([PART, REPLICATES]);
    expect(ended.code).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, "report", "report.json"), "utf8")) as AuditReport;
    const found = report.estimates.filter((e) => e.metric === "partialAuroc");
    expect(found).toHaveLength(3);
    for (const { value, interval, resampling } of found) {
      expect(interval).toMatchObject({ method: "bootstrap-percentile" });
      expect(resampling).toMatchObject({ replicates: 200, redrawn: 0 });
      expect(value).toBeGreaterThan(0.5);
    }
    expect(report.contrasts.filter((c) => c.metric === "partialAuroc" && c.interval !== null)).toHaveLength(1);
    const html = readFileSync(join(folder, "report", "report.html"), "utf8");
    expect(html).toContain("sensitivities of 80% and more. A screening test may miss one in five.");
  });

  test("is not computed where none is declared, and cannot then be the primary metric", () => {
    const { folder } = audit([REPLICATES]);
    expect(readFileSync(join(folder, "report", "report.json"), "utf8")).not.toContain("partialAuroc");
    const refused = audit([REPLICATES], { "metric: auroc": "metric: partialAuroc" }).ended;
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("partialArea");
  });
});
