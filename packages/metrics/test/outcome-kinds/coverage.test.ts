import { describe, expect, test } from "vitest";
import {
  type AmountRows,
  type ClassRows,
  continuousMetrics,
  isUndefined,
  multiClassMetrics,
  type OutcomeMetric,
  randomStream,
  survivalMetrics,
  type SurvivalRows,
} from "../../src/index.ts";
import { measureRows } from "../../src/outcome-kinds/measure-rows.ts";

/** A fast slice: seeded, so that it does not fail by chance; 120 samples leave ±0.02 of standard error. */
const SAMPLES = 120;
const LEAST = 0.89;

function survival(n: number, seed: number, death: number): SurvivalRows {
  const rows = {
    time: new Float64Array(n),
    status: new Float64Array(n),
    score: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const stream = randomStream(seed, i, 5);
    const hazard = 0.06 * Math.exp(stream.normal());
    const wait = (rate: number): number => (rate === 0 ? Infinity : -Math.log(stream.uniform()) / rate);
    const [event, other, left] = [wait(hazard), wait(death), wait(0.09)];
    rows.time[i] = Math.min(event, other, left, 9);
    rows.status[i] = rows.time[i] === event ? 1 : rows.time[i] === other ? 2 : 0;
    rows.score[i] = (hazard / (hazard + death)) * -Math.expm1(-(hazard + death) * 5);
  }
  const { time, status, score } = rows;
  return {
    followUp: { time, status },
    score,
    scoreKind: "probability",
    horizon: 5,
    tau: 5,
    competing: death > 0,
    weighted: false,
  };
}

function amounts(n: number, seed: number): AmountRows {
  const streams = Array.from({ length: n }, (_, i) => randomStream(seed, i, 5));
  const prediction = Float64Array.from(streams, (s) => 5 + s.normal());
  return { prediction, outcome: prediction.map((p, i) => p + streams[i].normal()) };
}

function classes(n: number, seed: number): ClassRows {
  const classOf = new Float64Array(n);
  const probability = [0, 1, 2].map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const stream = randomStream(seed, i, 5);
    const odds = [1, Math.exp(stream.normal()), Math.exp(-1.5 + 1.5 * stream.normal())];
    const sum = odds.reduce((a, b) => a + b, 0);
    for (const [k, o] of odds.entries()) probability[k][i] = o / sum;
    const u = stream.uniform();
    classOf[i] = u < probability[0][i] ? 0 : u < probability[0][i] + probability[1][i] ? 1 : 2;
  }
  return { classOf, probability };
}

/** The share of samples in which each metric's interval holds its value in a very large one. */
function coverage<Rows>(
  metrics: readonly OutcomeMetric<Rows>[],
  make: (n: number, seed: number) => Rows,
  n: number,
  many: number,
): Map<string, number> {
  const truth = new Map(
    metrics.flatMap((m) => {
      const point = m.point(make(many, 1));
      return isUndefined(point) ? [] : [[m.id, point.value] as const];
    }),
  );
  const held = new Map<string, number>();
  for (let s = 0; s < SAMPLES; s++) {
    const who = { subgroup: "overall", n, events: n, nonEvents: n };
    const options = { level: 0.95, minimumEvents: 10, independenceAssumed: false };
    for (const { estimate } of measureRows(metrics, make(n, 1000 + s), who, options)) {
      const value = truth.get(estimate.metric);
      const { interval } = estimate;
      if (value === undefined || interval === null) continue;
      const hit = interval.low <= value && value <= interval.high ? 1 : 0;
      held.set(estimate.metric, (held.get(estimate.metric) ?? 0) + hit / SAMPLES);
    }
  }
  return held;
}

describe("intervals hold the truth about as often as they say", () => {
  test.each([
    [
      "follow-up without competing events",
      () => coverage(survivalMetrics, (n, s) => survival(n, s, 0), 150, 30_000),
      8,
    ],
    [
      "follow-up with competing events",
      () => coverage(survivalMetrics, (n, s) => survival(n, s, 0.05), 150, 30_000),
      5,
    ],
    ["amounts with normal errors", () => coverage(continuousMetrics, amounts, 60, 100_000), 10],
    ["three classes, one rare", () => coverage(multiClassMetrics, classes, 120, 12_000), 5],
  ] as const)(
    "%s",
    (_, run, metrics) => {
      const held = run();
      expect(held.size).toBe(metrics);
      expect([...held].filter(([, share]) => share < LEAST)).toEqual([]);
    },
    120_000,
  );
});
