import type { Estimate } from "../estimates.ts";

interface Amount {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a threshold asks of those who answer its flags, in one subgroup. */
export interface Workload {
  readonly threshold: number;
  readonly subgroup: string;
  /** Flags in a thousand rows: a thousand times the selection rate and its limits. */
  readonly per1000: Amount;
  /** Flags in a day, where it is known how many rows of everybody a day has. */
  readonly perDay?: Amount;
}

/**
 * Flags per thousand rows at each threshold in each subgroup, and per day for everybody, from the selection rates. A subgroup's rows in a
 * day are not known, so it has none per day. Rates that are undefined are left out: the estimates say why.
 */
export function workload(estimates: readonly Estimate[], rowsPerDay?: number): Workload[] {
  return estimates.flatMap(({ metric, threshold, subgroup, value, interval }) => {
    if (metric !== "selectionRate" || threshold === undefined || value === null) return [];
    const times = (rows: number): Amount => ({
      value: rows * value,
      low: interval === null ? null : rows * interval.low,
      high: interval === null ? null : rows * interval.high,
    });
    const perDay = rowsPerDay === undefined || subgroup !== "overall" ? {} : { perDay: times(rowsPerDay) };
    return [{ threshold, subgroup, per1000: times(1000), ...perDay }];
  });
}
