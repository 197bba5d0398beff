import type { FindingChart, FindingTable } from "../finding.ts";
import type { LabelChoiceInput } from "../label-choice/analyse-label-choice.ts";
import { tippingContour } from "../label-choice/label-error.ts";
import type { Comparison, LabelChoicePlan } from "./label-choice.ts";

const STEPS = 6;

/** The gap in true need over the sensitivities that the plan supposes, where the need is recorded as 0 or 1. */
export function tippingTable(
  { needs, side }: LabelChoiceInput,
  need: string,
  accuracy: LabelChoicePlan["accuracy"],
  { group, reference }: Comparison,
): { readonly table: FindingTable; readonly chart: FindingChart } | undefined {
  const supposed = accuracy.find((a) => a.need === need && a.group === group);
  const values = needs.find(({ id }) => id === need)?.values;
  if (supposed === undefined || values === undefined) return undefined;
  if (!values.every((v) => v === 0 || v === 1 || Number.isNaN(v))) return undefined;
  const share = (which: number): number | null => {
    const known = values.filter((v, i) => side[i] === which && !Number.isNaN(v));
    return known.length === 0 ? null : known.reduce((n, v) => n + v, 0) / known.length;
  };
  const observed = { group: share(1), reference: share(0) };
  if (observed.group === null || observed.reference === null) return undefined;
  const [low, high] = supposed.sensitivity;
  const grid = Array.from({ length: STEPS }, (_, k) => low + ((high - low) * k) / (STEPS - 1));
  const contour = tippingContour(
    { group: observed.group, reference: observed.reference },
    {
      groupSensitivity: grid,
      referenceSensitivity: grid,
      groupSpecificity: supposed.specificity,
      referenceSpecificity: supposed.specificity,
    },
  );
  const table: FindingTable = {
    id: "tipping",
    caption: `Gap in true prevalence, ${group} − ${reference}, by how much of it is supposed to be recorded`,
    columns: [
      { id: "groupSensitivity", label: `Recorded of those in need, ${group}`, unit: "proportion" },
      { id: "referenceSensitivity", label: `Recorded of those in need, ${reference}`, unit: "text" },
      { id: "gap", label: "Gap in true prevalence", unit: "number" },
    ],
    rows: contour.groupSensitivity.flatMap((g, a) =>
      contour.referenceSensitivity.map((r, b) => [g, r.toFixed(2), contour.gap[a]![b]!]),
    ),
  };
  const chart: FindingChart = {
    id: "tipping",
    title: "Where the gap would tip",
    table: "tipping",
    x: "groupSensitivity",
    y: "gap",
    series: "referenceSensitivity",
  };
  return { table, chart };
}
