import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AuditReport } from "@auscult/report";
import { audit } from "auscult";
import { describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 180_000 });

type Finding = AuditReport["findings"][number];

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures");

async function findingsOf(id: string): Promise<readonly Finding[]> {
  return (await audit(join(fixtures, id, `${id}.audit.yaml`), { now: "2026-01-31T00:00:00Z" })).report.findings;
}

const verdicts = (findings: readonly Finding[]): Record<string, string> =>
  Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]));

function numberIn({ numbers }: Finding, id: string) {
  const found = numbers.find((n) => n.id === id);
  if (found === undefined) throw new Error(`no number ${id}; there are ${numbers.map((n) => n.id).join(", ")}`);
  const plain = (value: unknown): number => (typeof value === "number" ? value : Number.NaN);
  const interval = { low: plain(found.interval?.low), high: plain(found.interval?.high) };
  return { value: plain(found.value), interval };
}

describe("cost as need", () => {
  test("biased: right about cost, wrong about conditions", async () => {
    const findings = await findingsOf("cost-as-need");
    expect(verdicts(findings)).toMatchObject({
      "label-choice:race=Black:conditions": "label_choice_bias_supported",
    });
    const finding = findings.find(({ id }) => id === "label-choice:race=Black:conditions")!;
    expect(numberIn(finding, "labelGap").value).toBeCloseTo(1, 1);
    expect(numberIn(finding, "needGap").interval.low).toBeGreaterThan(0.2);
    expect(numberIn(finding, "labelAtEqualNeed").value).toBeLessThan(0.95);
    expect(numberIn(finding, "top97ByNeed").value).toBeGreaterThan(numberIn(finding, "top97ByScore").interval.high);
    expect(finding.numbers.every(({ value, reason }) => value !== null || reason !== undefined)).toBe(true);
    expect(finding.charts.map(({ table }) => finding.tables.some((t) => t.id === table))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
  test("its mirror with an unbiased label: no material need gap", async () => {
    expect(verdicts(await findingsOf("cost-as-need-unbiased"))).toMatchObject({
      "label-choice:race=Black:conditions": "no_material_need_gap",
    });
  });
  test("small: inconclusive", async () => {
    expect(verdicts(await findingsOf("cost-as-need-small"))).toMatchObject({
      "label-choice:race=Black:conditions": "inconclusive_need_gap",
    });
  });
});

describe("asthma and pneumonia", () => {
  test("asthma is masked by intensive care; vaccination, which does protect, is no conflict; myopia is only described", async () => {
    const findings = await findingsOf("asthma-pneumonia");
    expect(verdicts(findings)).toMatchObject({
      "treatment-masking:asthma": "treatment_masking_supported",
      "treatment-masking:vaccinated": "no_conflict",
      "treatment-masking:myopia": "described",
      "model-probe:asthma": "described",
      "model-probe:age": "described",
      "model-probe:urea": "described",
      "model-run": "reference_reproduced",
    });
    const asthma = findings.find(({ id }) => id === "treatment-masking:asthma")!;
    expect(numberIn(asthma, "modelEffect").interval.high).toBeLessThan(0);
    expect(numberIn(asthma, "treatmentDifference").value).toBeGreaterThan(0.5);
    expect(numberIn(asthma, "adjustedUntreated").interval.low).toBeGreaterThan(0);
    const usual = numberIn(asthma, "observedExpectedUsualCare");
    expect([usual.interval.low < 1, usual.interval.high > 1]).toEqual([true, true]);
    expect(numberIn(asthma, "observedExpectedUntreated").interval.low).toBeGreaterThan(2);
    expect(findings.find(({ id }) => id === "treatment-masking:myopia")!.exploratory).toBe(true);
    // The model was asked: set and removed, asthma moves its log odds by its coefficient, the same in every patient.
    const table = JSON.parse(readFileSync(join(fixtures, "asthma-pneumonia", "model.json"), "utf8")) as {
      readonly terms: readonly { readonly input: string; readonly levels?: Readonly<Record<string, number>> }[];
    };
    const coefficient = table.terms.find(({ input }) => input === "asthma")!.levels!["yes"]!;
    expect(numberIn(asthma, "modelLogOdds").value).toBeCloseTo(coefficient, 10);
  });
});
