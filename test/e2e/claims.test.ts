import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

/** Only the alert is published, so that its AUROC here is that of two levels; that of the whole score was 0.63 (0.62 to 0.64).
 * The 2 × 2 table implied by Wong et al. (2021) JAMA Intern Med 181:1065: hospitalisations by alert (score 6 or more) and sepsis. */
const SEPSIS = `alert,sepsis,hospitalisations
1,1,843
1,0,6128
0,1,1709
0,0,29775
`;

const SEPSIS_PLAN = `auscult: 1
title: Sepsis score, validated outside the developer's hospitals
model: { name: Sepsis score, version: "1", intendedPurpose: Prompts a review for sepsis. }
data: { source: sepsis.csv }
score: { column: alert, kind: ordinal, direction: higher-is-riskier }
outcome: { column: sepsis, positive: 1, negative: [0], description: Sepsis during the hospitalisation. }
count: hospitalisations
thresholds: [{ at: 1, reason: "A score of 6 or more, as the hospital uses it." }]
primary: { metric: sensitivity, threshold: 1, reason: The alert is there to find sepsis. }
claims:
  - id: developer
    metric: auroc
    value: { from: 0.76, to: 0.83 }
    population: Patients of the developer's hospitals
    margin: { difference: 0.05, reason: Declared for the test. }
    source: As cited by Wong et al. 2021
  - id: no-interval
    metric: sensitivity
    threshold: 1
    value: 0.33
    population: Somebody
    margin: { difference: 0.05, reason: Declared for the test. }
    source: A slide
  - id: no-margin
    metric: ppv
    threshold: 1
    counts: { truePositives: 240, falsePositives: 760, falseNegatives: 487, trueNegatives: 3687 }
    population: Somebody
    source: A slide
`;

describe("claims", () => {
  test("the implied table of the sepsis score: its four rates, and the claim of 0.76 to 0.83 is not met", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "sepsis.csv"), SEPSIS);
    writeFileSync(join(folder, "plan.audit.yaml"), SEPSIS_PLAN);
    const { report } = await audit(join(folder, "plan.audit.yaml"));
    expect(report.ledger).toMatchObject({ sourceRows: 38455, cohortRows: 38455, analysed: 38455 });
    const at = (metric: string) => Number(report.estimates.find((e) => e.metric === metric)?.value).toFixed(3);
    expect(["sensitivity", "specificity", "ppv", "npv"].map(at)).toEqual(["0.330", "0.829", "0.121", "0.946"]);
    const finding = (id: string) => report.findings.find((f) => f.id === `claim:${id}`)!;
    expect(report.findings.map(({ verdict }) => verdict)).toEqual([
      "claim_not_met",
      "claim_met",
      "margin_not_declared",
    ]);
    const said = (id: string) =>
      finding(id).notes!.map((note) => (typeof note === "object" && "say" in note ? note.say : note));
    expect(said("developer")).toContain("claimIsRange");
    expect(said("no-interval")).toContain("claimFixed");
    expect(said("no-margin")).toContain("claimFromCounts");
    // At this prevalence of 6.6 % the claimed sensitivity and specificity would give less than the claimed PPV of 24 %.
    const steps = finding("no-margin").tables.find(({ id }) => id === "steps")!;
    const expected = (0.33012 * 0.066363) / (0.33012 * 0.066363 + (1 - 3687 / 4447) * (1 - 0.066363));
    expect(steps.rows[1]![1]).toBeCloseTo(expected, 4);
    expect(report.notAssessed.map(({ code }) => code)).not.toContain("NO_CLAIM");
  });

  test("on the page: verdict, limits, the claim by subgroup, and why", () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    writePlan(folder, {
      "primary:": `claims:
  - id: vendor
    metric: auroc
    value: 0.97
    interval: { low: 0.96, high: 0.98 }
    population: Adults in two hospitals
    by: [sex]
    margin: { difference: 0.02, reason: Declared for the test. }
    source: "Technical file, table 3"
primary:`,
    });
    const ended = auscult(folder, ["audit", "plan.audit.yaml", "-o", "out"]);
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining("400 rows analysed")]);
    const page = auscult(folder, ["render", "out/report.json", "-o", "again"]);
    expect(page.code).toBe(0);
  });

  test("what cannot be claimed is told with its place", () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    const claim = (text: string) => `claims: [{ id: c, population: p, source: s, ${text} }]\nprimary:`;
    const told = (text: string): string => {
      writePlan(folder, { "primary:": claim(text) });
      const { code, stderr } = auscult(folder, ["check", "plan.audit.yaml"]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(told("metric: aurocc, value: 0.8")).toContain("Did you mean");
    expect(told("metric: sensitivity, value: 0.8")).toContain("needs a threshold");
    expect(told("metric: auroc, value: 83")).toContain("83 % is 0.83");
    expect(told("metric: auroc, value: 0.8, threshold: 0.5")).toContain("has no threshold");
    expect(told("metric: auroc, value: 0.1, margin: { difference: 0.2, reason: r }")).toContain(
      "every value would meet",
    );
  });

  test("a model card becomes a claims section that a plan can hold, once margins and thresholds are declared", () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    const part = (name: string, results: string) =>
      `<${name}><Results>${results}</Results><TestingDataDescription>328 patients of six sites</TestingDataDescription></${name}>`;
    const result = (label: string, json: object) =>
      `<MetricResult><Label>${label}</Label><ValueJson>${JSON.stringify(json)}</ValueJson></MetricResult>`;
    writeFileSync(
      join(folder, "card.xml"),
      `<AppliedModelCard xmlns="https://mc.chai.org/v0.2/schema.xsd">
<BasicInfo><ModelName>Score: the first</ModelName><ModelDeveloper>Vendor</ModelDeveloper></BasicInfo>
<ReleaseInfo><ReleaseVersion>1</ReleaseVersion></ReleaseInfo>
<KeyMetrics>
${part("UsefulnessUsabilityEfficacy", result("Sensitivity", { kind: "estimate_ci", estimate: 89.2, lower: 82.5, upper: 93.9, level: 95, unit: "%" }) + result("AUC", { kind: "single", value: 0.83 }))}
${part("FairnessEquity", result("Demographics availability", { kind: "single", value: 0 }))}
${part("SafetyReliability", result("Minutes to notification", { kind: "single", value: 3 }))}
</KeyMetrics></AppliedModelCard>`,
    );
    const ended = auscult(folder, ["import-card", "card.xml"]);
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.stdout).toContain("value: 0.892\n    interval: { low: 0.825, high: 0.939, level: 0.95 }");
    expect(ended.stdout).toContain("# line 6, KeyMetrics/FairnessEquity: Demographics availability");
    const draft = ended.stdout.replace("# threshold: the score from which patients are flagged here", "threshold: 0.5");
    writePlan(folder, { "primary:": `${draft}primary:` });
    expect(auscult(folder, ["check", "plan.audit.yaml"]).code).toBe(0);
    writeFileSync(join(folder, "broken.xml"), "<AppliedModelCard>\n<a>");
    const broken = auscult(folder, ["import-card", "broken.xml"]);
    expect([broken.code, broken.stdout]).toEqual([2, ""]);
    expect(broken.stderr).toContain("broken.xml:2:1");
  });
});
