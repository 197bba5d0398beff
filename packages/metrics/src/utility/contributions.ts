import type { RowValue } from "../inference/mean-over-rows.ts";

/** Odds of the threshold: how many needless interventions one missed event is declared to be worth less than. */
export function exchangeRate(threshold: number): number {
  return threshold / (1 - threshold);
}

/** A row's part of the net benefit of flagging at `score >= threshold`. */
export function modelContribution(threshold: number): RowValue {
  const odds = exchangeRate(threshold);
  return (score, event) => (score >= threshold ? (event === 1 ? 1 : -odds) : 0);
}

/** A row's part of the net benefit of treating everybody. */
export function treatAllContribution(threshold: number): RowValue {
  const odds = exchangeRate(threshold);
  return (_score, event) => (event === 1 ? 1 : -odds);
}
