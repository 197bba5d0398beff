/** One period of the source: its name, and what happened in it. */
export interface SourcePeriod {
  readonly level: string;
  /** Code of the level, as rows have it. */
  readonly code: number;
  readonly rows: number;
  readonly events: number;
}

/** One period as it is judged: one of the source, or several joined. */
export interface MergedPeriod {
  /** First and last name where several were joined. */
  readonly label: string;
  readonly codes: readonly number[];
  readonly rows: number;
  readonly events: number;
  /** Whether it has the minimum of events. */
  readonly enough: boolean;
}

/**
 * Joins a period that has fewer events than `minimum` with those after it until there are enough. `periods` are in time
 * order. A period is never joined with one before it, so that what an earlier run reported keeps its periods: the last one
 * may be left with too few, and is then marked, not dropped. With `none` every period stands alone.
 */
export function mergePeriods(
  periods: readonly SourcePeriod[],
  minimum: number,
  rule: "merge-forward" | "none",
): MergedPeriod[] {
  const merged: MergedPeriod[] = [];
  let open: SourcePeriod[] = [];
  for (const [i, period] of periods.entries()) {
    open.push(period);
    const events = open.reduce((sum, p) => sum + p.events, 0);
    if (rule === "merge-forward" && events < minimum && i < periods.length - 1) continue;
    const [first, last] = [open[0]!.level, period.level];
    merged.push({
      label: first === last ? first : `${first} – ${last}`,
      codes: open.map(({ code }) => code),
      rows: open.reduce((sum, p) => sum + p.rows, 0),
      events,
      enough: events >= minimum,
    });
    open = [];
  }
  return merged;
}
