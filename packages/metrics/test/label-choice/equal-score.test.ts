import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageRanks,
  gapAtEqualScore,
  gapInWindow,
  gapWithinStrata,
  labelAtEqualNeed,
  labelAtEqualSeverity,
  meanByPercentile,
  percentiles,
  randomStream,
  ratioAtEqualScore,
} from "../../src/index.ts";
import { linearRegression } from "../../src/numeric/linear-regression.ts";
import { dummies } from "../../src/numeric/dummies.ts";
import { defined } from "../defined.ts";

const N = 240;
const LEVEL = 0.95;
const stream = randomStream(7, 0, 99);
const noise = Float64Array.from({ length: N }, () => stream.uniform() - 0.5);
const score = Float64Array.from({ length: N }, () => stream.uniform());
const side = Uint8Array.from({ length: N }, () => (stream.uniform() < 0.3 ? 1 : 0));
const percentile = percentiles(averageRanks(score));
const options = { at: [50, 97], level: LEVEL };

const withGap = (gap: number, spread = 0): Float64Array =>
  percentile.map((r, i) => 3 + r / 20 + gap * side[i] + spread * noise[i]);

describe("the gap at equal score", () => {
  test("is the constant by which the group differs, averaged and at every score", () => {
    const found = defined(gapAtEqualScore(percentile, withGap(0.7, 1e-6), side, options));
    expect(found.average.value).toBeCloseTo(0.7, 6);
    expect(found.at.map(({ gap }) => gap.value)).toEqual([expect.closeTo(0.7, 5), expect.closeTo(0.7, 5)]);
    expect(found.anyGap!.degreesOfFreedom).toBe(5);
    expect(found.anyGap!.p).toBeLessThan(1e-6);
  });

  test("turns round with the sides, and follows the unit of the value", () => {
    const y = withGap(0.4, 2);
    const found = defined(gapAtEqualScore(percentile, y, side, options));
    const turned = defined(
      gapAtEqualScore(
        percentile,
        y,
        side.map((s) => 1 - s),
        options,
      ),
    );
    expect(turned.average.value).toBeCloseTo(-found.average.value, 10);
    expect(turned.average.standardError).toBeCloseTo(found.average.standardError!, 10);
    expect(turned.anyGap!.chiSquared).toBeCloseTo(found.anyGap!.chiSquared, 6);
    const inCents = defined(
      gapAtEqualScore(
        percentile,
        y.map((v) => 100 * v - 7),
        side,
        options,
      ),
    );
    expect(inCents.average.value).toBeCloseTo(100 * found.average.value, 8);
    expect(inCents.average.p).toBeCloseTo(found.average.p!, 10);
  });

  test("with rows copied and copies clustered has the error of the rows alone; without clusters a smaller one", () => {
    const y = withGap(0.4, 2);
    const twice = <T extends Float64Array | Uint8Array>(of: T) => Float64Array.from([...of, ...of]);
    const cluster = Float64Array.from({ length: 2 * N }, (_, i) => i % N);
    const once = defined(gapAtEqualScore(percentile, y, side, { ...options, sampling: { cluster: [...y.keys()] } }));
    const copied = defined(
      gapAtEqualScore(twice(percentile), twice(y), twice(side), { ...options, sampling: { cluster } }),
    );
    expect(copied.average.value).toBeCloseTo(once.average.value, 9);
    expect(copied.average.standardError).toBeCloseTo(once.average.standardError!, 6);
    expect(copied.average.degreesOfFreedom).toBe(N - 1);
    const naive = defined(gapAtEqualScore(twice(percentile), twice(y), twice(side), options));
    expect(naive.average.standardError).toBeLessThan(0.75 * once.average.standardError!);
  });

  test("a weight of two is the row twice", () => {
    const y = withGap(0.4, 2);
    const weight = Float64Array.from(y, (_, i) => 1 + (i % 2));
    const rows = [...y.keys()].flatMap((i) => Array.from({ length: weight[i] }, () => i));
    const at = (of: ArrayLike<number>) => Float64Array.from(rows, (i) => of[i]);
    const stratum = percentile.map((r) => Math.ceil(r / 20));
    const weighted = defined(gapWithinStrata(stratum, y, side, { level: LEVEL, sampling: { weight } }));
    const copied = defined(gapWithinStrata(at(stratum), at(y), at(side), { level: LEVEL }));
    expect(weighted.gap.value).toBeCloseTo(copied.gap.value, 12);
  });

  test.each([
    ["no group", percentile, withGap(0, 1), new Uint8Array(N), "EMPTY_GROUP"],
    [
      "no value in the group",
      percentile,
      withGap(0, 1).map((v, i) => (side[i] === 1 ? Number.NaN : v)),
      side,
      "EMPTY_GROUP",
    ],
    ["a constant", percentile, new Float64Array(N).fill(3), side, "CONSTANT_VALUE"],
    ["no rows", new Float64Array(0), new Float64Array(0), [], "EMPTY_GROUP"],
  ])("%s is said", (_what, r, y, sides, reason) => {
    expect(gapAtEqualScore(r, y, sides, options)).toEqual({ status: "undefined", reason });
  });

  test("a score of one, two or three values is compared within them", () => {
    for (const levels of [1, 2, 3]) {
      const r = percentiles(averageRanks(score.map((s) => Math.floor(s * levels))));
      const y = r.map((v, i) => v + 2 * side[i] + noise[i] * 1e-6);
      expect(defined(gapAtEqualScore(r, y, side, { level: LEVEL })).average.value).toBeCloseTo(2, 5);
    }
  });
});

