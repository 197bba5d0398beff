import type { ReportNumber } from "../audit-report/numbers.ts";
import type { Datum } from "../document.ts";
import { plotted } from "../format-number.ts";
import type { AxisRange } from "./axis-range.ts";

const LONGEST = 29;

/** A label that fits its column; the whole of it stands in the table. */
export function fitted(label: string, longest: number = LONGEST): string {
  const letters = Array.from(label);
  return letters.length <= longest ? label : `${letters.slice(0, longest - 1).join("")}…`;
}

/** What of a value and its interval lies on the axis; what does not is cut and marked. */
export function drawn(
  value: ReportNumber | null,
  interval: { readonly low: ReportNumber; readonly high: ReportNumber } | null,
  { low, high }: AxisRange,
): Datum {
  const inside = typeof value === "number" && value >= low && value <= high;
  const bounds = interval === null ? undefined : { from: toNumber(interval.low), to: toNumber(interval.high) };
  const visible = bounds !== undefined && bounds.to >= low && bounds.from <= high;
  return {
    ...(inside ? { value: plotted(value) } : {}),
    ...(visible
      ? {
          low: plotted(Math.max(bounds.from, low)),
          high: plotted(Math.min(bounds.to, high)),
          cutLow: bounds.from < low,
          cutHigh: bounds.to > high,
        }
      : {}),
  };
}

function toNumber(value: ReportNumber): number {
  if (typeof value === "number") return value;
  return value === "infinity" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
