import type { Fact } from "../phrases.ts";

/** Heads of columns and other short words that analyses share. */
export interface CommonPhrases {
  readonly threshold: null;
  readonly feature: null;
  readonly events: null;
  readonly difference: null;
  readonly group: null;
  readonly rows: null;
  readonly low: null;
  readonly high: null;
  readonly rowsCompared: null;
  readonly rowsLeftOutMissing: null;
  readonly rowsLeftOutNotPositive: null;
  /** A metric by its id, in the catalogue's words; at a threshold on the score. */
  readonly metricName: { readonly metric: string };
  readonly metricAt: { readonly metric: string; readonly threshold: number };
  /** A subgroup: the attribute's label and the level, both the plan's own words. */
  readonly groupLevel: { readonly attribute: string; readonly level: Fact };
  readonly notRecorded: null;
  readonly everybody: null;
  readonly patientsN: null;
  readonly eventsN: null;
  readonly value: null;
  /** Two things said one after the other, in a list. */
  readonly and: { readonly first: Fact; readonly second: Fact };
}
