import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

test("a plan is locked before its data are there; the audit reports deviations, and what changed since", () => {
  const folder = emptyFolder();
  const run = (...args: string[]) => auscult(folder, args);
  const read = (name: string): AuditReport =>
    JSON.parse(readFileSync(join(folder, name, "report.json"), "utf8")) as AuditReport;
  writePlan(folder);
  // No data yet: a lock reads none.
  expect(run("lock", "plan.audit.yaml")).toMatchObject({ code: 0, stdout: "plan.audit.yaml.lock\n" });
  const lock = readFileSync(join(folder, "plan.audit.yaml.lock"), "utf8");
  expect(run("lock", "plan.audit.yaml").stderr).toContain("a lock is not replaced");
  expect(readFileSync(join(folder, "plan.audit.yaml.lock"), "utf8")).toBe(lock);

  writeCohort(folder, patients());
  expect(run("audit", "plan.audit.yaml", "-o", "first", "-q").code).toBe(0);
  const first = read("first");
  expect(first.lock).toMatchObject({ sha256: first.plan.sha256, clock: "machine", deviations: [] });
  expect(first.changes).toBeUndefined();

  writePlan(folder, { "difference: 0.05": "difference: 0.4" });
  expect(run("audit", "plan.audit.yaml", "-o", "second", "-q", "--previous", join("first", "report.json")).code).toBe(
    0,
  );
  const second = read("second");
  const margin = { path: "margins.auroc.difference", was: "0.05", is: "0.4" };
  expect(second.lock!.deviations).toEqual([margin]);
  expect(second.changes!.previous.plan).toBe(first.plan.sha256);
  expect(second.changes!.changes).toEqual([
    { kind: "plan", ...margin },
    { kind: "verdict", metric: "auroc", subgroup: "sex=female", was: "inconclusive", is: "equivalent" },
  ]);
  const page = readFileSync(join(folder, "second", "report.html"), "utf8");
  for (const said of [
    "differs from it in 1 place",
    "Deviations from the locked plan",
    "margins.auroc.difference",
    "2 changes in the plan",
  ])
    expect(page).toContain(said);
  expect(run("audit", "plan.audit.yaml", "-o", "third", "--previous", "none.json")).toMatchObject({ code: 2 });
  expect(existsSync(join(folder, "third"))).toBe(false);
}, 240_000);
