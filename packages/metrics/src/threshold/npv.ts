import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients not flagged, the share that does not have the outcome. It rises and falls with prevalence. */
export const npv: Metric = rate({
  id: "npv",
  name: "Negative predictive value",
  better: "higher",
  ideal: 1,
  of: ["trueNegatives"],
  among: ["trueNegatives", "falseNegatives"],
  requires: { events: 0, nonEvents: 0, unflagged: 1 },
  source: ["Altman & Bland (1994) BMJ 309:102"],
});
