import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePlan } from "@auscult/core";
import { expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort } from "./cohort.ts";

/** An export as a Danish data warehouse writes it: Latin-1, semicolons, decimal commas, day first. */
function danishExport(folder: string): void {
  const rows = patients().map(([, risk, died, sex], i) => {
    const day = String((i % 28) + 1).padStart(2, "0");
    return [
      `${day}0150-${String(1000 + i)}`,
      `${day}-03-2026`,
      sex === "male" ? "Mand" : "Kvinde",
      20 + ((i * 7) % 75),
      ["Århus", "Ærø", "Køge"][i % 3],
      risk.replace(".", ","),
      died === "1" ? "ja" : "nej",
      i % 20 === 0 ? "ukendt" : "dansk",
    ].join(";");
  });
  const header = "CPR-nr;Indlæggelsesdato;Køn;Alder;Sygehus;Risiko;Død 30 dage;Herkomst";
  writeFileSync(join(folder, "udtræk.csv"), Buffer.from(`${[header, ...rows].join("\r\n")}\r\n`, "latin1"));
}

/** Comments that were broken between lines, each on one. */
const unbroken = (draft: string): string => draft.replaceAll(/\n *# {3}/g, " ");

test("a Danish export: the draft is found, checked and audited as it stands, and both say what is still to choose", () => {
  const folder = emptyFolder();
  danishExport(folder);
  const { code, stdout, stderr } = auscult(folder, ["init", "udtræk.csv"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("udtræk.csv: 400 rows, 8 columns (csv, semicolons, latin-1, decimal comma)");
  expect(stdout).toMatch(/Indlæggelsesdato +dates, dd-mm-yyyy/);
  expect(stdout).toMatch(/CPR-nr +CPR numbers .*patient: its values have the form of CPR numbers/);
  expect(stdout).toContain("auscult check accepts it.");
  const draft = readFileSync(join(folder, "udtræk.audit.yaml"), "utf8");
  expect(stdout + draft).not.toMatch(/\d{6}-\d{4}/);
  expect(parsePlan(draft)).toMatchObject({
    data: { csv: { decimal: "," } },
    score: { column: "Risiko", kind: "probability", direction: "higher-is-riskier" },
    outcome: { column: "Død 30 dage", positive: "ja", negative: ["nej"] },
    patient: "CPR-nr",
    thresholds: [],
    margins: {},
    subgroups: [
      { id: "koen", column: "Køn" },
      { id: "alder", column: "Alder", bands: [40, 65, 80] },
      { id: "sygehus", column: "Sygehus" },
      { id: "herkomst", column: "Herkomst" },
    ],
  });
  for (const word of ["column", "kind|probability", "direction", "positive", "patient"])
    expect(draft).toMatch(new RegExp(`# CHOOSE: (?:${word}), because`));
  expect(draft).toContain('mean "not recorded"? Herkomst (ukendt)');

  const checked = auscult(folder, ["check", "udtræk.audit.yaml"]);
  expect(checked).toMatchObject({ code: 0, stderr: expect.stringMatching(/15 choices are still marked/) as unknown });
  const audited = auscult(folder, ["audit", "udtræk.audit.yaml", "-o", "out", "--quiet"]);
  expect(audited).toMatchObject({ code: 0, stderr: expect.stringMatching(/15 choices are still marked/) as unknown });
}, 240_000);

test("what cannot be chosen is left out with the reason, and check names it", () => {
  const folder = emptyFolder();
  const rows = patients().map(([id, score, died, sex]) => [id, Number(score) * 40, died === "1" ? "b" : "a", sex]);
  writeFileSync(join(folder, "scores.csv"), `id,ews_score,group,sex\n${rows.map((row) => row.join(",")).join("\n")}\n`);
  const { stdout } = auscult(folder, ["init", "scores.csv", "-o", "plan.audit.yaml"]);
  expect(stdout).toContain("auscult check will say, until you have chosen:");
  const draft = unbroken(readFileSync(join(folder, "plan.audit.yaml"), "utf8"));
  expect(draft).toContain("CHOOSE: direction. Not drafted: the name does not say whether high values mean high risk.");
  expect(draft).toMatch(/CHOOSE: positive\. Not drafted: .*It could be [ab], [ab]\./);
  expect(draft).toMatch(/CHOOSE: patient\. Not drafted: .*It could be id\./);
  const checked = auscult(folder, ["check", "plan.audit.yaml"]);
  expect(checked.code).toBe(2);
  expect(checked.stderr).toMatch(/plan\.audit\.yaml:\d+:\d+, plan score\.direction: "direction" is missing/);
  expect(checked.stderr).toMatch(/plan outcome\.positive: "positive" is missing/);
}, 120_000);

test("a column named by a person is taken; one that is not there is told with the nearest", () => {
  const folder = emptyFolder();
  writeCohort(folder, patients());
  const { stdout, stderr } = auscult(folder, [
    "init",
    "cohort.csv",
    "-o",
    "-",
    "--score",
    "score",
    "--outcome",
    "died",
  ]);
  expect(parsePlan(stdout.replace("# direction: …", "direction: higher-is-riskier"))).toMatchObject({
    score: { column: "score" },
    outcome: { column: "died", positive: "1" },
    patient: "patient",
  });
  expect(stderr).toContain("score: you named it with --score");
  expect(readdirSync(folder)).toEqual(["cohort.csv"]);
  const wrong = auscult(folder, ["init", "cohort.csv", "--outcome", "dyed"]);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "died"?') as unknown });
}, 120_000);

test("a plan that is there is never replaced; data without names of columns are told", () => {
  const folder = emptyFolder();
  writeCohort(folder, patients());
  writeFileSync(join(folder, "cohort.audit.yaml"), "mine");
  expect(auscult(folder, ["init", "cohort.csv"])).toMatchObject({ code: 2 });
  expect(readFileSync(join(folder, "cohort.audit.yaml"), "utf8")).toBe("mine");
  writeFileSync(join(folder, "bare.csv"), "1.0,0.3,1.0\n1.0,0.4,0.0\n");
  const { stderr } = auscult(folder, ["init", "bare.csv"]);
  expect(stderr).toContain("The first line looks like data, not like names of columns");
}, 120_000);

const SHARED = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

test.skipIf(!existsSync(SHARED)).each([
  [
    "support2/support2.csv.gz",
    { score: { column: "surv2m", direction: "lower-is-riskier" }, outcome: { column: "death" } },
  ],
  ["heart_uci/heart_uci_4sites.csv", { score: { column: "pred_cleveland_model" }, outcome: { column: "disease" } }],
])(
  "%s: drafted and accepted",
  (file, plan) => {
    const folder = emptyFolder();
    const { stdout } = auscult(folder, ["init", join(SHARED, file), "-o", "plan.audit.yaml"]);
    expect(stdout).toContain("auscult check accepts it.");
    expect(parsePlan(readFileSync(join(folder, "plan.audit.yaml"), "utf8"))).toMatchObject(plan);
  },
  120_000,
);
