import { varianceFreedom } from "../inference/variance-freedom.ts";
import type { FollowUp } from "../outcomes/follow-up.ts";
import { CENSORED, EVENT_OF_INTEREST } from "../outcomes/follow-up.ts";
import { isUndefined, type Reason, type Undefined, undefinedBecause } from "../result.ts";

/** One subgroup's patients followed in time; none lacks a score, a time or a status. */
export interface SurvivalRows {
  readonly followUp: FollowUp & { readonly time: Float64Array; readonly status: Float64Array };
  /** Higher is riskier; the predicted risk by the horizon where `scoreKind` is a probability. */
  readonly score: Float64Array;
  readonly scoreKind: "probability" | "ordinal";
  readonly horizon: number;
  /** Up to which Uno's C compares. */
  readonly tau: number;
  /** The plan names events that preclude the one predicted, whether or not a row has one. */
  readonly competing: boolean;
  /** Rows carry sampling weights, for which no method here is defined. */
  readonly weighted: boolean;
}

/** Why a metric cannot be had whatever the numbers, if it cannot. */
export function unmet(
  { weighted, scoreKind, competing, score }: SurvivalRows,
  needs: { readonly risk?: boolean; readonly noCompeting?: boolean },
): Undefined | undefined {
  const reason: Reason | undefined = weighted
    ? "WEIGHTED_ROWS"
    : score.length === 0
      ? "NO_ROWS"
      : needs.risk === true && (scoreKind !== "probability" || score.some((p) => p < 0 || p > 1))
        ? "NOT_A_PROBABILITY"
        : needs.noCompeting === true && competing
          ? "COMPETING_EVENTS"
          : undefined;
  return reason === undefined ? undefined : undefinedBecause(reason);
}

/** What a kernel answers; that it found nobody to divide by, or one class, told as what it is where nobody was followed beyond the horizon. */
export function followed<T extends object>({ followUp, horizon }: SurvivalRows, answer: T | Undefined): T | Undefined {
  if (!isUndefined(answer) || (answer.reason !== "ZERO_DENOMINATOR" && answer.reason !== "ONE_CLASS")) return answer;
  return followUp.time.some((t) => t > horizon) ? answer : undefinedBecause("FOLLOW_UP_TOO_SHORT");
}

/** Who had the event by the horizon, who is known not to have had it, and who is not known. */
export function atHorizon({ followUp: { time, status }, horizon }: SurvivalRows): {
  readonly events: number;
  readonly free: number;
  readonly censored: number;
} {
  let events = 0;
  let censored = 0;
  for (let i = 0; i < time.length; i++) {
    if (time[i]! > horizon) continue;
    if (status[i] === EVENT_OF_INTEREST) events += 1;
    else if (status[i] === CENSORED) censored += 1;
  }
  return { events, censored, free: time.length - events - censored };
}

/** Degrees of freedom of an error made of what each row moved a value by: few where few rows carry it. */
export function freedomOf(influence: Float64Array): { readonly degreesOfFreedom?: number } {
  let squares = 0;
  let fourths = 0;
  for (const u of influence) {
    squares += u ** 2;
    fourths += u ** 4;
  }
  return squares > 0 ? { degreesOfFreedom: varianceFreedom(squares, fourths, influence.length) } : {};
}
