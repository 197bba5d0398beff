import type { ReportContrast, ReportEstimate } from "./audit-report.ts";
import type { Cell, Tone } from "./document.ts";
import type { Unit } from "./format-number.ts";
import type { Notes } from "./notes.ts";
import type { View } from "./view.ts";

/** An estimate as text: "0.782 (0.770 to 0.794)", or why there is none. */
export function estimateText(view: View, estimate: ReportEstimate | undefined): string {
  const { words, numbers } = view;
  if (estimate === undefined) return words.label.notComputed;
  if (estimate.value === null) return words.sentence.notEstimable(reasonText(view, estimate.reason));
  const { unit } = view.metric(estimate.metric);
  const value = numbers.value(estimate.value, unit);
  const { interval } = estimate;
  if (interval === null)
    return words.sentence.noInterval(value, words.withheld[estimate.intervalWithheld ?? "no standard error"]);
  return `${value} (${numbers.range(interval.low, interval.high, unit)})`;
}

export function estimateCell(view: View, estimate: ReportEstimate | undefined, notes: Notes): Cell {
  const text = estimateText(view, estimate);
  if (estimate === undefined || estimate.value === null) return { text, muted: true };
  const marks = notes.flags(estimate.flags);
  if (estimate.interval !== null) return { text, whole: true, ...(marks === "" ? {} : { marks }) };
  const why = view.words.sentence.noIntervalRemark(
    view.words.withheld[estimate.intervalWithheld ?? "no standard error"],
  );
  return {
    text: view.numbers.value(estimate.value, view.metric(estimate.metric).unit),
    marks: `${marks} ${notes.remark(why)}`.trim(),
  };
}

export function reasonText({ words }: View, reason: ReportEstimate["reason"]): string {
  return reason === undefined ? words.label.reasonUnknown : words.reason[reason];
}

/** The unit a contrast is shown in: a ratio is a ratio whatever it compares. */
export function contrastUnit(view: View, { metric, scale }: Pick<ReportContrast, "metric" | "scale">): Unit {
  return scale === "ratio" ? "ratio" : view.metric(metric).unit;
}

/** A contrast as text: "−0.032 (−0.071 to +0.007)", a ratio without signs, or why there is none. */
export function contrastText(view: View, contrast: ReportContrast): string {
  const { words, numbers } = view;
  if (contrast.value === null) return words.sentence.notEstimable(reasonText(view, contrast.reason));
  const unit = contrastUnit(view, contrast);
  const signed = contrast.scale === "difference";
  const value = signed ? numbers.difference(contrast.value, unit) : numbers.value(contrast.value, unit);
  const { interval } = contrast;
  if (interval === null) return words.sentence.noInterval(value, words.withheld["no standard error"]);
  const { low, high } = interval;
  return `${value} (${signed ? numbers.differenceRange(low, high, unit) : numbers.range(low, high, unit)})`;
}

/** A margin as text: "±0.050" or "0.80 to 1.25". */
export function marginText(
  view: View,
  metric: string,
  scale: ReportContrast["scale"],
  margin: ReportContrast["margin"],
): string {
  const { numbers, words } = view;
  if (margin === null) return words.label.notDeclared;
  if (scale === "ratio") return numbers.range(margin.low, margin.high, "ratio");
  const { unit } = view.metric(metric);
  const width = numbers.difference(margin.high, unit).replace("+", "");
  const named = view.unitName(unit) === "" ? width : `${width} ${view.unitName(unit)}`;
  return `±${named}`;
}

/** A gap's size without a sign, with its unit in words. */
export function gapText(
  view: View,
  contrast: Pick<ReportContrast, "metric" | "scale">,
  gap: ReportContrast["value"],
): string {
  if (gap === null) return view.words.label.none;
  const unit = contrastUnit(view, contrast);
  if (contrast.scale === "ratio") return view.numbers.value(gap, "ratio");
  const text = view.numbers.difference(gap, unit).replace("+", "");
  const named = view.unitName(unit);
  return named === "" ? text : `${text} ${named}`;
}

const TONES: Readonly<Record<ReportContrast["summary"], Tone>> = {
  "gap-shown": "gap",
  equivalent: "equivalent",
  inconclusive: "open",
  "not-judged": "plain",
  "not-estimable": "plain",
};

export function toneOf({ summary }: Pick<ReportContrast, "summary">): Tone {
  return TONES[summary];
}
