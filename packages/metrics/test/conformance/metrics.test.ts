import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type At, countScores, evaluate, isUndefined, type Metric, metrics, REASONS } from "../../src/index.ts";

interface Rows {
  readonly score: readonly number[];
  readonly outcome: readonly number[];
  readonly weight?: readonly number[];
}

const RUNS = { numRuns: 40 };

/**
 * Values that depend on how many rows there are, by definition, for k copies of a row are k patients and a weight of k is
 * one: knots and bins are placed by rows, and the debiased error subtracts what chance gives so many rows. For these only
 * equal weights are held to change nothing.
 */
const COUNTS_ROWS = new Set([
  "integratedCalibrationIndex",
  "e50",
  "e90",
  "eMax",
  "expectedCalibrationError",
  "expectedCalibrationErrorDebiased",
]);

/** What a metric is computed at: a threshold, a part of the ROC curve, nothing. */
function atOf(metric: Metric, threshold = 0.45): At {
  return {
    ...(metric.thresholded ? { threshold } : {}),
    ...(metric.regional === true ? { region: { falsePositiveRate: 0.4 } } : {}),
  };
}

function value(metric: Metric, { score, outcome, weight }: Rows, threshold = 0.45): number | string {
  const at = atOf(metric, threshold);
  const result = evaluate(metric, countScores(score, outcome, weight), {
    level: 0.95,
    at,
    scoreKind: "probability",
    pointOnly: true,
  });
  return isUndefined(result) ? result.reason : result.point.value;
}

/** Scores on a coarse grid, so that ties are common; from one row to a hundred or so. */
const rows: fc.Arbitrary<Rows> = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 3, arbitrary: fc.integer({ min: 50, max: 120 }) },
  )
  .chain((n) =>
    fc.record({
      score: fc.array(
        fc.integer({ min: 1, max: 19 }).map((k) => k / 20),
        { minLength: n, maxLength: n },
      ),
      outcome: fc.array(fc.constantFrom(0, 1), { minLength: n, maxLength: n }),
    }),
  );

/** Rows together with whole weights. */
const weightedRows = rows.chain((r) =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: r.score.length, maxLength: r.score.length })
    .map((weight) => ({ ...r, weight })),
);

/** A model that knows the outcome, and one whose risks are exactly the shares that have it. */
const CLAIRVOYANT: Rows = repeat([
  [0, 0, 60],
  [1, 1, 40],
]);
const CALIBRATED: Rows = repeat(
  [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].flatMap((p) => [
    [p, 1, Math.round(100 * p)] as const,
    [p, 0, Math.round(100 * (1 - p))] as const,
  ]),
);

function repeat(entries: readonly (readonly [score: number, outcome: number, times: number])[]): Rows {
  const all = entries.flatMap(([score, outcome, times]) => Array.from({ length: times }, () => ({ score, outcome })));
  return { score: all.map((r) => r.score), outcome: all.map((r) => r.outcome) };
}

test("ids are unique, and every declaration is one that the evaluator can act on", () => {
  expect(new Set(metrics.map((m) => m.id)).size).toBe(metrics.length);
  const faulty = metrics.filter(({ range, ideal, source, requires, thresholded }) => {
    const [low, high] = range;
    const idealOutside = ideal !== null && (ideal < low || ideal > high);
    const flagsUnthresholded = !thresholded && (requires.flagged ?? requires.unflagged) !== undefined;
    return !(low < high) || idealOutside || source.length === 0 || flagsUnthresholded;
  });
  expect(faulty.map((m) => m.id)).toEqual([]);
});

