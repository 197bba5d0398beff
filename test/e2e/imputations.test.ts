import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { poolImputations } from "@auscult/metrics";
import { audit } from "auscult";
import { expect, test } from "vitest";

const COLUMNS = "imp,id,risk,died,sex";

/** 600 patients, a third of them without a risk in the original; three completed copies that differ there. */
function rows(): string[] {
  let state = 5;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const patients = Array.from({ length: 600 }, (_, i) => {
    const risk = random();
    return { i, risk, died: random() < risk ? 1 : 0, sex: random() < 0.5 ? "f" : "m", missing: i % 3 === 0 };
  });
  return [0, 1, 2, 3].flatMap((imp) =>
    patients.map(({ i, risk, died, sex, missing }) => {
      const filled = Math.min(0.999, Math.max(0.001, risk + (random() - 0.5) * 0.4));
      return [imp, `P${i}`, imp === 0 && missing ? "" : missing ? filled.toFixed(4) : risk.toFixed(4), died, sex].join(
        ",",
      );
    }),
  );
}

const PLAN = `auscult: 1
title: Imputed
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: cohort.csv }
score: { column: risk, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: id
imputation: { column: imp, original: 0, reason: Chained equations with the outcome in the model. }
thresholds: [{ at: 0.5, reason: r }]
subgroups:
  - { id: sex, column: sex, reference: { level: m, reason: r } }
primary: { metric: auroc, reason: r }
margins: { auroc: { difference: 0.1, reason: r } }
policy: { bootstrap: { replicates: 200 } }
`;

function folder(lines: readonly string[], plan = PLAN): string {
  const made = mkdtempSync(join(tmpdir(), "auscult-"));
  writeFileSync(join(made, "cohort.csv"), `${[COLUMNS, ...lines].join("\n")}\n`);
  writeFileSync(join(made, "plan.audit.yaml"), plan);
  return join(made, "plan.audit.yaml");
}

const single = (imp: number, lines: readonly string[]) =>
  folder(
    lines.filter((line) => line.startsWith(`${imp},`)),
    PLAN.replace(/^imputation.*\n/m, ""),
  );

test("estimates and differences are pooled by Rubin's rules, and every row is accounted for", async () => {
  const lines = rows();
  const { report } = await audit(folder(lines));
  const each = await Promise.all([1, 2, 3].map(async (imp) => (await audit(single(imp, lines))).report));
  const of = (r: typeof report, subgroup: string) =>
    r.estimates.find((e) => e.metric === "auroc" && e.subgroup === subgroup)!;
  for (const subgroup of ["overall", "sex=f", "sex=m"]) {
    const pooled = poolImputations(
      each.map((r) => ({
        value: of(r, subgroup).value as number,
        standardError: of(r, subgroup).standardError as number,
      })),
      { scale: "logit", level: 0.95 },
    );
    if ("status" in pooled) throw new Error(pooled.reason);
    expect(of(report, subgroup).value).toBeCloseTo(pooled.value, 12);
    expect(of(report, subgroup).interval).toMatchObject({ method: "rubin" });
    expect(of(report, subgroup).interval!.low).toBeCloseTo(pooled.interval!.low, 12);
  }
  const gap = report.contrasts.find((c) => c.metric === "auroc")!;
  const gaps = each.map((r) => r.contrasts.find((c) => c.metric === "auroc")!.value as number);
  expect(gap.value).toBeCloseTo((gaps[0]! + gaps[1]! + gaps[2]!) / 3, 12);
  expect(gap.inFamily).toBe(true);
  // Shares are judged by Miettinen and Nurminen's interval in each copy; the pooled verdict is read from none narrower.
  const of0 = (r: typeof report) => r.contrasts.find((c) => c.metric === "sensitivity")!;
  for (const r of each) {
    expect(of0(report).verdictInterval!.low).toBeLessThanOrEqual(of0(r).verdictInterval!.low as number);
    expect(of0(report).verdictInterval!.high).toBeGreaterThanOrEqual(of0(r).verdictInterval!.high as number);
  }
  expect(of0(report).verdictInterval!.low).toBeLessThanOrEqual(of0(report).interval!.low as number);
  expect(report.ledger).toMatchObject({ sourceRows: 2400, cohortRows: 600 });
  expect(report.ledger.steps.map(({ id, rows: n }) => [id, n])).toEqual([
    ["incomplete-original", 600],
    ["other-imputations", 1200],
  ]);
  expect(report.curves.every((c) => c.reason === "IMPUTED_ROWS")).toBe(true);
  expect(report.notAssessed.map(({ code }) => code)).toContain("IMPUTATIONS");
  expect(report.findings).toEqual([]);
});

test("unequal copies, one copy, and an analysis that is not pooled are refused", async () => {
  const lines = rows();
  await expect(audit(folder(lines.slice(0, -1)))).rejects.toThrow(/as many rows each/);
  await expect(audit(folder(lines.filter((line) => /^[01],/.test(line))))).rejects.toThrow(/fewer than two/);
  const asked = `${PLAN}verification: { column: sex, verified: f, reason: r }\n`;
  await expect(audit(folder(lines, asked))).rejects.toThrow(/not available over imputations/);
});
