/** Outcome codes of a cohort and a tally. A missing outcome is a level of its own, never a non-event. */
export const NON_EVENT = 0;
export const EVENT = 1;
export const UNKNOWN = 2;
