import { type AuditPlan, type Cohort, hasLevel, UNKNOWN } from "@auscult/core";
import { observedExpectedRatio } from "../calibration/observed-expected-ratio.ts";
import { countScores } from "../count-scores.ts";
import { evaluate } from "../evaluate.ts";
import type { FindingTable } from "../finding.ts";
import type { Monitored } from "../monitoring/monitored.ts";
import type { Phrase } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import { labelFreePerformance } from "../validation/label-free-performance.ts";
import { limits } from "./numbers.ts";

/** O:E among those who were treated, or held out, and those who were not, in the baseline and after it. */
export function treatmentTables(
  cohort: Cohort,
  monitored: Monitored,
  { monitoring, policy }: AuditPlan,
): FindingTable[] {
  const { treatment, holdOut } = monitoring?.intervention ?? {};
  const table = (
    id: string,
    caption: Phrase,
    declared: { readonly column: string; readonly level: string },
    names: readonly [Phrase, Phrase],
  ): FindingTable => {
    const column = cohort.columns.categorical.get(declared.column);
    const has = column && hasLevel(column, declared.level);
    const repeated = cohort.patients?.repeated === true && policy.assumeIndependentRows === undefined;
    const phases = [
      { say: "phaseBaseline", holds: (place: number) => place >= 0 && place < monitored.baselinePeriods },
      { say: "phaseAfter", holds: (place: number) => place >= monitored.baselinePeriods },
    ] as const;
    return {
      id,
      caption,
      columns: [
        { id: "phase", label: { say: "phase" }, unit: "text" },
        { id: "who", label: { say: "group" }, unit: "text" },
        { id: "rows", label: { say: "rows" }, unit: "count" },
        { id: "events", label: { say: "events" }, unit: "count" },
        { id: "value", label: { say: "observedExpectedHere" }, unit: "ratio" },
        { id: "low", label: { say: "low" }, unit: "ratio" },
        { id: "high", label: { say: "high" }, unit: "ratio" },
      ],
      rows: phases.flatMap(({ say, holds }) =>
        [1, 0].map((wanted) => {
          const rows = Array.from({ length: cohort.rows }, (_, row) => row).filter(
            (row) =>
              holds(monitored.periodOfRow[row]!) &&
              (has?.[row] ?? 0) === wanted &&
              cohort.outcome[row] !== UNKNOWN &&
              !Number.isNaN(cohort.score[row]!),
          );
          const outcome = rows.map((row) => cohort.outcome[row]!);
          const counts = countScores(
            rows.map((row) => cohort.score[row]!),
            outcome,
            cohort.weight && rows.map((row) => cohort.weight![row]!),
          );
          const found = evaluate(observedExpectedRatio, counts, {
            level: policy.level,
            at: {},
            scoreKind: cohort.scoreKind,
          });
          const value = isUndefined(found) ? null : found.point.value;
          const interval = isUndefined(found) || repeated ? null : found.interval;
          const events = outcome.reduce((sum, y) => sum + y, 0);
          return [{ say } as const, names[wanted === 1 ? 0 : 1], rows.length, events, value, ...limits(interval)];
        }),
      ),
    };
  };
  return [
    ...(treatment === undefined
      ? []
      : [
          table(
            "byTreatment",
            { say: "byTreatment", with: { treatment: treatment.label } },
            { column: treatment.column, level: treatment.given },
            [{ say: "treatmentGiven" }, { say: "treatmentNotGiven" }],
          ),
        ]),
    ...(holdOut === undefined
      ? []
      : [table("byHoldOut", { say: "holdOutOf" }, holdOut, [{ say: "inHoldOut" }, { say: "notInHoldOut" }])]),
  ];
}

/** What to expect of each period before its outcomes are known, from every row that has a score. */
export function expectedTable(cohort: Cohort, monitored: Monitored, threshold: number | undefined): FindingTable[] {
  if (cohort.scoreKind !== "probability" || threshold === undefined) return [];
  return [
    {
      id: "expected",
      caption: { say: "expectedWithoutLabels" },
      columns: [
        { id: "period", label: { say: "period" }, unit: "text" },
        { id: "rows", label: { say: "rows" }, unit: "count" },
        { id: "auroc", label: { say: "expectedAuroc" }, unit: "probability" },
        { id: "sensitivity", label: { say: "expectedSensitivity" }, unit: "proportion" },
        { id: "ppv", label: { say: "expectedPpv" }, unit: "proportion" },
      ],
      rows: monitored.periods.map(({ label }, i) => {
        const risk = cohort.score.filter((p, row) => monitored.periodOfRow[row] === i && !Number.isNaN(p));
        const expected = labelFreePerformance(risk, threshold);
        if (isUndefined(expected)) return [label, risk.length, null, null, null];
        const { auroc, sensitivity = null, ppv = null } = expected;
        return [label, risk.length, typeof auroc === "number" ? auroc : null, sensitivity, ppv];
      }),
    },
  ];
}
