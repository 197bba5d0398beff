import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients flagged, the share that has the outcome. It rises and falls with prevalence. */
export const ppv: Metric = rate({
  id: "ppv",
  name: "Positive predictive value",
  better: "higher",
  ideal: 1,
  of: ["truePositives"],
  among: ["truePositives", "falsePositives"],
  requires: { events: 0, nonEvents: 0, flagged: 1 },
  source: ["Altman & Bland (1994) BMJ 309:102"],
});
