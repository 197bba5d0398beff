import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** The share of patients with the outcome. */
export const prevalence: Metric = rate({
  id: "prevalence",
  name: "Prevalence",
  better: "neither",
  ideal: null,
  of: ["truePositives", "falseNegatives"],
  among: ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"],
  requires: { events: 0, nonEvents: 0 },
  thresholded: false,
  source: ["Altman & Bland (1994) BMJ 309:102"],
});
