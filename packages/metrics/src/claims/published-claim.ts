import type { AuditPlan } from "@auscult/core";
import { newcombe5 } from "../discrimination/newcombe5.ts";
import { evaluate } from "../evaluate.ts";
import { wilsonLimits } from "../inference/proportion.ts";
import type { Metric } from "../metric.ts";
import { expit, logit } from "../numeric/logit.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { FlagCounts } from "../threshold/flag-counts.ts";

type Claim = AuditPlan["claims"][number];

/** What was published, as far as it can be computed with. */
export interface PublishedClaim {
  /** The values claimed: one, or the ends of a range. */
  readonly from: number;
  readonly to: number;
  /** Limits of the claim itself; `null` where nothing was published that they could be had from: it is then taken as exact. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** How the limits were had: as published, from the published number of patients, or from the published 2 × 2 table. */
  readonly basis: "interval" | "sample" | "counts" | "none";
}

/**
 * A claim's value and what is known of its error.
 *
 * A published 2 × 2 table gives both. A number of patients and events gives limits for the AUROC (Newcombe's method 5) and
 * for shares of a known denominator (Wilson); for other metrics it does not, and the claim is taken as exact. Published
 * limits of another level are carried over to `level` on the metric's scale, as those of a normal estimate would be.
 *
 * Undefined: as the metric is on the published table.
 */
export function publishedClaim(claim: Claim, metric: Metric, level: number): PublishedClaim | Undefined {
  if (claim.counts !== undefined) return ofCounts(claim.counts, metric, level);
  const [from, to] =
    typeof claim.value === "object" ? [claim.value.from, claim.value.to] : [claim.value!, claim.value!];
  if (claim.interval !== undefined) {
    return { from, to, interval: atLevel(from, claim.interval, metric, level), basis: "interval" };
  }
  const interval = claim.sample === undefined ? null : ofSample(from, claim.sample, metric, level);
  return { from, to, interval, basis: interval === null ? "none" : "sample" };
}

function ofCounts(cells: FlagCounts, metric: Metric, level: number): PublishedClaim | Undefined {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = cells;
  const counts = {
    score: Float64Array.of(0, 1),
    negatives: Float64Array.of(trueNegatives, falsePositives),
    positives: Float64Array.of(falseNegatives, truePositives),
  };
  const found = evaluate(metric, counts, {
    level,
    at: metric.thresholded ? { threshold: 1 } : {},
    scoreKind: "ordinal",
  });
  if (isUndefined(found)) return found;
  const { value } = found.point;
  const { low, high } = found.interval ?? { low: Number.NaN, high: Number.NaN };
  const known = low <= high;
  return { from: value, to: value, interval: known ? { low, high } : null, basis: known ? "counts" : "none" };
}

function atLevel(
  value: number,
  { low, high, level: own }: NonNullable<Claim["interval"]>,
  metric: Metric,
  level: number,
): NonNullable<PublishedClaim["interval"]> {
  if (own === level) return { low, high };
  const stretch = normalQuantile((1 + level) / 2) / normalQuantile((1 + own) / 2);
  const { to, from } = scaleOf(metric, [value, low, high]);
  const at = (limit: number): number => from(to(value) + stretch * (to(limit) - to(value)));
  return { low: at(low), high: at(high) };
}

/** Log odds for shares, logarithm for ratios; as it is where the scale would not hold the numbers. */
function scaleOf(
  { intervalScale, range: [bottom, top] }: Metric,
  numbers: readonly number[],
): { to: (x: number) => number; from: (x: number) => number } {
  const inside = numbers.every((x) => x > bottom && x < top);
  if (intervalScale === "log" && inside) return { to: Math.log, from: Math.exp };
  if ((intervalScale === "logit" || intervalScale === "wilson") && inside && bottom === 0 && top === 1)
    return { to: logit, from: expit };
  return { to: (x) => x, from: (x) => x };
}

/** Rows in the denominator of a share, where the number of patients and events tells it. */
const DENOMINATOR: Readonly<Record<string, (n: number, events: number) => number>> = {
  sensitivity: (_, events) => events,
  falseNegativeRate: (_, events) => events,
  specificity: (n, events) => n - events,
  falsePositiveRate: (n, events) => n - events,
  prevalence: (n) => n,
  selectionRate: (n) => n,
};

function ofSample(
  value: number,
  { n, events }: { readonly n: number; readonly events: number },
  { id, range }: Metric,
  level: number,
): PublishedClaim["interval"] {
  if (!(value >= range[0] && value <= range[1])) return null;
  if (id === "auroc") return events > 0 && events < n ? newcombe5(value, events, n - events, level) : null;
  const rows = DENOMINATOR[id]?.(n, events) ?? 0;
  if (!(rows > 0)) return null;
  const { low, high } = wilsonLimits({ hits: value * rows, rows }, level);
  return { low, high };
}
