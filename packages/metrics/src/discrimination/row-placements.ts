import { EVENT } from "@auscult/core";
import { countScores } from "../count-scores.ts";
import { placeIn } from "../numeric/distinct.ts";
import { delong } from "./delong.ts";
import { placements } from "./placements.ts";

/** AUROC and each row's placement less the AUROC: what covariances between scores, or within patients, are made of. */
export interface RowPlacements {
  readonly value: number;
  /** Parallel to the rows. */
  readonly deviation: Float64Array;
}

/**
 * Placements row by row. Rows must have a score and an outcome of 0 or 1; both classes must be there.
 */
export function rowPlacements(score: ArrayLike<number>, outcome: ArrayLike<number>): RowPlacements {
  const counts = countScores(score, outcome);
  const { ofEvents, ofNonEvents } = placements(counts);
  const { value } = delong(counts);
  const deviation = Float64Array.from(score, (s, row) => {
    const i = placeIn(counts.score, s);
    return (outcome[row] === EVENT ? ofEvents[i]! : ofNonEvents[i]!) - value;
  });
  return { value, deviation };
}
