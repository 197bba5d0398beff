import type { Interval } from "../result.ts";

/** What the two gaps at equal score say together (methods F7). Each claims no more than the intervals do. */
export const LABEL_CHOICE_VERDICTS = [
  /** Need differs at equal score while the label does not: calibrated on the label, miscalibrated on need. */
  "label_choice_bias_supported",
  /** Need is higher at equal score while the label is lower, or the other way round. */
  "label_choice_bias_supported_proxy_overpredicted",
  /** Need and label both differ in the same direction: ordinary miscalibration, not label choice. */
  "general_underprediction",
  "no_material_need_gap",
  "inconclusive_need_gap",
  "need_gap_proxy_inconclusive",
  "not_estimable",
  "margin_not_declared",
] as const;
export type LabelChoiceVerdict = (typeof LABEL_CHOICE_VERDICTS)[number];

/**
 * The verdict on label choice from the intervals of the label's gap and the need's gap at equal score, group minus
 * reference, both of one level.
 *
 * A need gap inside its margin is no material gap, though it exclude 0; one whose interval holds 0 is inconclusive.
 * Otherwise the label's gap decides, read in the direction of the need gap. The margins are declared beforehand, in the
 * units of the label and of the need (a number m means −m to m; on a log scale the limits may differ); without them nothing can be called immaterial and the verdict says so.
 */
export function labelChoiceVerdict(
  gaps: { readonly label: Limits | null; readonly need: Limits | null },
  margins: { readonly label: number | Limits | undefined; readonly need: number | Limits | undefined },
): LabelChoiceVerdict {
  const { label, need } = gaps;
  if (label === null || need === null || !ordered(label) || !ordered(need)) return "not_estimable";
  if (margins.label === undefined || margins.need === undefined) return "margin_not_declared";
  if (inside(need, margins.need)) return "no_material_need_gap";
  if (need.low <= 0 && need.high >= 0) return "inconclusive_need_gap";
  if (inside(label, margins.label)) return "label_choice_bias_supported";
  const along = need.low > 0 ? label : { low: -label.high, high: -label.low };
  if (along.high < 0) return "label_choice_bias_supported_proxy_overpredicted";
  if (along.low > 0) return "general_underprediction";
  return "need_gap_proxy_inconclusive";
}

type Limits = Pick<Interval, "low" | "high">;

/** Strictly inside the margin: an interval that touches it is not inside it. */
function inside({ low, high }: Limits, margin: number | Limits): boolean {
  const within = typeof margin === "number" ? { low: -margin, high: margin } : margin;
  return low > within.low && high < within.high;
}

function ordered({ low, high }: Limits): boolean {
  return low <= high;
}
