import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conditionalInformation,
  cramersV,
  type Feature,
  featureProxy,
  groupGivenNeed,
  mutualInformation,
  randomStream,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const codes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 60 });

describe("mutual information", () => {
  test("is nothing for an independent table, and the whole entropy where the feature names the group", () => {
    const a = [0, 0, 1, 1, 0, 0, 1, 1];
    const b = [0, 1, 0, 1, 0, 1, 0, 1];
    expect(defined(mutualInformation(a, b)).nats).toBeCloseTo(0, 15);
    const same = defined(mutualInformation(a, a));
    expect(same.nats).toBeCloseTo(Math.LN2, 14);
    expect(same.shareOfGroupEntropy).toBeCloseTo(1, 14);
    expect(defined(cramersV(a, a)).value).toBeCloseTo(1, 14);
    expect(defined(cramersV(a, b)).corrected).toBe(0);
  });

  test("is symmetric, does not care what levels are called, and is never negative", () => {
    fc.assert(
      fc.property(codes, (a) => {
        const b = a.map((v, i) => (v + i) % 3);
        fc.pre(new Set(a).size > 1 && new Set(b).size > 1);
        const there = defined(mutualInformation(a, b));
        expect(there.nats).toBeGreaterThanOrEqual(0);
        expect(defined(mutualInformation(b, a)).nats).toBeCloseTo(there.nats, 12);
        const renamed = a.map((v) => 10 - 3 * v);
        expect(defined(mutualInformation(renamed, b)).nats).toBeCloseTo(there.nats, 12);
        expect(there.nullExpectation).toBeCloseTo(there.test.degreesOfFreedom / (2 * a.length), 12);
      }),
    );
  });

  test("given need: nothing is left of a feature that is the need", () => {
    const need = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const group = [0, 0, 1, 1, 1, 0, 1, 1, 1];
    expect(conditionalInformation(need, group, need)).toMatchObject({ reason: "CONSTANT_VALUE" });
    const whole = defined(conditionalInformation(group, group, need));
    expect(whole.sparse).toBe(true);
    expect(whole.test.degreesOfFreedom).toBe(2);
  });

  test("the chain rule: I(feature, need; group) = I(need; group) + I(feature; group | need)", () => {
    fc.assert(
      fc.property(codes, (feature) => {
        const need = feature.map((v, i) => (v * i) % 2);
        const group = feature.map((v, i) => Number((v + i) % 3 === 0));
        fc.pre(new Set(group).size > 1 && new Set(need).size > 1);
        const joint = mutualInformation(
          feature.map((v, i) => 10 * v + need[i]),
          group,
        );
        const given = conditionalInformation(feature, group, need);
        fc.pre(!("status" in joint) && !("status" in given));
        const own = defined(mutualInformation(need, group));
        expect(defined(joint).nats).toBeCloseTo(own.nats + defined(given).nats, 10);
      }),
    );
  });

  test.each([
    ["no rows", [], [], "NO_ROWS"],
    ["all missing", [Number.NaN], [1], "NO_ROWS"],
    ["one group", [0, 1], [1, 1], "EMPTY_GROUP"],
    ["one level", [1, 1], [0, 1], "CONSTANT_VALUE"],
  ])("%s is said", (_what, feature, group, reason) => {
    expect(mutualInformation(feature, group)).toEqual({ status: "undefined", reason });
    expect(cramersV(feature, group)).toEqual({ status: "undefined", reason });
  });
});

describe("a feature as a stand-in for the group", () => {
  const stream = randomStream(3, 0, 99);
  const N = 300;
  const side = Uint8Array.from({ length: N }, () => (stream.uniform() < 0.4 ? 1 : 0));
  const need = Float64Array.from({ length: N }, () => stream.index(4));
  const feature = (values: Float64Array, kind: Feature["kind"] = "numeric"): Feature => ({
    id: "f",
    kind,
    values,
    legitimacy: "not declared",
  });

  test("a feature of noise tells nothing beyond chance; one made from the group tells much", () => {
    const options = { level: 0.95, permutations: { seed: 1, permutations: 99 } };
    const noise = featureProxy(feature(need.map(() => stream.uniform())), side, need, options);
    expect(defined(noise.givenNeed).test.p).toBeGreaterThan(0.01);
    const telling = featureProxy(feature(need.map((_, i) => side[i] + stream.uniform())), side, need, options);
    expect(defined(telling.aurocForGroup).value).toBe(1);
    expect(defined(telling.information).shareOfGroupEntropy).toBeGreaterThan(0.9);
  });

  test("sparse strata get a permutation p, the same for the same seed", () => {
    const few = need.map((_, i) => i % 9);
    const many = feature(
      need.map((_, i) => i % 7),
      "categorical",
    );
    const options = { level: 0.95, permutations: { seed: 5, permutations: 50 } };
    const first = featureProxy(many, side, few, options);
    expect(first.permutation?.p).toBeGreaterThan(0);
    expect(featureProxy(many, side, few, options).permutation).toEqual(first.permutation);
    expect(first.aurocForGroup).toMatchObject({ reason: "MISSING_INPUT" });
  });

  test("jointly, given need: as many degrees of freedom as columns, rows with a gap left out", () => {
    const area = feature(
      need.map((_, i) => (i === 0 ? Number.NaN : i % 3)),
      "categorical",
    );
    const lab = feature(need.map((_, i) => side[i] + 4 * stream.uniform()));
    const found = defined(groupGivenNeed(side, need, [area, lab]));
    expect(found.rows).toBe(N - 1);
    expect(found.test.degreesOfFreedom).toBe(3);
    expect(found.test.p).toBeLessThan(1e-6);
    expect(found.aurocWithFeatures).toBeGreaterThan(found.aurocNeedOnly);
    const names = feature(Float64Array.from(side));
    expect(groupGivenNeed(side, need, [names])).toMatchObject({ reason: "SEPARATION" });
    expect(groupGivenNeed(new Uint8Array(N), need, [lab])).toMatchObject({ reason: "EMPTY_GROUP" });
  });
});
