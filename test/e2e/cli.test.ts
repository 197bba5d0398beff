import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { beforeEach, describe, expect, test } from "vitest";
import { auscult, type Ended, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

const FILES = ["manifest.json", "report.html", "report.json"];
/** The demo writes every format. */
const DEMO_FILES = [
  ...["charts", "report.html", "report.md", "report.pdf", "report.docx", "model-card.xml", "tables"].flatMap((name) => [
    name,
    name.replace(/(?=\.)|$/, ".da"),
  ]),
  "manifest.json",
  "report.json",
].sort();
const EPOCH = { SOURCE_DATE_EPOCH: "1767225600" };
const NARROW = "difference: 0.05";

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  writeCohort(folder, patients());
  writePlan(folder);
});
const audit = (...flags: string[]): Ended => auscult(folder, ["audit", "plan.audit.yaml", "-o", "report", ...flags]);
const files = (name = "report"): string[] => readdirSync(join(folder, name)).sort();
/** What an interrupted or failed run must not leave behind. */
const leftOvers = (): string[] => readdirSync(folder).filter((name) => /\.(part|old)/.test(name));

describe("audit", () => {
  test("writes the folder and prints its files", () => {
    const { code, stdout, stderr } = audit();
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n").sort()).toEqual(FILES.map((name) => join(folder, "report", name)));
    expect(stderr).toBe("Deaths: 400 rows analysed, 3 subgroups\n");
    expect(files()).toEqual(FILES);
    expect(leftOvers()).toEqual([]);
  });

  test("names the folder after the plan where none is given", () => {
    expect(auscult(folder, ["audit", "plan.audit.yaml", "-q"])).toMatchObject({ code: 0, stderr: "" });
    expect(files("plan-report")).toEqual(FILES);
  });

  test("--json prints one object of results, and nothing else", () => {
    const { code, stdout } = audit("--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      folder: join(folder, "report"),
      files: expect.arrayContaining(FILES) as unknown,
      plan: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      criteria: { judged: 1, equivalent: 0, gapShown: 0, open: 1 },
    });
  });

  test("the same plan, data and SOURCE_DATE_EPOCH give the same bytes", () => {
    const twice = ["one", "two"].map((name) => {
      const { code } = auscult(folder, ["audit", "plan.audit.yaml", "-o", name], EPOCH);
      expect(code).toBe(0);
      return files(name).map((file) => readFileSync(join(folder, name, file), "utf8"));
    });
    expect(twice[0]).toHaveLength(FILES.length);
    expect(twice[0]!.every((text, i) => text === twice[1]![i])).toBe(true);
    expect((JSON.parse(twice[0]![FILES.indexOf("report.json")]!) as AuditReport).created).toBe(
      "2026-01-01T00:00:00.000Z",
    );
  });

  test("holds no patient's identifier and no row", () => {
    const secret = patients().map(([, ...rest], i) => [`patient-${i}-x`, ...rest] as const);
    writeCohort(folder, secret);
    audit();
    for (const file of files())
      expect(readFileSync(join(folder, "report", file), "utf8")).not.toContain("patient-17-x");
  });
});

describe("--strict", () => {
  test("inconclusive fails unless allowed, and the report is written all the same", () => {
    expect(audit("--strict").code).toBe(1);
    expect(files()).toEqual(FILES);
    expect(audit("--strict", "--allow-inconclusive").code).toBe(0);
  });

  test("equivalence shown passes", () => {
    writePlan(folder, { [NARROW]: "difference: 0.4" });
    expect(audit("--strict").code).toBe(0);
  });

  test("a gap shown fails, allowed or not", () => {
    const [good, bad] = [patients(), patients()];
    // Women's scores say nothing: each woman is given that of another row.
    writeCohort(
      folder,
      good.map((row, i) => (row[3] === "female" ? [row[0], bad[399 - i]![1], row[2], row[3]] : row)),
    );
    expect(audit("--strict").code).toBe(1);
    const { code, stdout } = audit("--strict", "--allow-inconclusive", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ criteria: { judged: 1, gapShown: 1 } });
  });

  test("no declared criterion is not a pass", () => {
    writePlan(folder, { [`margins: { auroc: { ${NARROW}, reason: Declared for the test. } }`]: "" });
    expect(audit("--strict").code).toBe(1);
    expect(audit("--strict", "--allow-inconclusive").code).toBe(1);
  });
});

