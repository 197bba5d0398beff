import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countScores,
  delong,
  handTillM,
  meanOneVsRest,
  mostProbableAgreement,
  multiClassScores,
  oneVsRestAurocs,
  polytomousDiscrimination,
} from "../../src/index.ts";

const rows = fc.integer({ min: 3, max: 4 }).chain((classes) =>
  fc
    .array(
      fc.record({
        outcome: fc.integer({ min: 0, max: classes - 1 }),
        p: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: classes, maxLength: classes }),
      }),
      { minLength: classes, maxLength: 14 },
    )
    .filter((list) => new Set(list.map((r) => r.outcome)).size === classes)
    .map((list) => ({
      outcome: list.map((r) => r.outcome),
      probability: Array.from({ length: classes }, (_x, k) => list.map((r) => r.p[k] / 4)),
    })),
);

/** Every set of one patient from each class, gone through. */
function everySet(rowsOfClass: readonly (readonly number[])[]): number[][] {
  return rowsOfClass.reduce<number[][]>((sets, of) => sets.flatMap((set) => of.map((i) => [...set, i])), [[]]);
}

describe("polytomous discrimination index", () => {
  test("is the share of sets, each tied patient having its part, for three classes and for four", () => {
    fc.assert(
      fc.property(rows, ({ outcome, probability }) => {
        const sets = everySet(probability.map((_p, k) => outcome.flatMap((y, i) => (y === k ? [i] : []))));
        let won = 0;
        for (const set of sets) {
          for (const [k, column] of probability.entries()) {
            const best = Math.max(...set.map((i) => column[i]));
            const tied = set.filter((i) => column[i] === best);
            if (tied.includes(set[k])) won += 1 / tied.length;
          }
        }
        expect(polytomousDiscrimination({ outcome, probability })).toBeCloseTo(
          won / sets.length / probability.length,
          12,
        );
      }),
    );
  });

  test("of two classes is the AUROC", () => {
    const p = [0.1, 0.4, 0.35, 0.8, 0.4];
    const outcome = [0, 0, 1, 1, 1];
    const pdi = polytomousDiscrimination({ outcome, probability: [p.map((v) => 1 - v), p] });
    expect(pdi).toBeCloseTo(delong(countScores(p, outcome)).value, 12);
  });

  test("of probabilities that say nothing is one over the classes", () => {
    const flat = [1 / 3, 1 / 3, 1 / 3, 1 / 3];
    expect(polytomousDiscrimination({ outcome: [0, 1, 2, 2], probability: [flat, flat, flat] })).toBeCloseTo(1 / 3, 14);
  });
});

describe("multi-class averages", () => {
  test("of two classes are the AUROC, each of them", () => {
    const p = [0.1, 0.4, 0.35, 0.8, 0.4];
    const multiClass = { outcome: [0, 0, 1, 1, 1], probability: [p.map((v) => 1 - v), p] };
    const value = delong(countScores(p, multiClass.outcome)).value;
    expect(handTillM(multiClass)).toBeCloseTo(value, 14);
    expect(meanOneVsRest(multiClass)).toEqual({
      macro: expect.closeTo(value, 14),
      weighted: expect.closeTo(value, 14),
    });
    expect(oneVsRestAurocs(multiClass)).toEqual([expect.closeTo(value, 14), expect.closeTo(value, 14)]);
  });

  test("are undefined where a class has nobody, and the table says which", () => {
    const p = [0.2, 0.5, 0.3];
    const multiClass = { outcome: [0, 1, 1], probability: [p, p, p] };
    const oneClass = { status: "undefined", reason: "ONE_CLASS" };
    expect(meanOneVsRest(multiClass)).toEqual(oneClass);
    expect(handTillM(multiClass)).toEqual(oneClass);
    expect(polytomousDiscrimination(multiClass)).toEqual(oneClass);
    expect(oneVsRestAurocs(multiClass)[2]).toEqual(oneClass);
  });

  test("of nobody are undefined; an outcome that is no class is an error that names it", () => {
    expect(handTillM({ outcome: [], probability: [[], []] })).toMatchObject({ reason: "NO_ROWS" });
    expect(() =>
      handTillM({
        outcome: [0, 5],
        probability: [
          [0.1, 0.2],
          [0.9, 0.8],
        ],
      }),
    ).toThrow(/outcome 5 at row 1/);
  });
});

describe("multi-class scores", () => {
  test("of certainty are 0, of certain error infinite and 2", () => {
    const sure = {
      outcome: [0, 1, 2],
      probability: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    };
    expect(multiClassScores(sure)).toEqual({ logLoss: 0, brierSum: 0 });
    expect(multiClassScores({ ...sure, outcome: [1, 2, 0] })).toEqual({ logLoss: Infinity, brierSum: 2 });
    expect(multiClassScores({ outcome: [0], probability: [[1.1], [-0.1]] })).toMatchObject({
      reason: "NOT_A_PROBABILITY",
    });
  });

  test("kappa is 1 in full agreement, and undefined where chance alone agrees fully", () => {
    const sure = {
      outcome: [0, 1, 2],
      probability: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    };
    expect(mostProbableAgreement(sure)).toMatchObject({ accuracy: 1, kappa: 1, kappaLinear: 1, kappaQuadratic: 1 });
    const one = mostProbableAgreement({
      outcome: [0, 0],
      probability: [
        [0.9, 0.8],
        [0.1, 0.2],
      ],
    });
    expect(one).toMatchObject({ accuracy: 1, kappa: { reason: "ZERO_DENOMINATOR" } });
  });

  test("of equal probabilities the first class is called", () => {
    expect(mostProbableAgreement({ outcome: [1], probability: [[0.5], [0.5]] })).toMatchObject({
      confusion: [
        [0, 0],
        [1, 0],
      ],
    });
  });
});
