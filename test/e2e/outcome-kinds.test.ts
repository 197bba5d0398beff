import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AuditReport, parseReport } from "@auscult/report";
import { beforeAll, describe, expect, test } from "vitest";
import { auscult } from "./auscult.ts";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures");
const CLOCK = { SOURCE_DATE_EPOCH: "1780000000" };

interface Audited {
  readonly report: AuditReport;
  readonly html: string;
}

/** Audits a fixture as a person does, and reads what came of it. */
function audited(id: string): Audited {
  const folder = mkdtempSync(join(tmpdir(), "auscult-kinds-"));
  try {
    const out = join(folder, "out");
    const { code, stderr } = auscult(fixtures, ["audit", join(id, `${id}.audit.yaml`), "-o", out], CLOCK);
    if (code !== 0) throw new Error(stderr);
    const read = (file: string): string => readFileSync(join(out, file), "utf8");
    return { report: parseReport(read("report.json"), "report.json"), html: read("report.html") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const estimate = ({ report }: Audited, metric: string, subgroup = "overall") =>
  report.estimates.find((e) => e.metric === metric && e.subgroup === subgroup);
const summary = ({ report }: Audited, metric: string, subgroup: string) =>
  report.contrasts.find((c) => c.metric === metric && c.subgroup === subgroup)?.summary;
const section = ({ html }: Audited, id: string): string =>
  new RegExp(`<section[^>]*id="${id}".*?</section>`, "s").exec(html)?.[0] ?? "";

describe("time to an event, with death as a competing event", () => {
  let kidney: Audited;
  beforeAll(() => {
    kidney = audited("kidney-failure");
  }, 120_000);

  test("the fault that was put in is found, and only that", () => {
    expect(summary(kidney, "observedExpectedRisk", "sex=female")).toBe("gap-shown");
    expect(summary(kidney, "observedExpectedRisk", "region=outer")).toBe("equivalent");
    const men = estimate(kidney, "observedExpectedRisk", "sex=male")!;
    expect([Number(men.interval!.low) < 1, Number(men.interval!.high) > 1]).toEqual([true, true]);
    expect(Number(estimate(kidney, "observedExpectedRisk", "sex=female")!.interval!.high)).toBeLessThan(0.8);
  });

  test("patients who die are neither censored nor events, and who leaves is in every denominator", () => {
    const overall = kidney.report.subgroups[0]!;
    const { happened } = overall;
    if (happened?.kind !== "time-to-event") throw new Error("no follow-up");
    expect(overall.rows).toBe(Number(overall.n) + Number(overall.missingOutcome));
    expect(overall.prevalence).toBeNull();
    // One minus Kaplan–Meier with deaths as censoring, and events over all, are both wrong, on either side of it.
    const risk = Number(estimate(kidney, "observedRisk")!.value);
    expect(risk).toBeGreaterThan(Number(overall.events) / Number(overall.n));
    expect(risk).toBeLessThan(0.17);
    expect(happened.competing).toBeGreaterThan(300);
    expect(happened.censored).toBeGreaterThan(1000);
  });

  test("measures without a place for death are not offered, and the report says so", () => {
    expect(estimate(kidney, "harrellC")).toBeUndefined();
    expect(kidney.report.notAssessed.map((n) => n.code)).toEqual(
      expect.arrayContaining(["COMPETING_EVENTS", "THRESHOLDS_NOT_FOR_KIND", "ANALYSES_NOT_FOR_KIND"]),
    );
    expect(section(kidney, "not-assessed")).toContain("binary outcomes only");
  });

  test("the page speaks of the horizon, of who was followed, and draws risk over time", () => {
    expect(section(kidney, "identification")).toContain("730 days");
    expect(section(kidney, "cohort")).toContain("Censored");
    expect(section(kidney, "calibration")).toContain("Calibration curve at the horizon");
    expect(section(kidney, "discrimination")).toContain("Cumulative incidence");
    expect(section(kidney, "methods")).toContain("Aalen–Johansen");
    expect(section(kidney, "utility")).toContain("Decision curve at the horizon");
  });
});

describe("length of stay, an amount, with patients admitted again", () => {
  let stays: Audited;
  beforeAll(() => {
    stays = audited("length-of-stay");
  }, 120_000);

  test("the fault that was put in is found, and only that", () => {
    expect(summary(stays, "meanError", "interpreter=yes")).toBe("gap-shown");
    expect(summary(stays, "observedExpectedMean", "interpreter=yes")).toBe("gap-shown");
    const others = stays.report.contrasts.filter((c) => c.inFamily && c.subgroup !== "interpreter=yes");
    expect(others.map((c) => c.summary)).not.toContain("gap-shown");
    const danish = estimate(stays, "meanError", "interpreter=no")!;
    expect([Number(danish.interval!.low) < 0, Number(danish.interval!.high) > 0]).toEqual([true, true]);
  });

  test("rows of one patient are not taken for independent", () => {
    expect(stays.report.study.patients?.repeated).toBe(true);
    const methods = stays.report.estimates.map((e) => e.interval?.method);
    expect([...new Set(methods)]).toEqual(["jackknife"]);
  });

  test("amounts are told in days, and nothing is said of events", () => {
    expect(section(stays, "summary")).toContain("Mean error (days)");
    expect(section(stays, "cohort")).toContain("Mean outcome (days)");
    expect(section(stays, "cohort")).not.toContain("Prevalence");
    expect(section(stays, "calibration")).toContain("Calibration curve of amounts");
    expect(section(stays, "identification")).toContain("the prediction is predicted_days");
    expect(section(stays, "discrimination")).toBe("");
  });
});

describe("triage in three classes", () => {
  let triage: Audited;
  beforeAll(() => {
    triage = audited("triage");
  }, 120_000);

  test("the fault that was put in is found, and only that: red children are not told from the others", () => {
    expect(summary(triage, "auroc:red", "age=<18")).toBe("gap-shown");
    expect(["sex=female", "age=≥65"].map((id) => summary(triage, "auroc:red", id))).toEqual([
      "equivalent",
      "equivalent",
    ]);
    // As many children are red as the model says: calibration on average does not show it.
    expect(summary(triage, "observedExpectedRatio:red", "age=<18")).toBe("equivalent");
  });

  test("classes come before averages, and each estimate counts its own events", () => {
    const ids = triage.report.metrics.map((m) => m.id);
    expect(ids.indexOf("auroc:red")).toBeLessThan(ids.indexOf("handTillM"));
    const { happened } = triage.report.subgroups[0]!;
    if (happened?.kind !== "multi-class") throw new Error("no classes");
    expect(happened.classes.reduce((a, b) => a + b, 0)).toBe(triage.report.ledger.analysed);
    expect(["green", "yellow", "red"].map((level) => estimate(triage, `auroc:${level}`)!.events)).toEqual(
      happened.classes,
    );
  });

  test("the page has every class under its heading, with curves of its own", () => {
    expect(section(triage, "calibration")).toContain("red against the rest");
    expect(section(triage, "calibration")).toContain('id="figure-calibration-overall-class-3"');
    expect(section(triage, "discrimination")).toContain("yellow against the rest");
    expect(section(triage, "identification")).toContain("in order");
    const figures = [...triage.html.matchAll(/ id="(figure-[^"]*)"/g)].map((m) => m[1]);
    expect(new Set(figures).size).toBe(figures.length);
  });
});
