import { EVENT, NON_EVENT } from "@auscult/core";
import { normalUpperTail } from "../numeric/normal.ts";
import { type Flag, type Interval, type Undefined, undefinedBecause } from "../result.ts";
import { delong } from "./delong.ts";
import { delongLogit } from "./delong-interval.ts";
import { completeRows } from "./delong-paired.ts";
import { countScores } from "../count-scores.ts";
import { rowPlacements } from "./row-placements.ts";

/** With fewer clusters the variance between them is itself too uncertain: use the bootstrap, or the design effect only. */
const FEW_CLUSTERS = 20;

export interface ClusteredAuroc {
  readonly value: number;
  readonly standardError: number;
  /** DeLong's, as if rows were independent; absent with one row in a class. */
  readonly independentStandardError?: number;
  readonly interval?: Interval;
  readonly flags: readonly Flag[];
}

/**
 * AUROC where patients (clusters) have several rows, with Obuchowski's variance between clusters.
 *
 * `score`, `outcome` (1 event, 0 non-event) and `cluster` run parallel; rows without a score or outcome are left out.
 * Interval on the logit scale. A cluster may hold rows of both classes or of one.
 *
 * Undefined   ONE_CLASS without an event or non-event; TOO_FEW_EVENTS where fewer than two clusters hold events, or
 *             non-events.
 * Flags       FEW_CLUSTERS below 20.
 *
 * @see Obuchowski (1997) Biometrics 53:567-578, doi:10.2307/2533958.
 */
export function clusteredAuroc(
  score: ArrayLike<number>,
  outcome: ArrayLike<number>,
  cluster: ArrayLike<string | number>,
  level: number,
): ClusteredAuroc | Undefined {
  const rows = completeRows(score, score, outcome);
  const y = rows.map((i) => outcome[i]!);
  const reason = lacking(y);
  if (reason !== undefined) return reason;
  const scores = rows.map((i) => score[i]!);
  const { value, deviation } = rowPlacements(scores, y);
  const sums = clusterSums(
    deviation,
    y,
    rows.map((i) => cluster[i]!),
  );
  const variance = obuchowski(sums, y);
  if (variance === undefined) return undefinedBecause("TOO_FEW_EVENTS");
  const interval = delongLogit({ value, variance }, level);
  const independent = delong(countScores(scores, y)).variance;
  return {
    value,
    standardError: Math.sqrt(variance),
    ...(independent === undefined ? {} : { independentStandardError: Math.sqrt(independent) }),
    ...(interval === undefined || variance === 0 ? {} : { interval }),
    flags: sums.length < FEW_CLUSTERS ? ["FEW_CLUSTERS"] : [],
  };
}

export interface ClusteredDifference {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly standardError: number;
  /** Absent where the standard error is 0. */
  readonly test?: { readonly z: number; readonly p: number };
  readonly flags: readonly Flag[];
}

/** Difference of the AUROCs of two scores on the same clustered rows; otherwise as `clusteredAuroc`. */
export function clusteredAurocDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
  cluster: ArrayLike<string | number>,
): ClusteredDifference | Undefined {
  const rows = completeRows(first, second, outcome);
  const y = rows.map((i) => outcome[i]!);
  const reason = lacking(y);
  if (reason !== undefined) return reason;
  const a = rowPlacements(
    rows.map((i) => first[i]!),
    y,
  );
  const b = rowPlacements(
    rows.map((i) => second[i]!),
    y,
  );
  const apart = a.deviation.map((d, i) => d - b.deviation[i]!);
  const sums = clusterSums(
    apart,
    y,
    rows.map((i) => cluster[i]!),
  );
  const variance = obuchowski(sums, y);
  if (variance === undefined) return undefinedBecause("TOO_FEW_EVENTS");
  const standardError = Math.sqrt(variance);
  const difference = a.value - b.value;
  const z = difference / standardError;
  return {
    first: a.value,
    second: b.value,
    difference,
    standardError,
    ...(standardError === 0 ? {} : { test: { z, p: 2 * normalUpperTail(Math.abs(z)) } }),
    flags: sums.length < FEW_CLUSTERS ? ["FEW_CLUSTERS"] : [],
  };
}

interface ClusterSum {
  ofEvents: number;
  ofNonEvents: number;
  events: number;
  nonEvents: number;
}

function lacking(outcome: readonly number[]): Undefined | undefined {
  return outcome.includes(EVENT) && outcome.includes(NON_EVENT) ? undefined : undefinedBecause("ONE_CLASS");
}

function clusterSums(
  deviation: Float64Array,
  outcome: readonly number[],
  cluster: readonly (string | number)[],
): ClusterSum[] {
  const sums = new Map<string | number, ClusterSum>();
  for (const [i, y] of outcome.entries()) {
    const of = sums.get(cluster[i]!) ?? { ofEvents: 0, ofNonEvents: 0, events: 0, nonEvents: 0 };
    sums.set(cluster[i]!, of);
    if (y === EVENT) {
      of.ofEvents += deviation[i]!;
      of.events += 1;
    } else {
      of.ofNonEvents += deviation[i]!;
      of.nonEvents += 1;
    }
  }
  return [...sums.values()];
}

/** S10/M + S01/N + 2 S11/(MN) of centred cluster sums; absent with fewer than two clusters in a class. */
function obuchowski(clusters: readonly ClusterSum[], outcome: readonly number[]): number | undefined {
  const M = outcome.filter((y) => y === EVENT).length;
  const N = outcome.length - M;
  const withEvents = clusters.filter((c) => c.events > 0).length;
  const withNonEvents = clusters.filter((c) => c.nonEvents > 0).length;
  if (withEvents < 2 || withNonEvents < 2) return undefined;
  let squaresOfEvents = 0;
  let squaresOfNonEvents = 0;
  let products = 0;
  for (const { ofEvents, ofNonEvents } of clusters) {
    squaresOfEvents += ofEvents ** 2;
    squaresOfNonEvents += ofNonEvents ** 2;
    products += ofEvents * ofNonEvents;
  }
  const s10 = (withEvents / ((withEvents - 1) * M)) * squaresOfEvents;
  const s01 = (withNonEvents / ((withNonEvents - 1) * N)) * squaresOfNonEvents;
  const s11 = (clusters.length / (clusters.length - 1)) * products;
  // The cross term can carry the sum below 0 by rounding, or in a handful of odd clusters.
  return Math.max(0, s10 / M + s01 / N + (2 * s11) / (M * N));
}
