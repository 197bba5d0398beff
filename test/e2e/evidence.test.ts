import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { beforeEach, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const DECLARED = `
regulatory:
  route: art6-1
  role: deployer
  declaredBy: { name: A. Nielsen, role: head of quality }
  date: 2025-12-01
attestations:
  - of: [human-oversight-statement]
    statement: A senior nurse reads every flag.
    name: B. Holm
    role: chief nurse
    date: 2025-12-02
`;

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  writeCohort(folder, patients());
  writePlan(folder);
});
const declare = (text: string): void => appendFileSync(join(folder, "plan.audit.yaml"), text);

test("a declared route gives a matrix, in both languages, with statuses that nobody typed", () => {
  declare(DECLARED);
  const { code } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report", "--language", "en,da"]);
  expect(code).toBe(0);
  const read = (name: string): string => readFileSync(join(folder, "report", name), "utf8");
  const { evidence } = JSON.parse(read("report.json")) as AuditReport;
  const row = (id: string) => evidence.rows.find((r) => r.id === id);
  expect(row("N88.7")?.evidence).toContainEqual({
    id: "human-oversight-statement",
    state: "attested",
    attestations: [0],
  });
  expect(row("AIA.26.6")?.status).toBe("evidence-present");
  expect(row("AIA.26.5")?.status).toBe("gap");
  expect(read("report.html")).toContain("A senior nurse reads every flag.");
  expect(read("report.da.html")).toContain('<html lang="da">');
  expect(read("report.da.html")).toContain("Evidensmatrix");
});

test("an attestation to nothing that exists is refused with the nearest that does", () => {
  declare(DECLARED.replace("human-oversight-statement", "human-oversight-statment"));
  const { code, stderr } = auscult(folder, ["check", "plan.audit.yaml"]);
  expect(code).toBe(2);
  expect(stderr).toContain("attestations[0].of[0]");
  expect(stderr).toContain("human-oversight-statement");
});

test("a route declared by nobody is refused", () => {
  declare(DECLARED.replace(/ {2}declaredBy:.*\n/, ""));
  const { code, stderr } = auscult(folder, ["check", "plan.audit.yaml"]);
  expect(code).toBe(2);
  expect(stderr).toContain("regulatory");
});
