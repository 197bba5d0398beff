import type { FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import type { ObservedExpectedUnder } from "../treatment-masking/counterfactual-performance.ts";
import { limits } from "./numbers.ts";

/** Observed against predicted risk, by factor, under usual care and had nobody been treated. */
export function performanceTable({ performance }: FactorAnalysis, factor: string, care: string): FindingTable[] {
  if (isUndefined(performance)) return [];
  const usual: Label = { say: "maskingUsualCare" };
  const untreated: Label = { say: "nobodyHas", with: { care } };
  const rows = (
    [
      [usual, performance.factual],
      [untreated, performance.untreated],
    ] as const
  ).flatMap(([world, under]) =>
    (
      [
        [{ say: "maskingAllPatients" }, under.observedExpected],
        [{ say: "patientsWith", with: { factor } }, under.observedExpectedWith],
        [{ say: "patientsWithout", with: { factor } }, under.observedExpectedWithout],
      ] as const
    ).map(([who, of]) => [world, who, ...cells(of)]),
  );
  return [
    {
      id: "performance",
      caption: { say: "performanceInWorlds", with: { care } },
      columns: [
        { id: "world", label: { say: "maskingWorld" }, unit: "text" },
        { id: "who", label: { say: "maskingPatients" }, unit: "text" },
        { id: "observed", label: { say: "maskingRisk" }, unit: "probability" },
        { id: "expected", label: { say: "maskingPredictedRisk" }, unit: "probability" },
        { id: "ratio", label: { say: "maskingObservedExpected" }, unit: "ratio" },
        { id: "low", label: { say: "low" }, unit: "ratio" },
        { id: "high", label: { say: "high" }, unit: "ratio" },
      ],
      rows,
    },
    {
      id: "discrimination",
      caption: { say: "discriminationInWorlds" },
      columns: [
        { id: "world", label: { say: "maskingWorld" }, unit: "text" },
        { id: "auroc", label: { say: "maskingAuroc" }, unit: "probability" },
        { id: "brier", label: { say: "maskingBrierScore" }, unit: "number" },
      ],
      rows: [
        [usual, numberOrNull(performance.factual.auroc), performance.factual.brierScore],
        [untreated, numberOrNull(performance.untreated.auroc), performance.untreated.brierScore],
      ],
    },
  ];
}

/** Whether untreated patients can stand for all. */
export function positivityTable({ untreated }: FactorAnalysis, factor: string): FindingTable[] {
  if (isUndefined(untreated)) return [];
  return [
    {
      id: "positivity",
      caption: { say: "maskingPositivity" },
      columns: [
        { id: "who", label: { say: "maskingPatients" }, unit: "text" },
        { id: "rows", label: { say: "rows" }, unit: "count" },
        { id: "untreated", label: { say: "untreatedRows" }, unit: "count" },
        { id: "events", label: { say: "eventsAmongThem" }, unit: "count" },
        { id: "effective", label: { say: "effectiveRows" }, unit: "number" },
        { id: "maximum", label: { say: "largestWeight" }, unit: "number" },
        { id: "sure", label: { say: "almostSurelyTreated" }, unit: "proportion" },
      ],
      rows: (
        [
          [{ say: "patientsWith", with: { factor } }, untreated.with.positivity],
          [{ say: "patientsWithout", with: { factor } }, untreated.without.positivity],
        ] as const
      ).map(([who, p]) => [
        who,
        p.rows,
        p.untreated,
        p.eventsUntreated,
        p.effectiveRows,
        p.maximumWeight,
        p.shareAlmostSurelyTreated,
      ]),
    },
  ];
}

/** How much the weighted difference hangs on the patients with the largest weights. */
export function truncationTable({ untreated }: FactorAnalysis, care: string): FindingTable[] {
  if (isUndefined(untreated)) return [];
  return [
    {
      id: "truncation",
      caption: { say: "maskingTruncation", with: { care } },
      columns: [
        { id: "percentile", label: { say: "maskingCutAt" }, unit: "proportion" },
        { id: "maximum", label: { say: "largestWeight" }, unit: "number" },
        { id: "difference", label: { say: "maskingValue" }, unit: "number" },
      ],
      rows: untreated.truncation.map((t) => [t.percentile, t.maximumWeight, t.difference]),
    },
  ];
}

/** Patients whom the model moves below a threshold because of the factor, and what became of them. */
export function reclassificationTable({ reclassified }: FactorAnalysis, factor: string): FindingTable[] {
  const rows = reclassified.flatMap(({ threshold, patients: p }) =>
    isUndefined(p)
      ? []
      : [[threshold, p.withFactor, p.deescalated, p.shareDeescalated, p.eventsDeescalated, p.escalated]],
  );
  if (rows.length === 0) return [];
  return [
    {
      id: "reclassified",
      caption: { say: "maskingReclassified", with: { factor } },
      columns: [
        { id: "threshold", label: { say: "maskingThreshold" }, unit: "number" },
        { id: "rows", label: { say: "patientsWith", with: { factor } }, unit: "count" },
        { id: "deescalated", label: { say: "maskingMovedBelow" }, unit: "count" },
        { id: "share", label: { say: "maskingShareMoved" }, unit: "proportion" },
        { id: "events", label: { say: "eventsAmongThem" }, unit: "count" },
        { id: "escalated", label: { say: "maskingMovedAbove" }, unit: "count" },
      ],
      rows,
    },
  ];
}

function cells(of: ObservedExpectedUnder | Undefined): (number | null)[] {
  return isUndefined(of)
    ? [null, null, null, null, null]
    : [of.observedRisk, of.expectedRisk, of.value, ...limits(of.interval)];
}

function numberOrNull(value: number | Undefined): number | null {
  return typeof value === "number" ? value : null;
}
