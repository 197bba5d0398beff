import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients with the outcome, the share that is not flagged: 1 - sensitivity. */
export const falseNegativeRate: Metric = rate({
  id: "falseNegativeRate",
  name: "False negative rate",
  better: "lower",
  ideal: 0,
  of: ["falseNegatives"],
  among: ["truePositives", "falseNegatives"],
  requires: { events: 1, nonEvents: 0 },
  source: ["Altman & Bland (1994) BMJ 308:1552"],
});
