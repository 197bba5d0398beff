import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { type Patient, patients, writeCohort, writePlan } from "./cohort.ts";

/** Line 8 of the file, as a person counts: the header is line 1. */
const SPOILT = 6;
const spoil = (score: string): Patient[] =>
  patients().map((row, i) => (i === SPOILT ? [row[0], score, row[2], row[3]] : row));

/** What is broken, how it is made, and every word that its message must hold: place, value seen, remedy. */
const BROKEN: readonly (readonly [string, (folder: string) => void, readonly string[]])[] = [
  [
    "a wrong column",
    (f) => writePlan(f, { "column: score": "column: scor" }),
    ["cohort.csv", '"scor"', "score.column", 'Did you mean "score"?', "patient, score, died, sex"],
  ],
  ["a missing file", (f) => writePlan(f, { "cohort.csv": "chort.csv" }), ["chort.csv", "does not exist", "Check"]],
  ["a missing plan", () => undefined, ["plan.audit.yaml", "does not exist", "Check the path"]],
  [
    "an empty file",
    (f) => {
      writePlan(f);
      writeFileSync(join(f, "cohort.csv"), "");
    },
    ["cohort.csv", "empty", "Export"],
  ],
  [
    "a header without rows",
    (f) => {
      writePlan(f);
      writeCohort(f, []);
    },
    ["cohort.csv", "header", "no rows", "Export"],
  ],
  [
    "a truncated Parquet file",
    (f) => {
      writePlan(f, { "cohort.csv": "cohort.parquet" });
      truncatedParquet(f);
    },
    ["cohort.parquet", "cut off", "copy it again"],
  ],
  [
    "a score of 1.2",
    (f) => {
      writePlan(f);
      writeCohort(f, spoil("1.2"));
    },
    ["cohort.csv", "row 8", 'column "score"', '"1.2"', "outside 0 to 1", "Correct the score"],
  ],
  [
    "a score of text",
    (f) => {
      writePlan(f);
      writeCohort(f, spoil("high"));
    },
    ["cohort.csv", "row 8", 'column "score"', '"high"', "not a number", "data.missing"],
  ],
  [
    "a typo in a key of the plan",
    (f) => writePlan(f, { "thresholds:": "treshholds:" }),
    ["plan.audit.yaml:8:1", '"treshholds"', 'Did you mean "thresholds"?'],
  ],
  [
    "a typo in a metric's name",
    (f) => writePlan(f, { "metric: auroc": "metric: aurok" }),
    ["plan.audit.yaml", "primary.metric", '"aurok"', 'Did you mean "auroc"?'],
  ],
  [
    "a reference that no row has",
    (f) => writePlan(f, { "level: male": "level: malee" }),
    ["subgroups.0.reference.level", '"malee"', 'Did you mean "male"?'],
  ],
  [
    "patients without an identifier",
    (f) => {
      writePlan(f);
      writeCohort(
        f,
        patients().map((row, i) => (i === SPOILT ? ["", row[1], row[2], row[3]] : row)),
      );
    },
    ["cohort.csv", "row 8", 'column "patient"'],
  ],
  ["a plan that is not YAML", (f) => writePlan(f, { "title: Deaths": "title: [Deaths" }), ["plan.audit.yaml:", "Mend"]],
];

