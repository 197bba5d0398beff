import { audit } from "auscult";
import { expect, test } from "vitest";
import { haveShared, sharedFile } from "./shared.ts";

const CSV = "obermeyer_synth/model_lasso_predictors_authors.csv";
const have = haveShared(CSV);
const reason = "As in the paper.";

test.skipIf(!have)("an audit of Obermeyer's synthetic holdout prints the paper's figures", async () => {
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
        legacySwapLoop: true,
      },
    },
    { now: "2026-01-01T00:00:00Z" },
  );
  const finding = report.findings.find(({ id }) => id === "label-choice:race=1:conditions")!;
  const cells = (id: string) => finding.tables.find((t) => t.id === id)!.rows;
  const number = (id: string) => finding.numbers.find((n) => n.id === id)!.value;

  expect(number("needGapWithin")).toBeCloseTo(0.613124071436851, 10);
  expect(number("swap97Corrected")).toBeCloseTo(0.5950155763239875, 12);
  expect(number("swap97Published")).toBeCloseTo(0.4485981308411215, 12);
  const at97 = cells("thresholds").find(([what, where]) => what === "Active conditions" && where === "at 97")!;
  expect(at97.slice(2, 6)).toEqual([28, expect.closeTo(5.142857, 6), 133, expect.closeTo(4.24812, 5)]);
  const blackIn = (order: string) => cells("concentration").find((r) => r[1] === order && r[2] === "share of 1")![3];
  expect(blackIn("predicted cost")).toBeCloseTo(0.192946, 6);
  expect(blackIn("predicted avoidable cost")).toBeCloseTo(0.259336, 6);
  expect(blackIn("predicted conditions")).toBeCloseTo(0.284232, 6);
  const costIn = cells("concentration").find((r) => r[1] === "predicted cost" && r[2] === "share of all Cost")!;
  expect(costIn[3]).toBeCloseTo(0.1659074538879643, 12);
  expect(report.findings.map(({ verdict }) => verdict)).toContain("margin_not_declared");
});
