import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients not flagged, the share that has the outcome: 1 - NPV. */
export const falseOmissionRate: Metric = rate({
  id: "falseOmissionRate",
  name: "False omission rate",
  better: "lower",
  ideal: 0,
  of: ["falseNegatives"],
  among: ["falseNegatives", "trueNegatives"],
  requires: { events: 0, nonEvents: 0, unflagged: 1 },
  source: ["Altman & Bland (1994) BMJ 309:102"],
});
