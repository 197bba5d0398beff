import type { ScoreCounts } from "@auscult/core";
import { twoSidedP } from "../inference/wald.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { notPredictions } from "./predictions.ts";

export interface SpiegelhalterTest {
  readonly z: number;
  readonly p: number;
}

/**
 * Spiegelhalter's test: does the Brier score differ from what it would be if the predictions were right?
 *
 * With many rows nearly every model fails it; judge sizes. MISSING_INPUT for weighted counts; ZERO_DENOMINATOR where all
 * predictions are 0, ½ or 1, of which it cannot speak.
 *
 * @see Spiegelhalter (1986) Stat Med 5:421-433.
 */
export function spiegelhalterTest(counts: ScoreCounts): SpiegelhalterTest | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const { score, positives, negatives } = counts;
  const rows = positives.map((events, i) => events + negatives[i]!);
  const variance = sum(score.map((p, i) => rows[i]! * (1 - 2 * p) ** 2 * p * (1 - p)));
  if (!(variance > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const excess = sum(score.map((p, i) => (positives[i]! - rows[i]! * p) * (1 - 2 * p)));
  const z = excess / Math.sqrt(variance);
  return { z, p: twoSidedP(z) };
}
