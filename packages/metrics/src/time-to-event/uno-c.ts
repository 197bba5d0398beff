import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { unoC } from "../outcomes/uno-c.ts";
import { isUndefined } from "../result.ts";
import { freedomOf, type SurvivalRows, unmet } from "./survival-rows.ts";

/**
 * Uno's C up to tau (the plan's `outcome.tau`, or the horizon): Harrell's C with each event weighted by the inverse square
 * of the probability of still being followed, so that it does not depend on how patients happened to be censored.
 *
 * Units       probability, 0 to 1; 0.5 is uninformative.
 * Error       infinitesimal jackknife over patients, the estimation of the censoring curve included; logit scale, t.
 * Undefined   ZERO_DENOMINATOR without a comparable pair before tau; COMPETING_EVENTS where the plan names any;
 *             WEIGHTED_ROWS.
 * Flags       EXTREME_WEIGHTS where under 10 % are still followed just before tau.
 *
 * @see Uno, Cai, Pencina, D'Agostino & Wei (2011) Stat Med 30:1105-1117, doi:10.1002/sim.4154.
 */
export const unoCMetric: OutcomeMetric<SurvivalRows> = {
  id: "unoC",
  name: "Uno's C",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0.5,
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: true,
  requires: { score: "ordinal", noCompeting: true },
  source: ["doi:10.1002/sim.4154"],
  point(rows) {
    const fault = unmet(rows, { noCompeting: true });
    if (fault !== undefined) return fault;
    const c = unoC(rows.followUp, rows.score, rows.tau);
    if (isUndefined(c)) return c;
    const { value, standardError, influence, flags } = c;
    return { value, standardError, influence, ...freedomOf(influence), flags };
  },
};
