/** One level of one attribute. */
export interface Membership {
  readonly attribute: string;
  readonly level: string;
}

/** Rows sharing levels of one or more attributes; an empty list is everybody ("overall"). */
export interface Subgroup {
  /** Stable, e.g. `overall`, `sex=female`, `sex=female&age=65-79`. */
  readonly id: string;
  readonly of: readonly Membership[];
}
