import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { expect, test } from "vitest";
import { auscult, emptyFolder } from "../e2e/auscult.ts";
import { patients, writeCohort, writePlan } from "../e2e/cohort.ts";

const LAST = "margins: { auroc: { difference: 0.05, reason: Declared for the test. } }";

test("the whole result stays in a folder of its own; a release that differs by two patients is refused", () => {
  const folder = emptyFolder();
  const all = patients();
  // Two deaths among the women: a cell of two.
  const rows = all.map(
    ([id, score, , sex], i) =>
      [id, score, sex === "female" ? (i === 10 || i === 40 ? "1" : "0") : all[i]![2], sex] as const,
  );
  writeCohort(folder, rows);
  writePlan(folder, { [LAST]: `${LAST}\ndisclosure: { profile: denmark, ledger: released.ndjson }` });
  const run = (out: string) => auscult(folder, ["audit", "plan.audit.yaml", "-o", out, "--format", "all", "-q"]);
  const first = run("report");
  expect(first.code).toBe(0);
  expect(first.stderr).toContain("the whole result, which stays here, is in");
  const read = (...path: string[]): AuditReport =>
    JSON.parse(readFileSync(join(folder, ...path), "utf8")) as AuditReport;
  const [published, whole] = [read("report", "report.json"), read("report-internal", "full-result.json")];
  expect(existsSync(join(folder, "report", "full-result.json"))).toBe(false);
  expect(statSync(join(folder, "report-internal", "full-result.json")).mode & 0o077).toBe(0);
  const women = (r: AuditReport) => r.subgroups.find(({ id }) => id === "sex=female")!.events;
  expect([typeof women(whole), women(published)]).toEqual(["number", "SUPPRESSED"]);
  expect(readFileSync(join(folder, "report", "manifest.json"), "utf8")).not.toContain("full-result.json");
  expect(run("same").code).toBe(0);

  writeCohort(folder, rows.slice(2));
  const refused = run("again");
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/this one would tell of fewer than 5 patients of .*by subtraction/);
  expect(existsSync(join(folder, "again"))).toBe(false);
  writeFileSync(join(folder, "released.ndjson"), "{}\n");
  expect(run("again").stderr).toContain("not a release that Auscult wrote");
}, 240_000);
