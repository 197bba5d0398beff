import { normalQuantile } from "../numeric/normal.ts";
import { type Flag, type Undefined, undefinedBecause } from "../result.ts";
import { EVENT_OF_INTEREST, type FollowUp, pick, refuseCompeting, rowsWithAll } from "./follow-up.ts";

const MOST_STEPS = 60;
/** A slope this many standard deviations of the covariate long is no estimate but a sign of separation. */
const SEPARATED = 15;

export interface SurvivalSlope {
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** How much each patient moved the value (score residual over information); parallel to the rows that lack nothing. */
  readonly influence: Float64Array;
  readonly flags: readonly Flag[];
}

/**
 * Calibration slope of predicted risks from censored follow-up: the Cox coefficient of log(−log(1 − risk)).
 *
 * 1 where the risks spread as the patients do; below 1 they are too extreme. It says nothing of their level.
 *
 * `risk`      predicted by some horizon, 0 to 1; risks of exactly 0 or 1 are taken as 1/(2n) and 1 − 1/(2n), and flagged
 * `horizon`   follow-up is cut there, so that the slope is that of the period predicted; absent: all of it is used
 * `ties`      Efron's handling of tied event times, or Breslow's to reproduce other programs
 * Undefined   NO_ROWS; NOT_A_PROBABILITY; TOO_FEW_EVENTS without an event; CONSTANT_SCORE where every risk is the same;
 *             SEPARATION where the events are ranked perfectly; NON_CONVERGENCE.
 * Assumes     independent rows, proportional hazards, no competing events (refused).
 *
 * @see van Houwelingen (2000) Stat Med 19:3401-3415; Efron (1977) J Am Stat Assoc 72:557-565, ties.
 */
export function survivalCalibrationSlope(
  followUp: FollowUp,
  risk: ArrayLike<number>,
  level: number,
  { horizon = Infinity, ties = "efron" }: { readonly horizon?: number; readonly ties?: "efron" | "breslow" } = {},
): SurvivalSlope | Undefined {
  const rows = rowsWithAll(followUp.time, followUp.status, risk);
  const n = rows.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const ended = pick(followUp.time, rows);
  const reason = pick(followUp.status, rows);
  refuseCompeting(reason, "the survival calibration slope");
  const predicted = pick(risk, rows);
  if (predicted.some((p) => p < 0 || p > 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const time = ended.map((t) => Math.min(t, horizon));
  const status = reason.map((s, i) => (ended[i]! > horizon ? 0 : s));
  if (!status.includes(EVENT_OF_INTEREST)) return undefinedBecause("TOO_FEW_EVENTS");

  const clipped = predicted.some((p) => p === 0 || p === 1);
  const covariate = predicted.map((p) =>
    Math.log(-Math.log1p(-Math.min(Math.max(p, clipped ? 1 / (2 * n) : 0), clipped ? 1 - 1 / (2 * n) : 1))),
  );
  const mean = covariate.reduce((a, b) => a + b, 0) / n;
  const centred = covariate.map((x) => x - mean);
  const spread = Math.sqrt(centred.reduce((a, x) => a + x * x, 0) / n);
  if (covariate.every((x) => x === covariate[0])) return undefinedBecause("CONSTANT_SCORE");

  const groups = deathTimes(time, status);
  let beta = 0;
  let fit = partialLikelihood(groups, centred, beta, ties);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!(fit.information > 0)) return undefinedBecause("SEPARATION");
    let move = fit.score / fit.information;
    let next = partialLikelihood(groups, centred, beta + move, ties);
    // Halved until the likelihood no longer falls (past rounding).
    while (next.logLikelihood < fit.logLikelihood - 1e-10 * Math.abs(fit.logLikelihood) && Math.abs(move) > 1e-13) {
      move /= 2;
      next = partialLikelihood(groups, centred, beta + move, ties);
    }
    beta += move;
    fit = next;
    if (Math.abs(beta) * spread > SEPARATED) return undefinedBecause("SEPARATION");
    if (Math.abs(move) < 1e-12) break;
    if (step === MOST_STEPS - 1) return undefinedBecause("NON_CONVERGENCE");
  }
  const standardError = 1 / Math.sqrt(fit.information);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    value: beta,
    standardError,
    low: beta - half,
    high: beta + half,
    influence: scoreResiduals(groups, centred, beta).map((u) => u / fit.information),
    flags: clipped ? ["CLIPPED_PROBABILITIES"] : [],
  };
}

/** From the last time to the first: rows that leave the risk set there, events first. */
interface AtTime {
  readonly events: readonly number[];
  readonly others: readonly number[];
}

function deathTimes(time: Float64Array, status: Float64Array): AtTime[] {
  const order = Array.from({ length: time.length }, (_, i) => i).sort((a, b) => time[b]! - time[a]!);
  const groups: { events: number[]; others: number[] }[] = [];
  for (const [k, row] of order.entries()) {
    if (k === 0 || time[row] !== time[order[k - 1]!]) groups.push({ events: [], others: [] });
    groups.at(-1)![status[row] === EVENT_OF_INTEREST ? "events" : "others"].push(row);
  }
  return groups;
}

function partialLikelihood(
  groups: readonly AtTime[],
  x: Float64Array,
  beta: number,
  ties: "efron" | "breslow",
): { readonly logLikelihood: number; readonly score: number; readonly information: number } {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let logLikelihood = 0;
  let score = 0;
  let information = 0;
  for (const { events, others } of groups) {
    for (const row of others) {
      const hazard = Math.exp(beta * x[row]!);
      s0 += hazard;
      s1 += hazard * x[row]!;
      s2 += hazard * x[row]! ** 2;
    }
    let d0 = 0;
    let d1 = 0;
    let d2 = 0;
    for (const row of events) {
      const hazard = Math.exp(beta * x[row]!);
      d0 += hazard;
      d1 += hazard * x[row]!;
      d2 += hazard * x[row]! ** 2;
      logLikelihood += beta * x[row]!;
      score += x[row]!;
    }
    s0 += d0;
    s1 += d1;
    s2 += d2;
    for (let l = 0; l < events.length; l++) {
      const gone = ties === "efron" ? l / events.length : 0;
      const left = s0 - gone * d0;
      const mean = (s1 - gone * d1) / left;
      logLikelihood -= Math.log(left);
      score -= mean;
      information += (s2 - gone * d2) / left - mean ** 2;
    }
  }
  return { logLikelihood, score, information };
}

/**
 * What each row adds to the partial score, as events and as one of those at risk; tied events share one risk set.
 *
 * @see Lin & Wei (1989) J Am Stat Assoc 84:1074-1078.
 */
function scoreResiduals(groups: readonly AtTime[], x: Float64Array, beta: number): Float64Array {
  const residual = new Float64Array(x.length);
  const steps: { readonly mean: number; readonly hazard: number }[] = [];
  let s0 = 0;
  let s1 = 0;
  for (const { events, others } of groups) {
    for (const row of [...others, ...events]) {
      const relative = Math.exp(beta * x[row]!);
      s0 += relative;
      s1 += relative * x[row]!;
    }
    const mean = s1 / s0;
    for (const row of events) residual[row]! += x[row]! - mean;
    steps.push({ mean, hazard: events.length / s0 });
  }
  let hazard = 0;
  let moment = 0;
  for (let k = groups.length - 1; k >= 0; k--) {
    hazard += steps[k]!.hazard;
    moment += steps[k]!.hazard * steps[k]!.mean;
    for (const row of [...groups[k]!.events, ...groups[k]!.others])
      residual[row]! -= Math.exp(beta * x[row]!) * (x[row]! * hazard - moment);
  }
  return residual;
}
