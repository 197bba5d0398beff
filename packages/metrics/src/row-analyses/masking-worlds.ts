import type { FindingChart, FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { FactorAnalysis } from "../treatment-masking/analyse-factor.ts";
import { limits } from "./numbers.ts";

/** Observed risk under usual care, risk had nobody been treated, and what the model predicts, with the factor and without. */
export function worldsFigure(
  { observed, untreated, performance }: FactorAnalysis,
  factor: string,
  care: string,
): { readonly table: FindingTable; readonly chart: FindingChart } | undefined {
  if (observed.with === null || observed.without === null || isUndefined(untreated)) return undefined;
  const groups = [
    [{ say: "patientsWith", with: { factor } }, observed.with, untreated.with, "observedExpectedWith"],
    [{ say: "patientsWithout", with: { factor } }, observed.without, untreated.without, "observedExpectedWithout"],
  ] as const;
  const caption: Label = { say: "riskInWorlds", with: { factor, care } };
  const rows = groups.flatMap(([who, usual, without, side]) => {
    const predicted = isUndefined(performance) ? undefined : expectedRisk(performance.factual[side]);
    return [
      [who, { say: "maskingUsualCare" }, usual.value, ...limits(usual.interval)],
      [who, { say: "nobodyHas", with: { care } }, without.risk, ...limits(without.interval)],
      ...(predicted === undefined ? [] : [[who, { say: "maskingPredicted" }, predicted, null, null]]),
    ] as FindingTable["rows"][number][];
  });
  return {
    table: {
      id: "worlds",
      caption,
      columns: [
        { id: "who", label: { say: "maskingPatients" }, unit: "text" },
        { id: "world", label: { say: "maskingWorld" }, unit: "text" },
        { id: "risk", label: { say: "maskingRisk" }, unit: "probability" },
        { id: "low", label: { say: "low" }, unit: "probability" },
        { id: "high", label: { say: "high" }, unit: "probability" },
      ],
      rows,
    },
    chart: {
      id: "worlds",
      title: caption,
      table: "worlds",
      mark: "intervals",
      x: "world",
      y: "risk",
      low: "low",
      high: "high",
      facet: "who",
    },
  };
}

function expectedRisk(of: { readonly expectedRisk: number } | Undefined): number | undefined {
  return isUndefined(of) ? undefined : of.expectedRisk;
}
