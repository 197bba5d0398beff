import type { FindingChart, FindingNumber, FindingTable } from "../finding.ts";
import type { LabelChoiceInput } from "../label-choice/analyse-label-choice.ts";
import { tippingContour } from "../label-choice/label-error.ts";
import { undefinedBecause } from "../result.ts";
import type { LabelChoicePlan } from "./label-choice.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import { plainNumber } from "./numbers.ts";

const STEPS = 6;

/**
 * The gap in true need over the sensitivities that the plan supposes, where the need is recorded as 0 or 1, and the
 * point at which it would turn: recording in the group relative to the reference.
 */
export function tippingPoint(
  { needs, side }: LabelChoiceInput,
  need: string,
  accuracy: LabelChoicePlan["accuracy"],
  names: LabelChoiceNames,
): { readonly table: FindingTable; readonly chart: FindingChart; readonly number?: FindingNumber } | undefined {
  const { group, reference } = names;
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
  const gap = { say: "gapInTruePrevalence", with: { group, reference } } as const;
  const table: FindingTable = {
    id: "tipping",
    caption: { say: "tippingContour", with: { need: names.need, group, reference } },
    columns: [
      { id: "groupSensitivity", label: { say: "recordedOfNeed", with: { group } }, unit: "proportion" },
      { id: "referenceSensitivity", label: { say: "recordedOfNeed", with: { group: reference } }, unit: "proportion" },
      { id: "gap", label: gap, unit: "proportion" },
    ],
    rows: contour.groupSensitivity.flatMap((g, a) =>
      contour.referenceSensitivity.map((r, b) => [g, r, contour.gap[a]![b]!]),
    ),
  };
  const chart: FindingChart = {
    id: "tipping",
    title: { say: "tippingContour", with: { need: names.need, group, reference } },
    table: "tipping",
    mark: "tiles",
    x: "groupSensitivity",
    y: "referenceSensitivity",
    value: "gap",
    boundary: { say: "tippingLine" },
  };
  // Ratios of sensitivities decide only where nothing is recorded wrongly.
  if (supposed.specificity !== 1) return { table, chart };
  const ratio = observed.reference === 0 ? undefinedBecause("ZERO_DENOMINATOR") : observed.group / observed.reference;
  const label = { say: "tippingRatio", with: { need: names.need, group, reference } } as const;
  return { table, chart, number: plainNumber(["tippingRatio", label, "ratio"], ratio) };
}
