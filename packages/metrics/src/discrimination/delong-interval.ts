import { expit, logit } from "../numeric/logit.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Interval } from "../result.ts";
import type { DeLong } from "./delong.ts";

/**
 * The interval that pROC prints: normal on the probability scale, clipped to [0, 1]. Kept to reproduce a vendor's
 * figures. It is not the interval of the `auroc` metric: it undercovers with few events (0.73 at 10 events and a true
 * value of 0.97) and has zero width where the classes separate. Undefined with fewer than two rows in a class.
 */
export function delongWald({ value, variance }: DeLong, level: number): Interval | undefined {
  if (variance === undefined) return undefined;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return { low: Math.max(0, value - half), high: Math.min(1, value + half), level, method: "delong" };
}

/**
 * DeLong's standard error on the logit scale with the normal quantile: the usual published form, and that of weighted
 * and clustered variances. Zero width where the variance is 0; undefined at 0 and 1, which have no logit.
 *
 * @see Pepe (2003) The Statistical Evaluation of Medical Tests for Classification and Prediction, ch. 5.
 */
export function delongLogit({ value, variance }: DeLong, level: number): Interval | undefined {
  if (variance === undefined || !(value > 0 && value < 1)) return undefined;
  const centre = logit(value);
  const reach = (normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / (value * (1 - value));
  return { low: expit(centre - reach), high: expit(centre + reach), level, method: "logit" };
}
