import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { observedExpectedRisk } from "../outcomes/observed-expected-risk.ts";
import { isUndefined } from "../result.ts";
import { followed, type SurvivalRows, unmet } from "./survival-rows.ts";
import { riskInfluence } from "./risk-influence.ts";

/**
 * O:E ratio at the horizon: observed risk (Aalen-Johansen; one minus Kaplan-Meier without competing events) over the mean
 * predicted risk. Above 1 the model predicts too few events.
 *
 * Units       ratio, 0 to infinity; 1 is ideal.
 * Error       of the observed risk, the expected taken as known; log scale.
 * Undefined   NOT_A_PROBABILITY; ZERO_DENOMINATOR where every prediction is 0; FOLLOW_UP_TOO_SHORT; WEIGHTED_ROWS.
 *
 * @see Crowson, Atkinson & Therneau (2016) Stat Methods Med Res 25:1692-1706; McLernon et al. (2023) Ann Intern Med 176:105-114.
 */
export const observedExpectedRiskMetric: OutcomeMetric<SurvivalRows> = {
  id: "observedExpectedRisk",
  name: "O:E ratio at the horizon",
  family: "calibration",
  unit: "ratio",
  range: [0, Infinity],
  ideal: 1,
  better: "towards-ideal",
  thresholded: false,
  headline: true,
  contrast: "ratio",
  intervalScale: "log",
  flagsFewEvents: true,
  requires: { score: "probability" },
  source: ["doi:10.1177/0962280213497434", "doi:10.7326/M22-0844"],
  point(rows) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    const oe = followed(rows, observedExpectedRisk(rows.followUp, rows.score, rows.horizon, 0.95));
    if (isUndefined(oe)) return oe;
    const { influence } = riskInfluence(rows);
    return {
      value: oe.value,
      standardError: oe.observedStandardError / oe.expected,
      ...(influence === undefined ? {} : { influence: influence.map((u) => u / oe.expected) }),
    };
  },
};
