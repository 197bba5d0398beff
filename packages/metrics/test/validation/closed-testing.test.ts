import { describe, expect, test } from "vitest";
import { logit } from "../../src/numeric/logit.ts";
import { closedTesting } from "../../src/validation/closed-testing.ts";
import { defined, sample, stream } from "../calibration/rows.ts";

function cohort(truth: (p: number, other: number) => number) {
  const { score } = sample(1500, () => 0);
  const random = stream(77);
  const other = score.map(() => random() - 0.5);
  const outcome = Float64Array.from(score, (p, i) => (random() < truth(p, other[i]) ? 1 : 0));
  const logOdds = Float64Array.from(score, (p) => logit(p));
  return { logOdds, outcome, predictors: [logOdds, Float64Array.from(other)] };
}

describe("closed testing", () => {
  test.each([
    ["a model that holds is left alone", (p: number) => p, "no_update"],
    ["one too high everywhere is shifted", (p: number) => 1 / (1 + Math.exp(0.8 - logit(p))), "citl"],
    ["one too extreme is recalibrated", (p: number) => 1 / (1 + Math.exp(-0.4 * logit(p))), "recalibration"],
    [
      "one that misses a predictor is revised",
      (p: number, x: number) => 1 / (1 + Math.exp(-logit(p) - 3 * x)),
      "revision",
    ],
  ])("%s", (_, truth, selected) => {
    expect(defined(closedTesting(cohort(truth), 0.01)).selected).toBe(selected);
  });
  test("larger models fit no worse, and one class has a reason", () => {
    const { logLikelihoods } = defined(
      closedTesting(
        cohort((p) => p),
        0.05,
      ),
    );
    expect(logLikelihoods).toEqual(logLikelihoods.toSorted((a, b) => a - b));
    expect(
      closedTesting(
        cohort(() => 0),
        0.05,
      ),
    ).toMatchObject({ reason: "SEPARATION" });
    expect(closedTesting({ ...cohort((p) => p), predictors: [] }, 0.05)).toMatchObject({ reason: "MISSING_INPUT" });
  });
});