describe.each(metrics.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
  test("is the same to the last bit in any order of the rows", () => {
    fc.assert(
      fc.property(weightedRows, fc.array(fc.nat(), { minLength: 120, maxLength: 120 }), (r, keys) => {
        const order = r.score.map((_s, i) => i).toSorted((a, b) => keys[a] - keys[b]);
        const shuffled = {
          score: order.map((i) => r.score[i]),
          outcome: order.map((i) => r.outcome[i]),
          weight: order.map((i) => r.weight[i]),
        };
        expect(value(metric, shuffled)).toBe(value(metric, r));
      }),
      RUNS,
    );
  });

  test("with equal weights is what it is without", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.5, 1, 3), (r, w) => {
        const weighted = { ...r, weight: r.score.map(() => w) };
        expect(same(value(metric, weighted), value(metric, r))).toBe(true);
      }),
      RUNS,
    );
  });

  test.skipIf(COUNTS_ROWS.has(metric.id))("with a weight of k is what k copies give", () => {
    fc.assert(
      fc.property(weightedRows, (r) => {
        const copies = repeat(r.score.map((s, i) => [s, r.outcome[i], r.weight[i]] as const));
        const [weighted, copied] = [value(metric, r), value(metric, copies)];
        // Copies can meet a requirement of so many rows that weights, being one row, do not.
        expect(typeof weighted === "string" || same(weighted, copied)).toBe(true);
      }),
      RUNS,
    );
  });

  test("lies in its range and is never NaN", () => {
    fc.assert(
      fc.property(weightedRows, fc.constantFrom(0.05, 0.2, 0.5, 0.8, 0.97), (r, threshold) => {
        const got = [r, { score: r.score, outcome: r.outcome }].map((input) => value(metric, input, threshold));
        const [low, high] = metric.range;
        expect(
          got.filter((v) =>
            typeof v === "number" ? !(v >= low && v <= high) : !REASONS.some((reason) => reason === v),
          ),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test.skipIf(metric.ideal === null || metric.better === "neither")("is ideal for perfect predictions", () => {
    const best = [CLAIRVOYANT, CALIBRATED].map((r) => value(metric, r, 0.5));
    expect(best.some((v) => same(v, metric.ideal ?? 0))).toBe(true);
  });

  test.skipIf(!metric.monotoneInvariant)("depends on the order of the scores alone", () => {
    const rising = (s: number): number => (s + s ** 3) / 2;
    fc.assert(
      fc.property(rows, (r) => {
        const risen = { score: r.score.map(rising), outcome: r.outcome };
        expect(same(value(metric, risen, rising(0.45)), value(metric, r))).toBe(true);
      }),
      RUNS,
    );
  });

  test("leaves its input as it was", () => {
    const score = CALIBRATED.score.slice(0, 700);
    const counts = countScores(
      score,
      CALIBRATED.outcome.slice(0, 700),
      score.map((_s, i) => 1 + (i % 3)),
    );
    const before = structuredClone(counts);
    const at = Object.freeze(atOf(metric));
    evaluate(metric, Object.freeze(counts), { level: 0.95, at, scoreKind: "probability" });
    expect(counts).toEqual(before);
  });

  test("has intervals that hold the value, within the range and not of zero width", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.8, 0.95), (r, level) => {
        const at = atOf(metric);
        const result = evaluate(metric, countScores(r.score, r.outcome), { level, at, scoreKind: "probability" });
        if (isUndefined(result)) return;
        for (const interval of [result.interval, result.guardedInterval]) {
          if (interval === undefined) continue;
          expect(interval.level).toBe(level);
          expect(interval.low).toBeLessThanOrEqual(result.point.value + 1e-12);
          expect(interval.high).toBeGreaterThanOrEqual(result.point.value - 1e-12);
          expect(interval.low).toBeLessThan(interval.high);
          expect(interval.low).toBeGreaterThanOrEqual(metric.range[0]);
          expect(interval.high).toBeLessThanOrEqual(metric.range[1]);
        }
      }),
      RUNS,
    );
  });

  test("is undefined with the reason wherever something that it requires is not there", () => {
    const { events, nonEvents, score, distinct = 0, flagged = 0, unflagged = 0 } = metric.requires;
    const at = atOf(metric);
    const four = countScores([0.2, 0.4, 0.6, 0.9], [0, 1, 0, 1]);
    const reasonOf = (options: { at: object; scoreKind: "ordinal" | "probability" }): unknown => {
      const result = evaluate(metric, four, { level: 0.95, ...options });
      return isUndefined(result) ? result.reason : result.point.value;
    };
    const cases: [applies: boolean, got: unknown, reason: string][] = [
      [true, value(metric, { score: [], outcome: [] }), "NO_ROWS"],
      [true, value(metric, { score: [Number.NaN, Number.NaN], outcome: [0, 1] }), "NO_ROWS"],
      [events > 0, value(metric, mixed(0, 3)), "ONE_CLASS"],
      [nonEvents > 0, value(metric, mixed(3, 0)), "ONE_CLASS"],
      [events > 1, value(metric, mixed(events - 1, 40)), "TOO_FEW_EVENTS"],
      [nonEvents > 1, value(metric, mixed(40, nonEvents - 1)), "TOO_FEW_EVENTS"],
      [score === "probability", value(metric, { score: [0.2, 1.5], outcome: [0, 1] }), "NOT_A_PROBABILITY"],
      [score === "probability", reasonOf({ at, scoreKind: "ordinal" }), "NOT_A_PROBABILITY"],
      [distinct > 1, value(metric, { ...mixed(30, 30), score: mixed(30, 30).score.map(() => 0.3) }), "CONSTANT_SCORE"],
      [flagged > 0, value(metric, mixed(30, 30), 0.999), "ZERO_DENOMINATOR"],
      [unflagged > 0, value(metric, mixed(30, 30), 0.001), "ZERO_DENOMINATOR"],
      [metric.thresholded || metric.regional === true, reasonOf({ at: {}, scoreKind: "probability" }), "MISSING_INPUT"],
    ];
    expect(cases.filter(([applies, got, reason]) => applies && got !== reason)).toEqual([]);
  });
});

/** So many events and non-events over scores from 0.05 to 0.95, neither class all above the other. */
function mixed(events: number, nonEvents: number): Rows {
  const n = events + nonEvents;
  const outcome = Array.from({ length: n }, (_x, i) => (i < events ? 1 : 0));
  return { score: outcome.map((_y, i) => 0.05 + (0.9 * ((i * 7) % n)) / n), outcome };
}

function same(a: number | string, b: number | string): boolean {
  if (typeof a === "number" && typeof b === "number" && Number.isFinite(b)) {
    return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(b));
  }
  return a === b;
}
