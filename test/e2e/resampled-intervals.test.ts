import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, type Patient, writeCohort, writePlan } from "./cohort.ts";

type ReportEstimate = AuditReport["estimates"][number];

const EPOCH = { SOURCE_DATE_EPOCH: "1767225600" };
const ERRORS = ["integratedCalibrationIndex", "e50", "e90", "eMax", "expectedCalibrationError", "miscalibration"];
const REPLICATES = { "margins:": "policy: { bootstrap: { replicates: 300 } }\nmargins:" };

function audited(
  rows: readonly Patient[],
  replace: Readonly<Record<string, string>> = REPLICATES,
): { report: AuditReport; html: string } {
  const folder = emptyFolder();
  writeCohort(folder, rows);
  writePlan(folder, replace);
  const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"], EPOCH);
  expect(stderr).toContain("rows analysed");
  expect(code).toBe(0);
  const [json, html] = ["report.json", "report.html"].map((f) => readFileSync(join(folder, "report", f), "utf8"));
  return { report: JSON.parse(json!) as AuditReport, html: html! };
}

function overall(report: AuditReport, metric: string): ReportEstimate {
  return report.estimates.find((e) => e.metric === metric && e.subgroup === "overall")!;
}

describe("calibration errors in an audit", { timeout: 120_000 }, () => {
  test("have a resampled interval, its Monte-Carlo error, and what chance gives beside them", () => {
    const { report, html } = audited(patients());
    for (const metric of ERRORS) {
      const e = overall(report, metric);
      expect(e.interval).toMatchObject({ method: "bootstrap-debiased", level: 0.95 });
      expect(e.resampling).toMatchObject({ replicates: 300 });
      // The cohort is calibrated by construction.
      expect(e.interval!.low).toBe(0);
      expect(e.underPerfectCalibration).toMatchObject({ replicates: 300 });
    }
    expect(overall(report, "discriminationComponent").interval?.method).toBe("bootstrap-debiased");
    expect(overall(report, "expectedCalibrationErrorDebiased").interval?.method).toBe("bootstrap-basic");
    const without = report.estimates.filter((e) => e.value !== null && e.interval === null);
    expect(new Set(without.map((e) => e.intervalWithheld))).toEqual(new Set(["too few events"]));
    expect(without.filter((e) => Number(e.events) >= 100 && Number(e.n) - Number(e.events) >= 100)).toEqual([]);
    expect(html).toContain("Calibration errors beside chance");
    expect(html).toMatch(/up to 0\.\d/);
    expect(html).toContain("Intervals from 300 resamples");
  });

  test("follow from the plan's seed, not from the order of the rows", { timeout: 300_000 }, () => {
    const of = (rows: readonly Patient[], replace?: Readonly<Record<string, string>>): unknown => {
      const { report } = audited(rows, replace);
      return ERRORS.map((metric) => overall(report, metric));
    };
    const first = of(patients());
    expect(of(patients().toReversed())).toEqual(first);
    expect(of(patients(), { "margins:": "policy: { seed: 8, bootstrap: { replicates: 300 } }\nmargins:" })).not.toEqual(
      first,
    );
  });

  test("resample whole patients where these repeat, and then say nothing of chance", () => {
    const rows = patients().map(([, ...rest], i): Patient => [`P${i % 150}`, ...rest]);
    const { report } = audited(rows);
    const ici = overall(report, "integratedCalibrationIndex");
    expect(ici.interval?.method).toBe("bootstrap-debiased");
    expect(ici.underPerfectCalibration).toEqual({ reason: "ROWS_NOT_INDEPENDENT" });
    expect(overall(report, "eMax")).toMatchObject({ interval: null, intervalWithheld: "not smooth" });
    const gap = report.contrasts.find((c) => c.metric === "integratedCalibrationIndex");
    expect(gap).toMatchObject({ status: "estimated", interval: null });
  });

  test("too few replicates are refused with the remedy", () => {
    const folder = emptyFolder();
    writeCohort(folder, patients());
    writePlan(folder, { "margins:": "policy: { bootstrap: { replicates: 20 } }\nmargins:" });
    const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
    expect(code).toBe(2);
    expect(stderr).toContain("policy.bootstrap.replicates");
  });
});