describe("the output folder", () => {
  test("a report is replaced whole", () => {
    audit();
    writeFileSync(join(folder, "report", "stale.txt"), "of an earlier version");
    expect(audit().code).toBe(0);
    expect(files()).toEqual(FILES);
    expect(leftOvers()).toEqual([]);
  });

  test("a report stays as it was where the next audit cannot run", () => {
    auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"], EPOCH);
    const before = readFileSync(join(folder, "report", "report.json"), "utf8");
    writeFileSync(join(folder, "cohort.csv"), "");
    expect(audit().code).toBe(2);
    expect(readFileSync(join(folder, "report", "report.json"), "utf8")).toBe(before);
    expect(files()).toEqual(FILES);
  });

  test("a folder that Auscult did not write is not touched", () => {
    mkdirSync(join(folder, "report"));
    writeFileSync(join(folder, "report", "thesis.txt"), "ten years");
    const { code, stdout, stderr } = audit();
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^auscult: .*report.*did not write it.*Name another folder with -o.*\n$/m);
    expect(files()).toEqual(["thesis.txt"]);
    expect(leftOvers()).toEqual([]);
  });

  test("an empty folder is used", () => {
    mkdirSync(join(folder, "report"));
    expect(audit().code).toBe(0);
    expect(files()).toEqual(FILES);
  });

  test.each([
    ["a file", "cohort.csv"],
    ["below a file", "cohort.csv/report"],
    ["far below a file", "cohort.csv/a/report"],
    ["on a file system that cannot be written to", "/proc/auscult/report"],
  ])("%s cannot be one", (_, out) => {
    const before = readFileSync(join(folder, "cohort.csv"), "utf8");
    const { code, stdout, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-q", "-o", out]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^auscult: [^\n]*cannot be written[^\n]*Name another folder with -o[^\n]*\n$/);
    expect(stderr).not.toMatch(/\n\s+at |unforeseen/);
    expect(readFileSync(join(folder, "cohort.csv"), "utf8")).toBe(before);
    expect(leftOvers()).toEqual([]);
  });
});

describe("check and render", () => {
  test("check reads the data and writes nothing", () => {
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = auscult(folder, ["check", "plan.audit.yaml"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("400 rows read");
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("render gives the same files without the data", () => {
    auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"], EPOCH);
    writeFileSync(join(folder, "cohort.csv"), "");
    expect(auscult(folder, ["render", join("report", "report.json"), "-o", "again"]).code).toBe(0);
    const rendered = FILES.filter((file) => file !== "manifest.json");
    expect(files("again")).toEqual(rendered);
    for (const file of rendered)
      expect(readFileSync(join(folder, "again", file)).equals(readFileSync(join(folder, "report", file)))).toBe(true);
  });

  test.each([
    ["is not there", undefined],
    ["is empty", ""],
    ["is cut off", '{"auscultReport":1,"title":"De'],
    ["is something else", '{"auscultReport":1}'],
    ["is of a later version", '{"auscultReport":99}'],
  ])("a report that %s is refused in one message", (_, text) => {
    if (text !== undefined) writeFileSync(join(folder, "broken.json"), text);
    const { code, stdout, stderr } = auscult(folder, ["render", "broken.json", "-o", "again"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("broken.json");
    expect(stderr).not.toMatch(/\n\s+at |unforeseen|ZodError/);
    expect(readdirSync(folder)).not.toContain("again");
  });
});

describe("a wrong call", () => {
  test.each([
    ["no plan", ["audit"]],
    ["no such command", ["adit"]],
    ["no such flag", ["audit", "plan.audit.yaml", "--strickt"]],
  ])("%s ends with 2 and says how", (_, args) => {
    const { code, stderr } = auscult(folder, args);
    expect(code).toBe(2);
    expect(stderr).toContain("--help");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("help and version end with 0", () => {
    expect(auscult(folder, ["--help"])).toMatchObject({ code: 0, stderr: "" });
    expect(auscult(folder, ["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test("demo writes a report of each fixture and prints where", { timeout: 600_000 }, () => {
  const { code, stdout } = auscult(folder, ["demo", "-o", "demo"], EPOCH);
  expect(code).toBe(0);
  const made = readdirSync(join(folder, "demo")).sort();
  const fixtures = made.filter((name) => name !== "audit-log.ndjson");
  expect(made.length).toBe(fixtures.length + 1);
  expect(fixtures).toEqual(["asthma-pneumonia", "cost-as-need", "local-validation"]);
  for (const id of fixtures) {
    expect(files(join("demo", id))).toEqual(DEMO_FILES);
    for (const file of DEMO_FILES) expect(stdout).toContain(join(folder, "demo", id, file));
    const report = JSON.parse(readFileSync(join(folder, "demo", id, "report.json"), "utf8")) as AuditReport;
    expect(report.ledger.analysed).toBeGreaterThan(1000);
    expect(report.contrasts.length).toBeGreaterThan(0);
  }
});
