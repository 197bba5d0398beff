import type { At, Metric, Point } from "../metric.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { ScoreCounts } from "@auscult/core";
import type { Proportion } from "../inference/proportion.ts";
import { koopmanRatio } from "../inference/proportion-ratio.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Confusion, confusion } from "./confusion.ts";
import { deltaError } from "./four-cells.ts";

const shared = {
  family: "threshold",
  unit: "ratio",
  thresholded: true,
  headline: true,
  monotoneInvariant: true,
  intervalScale: "log",
  contrast: "ratio",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["Simel, Samsa & Matchar (1991) J Clin Epidemiol 44:763-770", "Koopman (1984) Biometrics 40:513-517"],
} as const;

/**
 * Positive likelihood ratio: how much more often patients with the outcome are flagged than those without it,
 * sensitivity / (1 - specificity). Infinite where nobody without the outcome is flagged. Interval: Koopman's score
 * interval; Simel's, on the log scale, with weights.
 */
export const positiveLikelihoodRatio: Metric = {
  ...shared,
  id: "positiveLikelihoodRatio",
  name: "Positive likelihood ratio",
  range: [0, Infinity],
  ideal: Infinity,
  better: "higher",
  uninformative: 1,
  point: (counts, at) => ratioOf(counts, at, "flagged"),
  interval: (counts, point, level, at) => intervalOf(counts, point, level, at, "flagged"),
};

/**
 * Negative likelihood ratio: (1 - sensitivity) / specificity; how much more often patients with the outcome are passed
 * over. Interval: Koopman's score interval; Simel's, on the log scale, with weights.
 */
export const negativeLikelihoodRatio: Metric = {
  ...shared,
  id: "negativeLikelihoodRatio",
  name: "Negative likelihood ratio",
  range: [0, Infinity],
  ideal: 0,
  better: "lower",
  uninformative: 1,
  point: (counts, at) => ratioOf(counts, at, "unflagged"),
  interval: (counts, point, level, at) => intervalOf(counts, point, level, at, "unflagged"),
};

type Side = "flagged" | "unflagged";

function ratioOf(counts: ScoreCounts, at: At, side: Side): Point | Undefined {
  const { cells, first, second } = sides(counts, at, side);
  if (first.hits === 0 && second.hits === 0) return undefinedBecause("ZERO_DENOMINATOR");
  if (second.hits === 0) return { value: Infinity };
  const value = first.hits / first.rows / (second.hits / second.rows);
  if (first.hits === 0) return { value };
  const hit = {
    events: value * (1 / first.hits - 1 / first.rows),
    nonEvents: value * (1 / second.rows - 1 / second.hits),
  };
  const miss = { events: -value / first.rows, nonEvents: value / second.rows };
  const [flagged, unflagged] = side === "flagged" ? [hit, miss] : [miss, hit];
  const error = deltaError(cells, {
    truePositives: flagged.events,
    falsePositives: flagged.nonEvents,
    falseNegatives: unflagged.events,
    trueNegatives: unflagged.nonEvents,
  });
  return { value, ...error };
}

/** Koopman's, which covers where few events make Simel's too narrow (0.91 with 6); Simel's where rows are weighted. */
function intervalOf(counts: ScoreCounts, point: Point, level: number, at: At, side: Side): Interval | undefined {
  if (counts.weighted !== undefined) {
    const critical = studentTQuantile((1 + level) / 2, point.degreesOfFreedom ?? Infinity);
    return scaleInterval(point, { intervalScale: "log", range: [0, Infinity] }, { level, critical });
  }
  const { first, second } = sides(counts, at, side);
  const score = koopmanRatio(first, second, level);
  return isUndefined(score) ? undefined : { ...score, level, method: "koopman" };
}

/** The share of events, and of non-events, on one side of the threshold. */
function sides(
  counts: ScoreCounts,
  { threshold = -Infinity }: At,
  side: Side,
): { readonly cells: Confusion; readonly first: Proportion; readonly second: Proportion } {
  const cells = confusion(counts, threshold);
  const flagged = side === "flagged";
  const events = cells.truePositives.sum + cells.falseNegatives.sum;
  const nonEvents = cells.falsePositives.sum + cells.trueNegatives.sum;
  return {
    cells,
    first: { hits: flagged ? cells.truePositives.sum : cells.falseNegatives.sum, rows: events },
    second: { hits: flagged ? cells.falsePositives.sum : cells.trueNegatives.sum, rows: nonEvents },
  };
}
