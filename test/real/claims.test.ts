import { readFileSync } from "node:fs";
import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { planBeside } from "./reproduce.ts";
import { haveShared, sharedCsv, sharedFile } from "./shared.ts";

const GUSTO = "gusto/gusto_audit.csv.gz";
const HEART = "heart_uci/heart_uci_4sites.csv";

const finding = (report: Awaited<ReturnType<typeof audit>>["report"], id: string) => {
  const found = report.findings.find((f) => f.id === id);
  if (found === undefined)
    throw new Error(`no finding ${id}; there are ${report.findings.map((f) => f.id).join(", ")}`);
  return found;
};
const number = ({ numbers }: ReturnType<typeof finding>, id: string) => Number(numbers.find((n) => n.id === id)?.value);

describe.skipIf(!haveShared(GUSTO))("GUSTO-I: what regions 1 to 8 promise, in regions 9 to 16", () => {
  test("the AUROC holds, the risks are a little high, and the regions differ by chance only", {
    timeout: 600_000,
  }, async () => {
    const data = sharedCsv(GUSTO);
    const columns = ["day30", "regl", "sex", "pred_reg1_8"].map((name) => data.texts(name));
    const half = (late: boolean): string => {
      const rows = [...columns[1]!.keys()].filter((i) => Number(columns[1]![i]) > 8 === late);
      return `${["day30,regl,sex,pred_reg1_8", ...rows.map((i) => columns.map((c) => c[i]).join(","))].join("\n")}\n`;
    };
    const plan = planBeside(
      "gusto.audit.yaml",
      {
        '  - id: half\n    label: Regions\n    column: half\n    reference: { level: dev, reason: "Regions 1 to 8, in which the model was fitted." }\n':
          "",
        "intersections:\n  - [half, sex]\n": "",
        "primary:": `site: regl
claims:
  - id: development
    metric: auroc
    value: 0.8256
    population: Regions 1 to 8
    margin: { difference: 0.03, reason: Declared for this test. }
    source: Their own validation
  - id: calibrated
    metric: observedExpectedRatio
    value: 1
    population: Regions 1 to 8
    margin: { ratio: [0.8, 1.25], reason: Declared for this test. }
    source: By construction
updating: { reason: Declared for this test., threshold: 0.1, keep: { alertRate: 0.2, sensitivity: 0.8, netBenefit: 0.02 } }
primary:`,
      },
      { file: "gusto.csv", text: half(true) },
    );
    const { report } = await audit(plan);
    const auroc = finding(report, "claim:development");
    expect(number(auroc, "here")).toBeCloseTo(0.8172, 4);
    expect(auroc.verdict).toBe("claim_met");
    const ratio = finding(report, "claim:calibrated");
    expect([ratio.verdict, number(ratio, "here").toFixed(3)]).toEqual(["claim_met", "0.937"]);
    // Eight regions; the claim lies inside where another would.
    const sites = finding(report, "sites:auroc");
    expect(sites.tables[0]!.rows).toHaveLength(8 + 2);
    expect(number(sites, "predictionLow")).toBeLessThan(0.8256);
    expect(number(sites, "predictionHigh")).toBeGreaterThan(0.8172);
    const steps = auroc.tables.find(({ id }) => id === "steps")!.rows;
    const changes = steps.slice(1).map((row) => Number(row[4]));
    expect(0.8256 + changes.reduce((a, b) => a + b, 0)).toBeCloseTo(number(auroc, "here"), 10);
    const thresholds = finding(report, "updating").tables.find(({ id }) => id === "thresholds")!.rows;
    expect(thresholds.map((row) => typeof row[2])).toEqual(["number", "number", "number", "number", "number"]);
    // Too high by 6 %: a patient at the vendor's 10 % has less here.
    expect(Number(thresholds[1]![2])).toBeGreaterThan(0.1);
  });
});

describe.skipIf(!haveShared(HEART))("UCI heart: Cleveland's own AUROC claimed at three hospitals", () => {
  test("held in Hungary, failed at the Veterans' hospital, not settled in Switzerland with 8 healthy", {
    timeout: 600_000,
  }, async () => {
    const hospitals = ["hungarian", "switzerland", "va"];
    const claim = (level: string): string => `
  - id: ${level}
    metric: auroc
    value: 0.8836
    population: Cleveland
    subgroup: { id: hospital, level: ${level} }
    margin: { difference: 0.07, reason: Declared for this test. }
    source: Apparent performance`;
    const plan = planBeside(
      "heart.audit.yaml",
      {
        "../../../shared/data/heart_uci/heart_uci_4sites.csv": "heart.csv",
        "primary:": `claims:${hospitals.map(claim).join("")}\nprimary:`,
      },
      { file: "heart.csv", text: readFileSync(sharedFile(HEART), "utf8") },
    );
    const { report } = await audit(plan);
    const found = hospitals.map((level) => finding(report, `claim:${level}`));
    expect(found.map((f) => number(f, "here").toFixed(4))).toEqual(["0.8763", "0.7261", "0.7392"]);
    expect(found.map(({ verdict }) => verdict)).toEqual(["claim_met", "claim_not_shown", "claim_not_met"]);
  });
});
