import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countScores, type CurvePoints, curves, evaluateCurve, isUndefined, type Undefined } from "../../src/index.ts";

const OPTIONS = { level: 0.95, thresholds: [0.1, 0.5, 0.92], range: [0.05, 0.4], scoreKind: "probability" } as const;
/** A report's size does not grow with its cohort. */
const MOST_POINTS = 260;

function drawn(points: CurvePoints | Undefined): CurvePoints {
  if (isUndefined(points)) throw new Error(`undefined because ${points.reason}`);
  return points;
}

/** Many rows at distinct scores, from a fixed recurrence. */
function large(n: number) {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const score = Float64Array.from({ length: n }, () => next() ** 2);
  const outcome = score.map((s) => (next() < 0.7 * s + 0.05 ? 1 : 0));
  return { score, outcome };
}

test("ids are unique and axes are columns", () => {
  expect(new Set(curves.map((c) => c.id)).size).toBe(curves.length);
  const { score, outcome } = large(600);
  const wrong = curves.filter((curve) => {
    const { columns } = drawn(evaluateCurve(curve, countScores(score, outcome), OPTIONS));
    return Object.keys(columns)[0] !== curve.x || !(curve.y in columns);
  });
  expect(wrong.map((c) => c.id)).toEqual([]);
});

describe.each(curves.map((curve) => [curve.id, curve] as const))("%s", (_, curve) => {
  test("has finished columns of one length, whatever the rows, or a reason", () => {
    const row = fc.record({ score: fc.integer({ min: 0, max: 20 }), outcome: fc.constantFrom(0, 1) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 90 }), (list) => {
        const counts = countScores(
          list.map((r) => r.score / 20),
          list.map((r) => r.outcome),
        );
        const points = evaluateCurve(curve, counts, OPTIONS);
        const columns = isUndefined(points) ? [] : Object.values(points.columns);
        expect(new Set(columns.map((c) => c.length)).size).toBeLessThanOrEqual(1);
        expect(columns.flat().filter((v) => v !== null && !Number.isFinite(v))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("does not grow with the cohort", () => {
    const { score, outcome } = large(60_000);
    const { columns } = drawn(evaluateCurve(curve, countScores(score, outcome), OPTIONS));
    expect(columns[curve.x].length).toBeLessThanOrEqual(MOST_POINTS);
  });

  test("leaves its input as it was", () => {
    const { score, outcome } = large(400);
    const counts = countScores(
      score,
      outcome,
      score.map((_s, i) => 1 + (i % 3)),
    );
    const before = structuredClone(counts);
    evaluateCurve(curve, Object.freeze(counts), OPTIONS);
    expect(counts).toEqual(before);
  });

  test("of nobody, or of a score that is not what it requires, is undefined with the reason", () => {
    expect(evaluateCurve(curve, countScores([], []), OPTIONS)).toEqual({ status: "undefined", reason: "NO_ROWS" });
    const ordinal = evaluateCurve(curve, countScores([1, 2, 3], [0, 1, 0]), { ...OPTIONS, scoreKind: "ordinal" });
    expect(isUndefined(ordinal) ? ordinal.reason : undefined).toBe(
      curve.requires.score === "probability" ? "NOT_A_PROBABILITY" : undefined,
    );
  });
});
