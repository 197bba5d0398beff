import type { Metric, Point } from "../metric.ts";
import type { Interval, IntervalMethod } from "../result.ts";

/**
 * Two-sided interval round a value on the scale that its metric declares, or `undefined` where the standard error
 * carries no information. Never of zero width, never outside the metric's range.
 *
 * `critical`  the normal quantile with an analytic standard error, the t quantile on blocks − 1 degrees of freedom with
 *             a jackknife one: always that of `level`.
 * identity    value ± critical × error, cut at the range
 * log         value × exp(± critical × error / value); about `origin` where the point has one, above or below it; needs a
 *             value above 0, or other than the origin
 * logit       on the log odds of the value's place in its range; needs a value strictly inside the range
 * wilson      the score interval with effective rows value(1 − value) / error², which serves clustered and weighted rows
 *             too; called plain Wilson where those are the `denominator` rows. At 0 and 1, where the error is 0 because
 *             nothing varied, with `denominator` rows: where rows are not independent give the number of patients or
 *             blocks there, not of rows.
 *
 * @see Wilson (1927) J Am Stat Assoc 22:209-212; Korn & Graubard (1998) Surv Methodol 24:193-201, effective rows.
 * @see Pepe (2003) The Statistical Evaluation of Medical Tests, ch. 5, AUROC on the logit scale.
 */
export function scaleInterval(
  { value, standardError, denominator, origin }: Pick<Point, "value" | "standardError" | "denominator" | "origin">,
  { intervalScale, range }: Pick<Metric, "intervalScale" | "range">,
  { level, critical, method }: { readonly level: number; readonly critical: number; readonly method?: IntervalMethod },
): Interval | undefined {
  const error = standardError ?? 0;
  const informative = error > 0 && error < Infinity;
  const [bottom, top] = range;
  if (!(value >= bottom && value <= top) || !Number.isFinite(value)) return undefined;
  const made = (low: number, high: number, by: IntervalMethod): Interval | undefined =>
    low < high ? { low: Math.max(low, bottom), high: Math.min(high, top), level, method: method ?? by } : undefined;

  if (intervalScale === "wilson") {
    const effective = informative ? (value * (1 - value)) / error ** 2 : 0;
    // The binomial error of independent rows gives back the rows themselves, but for rounding.
    const own = effective === 0 || Math.abs(effective - (denominator ?? 0)) <= 1e-12 * effective;
    const rows = own ? (denominator ?? 0) : effective;
    if (!(rows > 0)) return undefined;
    const [low, high] = scoreLimits(value, rows, critical);
    return made(low, high, own ? "wilson" : "effective-n-wilson");
  }
  if (!informative) return undefined;
  const reach = critical * error;
  if (intervalScale === "identity") return made(Math.max(value - reach, bottom), Math.min(value + reach, top), "wald");
  if (intervalScale === "log") {
    const from = value - (origin ?? 0);
    if (from === 0 || (origin === undefined && from < 0)) return undefined;
    const low = (origin ?? 0) + from * Math.exp(-reach / from);
    const high = (origin ?? 0) + from * Math.exp(reach / from);
    return made(Math.max(low, bottom), Math.min(high, top), "log");
  }
  const below = value - bottom;
  const above = top - value;
  if (!(below > 0 && above > 0)) return undefined;
  const onScale = (reach * (top - bottom)) / (below * above);
  const at = (odds: number): number => bottom + ((top - bottom) * below) / (below + above * odds);
  return made(at(Math.exp(onScale)), at(Math.exp(-onScale)), "logit");
}

function scoreLimits(value: number, rows: number, critical: number): [low: number, high: number] {
  const z2 = critical ** 2;
  const centre = (value + z2 / (2 * rows)) / (1 + z2 / rows);
  const reach = (critical / (1 + z2 / rows)) * Math.sqrt((value * (1 - value)) / rows + z2 / (4 * rows ** 2));
  return [value === 0 ? 0 : Math.max(centre - reach, 0), value === 1 ? 1 : Math.min(centre + reach, 1)];
}
