import type { ScoreCounts } from "@auscult/core";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { calibrationBins } from "./calibration-bins.ts";
import { notPredictions } from "./predictions.ts";

export interface HosmerLemeshow {
  readonly chiSquared: number;
  /** Groups that ties left. */
  readonly groups: number;
  /** On as many degrees of freedom as groups: predictions made elsewhere. */
  readonly pExternal: number;
  /** On groups − 2: a model judged on the data it was made from. Absent below three groups. */
  readonly pDevelopment?: number;
}

/**
 * Hosmer–Lemeshow test, only to reproduce what a vendor reported: its groups are arbitrary, it lacks power in small
 * samples and rejects everything in large ones, and it does not say in which direction. MISSING_INPUT where weighted.
 *
 * @see Hosmer & Lemeshow (1980) Commun Stat A 9:1043-1069.
 */
export function hosmerLemeshow(counts: ScoreCounts, groups: number): HosmerLemeshow | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const bins = calibrationBins(counts, groups, "mass");
  const chiSquared = sum(
    bins.map(({ rows, observed, meanPrediction: p }) =>
      observed === p ? 0 : (rows * (observed - p) ** 2) / (p * (1 - p)),
    ),
  );
  return {
    chiSquared,
    groups: bins.length,
    pExternal: chiSquaredUpperTail(chiSquared, bins.length),
    ...(bins.length > 2 ? { pDevelopment: chiSquaredUpperTail(chiSquared, bins.length - 2) } : {}),
  };
}
