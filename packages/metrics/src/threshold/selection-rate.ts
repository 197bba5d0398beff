import type { Metric } from "../metric.ts";
import { rate } from "./rate.ts";

/** The share of patients that is flagged: the workload, also called flag or alert rate. */
export const selectionRate: Metric = rate({
  id: "selectionRate",
  name: "Selection rate",
  better: "neither",
  ideal: null,
  of: ["truePositives", "falsePositives"],
  among: ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"],
  requires: { events: 0, nonEvents: 0 },
  source: ["Van Calster et al. (2025) Lancet Digit Health, arXiv:2412.10288"],
});
