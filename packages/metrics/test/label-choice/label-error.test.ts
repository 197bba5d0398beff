import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correctedPrevalence,
  correctMisclassification,
  isUndefined,
  tippingContour,
  tippingSensitivity,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const count = fc.integer({ min: 0, max: 500 });
const accuracy = fc.record({
  sensitivity: fc.double({ min: 0.55, max: 1, noNaN: true }),
  specificity: fc.double({ min: 0.55, max: 1, noNaN: true }),
});

describe("a label that errs", () => {
  test("correcting what a known accuracy has distorted gives the truth back", () => {
    fc.assert(
      fc.property(count, count, count, count, accuracy, (tp, fp, fn, tn, { sensitivity, specificity }) => {
        fc.pre(tp + fp + fn + tn > 0);
        const labelled = (need: number, none: number) => sensitivity * need + (1 - specificity) * none;
        const seen = {
          truePositives: labelled(tp, fp),
          falsePositives: tp + fp - labelled(tp, fp),
          falseNegatives: labelled(fn, tn),
          trueNegatives: fn + tn - labelled(fn, tn),
        };
        const { cells, feasible, prevalence } = defined(correctMisclassification(seen, { sensitivity, specificity }));
        expect(feasible).toBe(true);
        expect(cells.truePositives).toBeCloseTo(tp, 6);
        expect(cells.trueNegatives).toBeCloseTo(tn, 6);
        const rows = tp + fp + fn + tn;
        const observed = (seen.truePositives + seen.falseNegatives) / rows;
        const rogan = defined(correctedPrevalence(observed, { sensitivity, specificity }));
        expect(rogan.value).toBeCloseTo(prevalence!, 8);
      }),
    );
  });

  test("an accuracy that the data refute is said, and the value is not cut", () => {
    const found = defined(correctedPrevalence(0.02, { sensitivity: 0.9, specificity: 0.95 }));
    expect(found.feasible).toBe(false);
    expect(found.value).toBeLessThan(0);
  });

  test("a label no better than chance, and no rows, have no answer", () => {
    const chance = { sensitivity: 0.4, specificity: 0.6 };
    expect(correctedPrevalence(0.1, chance)).toMatchObject({ reason: "REFUTED_ASSUMPTION" });
    const none = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    expect(correctMisclassification(none, chance)).toMatchObject({ reason: "REFUTED_ASSUMPTION" });
    expect(correctMisclassification(none, { sensitivity: 1, specificity: 1 })).toMatchObject({ reason: "NO_ROWS" });
  });

  test("rates without a denominator are null: nobody flagged", () => {
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 5, trueNegatives: 95 };
    const found = defined(correctMisclassification(counts, { sensitivity: 1, specificity: 1 }));
    expect(found).toMatchObject({ ppv: null, sensitivity: 0, prevalence: 0.05 });
  });

  test("at the tipping sensitivity the corrected prevalences have the ratio that the predictions have", () => {
    const tip = tippingSensitivity({ observedExpected: 0.8 }, { observedExpected: 1.05, sensitivity: 0.9 });
    expect(tip).toBeCloseTo(0.6857142857142857, 12);
    const zero = tippingSensitivity({ observedExpected: 0.8 }, { observedExpected: 0, sensitivity: 0.9 });
    expect(isUndefined(zero as never)).toBe(true);
  });

  test("the contour crosses 0 where the group's label misses just that much more, and is null where refuted", () => {
    const { gap } = tippingContour(
      { group: 0.09, reference: 0.12 },
      { groupSensitivity: [0.675, 0.05], referenceSensitivity: [0.9] },
    );
    expect(gap[0][0]).toBeCloseTo(0, 12);
    expect(gap[1][0]).toBeNull();
  });
});
