import type { AuditReport } from "@auscult/report";
import { audit } from "auscult";
import { beforeAll, describe, expect, test } from "vitest";
import { haveShared, sharedFile, sharedJson } from "./shared.ts";

const CSV = "obermeyer_synth/model_lasso_predictors_authors.csv";
const have = haveShared(CSV);
const reason = "As in the paper.";
type Finding = AuditReport["findings"][number];

const said = (cell: unknown): string =>
  typeof cell === "object" && cell !== null && "say" in cell ? String(cell.say) : String(cell);

describe.skipIf(!have)("an audit of Obermeyer's synthetic holdout prints the paper's figures", () => {
  let findings: readonly Finding[] = [];
  let finding: Finding;
  const golden = have ? sharedJson<Golden>("obermeyer_synth/golden_obermeyer_holdout.json") : ({} as Golden);

  beforeAll(async () => {
    const { report } = await audit(
      {
        auscult: 1,
        title: "Care management by predicted cost",
        model: { name: "Commercial score", version: "1", intendedPurpose: "Enrols the sickest." },
        data: { source: sharedFile(CSV) },
        score: { column: "risk_score_t", kind: "ordinal", direction: "higher-is-riskier" },
        outcome: { column: "program_enrolled_t", positive: 1, description: "Enrolled." },
        labels: {
          cost: { column: "cost_t", label: "Cost" },
          avoidable: { column: "cost_avoidable_t", label: "Avoidable cost" },
          conditions: { column: "gagne_sum_t", label: "Active conditions" },
          byCost: { column: "log_cost_t_hat", label: "predicted cost" },
          byAvoidable: { column: "log_cost_avoidable_t_hat", label: "predicted avoidable cost" },
          byConditions: { column: "gagne_sum_t_hat", label: "predicted conditions" },
        },
        subgroups: [{ id: "race", column: "dem_race_black", reference: { level: 0, reason } }],
        primary: { metric: "auroc", reason },
        labelChoice: {
          label: "cost",
          margin: { ratio: [0.9, 1.11], reason },
          needs: [
            { label: "conditions", margin: { difference: 0.2, reason }, seenWithoutCare: false },
            { label: "avoidable", seenWithoutCare: false },
          ],
          by: "race",
          thresholds: [{ percentile: 97, reason }],
          percentileColumn: "risk_score_t_percentile",
          alternatives: ["byCost", "byAvoidable", "byConditions"],
          replicates: 200,
          legacySwapLoop: true,
        },
      },
      { now: "2026-01-01T00:00:00Z" },
    );
    findings = report.findings;
    finding = findings.find(({ id }) => id === "label-choice:race=1:conditions")!;
  }, 180_000);

  const cells = (id: string) => finding.tables.find((t) => t.id === id)!.rows;
  const number = (id: string) => finding.numbers.find((n) => n.id === id)!;
  const inTop = (order: string, what: (cell: unknown) => boolean) =>
    cells("concentration").find((r) => r[1] === order && what(r[2]))!;

  test.each([
    ["predicted cost", "total_cost", 0.192946],
    ["predicted avoidable cost", "avoidable_cost", 0.259336],
    ["predicted conditions", "chronic", 0.284232],
  ] as const)("table 2, the top 3 % by %s: who, and how much falls on them", (order, row, printed) => {
    const black = inTop(order, (what) => said(what) === "shareOf");
    expect(black[3]).toBeCloseTo(printed, 6);
    expect(Math.abs(Number(black[3]) - golden.table2[row]!["frac_black"]!)).toBeLessThan(1e-9);
    const amounts = [
      ["Cost", "cost_t"],
      ["Avoidable cost", "cost_avoidable_t"],
      ["Active conditions", "gagne_sum_t"],
    ] as const;
    for (const [measure, column] of amounts) {
      const [, , , share, , published] = inTop(
        order,
        (what) => JSON.stringify(what) === JSON.stringify({ say: "shareOfAll", with: { measure } }),
      );
      expect(Math.abs(Number(share) - golden.table2[row]![column]!)).toBeLessThan(1e-9);
      expect(Math.abs(Number(published) - golden.table2[row]![`${column}_se`]!)).toBeLessThan(1e-9);
    }
  });

  test("5.143 against 4.248 conditions at the 97th percentile", () => {
    const at97 = cells("thresholds").find(
      ([what, where]) => what === "Active conditions" && said(where) === "percentileAlone",
    )!;
    expect(at97.slice(2, 6)).toEqual([
      28,
      expect.closeTo(5.142857142857143, 9),
      133,
      expect.closeTo(4.24812030075188, 9),
    ]);
  });

  test("0.6131 more conditions at equal score", () => {
    expect(number("needGapWithin").value).toBeCloseTo(0.613124071436851, 10);
    expect(number("needGapWithin").interval!.low).toBeGreaterThan(0.5);
  });

  test("both swaps, and which is which, with an interval for the one that is a result", () => {
    expect(number("swap97Corrected").value).toBeCloseTo(0.5950155763239875, 12);
    expect(number("swap97Published").value).toBeCloseTo(0.4485981308411215, 12);
    const { low, high } = number("swap97Corrected").interval!;
    expect([Number(low) < 0.595, Number(high) > 0.595]).toEqual([true, true]);
    expect(number("swap97Published").interval).toBeNull();
    expect(finding.choices!.map(said)).toEqual(expect.arrayContaining(["swapsAsCorrected", "swapsAsPublishedToo"]));
  });

  test("the verdict claims no more than a third of synthetic rows bear: need differs, cost is too noisy to be called alike", () => {
    expect(finding.verdict).toBe("need_gap_proxy_inconclusive");
    const { low, high } = number("labelGap").interval!;
    expect(Number(low) < 0.9 || Number(high) > 1.11).toBe(true);
    expect(finding.lead!.map(({ head }) => head)).toEqual(["what", "whom", "howMany"]);
    expect(said(finding.lead![0]!.text[0])).toBe("leadProxyInconclusive");
    expect(finding.notes!.map(said)).toContain("needSeenOnlyWithCare");
    expect(findings.map(({ verdict }) => verdict)).toContain("margin_not_declared");
  });
});

interface Golden {
  readonly table2: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
