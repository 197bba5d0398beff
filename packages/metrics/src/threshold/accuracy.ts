import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** The share of patients classified rightly. Improper away from a threshold of 0.5: for an appendix only. */
export const accuracy: Metric = {
  ...rate({
    id: "accuracy",
    name: "Accuracy",
    better: "higher",
    ideal: 1,
    of: ["truePositives", "trueNegatives"],
    among: ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"],
    requires: { events: 0, nonEvents: 0 },
    source: ["Van Calster et al. (2025) Lancet Digit Health, arXiv:2412.10288"],
  }),
  headline: false,
};
