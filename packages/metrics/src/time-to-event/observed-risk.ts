import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { aalenJohansen } from "../outcomes/aalen-johansen.ts";
import { isUndefined } from "../result.ts";
import { logLogInterval } from "./log-log-interval.ts";
import { followed, type SurvivalRows, unmet } from "./survival-rows.ts";
import { riskInfluence } from "./risk-influence.ts";

/**
 * Observed risk of the event by the horizon: Aalen-Johansen's cumulative incidence, which without competing events is one
 * minus Kaplan-Meier. With them one minus Kaplan-Meier would be too high, for it is the risk in a world without them.
 *
 * Units       proportion, 0 to 1; none is better than another.
 * Error       Greenwood's, with competing events the delta variance; interval on the log(−log) scale.
 * Undefined   FOLLOW_UP_TOO_SHORT where follow-up ends before the horizon with patients still free of any event;
 *             WEIGHTED_ROWS. 0 where nobody had the event: a value, without an interval.
 *
 * @see Aalen & Johansen (1978) Scand J Stat 5:141-150; Kalbfleisch & Prentice (2002), the interval.
 */
export const observedRisk: OutcomeMetric<SurvivalRows> = {
  id: "observedRisk",
  name: "Observed risk by the horizon",
  family: "threshold",
  unit: "proportion",
  range: [0, 1],
  ideal: null,
  better: "neither",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: true,
  requires: { score: "ordinal" },
  source: ["Aalen & Johansen (1978) Scand J Stat 5:141", "doi:10.1080/01621459.1993.10476289"],
  point(rows) {
    const fault = unmet(rows, {});
    if (fault !== undefined) return fault;
    const observed = followed(rows, aalenJohansen(rows.followUp, rows.horizon));
    if (isUndefined(observed)) return observed;
    const { risk, standardError } = observed;
    return { value: risk, standardError, ...riskInfluence(rows) };
  },
  interval: (_rows, point, level) => logLogInterval(point, level),
};
