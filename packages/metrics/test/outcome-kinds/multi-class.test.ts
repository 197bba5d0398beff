import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClassRows,
  countScores,
  delong,
  handTillM,
  isUndefined,
  multiClassMetrics,
  multiClassScores,
  polytomousDiscrimination,
  randomStream,
  REASONS,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const metrics = multiClassMetrics;
const CLASSES = 3;
const of = (id: string) => metrics.find((m) => m.id === id)!;

interface Visit {
  readonly classOf: number;
  readonly probability: readonly number[];
}

function rowsOf(visits: readonly Visit[], weight?: readonly number[], classes = CLASSES): ClassRows {
  return {
    classOf: Float64Array.from(visits, (v) => v.classOf),
    probability: Array.from({ length: classes }, (_, k) => Float64Array.from(visits, (v) => v.probability[k])),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  };
}

/** Classes drawn by their own probabilities, the third rare. */
function simulated(n: number, seed: number): Visit[] {
  return Array.from({ length: n }, (_, i) => {
    const stream = randomStream(seed, i, 5);
    const odds = [1, Math.exp(stream.normal()), Math.exp(-1 + 1.5 * stream.normal())];
    const sum = odds.reduce((a, b) => a + b, 0);
    const probability = odds.map((o) => o / sum);
    const u = stream.uniform();
    return { classOf: u < probability[0] ? 0 : u < probability[0] + probability[1] ? 1 : 2, probability };
  });
}

/** Probabilities in tenths, so that ties are common. */
const visit = fc
  .record({ classOf: fc.nat({ max: 2 }), a: fc.nat({ max: 10 }), b: fc.nat({ max: 10 }) })
  .map(({ classOf, a, b }) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return { classOf, probability: [low / 10, (high - low) / 10, (10 - high) / 10] };
  });
const visits = fc.array(visit, { minLength: 1, maxLength: 40 });
const value = (metric: (typeof metrics)[number], rows: ClassRows): number | string => {
  const point = metric.point(rows);
  return isUndefined(point) ? point.reason : point.value;
};

describe.each(metrics.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
  test("is in its range, or undefined with a reason", () => {
    const sound = (list: readonly Visit[]): boolean => {
      const point = metric.point(rowsOf(list));
      if (isUndefined(point)) return REASONS.includes(point.reason);
      const [low, high] = metric.range;
      return point.value >= low - 1e-12 && point.value <= high + 1e-12;
    };
    fc.assert(
      fc.property(visits, (list) => {
        expect(sound(list)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("does not depend on the order of rows, and leaves them as they were", () => {
    const list = simulated(80, 5);
    const rows = rowsOf(list);
    const before = structuredClone(rows);
    expect(value(metric, rowsOf(list.toReversed()))).toBeCloseTo(Number(value(metric, rows)), 12);
    expect(rows).toEqual(before);
  });

  test("with sampling weights is refused, or equals what copies give", () => {
    const list = simulated(60, 3);
    const weight = list.map((_v, i) => 1 + (i % 3));
    const copies = list.flatMap((v, i) => Array.from({ length: weight[i] }, () => v));
    const weighted = value(metric, rowsOf(list, weight));
    const close = Math.abs(Number(weighted) - Number(value(metric, rowsOf(copies)))) < 1e-12;
    expect(weighted === "WEIGHTED_ROWS" || close).toBe(true);
  });

  test("what each row moved it by is what leaving that row out does", () => {
    const list = simulated(250, 11);
    const { influence, standardError } = defined(metric.point(rowsOf(list)));
    const leftOut = list.map((_v, i) => Number(value(metric, rowsOf(list.filter((_w, j) => j !== i)))));
    const mean = leftOut.reduce((a, b) => a + b, 0) / leftOut.length;
    const jackknife = Math.sqrt(leftOut.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    const linear = Math.sqrt(influence!.reduce((sum, u) => sum + u * u, 0));
    for (const error of [linear, standardError!]) {
      expect(error / jackknife).toBeGreaterThan(0.93);
      expect(error / jackknife).toBeLessThan(1.07);
    }
  });
});

test("values are those of the kernels, which have golden values", () => {
  fc.assert(
    fc.property(fc.array(visit, { minLength: 3, maxLength: 40 }), (list) => {
      const kernel = { outcome: list.map((v) => v.classOf), probability: rowsOf(list).probability };
      const scores = defined(multiClassScores(kernel));
      const told = (x: number | { reason: string }): number | string => (typeof x === "number" ? x : x.reason);
      const near = (id: string, known: number | string): boolean => {
        const own = value(of(id), rowsOf(list));
        return own === known || Math.abs(Number(own) - Number(known)) < 1e-12;
      };
      expect(near("handTillM", told(handTillM(kernel)))).toBe(true);
      expect(near("polytomousDiscrimination", told(polytomousDiscrimination(kernel)))).toBe(true);
      expect(near("multiClassBrier", scores.brierSum)).toBe(true);
      expect(near("multiClassLogLoss", scores.logLoss)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("with two classes M, the ordinal C and the PDI are the AUROC, with DeLong's error", () => {
  const two = simulated(120, 21).map(({ classOf, probability: [p] }) => ({
    classOf: classOf === 0 ? 0 : 1,
    probability: [p, 1 - p],
  }));
  const known = delong(
    countScores(
      two.map((v) => v.probability[1]),
      two.map((v) => v.classOf),
    ),
  );
  for (const id of ["handTillM", "ordinalC", "polytomousDiscrimination"]) {
    const point = defined(of(id).point(rowsOf(two, undefined, 2)));
    expect(point.value).toBeCloseTo(known.value, 12);
    expect(point.standardError! ** 2).toBeCloseTo(known.variance!, 12);
  }
});

test("a model that knows the class attains the ideal; a class without a row has no measure; a surprise is infinite", () => {
  const sure = [0, 1, 2, 0, 1, 2].map((k) => ({ classOf: k, probability: [0, 1, 2].map((j) => (j === k ? 1 : 0)) }));
  for (const metric of metrics) expect(value(metric, rowsOf(sure))).toBeCloseTo(metric.ideal!, 12);
  const without = rowsOf(sure.filter((v) => v.classOf < 2));
  expect(["handTillM", "ordinalC", "polytomousDiscrimination"].map((id) => value(of(id), without))).toEqual([
    "ONE_CLASS",
    "ONE_CLASS",
    "ONE_CLASS",
  ]);
  const wrong = defined(of("multiClassLogLoss").point(rowsOf([{ classOf: 0, probability: [0, 0.5, 0.5] }, ...sure])));
  expect([wrong.value, wrong.flags]).toEqual([Infinity, ["IMPOSSIBLE_PREDICTION"]]);
});