describe("the ratio at equal score", () => {
  test("is the factor by which the group's mean differs, whatever the unit", () => {
    const y = percentile.map((r, i) => Math.exp(r / 50) * (side[i] === 1 ? 1.3 : 1));
    expect(Math.exp(defined(ratioAtEqualScore(percentile, y, side, options)).value)).toBeCloseTo(1.3, 2);
    const found = defined(ratioAtEqualScore(percentile, withGap(1, 2), side, options));
    const scaled = defined(
      ratioAtEqualScore(
        percentile,
        withGap(1, 2).map((v) => 1e6 * v),
        side,
        options,
      ),
    );
    expect(scaled.value).toBeCloseTo(found.value, 9);
    expect(scaled.standardError).toBeCloseTo(found.standardError!, 9);
  });

  test("negative values and all zeros have none", () => {
    expect(ratioAtEqualScore(percentile, noise, side, options)).toMatchObject({ reason: "IMPOSSIBLE_PREDICTION" });
    expect(ratioAtEqualScore(percentile, new Float64Array(N), side, options)).toMatchObject({
      reason: "ZERO_DENOMINATOR",
    });
  });
});

describe("within strata", () => {
  test("is least squares with a dummy for each stratum", () => {
    const stratum = percentile.map((r) => Math.ceil(r / 12.5));
    const y = withGap(0.4, 2);
    const within = defined(gapWithinStrata(stratum, y, side, { level: LEVEL }));
    const design = [new Float64Array(N).fill(1), Float64Array.from(side), ...dummies(stratum)];
    const fit = defined(linearRegression(design, y));
    expect(within.gap.value).toBeCloseTo(fit.coefficients[1], 10);
    expect(within.ordinaryStandardError).toBeCloseTo(Math.sqrt(fit.covariance![1][1]), 10);
  });

  test("strata that hold one side alone tell nothing; all such is EMPTY_GROUP", () => {
    const stratum = Float64Array.from(side);
    expect(gapWithinStrata(stratum, withGap(1, 1), side, { level: LEVEL })).toMatchObject({ reason: "EMPTY_GROUP" });
  });
});

describe("among the selected", () => {
  test("nobody in the window, one side empty, one row each, and nothing varying", () => {
    const y = withGap(0.4, 2);
    const none = gapInWindow(percentile, y, side, { low: 101, high: 102, level: LEVEL });
    expect(none).toMatchObject({ reason: "NONE_ABOVE_THRESHOLD" });
    const one = gapInWindow(Float64Array.of(99), Float64Array.of(1), [1], { low: 97, high: 100, level: LEVEL });
    expect(one).toMatchObject({ reason: "EMPTY_GROUP" });
    const pair = defined(
      gapInWindow(Float64Array.of(98, 99), Float64Array.of(1, 3), [1, 0], { low: 97, high: 100, level: LEVEL }),
    );
    expect(pair.gap).toMatchObject({ value: -2, standardError: null, interval: null, p: null });
    const flat = defined(
      gapInWindow(Float64Array.of(98, 98, 99, 99), Float64Array.of(0, 0, 1, 3), [1, 1, 0, 0], {
        low: 97,
        high: 100,
        level: LEVEL,
      }),
    );
    expect(flat.gap.interval).toBeNull();
  });

  test("an open lower end leaves out the rows at it", () => {
    const rows = [Float64Array.of(96, 97, 97, 97), Float64Array.of(9, 1, 2, 3), [1, 1, 0, 0]] as const;
    const window = { low: 96, high: 97, level: LEVEL };
    expect(defined(gapInWindow(...rows, window)).group.rows).toBe(2);
    expect(defined(gapInWindow(...rows, { ...window, lowOpen: true })).group.rows).toBe(1);
  });
});

