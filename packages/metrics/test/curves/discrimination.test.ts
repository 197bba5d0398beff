import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averagePrecision, countScores, delong, evaluateCurve, isUndefined } from "../../src/index.ts";
import { precisionRecall } from "../../src/curves/precision-recall.ts";
import { roc } from "../../src/curves/roc.ts";

const NO_THRESHOLDS = { level: 0.95, thresholds: [], scoreKind: "ordinal" } as const;

function columnsOf(
  curve: typeof roc,
  score: ArrayLike<number>,
  outcome: ArrayLike<number>,
  thresholds: number[] = [],
): Record<string, readonly (number | null)[]> {
  const points = evaluateCurve(curve, countScores(score, outcome), { ...NO_THRESHOLDS, thresholds });
  if (isUndefined(points)) throw new Error(points.reason);
  return points.columns;
}

function areaUnder(x: readonly (number | null)[], y: readonly (number | null)[]): number {
  let area = 0;
  for (let k = 1; k < x.length; k++) area += ((x[k]! - x[k - 1]!) * (y[k]! + y[k - 1]!)) / 2;
  return area;
}

function manyRows(n: number) {
  const score = Float64Array.from({ length: n }, (_x, i) => ((i * 7919) % n) / n);
  const outcome = score.map((s, i) => (((i * 31) % 97) / 97 < s * s * 0.6 ? 1 : 0));
  return { score, outcome };
}

describe("ROC curve", () => {
  test("runs from (0, 0) to (1, 1), never falls, and has the AUROC under it", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1)), {
      minLength: 2,
      maxLength: 80,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const outcome = list.map((r) => r[1]);
        fc.pre(outcome.includes(0) && outcome.includes(1));
        const score = list.map((r) => r[0]);
        const { falsePositiveRate: x, sensitivity: y } = columnsOf(roc, score, outcome);
        expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1]);
        expect(x.every((v, k) => k === 0 || (v! >= x[k - 1]! && y[k]! >= y[k - 1]!))).toBe(true);
        expect(areaUnder(x, y)).toBeCloseTo(delong(countScores(score, outcome)).value, 12);
      }),
    );
  });

  test("thinned, keeps its area to a thousandth", () => {
    const { score, outcome } = manyRows(20_011);
    const { falsePositiveRate: x, sensitivity: y } = columnsOf(roc, score, outcome);
    expect(x.length).toBeLessThanOrEqual(200);
    expect(Math.abs(areaUnder(x, y) - delong(countScores(score, outcome)).value)).toBeLessThan(0.001);
  });

  test("marks each declared threshold at what it flags, and spells out no other score", () => {
    const score = [0.1, 0.2, 0.3, 0.6, 0.7, 0.9];
    const outcome = [0, 0, 1, 0, 1, 1];
    const { falsePositiveRate, sensitivity, threshold } = columnsOf(roc, score, outcome, [0.3, 0.65, 0.62, 0.95, 0]);
    const marked = threshold.flatMap((t, k) => (t === null ? [] : [[t, falsePositiveRate[k], sensitivity[k]]]));
    expect(marked).toEqual([
      [0.95, 0, 0],
      [0.65, 0, 2 / 3],
      [0.62, 0, 2 / 3],
      [0.3, 1 / 3, 1],
      [0, 1, 1],
    ]);
  });
});

describe("precision-recall curve", () => {
  test("of few points is every point, and its steps sum to average precision", () => {
    const { score, outcome } = manyRows(150);
    const { sensitivity: x, ppv: y, prevalence } = columnsOf(precisionRecall, score, outcome);
    const steps = x.reduce<number>((sum, v, k) => sum + (v! - (k === 0 ? 0 : x[k - 1]!)) * y[k]!, 0);
    expect(averagePrecision.point(countScores(score, outcome), {})).toMatchObject({ value: expect.closeTo(steps, 12) });
    expect(prevalence[0]).toBeCloseTo(outcome.reduce((a, b) => a + b, 0) / 150, 14);
  });

  test("thinned, keeps its highest and lowest points and every declared threshold", () => {
    const { score, outcome } = manyRows(20_011);
    const thresholds = [0.25, 0.5, 0.75];
    const { sensitivity, ppv, threshold } = columnsOf(precisionRecall, score, outcome, thresholds);
    expect(sensitivity.length).toBeLessThanOrEqual(200);
    expect(threshold.filter((t) => t !== null)).toEqual([0.75, 0.5, 0.25]);
    const at = threshold.indexOf(0.5);
    const flagged = [...score.keys()].filter((i) => score[i] >= 0.5);
    expect(ppv[at]).toBeCloseTo(flagged.filter((i) => outcome[i] === 1).length / flagged.length, 13);
    expect(sensitivity.at(-1)).toBe(1);
  });
});
