import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelChoiceVerdict } from "../../src/index.ts";

const interval = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const mirrored = ({ low, high }: { low: number; high: number }) => ({ low: -high, high: -low });
const margins = { label: 0.1, need: 0.1 };

describe("the verdict on label choice", () => {
  test("is the same for the mirror image", () => {
    fc.assert(
      fc.property(interval, interval, (label, need) => {
        expect(labelChoiceVerdict({ label: mirrored(label), need: mirrored(need) }, margins)).toBe(
          labelChoiceVerdict({ label, need }, margins),
        );
      }),
    );
  });

  test("never supports bias where the need's interval holds 0, and never calls a gap immaterial outside the margin", () => {
    fc.assert(
      fc.property(interval, interval, (label, need) => {
        const verdict = labelChoiceVerdict({ label, need }, margins);
        const supported = verdict.startsWith("label_choice_bias_supported");
        expect(supported && need.low <= 0 && need.high >= 0).toBe(false);
        expect(verdict === "no_material_need_gap" && (need.low <= -0.1 || need.high >= 0.1)).toBe(false);
      }),
    );
  });

  test.each([
    [
      "an interval that touches its margin is not inside it",
      { label: [-0.1, 0.05], need: [0.3, 0.6] },
      "need_gap_proxy_inconclusive",
    ],
    [
      "a small gap that excludes 0 but is inside the margin is immaterial",
      { label: [0, 0], need: [0.02, 0.08] },
      "no_material_need_gap",
    ],
    ["a need interval with 0 at its end is inconclusive", { label: [0, 0], need: [0, 0.6] }, "inconclusive_need_gap"],
  ])("%s", (_what, { label: [a, b], need: [c, d] }, verdict) => {
    expect(labelChoiceVerdict({ label: { low: a, high: b }, need: { low: c, high: d } }, margins)).toBe(verdict);
  });

  test("without an interval, or with NaN, nothing is estimable; without a margin nothing is judged", () => {
    const need = { low: 0.3, high: 0.6 };
    expect(labelChoiceVerdict({ label: null, need }, margins)).toBe("not_estimable");
    expect(labelChoiceVerdict({ label: { low: Number.NaN, high: 1 }, need }, margins)).toBe("not_estimable");
    expect(labelChoiceVerdict({ label: need, need }, { label: undefined, need: 0.1 })).toBe("margin_not_declared");
  });

  test("margins of a ratio are limits on the log scale and need not be alike", () => {
    const label = { low: Math.log(0.82), high: Math.log(1.05) };
    const need = { low: 0.3, high: 0.6 };
    const wide = { low: Math.log(0.8), high: Math.log(1.1) };
    expect(labelChoiceVerdict({ label, need }, { label: wide, need: 0.1 })).toBe("label_choice_bias_supported");
  });
});
