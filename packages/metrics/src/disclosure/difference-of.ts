/** Patients, and those of them with the event. */
export interface Released {
  readonly rows: number;
  readonly events: number;
}

export interface Difference extends Released {
  /** Whether the patients, the events or the non-events in the difference are more than 0 and fewer than the minimum. */
  readonly disclosive: boolean;
}

/**
 * What two releases tell of the patients that are in one and not in the other: a total less a published part of it. Each
 * new release is to be held against every earlier one of which it is a part, or that is a part of it.
 *
 * Throws where the part has more patients, events or non-events than the total: it is then no part of it, and nothing is
 * known to be safe.
 *
 * @see Hundepool et al (2012) Statistical Disclosure Control, 6.2.
 */
export function differenceOf(total: Released, part: Released, minimum: number): Difference {
  const rows = total.rows - part.rows;
  const events = total.events - part.events;
  const nonEvents = rows - events;
  if (events < 0 || nonEvents < 0) {
    throw new RangeError(
      `${part.events} events of ${part.rows} patients are no part of ${total.events} of ${total.rows}. ` +
        "Compare only releases of which one contains the other.",
    );
  }
  const small = (count: number): boolean => count > 0 && count < minimum;
  return { rows, events, disclosive: small(rows) || small(events) || small(nonEvents) };
}
