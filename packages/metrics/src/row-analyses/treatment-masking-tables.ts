import type { FindingTable } from "../finding.ts";
import { isUndefined } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import type { ObservedExpectedUnder } from "../treatment-masking/counterfactual-performance.ts";
import type { Undefined } from "../result.ts";
import { limits } from "./numbers.ts";

/** Observed against predicted risk, by factor, under usual care and had nobody been treated. */
export function performanceTable({ performance }: FactorAnalysis, name: string, treatment: string): FindingTable[] {
  if (isUndefined(performance)) return [];
  const rows = (
    [
      ["usual care", performance.factual],
      [`nobody has ${treatment}`, performance.untreated],
    ] as const
  ).flatMap(([world, under]) =>
    (
      [
        ["all", under.observedExpected],
        [`with ${name}`, under.observedExpectedWith],
        [`without ${name}`, under.observedExpectedWithout],
      ] as const
    ).map(([who, of]) => [world, who, ...cells(of)]),
  );
  return [
    {
      id: "performance",
      caption: `Risk as it was, and had nobody had ${treatment}, against the model's prediction`,
      columns: [
        { id: "world", label: "Under", unit: "text" },
        { id: "who", label: "Patients", unit: "text" },
        { id: "observed", label: "Risk", unit: "probability" },
        { id: "expected", label: "Predicted", unit: "probability" },
        { id: "ratio", label: "O:E", unit: "ratio" },
        { id: "low", label: "Low", unit: "ratio" },
        { id: "high", label: "High", unit: "ratio" },
      ],
      rows,
    },
    {
      id: "discrimination",
      caption: "AUROC and Brier score in both worlds",
      columns: [
        { id: "world", label: "Under", unit: "text" },
        { id: "auroc", label: "AUROC", unit: "probability" },
        { id: "brier", label: "Brier score", unit: "number" },
      ],
      rows: [
        ["usual care", numberOrNull(performance.factual.auroc), performance.factual.brierScore],
        [`nobody has ${treatment}`, numberOrNull(performance.untreated.auroc), performance.untreated.brierScore],
      ],
    },
  ];
}

/** Whether untreated patients can stand for all. */
export function positivityTable({ untreated }: FactorAnalysis, name: string): FindingTable[] {
  if (isUndefined(untreated)) return [];
  return [
    {
      id: "positivity",
      caption: "Whether untreated patients can stand for all",
      columns: [
        { id: "who", label: "Patients", unit: "text" },
        { id: "rows", label: "Rows", unit: "count" },
        { id: "untreated", label: "Untreated", unit: "count" },
        { id: "events", label: "Events among them", unit: "count" },
        { id: "effective", label: "Effective rows", unit: "number" },
        { id: "maximum", label: "Largest weight", unit: "number" },
        { id: "sure", label: "Almost surely treated", unit: "proportion" },
      ],
      rows: (
        [
          [`with ${name}`, untreated.with.positivity],
          [`without ${name}`, untreated.without.positivity],
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

/** Patients whom the model moves below a threshold because of the factor, and what became of them. */
export function reclassificationTable({ reclassified }: FactorAnalysis, name: string): FindingTable[] {
  const rows = reclassified.flatMap(({ threshold, patients: p }) =>
    isUndefined(p)
      ? []
      : [[threshold, p.withFactor, p.deescalated, p.shareDeescalated, p.eventsDeescalated, p.escalated]],
  );
  if (rows.length === 0) return [];
  return [
    {
      id: "reclassified",
      caption: `Patients with ${name} moved across a threshold because of it (events are those under usual care)`,
      columns: [
        { id: "threshold", label: "Threshold", unit: "number" },
        { id: "rows", label: `With ${name}`, unit: "count" },
        { id: "deescalated", label: "Moved below", unit: "count" },
        { id: "share", label: "Share", unit: "proportion" },
        { id: "events", label: "Events among them", unit: "count" },
        { id: "escalated", label: "Moved above", unit: "count" },
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