describe("input that cannot be audited", () => {
  test.each(BROKEN)("%s: one message, exit code 2, nothing written", (_, make, words) => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    make(folder);
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
    expect(stderr).toMatch(/^auscult: [^\n]+\n$/);
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/\n\s+at |node_modules|Error:|unforeseen|undefined|\[object/);
    expect([code, stdout]).toEqual([2, ""]);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("check finds the same faults", () => {
    const folder = emptyFolder();
    writeCohort(folder, spoil("1.2"));
    writePlan(folder);
    const audited = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
    const checked = auscult(folder, ["check", "plan.audit.yaml"]);
    expect([checked.code, checked.stderr]).toEqual([2, audited.stderr]);
  });

  test("every fault of a plan is told at once, a line each", () => {
    const folder = emptyFolder();
    writePlan(folder, { "thresholds:": "treshholds:", "kind: probability": "kind: probabilty" });
    const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml"]);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  test("what a patient is called is in no message", () => {
    const folder = emptyFolder();
    writePlan(folder);
    writeCohort(
      folder,
      spoil("1.2").map((row, i) => (i === SPOILT ? ["0101701234", row[1], row[2], row[3]] : row)),
    );
    expect(auscult(folder, ["audit", "plan.audit.yaml"]).stderr).not.toContain("0101701234");
  });
});

describe("input that can be audited, of which some results are undefined", () => {
  const run = (rows: readonly Patient[], strict = false) => {
    const folder = emptyFolder();
    writePlan(folder);
    writeCohort(folder, rows);
    const ended = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report", ...(strict ? ["--strict"] : [])]);
    const report = JSON.parse(readFileSync(join(folder, "report", "report.json"), "utf8")) as AuditReport;
    return { ...ended, report };
  };
  const aurocOf = ({ estimates }: AuditReport, subgroup: string) =>
    estimates.find((e) => e.metric === "auroc" && e.subgroup === subgroup);

  test("an outcome of one class", () => {
    const { code, stderr, report } = run(patients().map(([p, score, , sex]) => [p, score, "0", sex]));
    expect(code).toBe(0);
    expect(stderr).toContain('column "died"');
    expect(stderr).toContain("ONE_CLASS");
    expect(aurocOf(report, "overall")).toMatchObject({
      status: "undefined",
      value: null,
      interval: null,
      reason: "ONE_CLASS",
    });
    for (const contrast of report.contrasts.filter((c) => c.metric === "auroc"))
      expect([contrast.value, contrast.summary]).toEqual([null, "not-estimable"]);
  });

  test("an outcome of one class never passes --strict", () => {
    const { code } = run(
      patients().map(([p, score, , sex]) => [p, score, "0", sex]),
      true,
    );
    expect(code).toBe(1);
  });

  test("an attribute that no row has", () => {
    const { code, stderr, report } = run(patients().map(([p, score, died]) => [p, score, died, ""]));
    expect(code).toBe(0);
    expect(stderr).toContain('column "sex"');
    expect(stderr).toContain("NO_ROWS");
    expect(aurocOf(report, "overall")?.status).toBe("estimated");
    expect(report.subgroups.find((s) => s.id === "sex=not recorded")?.rows).toBe(400);
    expect(aurocOf(report, "sex=male")).toMatchObject({ status: "undefined", value: null, reason: "NO_ROWS" });
    const contrast = report.contrasts.find((c) => c.metric === "auroc" && c.subgroup === "sex=not recorded");
    expect([contrast?.status, contrast?.summary]).toEqual(["undefined", "not-estimable"]);
  });

  test("identifiers that repeat: no interval assumes independent rows, and who runs it is told", () => {
    const { code, stderr, report } = run(
      patients().map(([, score, died, sex], i) => [`P${Math.floor(i / 2)}`, score, died, sex]),
    );
    expect(code).toBe(0);
    expect(stderr).toContain("400 rows are of 200 patients");
    expect(report.study.patients).toEqual({ distinct: 200, repeated: true });
    const methods = new Set(report.estimates.flatMap(({ interval }) => (interval === null ? [] : [interval.method])));
    // The jackknife leaves out, and the bootstrap draws, whole blocks of patients.
    expect([...methods].toSorted()).toEqual(["bootstrap-basic", "bootstrap-debiased", "jackknife"]);
  });
});

/** A Parquet file begins with its mark and its pages and ends with the footer that describes them: here it does not. */
function truncatedParquet(folder: string): void {
  const pages = readFileSync(join(folder, "cohort.csv"));
  writeFileSync(join(folder, "cohort.parquet"), Buffer.concat([Buffer.from("PAR1"), pages]));
}
