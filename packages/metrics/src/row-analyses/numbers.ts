import type { Effect } from "../inference/effect.ts";
import type { FindingNumber, FindingUnit } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";

type Names = readonly [id: string, label: Label, unit: FindingUnit];

/** A number with its interval, or the reason that there is none. */
export function numberOf(
  [id, label, unit]: Names,
  of: { readonly value: number; readonly interval: Interval | null } | Undefined,
): FindingNumber {
  return isUndefined(of)
    ? { id, label, unit, value: null, interval: null, reason: of.reason }
    : { id, label, unit, value: of.value, interval: of.interval };
}

/** A number without an interval: a count, a p, a tipping point. `null` needs its reason. */
export function plainNumber([id, label, unit]: Names, value: number | Undefined): FindingNumber {
  return typeof value === "number"
    ? { id, label, unit, value, interval: null }
    : { id, label, unit, value: null, interval: null, reason: value.reason };
}

/** An effect on the logarithm as a ratio. */
export function asRatio({ value, interval }: Effect): { readonly value: number; readonly interval: Interval | null } {
  return {
    value: Math.exp(value),
    interval:
      interval === null
        ? null
        : { ...interval, low: Math.exp(interval.low), high: Math.exp(interval.high), method: "log" },
  };
}

/** Low and high as two cells. */
export function limits(interval: Interval | null | undefined): readonly [number | null, number | null] {
  return interval === null || interval === undefined ? [null, null] : [interval.low, interval.high];
}

/** A percentile as it is written: 97, 99.5. */
export function percentileText(percentile: number): string {
  return String(Number(percentile.toFixed(4)));
}
