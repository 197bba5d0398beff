import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients with the outcome, the share that is flagged (recall, true positive rate). */
export const sensitivity: Metric = rate({
  id: "sensitivity",
  name: "Sensitivity",
  better: "higher",
  ideal: 1,
  of: ["truePositives"],
  among: ["truePositives", "falseNegatives"],
  requires: { events: 1, nonEvents: 0 },
  source: ["Altman & Bland (1994) BMJ 308:1552"],
});
