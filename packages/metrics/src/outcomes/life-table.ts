import { CENSORED, EVENT_OF_INTEREST, type FollowUp } from "./follow-up.ts";

/** Follow-up counted at each distinct time, ascending: what every survival curve here is made of. */
export interface LifeTable {
  readonly time: Float64Array;
  /** Still under follow-up just before each time. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
}

/** Counts follow-up at its distinct times; rows need a time and a status. */
export function lifeTable({ time, status }: FollowUp): LifeTable {
  const order = Array.from({ length: time.length }, (_, i) => i).sort((a, b) => time[a]! - time[b]!);
  const times: number[] = [];
  const counts: { atRisk: number; events: number; competing: number; censored: number }[] = [];
  for (const [done, row] of order.entries()) {
    if (times.at(-1) !== time[row]) {
      times.push(time[row]!);
      counts.push({ atRisk: order.length - done, events: 0, competing: 0, censored: 0 });
    }
    const here = counts.at(-1)!;
    if (status[row] === EVENT_OF_INTEREST) here.events += 1;
    else if (status[row] === CENSORED) here.censored += 1;
    else here.competing += 1;
  }
  const column = (of: "atRisk" | "events" | "competing" | "censored"): Float64Array =>
    Float64Array.from(counts, (c) => c[of]);
  return {
    time: Float64Array.from(times),
    atRisk: column("atRisk"),
    events: column("events"),
    competing: column("competing"),
    censored: column("censored"),
  };
}

/** How many entries of ascending `times` lie at or before `t`. */
export function reached(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many entries of ascending `times` lie before `t`. */
export function before(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
