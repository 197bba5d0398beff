import type { Measured } from "../estimate.ts";
import { proportionAgainstClaim } from "../validation/vendor-claim.ts";
import { isUndefined } from "../result.ts";
import { logit } from "../numeric/logit.ts";
import { studentTUpperTail } from "../numeric/student-t.ts";

/** One-sided p of a local value against a limit, from its two sides. */
export interface AgainstLimit {
  /** p of "the true value lies at or below the limit": small where the value is shown to lie above it. */
  readonly above: number;
  /** p of "the true value lies at or above the limit": small where the value is shown to lie below it. */
  readonly below: number;
}

/**
 * Whether a measured value lies above or below a limit.
 *
 * Shares of independent, unweighted rows: exact binomial. Anything else: its standard error (that of the jackknife where
 * patients repeat) on the metric's own scale, the score form for shares, Student's t on the error's degrees of freedom.
 * `null` where the error carries no information or the limit lies at an end of the scale.
 *
 * @see Clopper & Pearson (1934) Biometrika 26:404-413.
 */
export function againstLimit(
  { metric, at, counts, estimate, jackknife }: Measured,
  limit: number,
): AgainstLimit | null {
  const { value, standardError } = estimate;
  if (value === null) return null;
  const point = metric.point(counts, at);
  if (isUndefined(point)) return null;
  const { denominator, degreesOfFreedom } = point;
  const plain = jackknife === undefined && counts.weighted === undefined;
  if (metric.intervalScale === "wilson" && plain && denominator !== undefined) {
    const exact = proportionAgainstClaim({ hits: Math.round(value * denominator), rows: denominator }, limit, 0);
    return isUndefined(exact) ? null : { above: exact.nonInferiorityP, below: exact.worseP };
  }
  const robust = jackknife === undefined || isUndefined(jackknife) ? undefined : jackknife.degreesOfFreedom;
  const t = statistic(value, standardError ?? 0, metric.intervalScale, metric.range, limit);
  const df = robust ?? degreesOfFreedom ?? Infinity;
  if (t === null || !(df > 0)) return null;
  return { above: studentTUpperTail(t, df), below: studentTUpperTail(-t, df) };
}

/** (value − limit) / error on the scale on which the metric's interval is made. */
function statistic(
  value: number,
  error: number,
  scale: Measured["metric"]["intervalScale"],
  [bottom, top]: readonly [number, number],
  limit: number,
): number | null {
  if (!(error > 0 && error < Infinity)) return null;
  if (scale === "identity") return (value - limit) / error;
  if (scale === "log") return value > 0 && limit > 0 ? (Math.log(value) - Math.log(limit)) / (error / value) : null;
  const share = (x: number): number => (x - bottom) / (top - bottom);
  const [v, l, e] = [share(value), share(limit), error / (top - bottom)];
  if (!(l > 0 && l < 1 && v > 0 && v < 1)) return null;
  if (scale === "logit") return (logit(v) - logit(l)) / (e / (v * (1 - v)));
  const rows = (v * (1 - v)) / e ** 2;
  return (v - l) / Math.sqrt((l * (1 - l)) / rows);
}
