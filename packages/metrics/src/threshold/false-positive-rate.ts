import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients without the outcome, the share that is flagged: 1 - specificity. */
export const falsePositiveRate: Metric = rate({
  id: "falsePositiveRate",
  name: "False positive rate",
  better: "lower",
  ideal: 0,
  of: ["falsePositives"],
  among: ["falsePositives", "trueNegatives"],
  requires: { events: 0, nonEvents: 1 },
  source: ["Altman & Bland (1994) BMJ 308:1552"],
});
