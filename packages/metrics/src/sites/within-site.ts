import { classTotals } from "../class-totals.ts";
import type { Measured } from "../estimate.ts";
import { jackknifeOf } from "../inference/jackknife.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/**
 * AUROC from pairs within sites only: the chance that of two patients of one site, one with the outcome and one without, the
 * one with it has the higher score. Pairs across sites, which a score may tell apart by the sites' prevalence alone, are
 * not in it. The sites' AUROCs weighted by their pairs.
 *
 * Interval: normal from the sites' errors; where patients repeat the jackknife over blocks, the weights held fixed.
 * Undefined: NO_ROWS without a site that has both classes.
 */
export function withinSiteAuroc(
  sites: readonly Measured[],
  level: number,
): { readonly value: number; readonly interval: Interval | null } | Undefined {
  const usable = sites.filter(({ estimate }) => estimate.value !== null);
  const pairs = usable.map(({ counts }) => {
    const { events, nonEvents } = classTotals(counts);
    return events.weight * nonEvents.weight;
  });
  const total = pairs.reduce((sum, n) => sum + n, 0);
  if (!(total > 0)) return undefinedBecause("NO_ROWS");
  const weights = pairs.map((n) => n / total);
  const value = usable.reduce((sum, { estimate }, s) => sum + weights[s]! * estimate.value!, 0);
  const error = errorOf(usable, weights, level);
  if (error === null) return { value, interval: null };
  const { reach, method } = error;
  return { value, interval: { low: Math.max(0, value - reach), high: Math.min(1, value + reach), level, method } };
}

function errorOf(
  sites: readonly Measured[],
  weights: readonly number[],
  level: number,
): { readonly reach: number; readonly method: Interval["method"] } | null {
  if (sites.some(({ jackknife }) => jackknife !== undefined)) {
    const each = sites.map(({ jackknife }) => (jackknife === undefined || isUndefined(jackknife) ? null : jackknife));
    if (each.includes(null)) return null;
    const blocks = each[0]!.leftOut.length;
    const left = Array.from({ length: blocks }, (_, b) =>
      each.reduce((sum, jackknife, s) => sum + weights[s]! * jackknife!.leftOut[b]!, 0),
    );
    const occupied = left.map((_, b) => each.some((jackknife) => jackknife!.occupied[b] === true));
    const found = jackknifeOf(left, occupied);
    if (isUndefined(found) || !(found.standardError > 0)) return null;
    const reach = studentTQuantile((1 + level) / 2, found.degreesOfFreedom) * found.standardError;
    return { reach, method: "jackknife" };
  }
  const errors = sites.map(({ estimate }) => estimate.standardError);
  if (errors.some((e) => e === null || !(e > 0))) return null;
  const error = Math.hypot(...errors.map((e, s) => weights[s]! * e!));
  return { reach: normalQuantile((1 + level) / 2) * error, method: "wald" };
}
