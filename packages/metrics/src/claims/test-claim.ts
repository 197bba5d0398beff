import { type Rows, scoreCountsByBlock, type Tally } from "@auscult/core";
import { type Measured, measure } from "../estimate.ts";
import { moverDifference } from "../inference/mover.ts";
import type { Metric, Region } from "../metric.ts";
import type { BootstrapPolicy } from "../resampled-intervals.ts";
import type { Interval, Reason } from "../result.ts";
import { type Acceptance, acceptanceOf, type ClaimMargin, type ClaimVerdict, claimVerdict } from "./acceptance.ts";
import { type AgainstLimit, againstLimit } from "./against-limit.ts";
import type { PublishedClaim } from "./published-claim.ts";
import type { CountsInBlocks } from "./resampled.ts";

export interface ClaimTestOptions {
  readonly level: number;
  readonly threshold?: number;
  readonly minimumEvents: number;
  readonly assumeIndependentRows: boolean;
  readonly bootstrap?: BootstrapPolicy;
  readonly region?: Region;
}

/** A claim against one population. */
export interface ClaimTest {
  readonly measured: Measured;
  /** The interval that the verdict is read from: the guarded one where events are few. */
  readonly judged: Interval | null;
  /** Local less claimed (ratio: over claimed), from the nearer end of a range; 0 (1) inside it. */
  readonly gap: { readonly value: number; readonly interval: Interval | null } | null;
  readonly accepted?: Acceptance;
  readonly verdict: ClaimVerdict | "not_estimable" | "margin_not_declared";
  readonly reason?: Reason;
  /** p of a true value outside what is accepted, on the side that fails: small where the claim is met. */
  readonly notAcceptedP: number | null;
  /** p of a true value inside it: small where the claim is not met. */
  readonly acceptedP: number | null;
  /** The whole interval is better than the claim. */
  readonly superior: boolean;
}

/**
 * Tests a claim on one population: its metric with the interval that the audit gives it (clustered and weighted where the
 * rows are), against claim and margin. A claim is a fixed number in the verdict; its own error is in the gap's interval.
 */
export function testClaim(
  tally: Tally,
  population: Rows,
  metric: Metric,
  claim: PublishedClaim,
  margin: ClaimMargin | undefined,
  options: ClaimTestOptions,
): ClaimTest {
  const measured = measure(tally, population, {
    ...options,
    thresholds: options.threshold === undefined ? [] : [options.threshold],
    metrics: [metric],
  })[0]!;
  const { estimate } = measured;
  const judged = estimate.guardedInterval ?? estimate.interval;
  const accepted = margin === undefined ? undefined : acceptanceOf(metric, claim, margin);
  const verdict =
    estimate.value === null
      ? "not_estimable"
      : accepted === undefined
        ? "margin_not_declared"
        : claimVerdict(judged, accepted);
  const sides = accepted === undefined ? null : sidesOf(measured, accepted);
  return {
    measured,
    judged,
    gap: estimate.value === null ? null : gapOf(metric, estimate.value, judged, claim),
    ...(accepted === undefined ? {} : { accepted }),
    verdict,
    ...(estimate.reason === undefined ? {} : { reason: estimate.reason }),
    notAcceptedP: sides?.notAccepted ?? null,
    acceptedP: sides?.accepted ?? null,
    superior: judged !== null && superior(metric, judged, claim),
  };
}

/** The counts of a population, in blocks where its patients repeat and the plan does not take rows as independent. */
export function countsInBlocks(
  tally: Tally,
  population: Rows,
  { counts }: Measured,
  independent: boolean,
): CountsInBlocks {
  const blocks =
    tally.patients?.repeated === true && !independent ? scoreCountsByBlock(tally, population)?.blocks : undefined;
  return blocks === undefined ? { counts } : { counts, blocks };
}

function superior({ better }: Metric, { low, high }: Interval, { from, to }: PublishedClaim): boolean {
  return (better === "higher" && low > to) || (better === "lower" && high < from);
}

function sidesOf(measured: Measured, { low, high }: Acceptance): { notAccepted: number; accepted: number } | null {
  const sides: [AgainstLimit | null, keyof AgainstLimit][] = [];
  if (low > -Infinity) sides.push([againstLimit(measured, low), "above"]);
  if (high < Infinity) sides.push([againstLimit(measured, high), "below"]);
  if (sides.length === 0 || sides.some(([found]) => found === null)) return null;
  const opposite = { above: "below", below: "above" } as const;
  return {
    // Two one-sided tests: both must be rejected.
    notAccepted: Math.max(...sides.map(([found, side]) => found![side])),
    // Outside on either side: the smaller, doubled where there are two.
    accepted: Math.min(1, sides.length * Math.min(...sides.map(([found, side]) => found![opposite[side]]))),
  };
}

function gapOf({ contrast }: Metric, value: number, own: Interval | null, claim: PublishedClaim): ClaimTest["gap"] {
  const claimed = Math.min(Math.max(value, claim.from), claim.to);
  const ratio = contrast === "ratio";
  if (ratio && !(claimed > 0 && value > 0)) return null;
  const gap = ratio ? value / claimed : value - claimed;
  // Inside a range there is no one distance that an interval could be of; from its end, the end is a fixed number.
  const inside = claim.from < claim.to && claimed === value;
  if (own === null || inside) return { value: gap, interval: null };
  const log = (x: number): number => (ratio ? Math.log(Math.max(x, 0)) : x);
  const of = (x: number, { low, high }: { readonly low: number; readonly high: number }) => ({
    value: log(x),
    low: log(low),
    high: log(high),
  });
  const { low, high } = moverDifference(of(value, own), of(claimed, claim.interval ?? { low: claimed, high: claimed }));
  const [from, to] = ratio ? [Math.exp(low), Math.exp(high)] : [low, high];
  return { value: gap, interval: { low: from, high: to, level: own.level, method: "mover" } };
}

/** Whether "not met" stands after adjustment over its family. */
export function afterAdjustment(
  verdict: ClaimTest["verdict"],
  adjustedP: number | null,
  level: number,
): ClaimTest["verdict"] {
  const stands = adjustedP !== null && adjustedP <= (1 - level) / 2;
  return verdict === "claim_not_met" && !stands ? "claim_not_shown" : verdict;
}
