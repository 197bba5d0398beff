import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients without the outcome, the share that is not flagged (true negative rate). */
export const specificity: Metric = rate({
  id: "specificity",
  name: "Specificity",
  better: "higher",
  ideal: 1,
  of: ["trueNegatives"],
  among: ["trueNegatives", "falsePositives"],
  requires: { events: 0, nonEvents: 1 },
  source: ["Altman & Bland (1994) BMJ 308:1552"],
});
