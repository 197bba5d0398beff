import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { harrellC } from "../outcomes/harrell-c.ts";
import { isUndefined } from "../result.ts";
import { followed, freedomOf, type SurvivalRows, unmet } from "./survival-rows.ts";

/**
 * Harrell's C: of pairs of patients where it is known who had the event first, the share where that one had the higher
 * score; a tied score counts one half. Over the whole of follow-up, whatever the horizon.
 *
 * It depends on how long patients happened to be followed, and it is not a proper score for the risk by a horizon: the
 * AUROC at the horizon is the primary measure, and Uno's C does not depend on censoring.
 *
 * Units       probability, 0 to 1; 0.5 is uninformative.
 * Error       infinitesimal jackknife over patients; logit scale, t.
 * Undefined   ZERO_DENOMINATOR without a comparable pair; COMPETING_EVENTS where the plan names any; WEIGHTED_ROWS.
 *
 * @see Harrell, Lee & Mark (1996) Stat Med 15:361-387.
 */
export const harrellCMetric: OutcomeMetric<SurvivalRows> = {
  id: "harrellC",
  name: "Harrell's C",
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
  source: ["doi:10.1002/(SICI)1097-0258(19960229)15:4<361::AID-SIM168>3.0.CO;2-4"],
  point(rows) {
    const fault = unmet(rows, { noCompeting: true });
    if (fault !== undefined) return fault;
    const c = followed(rows, harrellC(rows.followUp, rows.score));
    if (isUndefined(c)) return c;
    const { value, standardError, influence } = c;
    return { value, standardError, influence, ...freedomOf(influence) };
  },
};
