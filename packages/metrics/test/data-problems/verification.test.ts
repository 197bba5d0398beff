import { describe, expect, test } from "vitest";
import { correctForVerification } from "../../src/data-problems/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

describe("Begg and Greenes' correction", () => {
  test("with everybody verified changes nothing", () => {
    const found = correctForVerification(
      [{ flagged: { rows: 50, verified: 50, events: 30 }, unflagged: { rows: 100, verified: 100, events: 10 } }],
      0.95,
    );
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.sensitivity.value).toBeCloseTo(30 / 40, 14);
    expect(found.specificity.value).toBeCloseTo(90 / 110, 14);
    expect(found.naiveSensitivity).toBe(0.75);
    expect(found.prevalence).toBeCloseTo(40 / 150, 14);
  });
  test("gives back the truth that selective verification hid", () => {
    // 200 flagged with 100 events, 800 unflagged with 80: sensitivity 100/180. Half and a tenth were verified.
    const found = correctForVerification(
      [{ flagged: { rows: 200, verified: 100, events: 50 }, unflagged: { rows: 800, verified: 80, events: 8 } }],
      0.95,
    );
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.sensitivity.value).toBeCloseTo(100 / 180, 14);
    expect(found.naiveSensitivity).toBeGreaterThan(0.8);
  });
  test("strata that are alike add up to one stratum", () => {
    const half = {
      flagged: { rows: 100, verified: 50, events: 25 },
      unflagged: { rows: 400, verified: 40, events: 4 },
    };
    const whole = {
      flagged: { rows: 200, verified: 100, events: 50 },
      unflagged: { rows: 800, verified: 80, events: 8 },
    };
    const two = correctForVerification([half, half], 0.95);
    const one = correctForVerification([whole], 0.95);
    if (isUndefined(two) || isUndefined(one)) throw new Error("undefined");
    expect(two.sensitivity.value).toBeCloseTo(one.sensitivity.value, 14);
    expect(two.sensitivity.logitStandardError).toBeCloseTo(one.sensitivity.logitStandardError!, 14);
  });
  test("nobody verified among the unflagged: the data cannot say, and it is not taken as negative", () => {
    const found = correctForVerification(
      [{ flagged: { rows: 50, verified: 50, events: 30 }, unflagged: { rows: 100, verified: 0, events: 0 } }],
      0.95,
    );
    expect(found).toEqual(undefinedBecause("MISSING_INPUT"));
  });
  test("no patients, no events, and no event among the verified unflagged", () => {
    const none = { rows: 0, verified: 0, events: 0 };
    expect(correctForVerification([], 0.95)).toEqual(undefinedBecause("NO_ROWS"));
    expect(correctForVerification([{ flagged: none, unflagged: none }], 0.95)).toEqual(undefinedBecause("NO_ROWS"));
    const healthy = { rows: 10, verified: 5, events: 0 };
    expect(correctForVerification([{ flagged: healthy, unflagged: healthy }], 0.95)).toEqual(
      undefinedBecause("ONE_CLASS"),
    );
    const found = correctForVerification([{ flagged: { rows: 9, verified: 9, events: 3 }, unflagged: healthy }], 0.95);
    if (isUndefined(found)) throw new Error(found.reason);
    expect(found.sensitivity).toEqual({ value: 1 });
  });
});
