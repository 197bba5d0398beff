import type { AuditPlan } from "@auscult/core";
import type { Metric } from "../metric.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { placeable, poolingScaleOf, type RandomEffects, randomEffects, towards } from "../sites/random-effects.ts";

type Validation = NonNullable<AuditPlan["claims"][number]["validations"]>[number];

/**
 * The vendor's own validations at several sites, summarised: where the value of another such site would lie. A local value
 * outside it is unlike all that was published, whatever single number is claimed.
 *
 * Each site's error follows from its published interval on the metric's scale. Undefined: MISSING_INPUT where a value or a
 * limit lies at an end of the scale; otherwise as `randomEffects` is.
 *
 * @see Debray et al (2017) BMJ 356:i6460.
 */
export function publishedValidations(
  validations: readonly Validation[],
  metric: Metric,
  level: number,
): RandomEffects | Undefined {
  const scale = poolingScaleOf(metric);
  const inside = validations.every(({ value, interval: { low, high } }) =>
    [value, low, high].every((x) => placeable(x, scale)),
  );
  if (!inside) return undefinedBecause("MISSING_INPUT");
  const estimates = validations.map(({ value, interval }) => {
    const width = towards(scale, interval.high) - towards(scale, interval.low);
    return { value: towards(scale, value), standardError: width / (2 * normalQuantile((1 + interval.level) / 2)) };
  });
  return randomEffects(estimates, scale, level, "placed");
}
