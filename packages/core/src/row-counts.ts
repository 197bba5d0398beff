import { EVENT, UNKNOWN } from "./outcome-codes.ts";
import { cellMask, type Rows } from "./subgroup.ts";
import type { Tally } from "./tally.ts";

/** A subgroup's rows, whatever is missing in them. */
export interface RowCounts {
  readonly rows: number;
  /** Rows without a score, whatever their outcome. */
  readonly missingScore: number;
  /** Rows without a known outcome, whatever their score. */
  readonly missingOutcome: number;
  /** Rows with both, and how many of these are events. */
  readonly analysed: number;
  readonly events: number;
}

/** How many rows each subgroup has, and what is missing in them. One pass over the tally for all. */
export function countRows(tally: Tally, each: readonly Rows[]): RowCounts[] {
  const { rows, missingScore, missingOutcome, analysed, events } = byCell(tally);
  return each.map((wanted) => {
    const mask = cellMask(tally, wanted);
    const sum = (counts: Float64Array) => counts.reduce((total, count, cell) => total + mask[cell]! * count, 0);
    return {
      rows: sum(rows),
      missingScore: sum(missingScore),
      missingOutcome: sum(missingOutcome),
      analysed: sum(analysed),
      events: sum(events),
    };
  });
}

function byCell({ cells, score, cell, outcome, count }: Tally): Record<keyof RowCounts, Float64Array> {
  const zeros = () => new Float64Array(cells.length);
  const counts = { rows: zeros(), missingScore: zeros(), missingOutcome: zeros(), analysed: zeros(), events: zeros() };
  for (let entry = 0; entry < cell.length; entry++) {
    const of = cell[entry]!;
    const n = count[entry]!;
    const scored = !Number.isNaN(score[entry]!);
    const known = outcome[entry] !== UNKNOWN;
    counts.rows[of]! += n;
    if (!scored) counts.missingScore[of]! += n;
    if (!known) counts.missingOutcome[of]! += n;
    if (scored && known) counts.analysed[of]! += n;
    if (scored && outcome[entry] === EVENT) counts.events[of]! += n;
  }
  return counts;
}
