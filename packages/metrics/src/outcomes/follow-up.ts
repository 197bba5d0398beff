/** Patients followed in time: one entry a patient, in parallel. */
export interface FollowUp {
  /** Time to the event or to the end of follow-up, in any unit, at least 0. */
  readonly time: ArrayLike<number>;
  /** What ended it: 0 nothing (censored), 1 the event of interest, 2 and up an event that precludes it (death, say). */
  readonly status: ArrayLike<number>;
}

export const CENSORED = 0;
export const EVENT_OF_INTEREST = 1;

/** Rows in which every column is there, in the order of the rows. Those left out are the caller's to report. */
export function rowsWithAll(...columns: readonly ArrayLike<number>[]): number[] {
  const rows: number[] = [];
  for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
    if (columns.every((column) => !Number.isNaN(column[i]!))) rows.push(i);
  }
  return rows;
}

/** The chosen rows of a column. */
export function pick(column: ArrayLike<number>, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (i) => column[i]!);
}

/** Refuses competing events where a statistic has no place for them: counted as censored they would inflate the risk. */
export function refuseCompeting(status: ArrayLike<number>, statistic: string): void {
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== CENSORED && status[i] !== EVENT_OF_INTEREST) {
      throw new RangeError(
        `${statistic}: status ${status[i]} at row ${i}. It knows 0 (censored) and 1 (event) only; ` +
          "for competing events use the Aalen-Johansen risk and the competing-risk AUC and Brier score.",
      );
    }
  }
}
