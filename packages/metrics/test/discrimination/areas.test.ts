import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  countScores,
  delong,
  evaluate,
  isUndefined,
  partialAurocFpr,
  partialAurocSensitivity,
  precisionRecallAreas,
} from "../../src/index.ts";

const OPTIONS = { level: 0.95, at: {}, scoreKind: "ordinal" } as const;
const rows = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 9 }), outcome: fc.constantFrom(0, 1) }), {
    minLength: 2,
    maxLength: 40,
  })
  .filter((list) => [0, 1].every((y) => list.some((r) => r.outcome === y)));
const counted = (list: readonly { score: number; outcome: number }[]) =>
  countScores(
    list.map((r) => r.score),
    list.map((r) => r.outcome),
  );

describe("average precision", () => {
  test("is the mean over events of the precision at their score", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const at = list
          .filter((r) => r.outcome === 1)
          .map(({ score }) => {
            const flagged = list.filter((r) => r.score >= score);
            return flagged.filter((r) => r.outcome === 1).length / flagged.length;
          });
        const expected = at.reduce((a, b) => a + b, 0) / at.length;
        const found = averagePrecision.point(counted(list), {});
        expect(isUndefined(found) ? Number.NaN : found.value).toBeCloseTo(expected, 13);
      }),
    );
  });

  test("has an interval that holds it with few events and with weights, and none where nothing varies", () => {
    const score = Array.from({ length: 80 }, (_x, i) => (i * 29) % 80);
    const few = score.map((s) => (s % 13 === 0 ? 1 : 0));
    const withEvents = (outcome: number[], weight?: number[]) => {
      const result = evaluate(averagePrecision, countScores(score, outcome, weight), OPTIONS);
      if (isUndefined(result)) throw new Error(result.reason);
      return { value: result.point.value, interval: result.interval };
    };
    for (const weight of [undefined, score.map((s) => 1 + (s % 2))]) {
      const { value, interval } = withEvents(few, weight);
      expect(interval!.low).toBeLessThan(value);
      expect(interval!.high).toBeGreaterThan(value);
    }
    expect(withEvents(score.map((s) => (s > 62 ? 1 : 0))).interval).toBeUndefined();
  });

  test.each([
    ["no event", [0, 0]],
    ["no non-event", [1, 1]],
  ])("with %s is undefined, neither 0 nor 1", (_name, outcome) => {
    expect(evaluate(averagePrecision, countScores([0.1, 0.2], outcome), OPTIONS)).toEqual({
      status: "undefined",
      reason: "ONE_CLASS",
    });
  });
});

describe("areas under the precision-recall curve", () => {
  test("of a constant score are the prevalence, but for the one anchored at precision 1", () => {
    const areas = precisionRecallAreas(countScores([5, 5, 5, 5], [0, 0, 0, 1]));
    expect(areas.step).toBeCloseTo(0.25, 14);
    expect(areas.trapezoidHorizontal).toBeCloseTo(0.25, 14);
    expect(areas.davisGoadrich).toBeCloseTo(0.25, 14);
    expect(areas.trapezoidFromOne).toBeCloseTo(0.625, 14);
  });

  test("Davis and Goadrich's is the limit of splitting every tied group finely", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { davisGoadrich } = precisionRecallAreas(counted(list));
        // Each score's rows spread evenly over 4000 scores: the step area then is the integral.
        const fine = 4000;
        const scores = [...new Set(list.map((r) => r.score))].toSorted((a, b) => b - a);
        let events = 0;
        let flagged = 0;
        let area = 0;
        const all = list.filter((r) => r.outcome === 1).length;
        for (const s of scores) {
          const here = list.filter((r) => r.score === s);
          const gained = here.filter((r) => r.outcome === 1).length / fine;
          for (let k = 0; k < fine; k++) {
            area += gained * ((events + gained / 2) / (flagged + here.length / fine / 2));
            events += gained;
            flagged += here.length / fine;
          }
        }
        expect(davisGoadrich).toBeCloseTo(area / all, 3);
      }),
      { numRuns: 20 },
    );
  });
});

describe("partial AUROC", () => {
  test("over the whole range is the AUROC, standardised or not, from either side", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { value } = delong(counted(list));
        for (const whole of [partialAurocFpr(counted(list), 1), partialAurocSensitivity(counted(list), 0)]) {
          expect(whole.raw).toBeCloseTo(value, 12);
          expect(whole.standardised).toBeCloseTo(value, 12);
        }
      }),
    );
  });

  test("to a cut and the area beyond it add up", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, cut) => {
        const below = partialAurocFpr(counted(list), cut).raw;
        expect(below + remaining(list, cut)).toBeCloseTo(delong(counted(list)).value, 12);
      }),
    );
  });

  test("of separated classes is 1 and of a constant score 0.5, standardised", () => {
    const perfect = countScores([1, 2, 3, 4], [0, 0, 1, 1]);
    const constant = countScores([1, 1, 1, 1], [0, 0, 1, 1]);
    expect(partialAurocFpr(perfect, 0.2).standardised).toBeCloseTo(1, 14);
    expect(partialAurocSensitivity(perfect, 0.8).standardised).toBeCloseTo(1, 14);
    expect(partialAurocFpr(constant, 0.2).standardised).toBeCloseTo(0.5, 14);
    expect(partialAurocSensitivity(constant, 0.8).standardised).toBeCloseTo(0.5, 14);
  });

  test.each([0, -0.1, 1.1, Number.NaN])("refuses a range of %d, naming it", (bad) => {
    expect(() => partialAurocFpr(countScores([1, 2], [0, 1]), bad)).toThrow(/false positive rate/);
  });
});

/** Area beyond a false positive rate, by fine steps of the definition. */
function remaining(list: readonly { score: number; outcome: number }[], cut: number): number {
  const thresholds = [...new Set(list.map((r) => r.score))].toSorted((a, b) => b - a);
  const points = [[0, 0], ...thresholds.map((t) => [0, 1].map((y) => share(list, t, y)))];
  let area = 0;
  for (let k = 1; k < points.length; k++) {
    const [x0, y0] = points[k - 1];
    const [x1, y1] = points[k];
    if (x1 <= cut || x1 === x0) continue;
    const from = Math.max(x0, cut);
    const yFrom = y0 + ((y1 - y0) * (from - x0)) / (x1 - x0);
    area += ((x1 - from) * (yFrom + y1)) / 2;
  }
  return area;
}

function share(list: readonly { score: number; outcome: number }[], threshold: number, outcome: number): number {
  const all = list.filter((r) => r.outcome === outcome);
  return all.filter((r) => r.score >= threshold).length / all.length;
}
