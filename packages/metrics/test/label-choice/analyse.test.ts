import { describe, expect, test } from "vitest";
import {
  analyseLabelChoice,
  intervalOfTopShare,
  isUndefined,
  type LabelChoiceInput,
  type LabelChoiceOptions,
  randomStream,
  shareInTop,
  topShareDifference,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const N = 600;
const stream = randomStream(11, 0, 99);
const side = Uint8Array.from({ length: N }, () => (stream.uniform() < 0.35 ? 1 : 0));
const score = Float64Array.from({ length: N }, () => 10 * stream.uniform());
const cost = score.map((s) => 100 * s * (0.9 + 0.2 * stream.uniform()));
const need = score.map((s, i) => s + 2 * side[i] + stream.uniform());
const input: LabelChoiceInput = {
  score,
  label: { id: "cost", values: cost },
  needs: [{ id: "conditions", values: need }],
  side,
};
const options: LabelChoiceOptions = {
  level: 0.95,
  thresholds: [97],
  bins: 10,
  legacySwapLoop: false,
  margins: {
    label: { scale: "ratio", low: 0.95, high: 1.05 },
    needs: new Map([["conditions", { scale: "difference", low: -0.2, high: 0.2 }]]),
  },
};

describe("the analysis of label choice", () => {
  test("finds a label that is right where the need is not", () => {
    const { needs, rows, top } = defined(analyseLabelChoice(input, options));
    const conditions = defined(needs[0]);
    expect(conditions.verdict).toBe("label_choice_bias_supported");
    expect(conditions.swaps[0].published).toBeUndefined();
    expect(rows.group.rows + rows.reference.rows).toBe(N);
    expect(top[0].orders.map(({ by }) => by)).toEqual(["score", "label", "need"]);
  });

  test.each([
    ["a need missing for one group", need.map((v, i) => (side[i] === 1 ? Number.NaN : v)), "MISSING_INPUT"],
    ["a need that is the label", cost, "LABEL_EQUALS_NEED"],
    ["a need that is the label in another currency", cost.map((c) => 7.46 * c + 3), "LABEL_EQUALS_NEED"],
    ["a constant need", new Float64Array(N).fill(2), "CONSTANT_VALUE"],
  ])("%s is said, and the rest stands", (_what, values, reason) => {
    const needs = [{ id: "odd", values }, ...input.needs];
    const found = defined(analyseLabelChoice({ ...input, needs }, options));
    expect(found.needs[0]).toEqual({ id: "odd", status: "undefined", reason });
    expect(isUndefined(found.needs[1])).toBe(false);
  });

  test.each([
    ["one group empty", { side: new Uint8Array(N) }, "EMPTY_GROUP"],
    ["no scores", { score: new Float64Array(N).fill(Number.NaN) }, "NO_ROWS"],
    ["a constant label", { label: { id: "cost", values: new Float64Array(N).fill(1) } }, "CONSTANT_VALUE"],
  ])("%s is said of the whole", (_what, change, reason) => {
    expect(analyseLabelChoice({ ...input, ...change }, options)).toEqual({ status: "undefined", reason });
  });

  test("a threshold that nobody reaches says so, and the verdict stands", () => {
    const tied = { ...input, score: score.map((s) => Math.min(s, 4)) };
    const found = defined(analyseLabelChoice(tied, { ...options, thresholds: [99] }));
    const conditions = defined(found.needs[0]);
    expect(conditions.thresholds[0].selected).toMatchObject({ reason: "NONE_ABOVE_THRESHOLD" });
    expect(conditions.swaps[0].byNeed).toMatchObject({ reason: "NONE_ABOVE_THRESHOLD" });
    expect(conditions.verdict).not.toBe("not_estimable");
  });

  test("without margins no verdict is given; weighted rows are not swapped", () => {
    const bare = { ...options, margins: { needs: new Map<string, never>() } };
    expect(defined(defined(analyseLabelChoice(input, bare)).needs[0]).verdict).toBe("margin_not_declared");
    const weight = new Float64Array(N).fill(2);
    const weighted = defined(defined(analyseLabelChoice({ ...input, weight }, options)).needs[0]);
    expect(weighted.swaps[0].byNeed).toMatchObject({ reason: "WEIGHTED_ROWS" });
    expect(weighted.verdict).toBe("label_choice_bias_supported");
  });

  test("where rows repeat patients, copies make nothing surer", () => {
    const twice = (of: ArrayLike<number>) => Float64Array.from({ length: 2 * N }, (_, i) => of[i % N]);
    const cluster = Float64Array.from({ length: 2 * N }, (_, i) => i % N);
    const copied: LabelChoiceInput = {
      score: twice(score),
      label: { id: "cost", values: twice(cost) },
      needs: [{ id: "conditions", values: twice(need) }],
      side: twice(side),
      cluster,
    };
    const once = defined(analyseLabelChoice({ ...input, cluster: [...score.keys()] }, options));
    const both = defined(analyseLabelChoice(copied, options));
    const error = (of: typeof once) => defined(defined(of.needs[0]).equalScore).average.standardError!;
    expect(error(both) / error(once)).toBeCloseTo(1, 2);
    const width = (of: typeof once) => of.top[0].orders[0].interval!.high - of.top[0].orders[0].interval!.low;
    expect(Math.abs(Math.log(width(both) / width(once)))).toBeLessThan(0.15);
  });
});

describe("the error of a share in the top", () => {
  test("is what the share varies by from sample to sample, re-ranked in each", () => {
    const shares: number[] = [];
    const differences: number[] = [];
    let error = 0;
    let differenceError = 0;
    const samples = 300;
    for (let s = 0; s < samples; s++) {
      const draw = randomStream(5, s, 98);
      const member = Uint8Array.from({ length: 400 }, () => (draw.uniform() < 0.3 ? 1 : 0));
      const values = Float64Array.from(member, (m) => draw.uniform() + draw.uniform() + draw.uniform() + 0.3 * m);
      const other = values.map((v, i) => Math.round(4 * (v + 0.2 * member[i] + draw.uniform())));
      const top = defined(shareInTop(values, member, 0.1));
      const byOther = defined(shareInTop(other, member, 0.1));
      shares.push(top.share);
      const difference = topShareDifference(byOther, top, 0.95);
      differences.push(difference.value);
      error += Math.sqrt(top.influence.reduce((total, u) => total + u * u, 0)) / samples;
      differenceError += difference.standardError! / samples;
    }
    expect(error / spread(shares)).toBeGreaterThan(0.85);
    expect(error / spread(shares)).toBeLessThan(1.15);
    expect(differenceError / spread(differences)).toBeGreaterThan(0.8);
    expect(differenceError / spread(differences)).toBeLessThan(1.2);
  });

  test("an interval where nobody of the group is in the top is not of zero width", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => i);
    const member = values.map((v) => (v < 50 ? 1 : 0));
    const top = defined(shareInTop(values, member, 0.1));
    const interval = intervalOfTopShare(top, 0.95);
    expect(top.share).toBe(0);
    expect(interval!.high).toBeGreaterThan(0.1);
  });
});

function spread(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((total, v) => total + (v - mean) ** 2, 0) / (values.length - 1));
}
