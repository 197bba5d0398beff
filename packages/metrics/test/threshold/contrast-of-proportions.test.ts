import { describe, expect, test } from "vitest";
import {
  miettinenNurminenDifference,
  miettinenNurminenP,
  newcombeDifference,
  type Proportion,
  smallestDetectableDifference,
} from "../../src/index.ts";
import { contrast } from "../../src/contrast.ts";
import { countScores } from "../../src/count-scores.ts";
import type { Measured } from "../../src/estimate.ts";
import { evaluate } from "../../src/evaluate.ts";
import { metrics } from "../../src/metrics.ts";
import { isUndefined } from "../../src/result.ts";

const at = { threshold: 0.5 };

/** A subgroup of which `hits` of `rows` events are flagged, beside ten non-events that are not. */
function group({ hits, rows }: Proportion, weight?: number, id = "sensitivity"): Measured {
  const metric = metrics.find((m) => m.id === id)!;
  const score = Array.from({ length: rows + 10 }, (_, i) => (i < hits ? 0.8 : 0.2));
  const outcome = score.map((_, i) => (i < rows ? 1 : 0));
  const weights = weight === undefined ? undefined : score.map((_, i) => weight + (i % 2));
  const counts = countScores(score, outcome, weights);
  const found = evaluate(metric, counts, { level: 0.95, at, scoreKind: "ordinal" });
  if (isUndefined(found)) throw new Error(found.reason);
  return {
    metric,
    at,
    counts,
    estimate: {
      metric: id,
      subgroup: "s",
      status: "estimated",
      value: found.point.value,
      interval: found.interval ?? null,
      standardError: found.point.standardError ?? null,
      n: rows + 10,
      events: rows,
      flags: [],
    },
  };
}

const against = { kind: "rest", subgroup: "not(s)" } as const;
const options = { level: 0.95, margins: { sensitivity: { difference: 0.1 } } };
const A = { hits: 56, rows: 70 };
const B = { hits: 48, rows: 80 };

describe("a gap between shares of independent rows", () => {
  test("is shown by Newcombe's interval, judged by Miettinen and Nurminen's, with the p it inverts", () => {
    const found = contrast(group(A), group(B), against, options)!;
    expect(found.interval).toEqual({ ...newcombeDifference(A, B, 0.95), level: 0.95, method: "newcombe" });
    expect(found.verdictInterval).toEqual({
      ...miettinenNurminenDifference(A, B, 0.95),
      level: 0.95,
      method: "miettinen-nurminen",
    });
    expect(found.p).toBe(miettinenNurminenP(A, B));
    expect(found.verdict).toBe("difference_of_uncertain_relevance");
    const { up, down } = smallestDetectableDifference({ p2: 0.6, n1: 70, n2: 80 }, { level: 0.95, power: 0.8 });
    expect(found.smallestDetectableGap).toBe(Math.max(up!, down!));
  });

  test("keeps a positive width where both shares are 1, which is no evidence of equity", () => {
    const found = contrast(group({ hits: 5, rows: 5 }), group({ hits: 7, rows: 7 }), against, options)!;
    expect(found.interval!.low).toBeLessThan(-0.4);
    expect(found.p).toBe(1);
    expect(found.verdict).toBe("inconclusive");
  });

  test("is recovered from the two intervals where rows are weighted", () => {
    const found = contrast(group(A, 1), group(B, 1), against, options)!;
    expect(found.interval!.method).toBe("mover");
    expect(found.verdictInterval).toBeUndefined();
  });
});

describe("a ratio between subgroups", () => {
  test("is not made of an infinite side, which is no verdict", () => {
    const id = "positiveLikelihoodRatio";
    const margins = { [id]: { ratio: [0.8, 1.25] } } as const;
    const found = contrast(group(A, undefined, id), group(B, undefined, id), against, { level: 0.95, margins })!;
    expect(found).toMatchObject({ value: null, reason: "ZERO_DENOMINATOR", verdict: "not_estimable" });
  });

  test("of negative likelihood ratios is recovered from their intervals and holds the value", () => {
    const id = "negativeLikelihoodRatio";
    const found = contrast(group(A, undefined, id), group(B, undefined, id), against, { level: 0.95, margins: {} })!;
    expect(found.value).toBeCloseTo(0.2 / 0.4, 12);
    expect(found.interval!.method).toBe("mover");
    expect(found.interval!.low).toBeLessThan(0.5);
    expect(found.interval!.high).toBeGreaterThan(0.5);
    expect(found.verdict).toBe("margin_not_declared");
  });

  test("is not offered where values of different prevalence cannot be compared", () => {
    for (const id of ["f1", "mcc", "kappa"]) {
      expect(contrast(group(A, undefined, id), group(B, undefined, id), against, options)).toBeUndefined();
    }
  });
});