describe("the label-choice curve", () => {
  test("its bands hold every row once, and its means are the means of their rows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (bins) => {
        const ranking = averageRanks(score);
        const y = withGap(1, 1);
        const curves = meanByPercentile(ranking, y, side, { groups: 2, bins, level: LEVEL });
        const all = curves.flat();
        const sum = all.reduce((total, bin) => total + bin.rows * (bin.mean ?? 0), 0);
        expect(all.reduce((n, bin) => n + bin.rows, 0)).toBe(N);
        expect(sum).toBeCloseTo(
          y.reduce((a, b) => a + b, 0),
          8,
        );
      }),
      { numRuns: 20 },
    );
  });

  test("shares get Wilson's interval, also where all or none have it; a band without rows has no mean", () => {
    const ranking = averageRanks(Float64Array.of(1, 2, 3, 4));
    const [bins] = meanByPercentile(ranking, Float64Array.of(0, 0, 1, 1), [0, 0, 0, 1], {
      groups: 2,
      bins: 2,
      level: LEVEL,
    });
    expect(bins[0]).toMatchObject({ rows: 2, mean: 0, interval: { low: 0, method: "wilson" } });
    expect(bins[0].interval!.high).toBeCloseTo(0.6576, 4);
    const [empty] = meanByPercentile(ranking, Float64Array.of(5, 5, 5, 5), [1, 1, 1, 1], {
      groups: 1,
      bins: 2,
      level: LEVEL,
    });
    expect(empty[0]).toMatchObject({ rows: 0, mean: null, interval: null });
  });
});

describe("the label at equal need", () => {
  const need = Float64Array.from({ length: N }, (_, i) => i % 5);
  test("is the factor by which the group's label differs at every need, whatever the distributions of need", () => {
    const label = need.map((v, i) => (10 + 5 * v) * (side[i] === 1 ? 0.9 : 1));
    const found = defined(labelAtEqualNeed(label, need, side, { level: LEVEL }));
    expect(found.ratio).toBeCloseTo(0.9, 12);
    expect(found.rowsUsed + found.rowsLeftOut).toBe(N);
    expect(found.ratioInterval).toBeNull();
  });
  test("leaves out needs with fewer than two of either, and says so where none is left", () => {
    const alone = Float64Array.from(need.keys());
    expect(labelAtEqualNeed(need, alone, side, { level: LEVEL })).toMatchObject({ reason: "EMPTY_GROUP" });
  });
  test("the ratio's interval holds the ratio, and clusters of one row are rows", () => {
    const label = need.map((v, i) => 10 + 5 * v - 2 * side[i] + 4 * noise[i]);
    const rows = defined(labelAtEqualNeed(label, need, side, { level: LEVEL }));
    expect(rows.ratioInterval!.low).toBeLessThan(rows.ratio!);
    expect(rows.ratioInterval!.high).toBeGreaterThan(rows.ratio!);
    const cluster = [...need.keys()];
    const clustered = defined(labelAtEqualNeed(label, need, side, { level: LEVEL, sampling: { cluster } }));
    expect(clustered.difference.standardError! / rows.difference.standardError!).toBeCloseTo(1, 1);
  });
  test("at equal severity, as a ratio: rows that the logarithm lacks are counted", () => {
    const severity = { kind: "numeric", values: score } as const;
    const label = score.map((s, i) =>
      i === 0 ? 0 : Math.exp(s + (side[i] === 1 ? Math.log(0.9) : 0) + noise[i] / 1e4),
    );
    const found = defined(labelAtEqualSeverity(label, side, [severity], { scale: "log", level: LEVEL }));
    expect(found.ratio!.value).toBeCloseTo(0.9, 3);
    expect(found.leftOut).toEqual({ missing: 0, notPositive: 1 });
  });
});
