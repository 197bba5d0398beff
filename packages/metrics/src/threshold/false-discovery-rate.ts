import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** Of the patients flagged, the share that does not have the outcome: 1 - PPV. */
export const falseDiscoveryRate: Metric = rate({
  id: "falseDiscoveryRate",
  name: "False discovery rate",
  better: "lower",
  ideal: 0,
  of: ["falsePositives"],
  among: ["truePositives", "falsePositives"],
  requires: { events: 0, nonEvents: 0, flagged: 1 },
  source: ["Altman & Bland (1994) BMJ 309:102"],
});
