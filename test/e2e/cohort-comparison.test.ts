import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "auscult";
import { expit, randomStream } from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";

/** Rows of two hospitals: those here are older, report glucose in mg/dL, and one in eight creatinine in mg/dL. */
function rows(n: number, here: boolean): string[] {
  return Array.from({ length: n }, (_, i) => {
    const stream = randomStream(77, here ? i : 100_000 + i, 5);
    const age = Math.round((here ? 72 : 66) + 12 * stream.normal());
    const creatinine = Math.exp(4.45 + 0.35 * stream.normal());
    const glucose = Math.exp(1.8 + 0.25 * stream.normal());
    const sex = stream.uniform() < 0.5 ? "F" : "M";
    const risk = expit(-2 + 0.05 * (age - 66) + 0.4 * (Math.log(creatinine) - 4.45));
    const died = stream.uniform() < risk ? 1 : 0;
    const lab = here && i % 8 === 0 ? (creatinine / 88.42).toFixed(2) : String(Math.round(creatinine));
    const sugar = here ? String(Math.round(18.016 * glucose)) : glucose.toFixed(1);
    // The first hundred here are patients of the reference too.
    const patient = here && i >= 100 ? `H${i}` : `D${i}`;
    return [patient, age, sex, lab, sugar, risk.toFixed(5), died].join(",");
  });
}

function write(folder: string, replace: Readonly<Record<string, string>> = {}): string {
  const head = "patient,age,sex,creatinine,glucose,risk,died";
  writeFileSync(join(folder, "here.csv"), `${[head, ...rows(1600, true)].join("\n")}\n`);
  writeFileSync(join(folder, "there.csv"), `${[head.replace("age", "age_years"), ...rows(2400, false)].join("\n")}\n`);
  let plan = `auscult: 1
title: Whose patients?
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: here.csv }
score: { column: risk, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: patient
subgroups: [{ id: sex, label: Sex, column: sex }]
primary: { metric: auroc, reason: Declared for the test. }
targetPopulation:
  description: Adults of the region
  shares: { sex: { F: 0.5, M: 0.5 } }
  margin: { difference: 0.1, reason: Declared for the test. }
reference:
  description: The vendor's development cohort
  data: { source: there.csv }
  columns: { age: age_years }
  score: true
  patient: true
  margin: { effect: 0.25, reason: Declared for the test. }
  features:
    - { column: age, kind: numeric, importance: 2 }
    - { column: sex, kind: categorical, importance: 1 }
    - { column: creatinine, kind: numeric, analyte: creatinine, importance: 1 }
    - { column: glucose, kind: numeric, analyte: glucose, importance: 0.1 }
`;
  for (const [from, to] of Object.entries(replace)) {
    if (!plan.includes(from)) throw new Error(`the plan does not hold ${from}`);
    plan = plan.replace(from, to);
  }
  writeFileSync(join(folder, "plan.audit.yaml"), plan);
  return join(folder, "plan.audit.yaml");
}

describe("the cohort and the reference", () => {
  test("units, age and shared patients are found; sex is as in the population", async () => {
    const { report } = await audit(write(emptyFolder()));
    const of = (id: string) => report.findings.find((f) => f.id === `cohort-comparison:${id}`)!;
    const features = of("features");
    expect(features.verdict).toBe("shift_shown");
    const table = (id: string) => features.tables.find((t) => t.id === id)!;
    const shift = Object.fromEntries(table("features").rows.map((row) => [row[0] as string, row]));
    expect(shift["age"]![1]).toBeCloseTo(0.5, 1);
    expect(shift["sex"]![4]).toEqual({ say: "shiftImmaterialShort" });
    const said = table("coding").rows.map(([feature, sign]) => [
      feature,
      typeof sign === "object" && sign !== null && "say" in sign ? sign.say : sign,
    ]);
    expect(said).toContainEqual(["glucose", "allInOtherUnit"]);
    expect(said).toContainEqual(["creatinine", "someInOtherUnit"]);
    const some = table("coding").rows.find((row) => row[0] === "creatinine")!;
    expect(Number(some[2])).toBeGreaterThan(0.1);
    expect(of("target:sex").verdict).toBe("representative");
    const mix = Object.fromEntries(of("case-mix").numbers.map((n) => [n.id, n]));
    expect([mix["patientsHere"]!.value, mix["patientsInBoth"]!.value]).toEqual([1600, 100]);
    expect(mix["membershipAuroc"]!.reason ?? mix["membershipAuroc"]!.value).toBeTruthy();
    // No identifier of either side is anywhere in the report.
    expect(JSON.stringify(report)).not.toMatch(/"[HD]\d+"/);
    expect(report.provenance.files.map(({ file }) => file)).toContain("there.csv");
  });

  test("a reference without rows is answered as far as a table goes, and says how far that is", async () => {
    const folder = emptyFolder();
    const path = write(folder, {
      "  data: { source: there.csv }\n  columns: { age: age_years }\n  score: true\n  patient: true\n": `  table:
    n: 2400
    numeric: { age: { mean: 66, sd: 12 }, creatinine: { mean: 90, sd: 32 }, glucose: { mean: 6.2, sd: 1.6 } }
    categorical: { sex: { F: 0.5, M: 0.5 } }
    logOdds: { mean: -2, sd: 0.62 }
`,
    });
    const { report } = await audit(path);
    const features = report.findings.find((f) => f.id === "cohort-comparison:features")!;
    expect(features.notes).toContainEqual({ say: "referenceTableOnly" });
    expect(features.tables.map(({ id }) => id)).toEqual(["features"]);
    const mix = report.findings.find((f) => f.id === "cohort-comparison:case-mix")!;
    expect(mix.notes).toContainEqual({ say: "caseMixNeedsRows" });
    expect(mix.numbers.map(({ id }) => id)).toEqual(["logOddsRatio", "logOddsDifference"]);
  });

  test("what does not fit is told with its place", () => {
    const folder = emptyFolder();
    const told = (replace: Record<string, string>): string => {
      write(folder, replace);
      const { code, stderr } = auscult(folder, ["check", "plan.audit.yaml"]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(told({ "  data: { source: there.csv }\n": "" })).toContain("neither rows nor a table");
    expect(told({ "age: age_years": "age: age_year" })).toMatch(/age_year.*there\.csv|there\.csv.*age_year/s);
    expect(told({ "F: 0.5, M: 0.5": "F: 0.5, M: 0.6" })).toContain("add up to 1.1");
    expect(told({ "sex: { F": "sexx: { F" })).toContain("Did you mean");
    expect(told({ "there.csv": "nowhere.csv" })).toContain("nowhere.csv");
  });
});
