import { describe, expect, test } from "vitest";
import { auroc } from "../../src/discrimination/index.ts";
import { countScores } from "../../src/count-scores.ts";
import { evaluate } from "../../src/evaluate.ts";
import {
  bcaInterval,
  bootstrap,
  bootstrapBias,
  bootstrapNormalInterval,
  bootstrapSample,
  bootstrapStandardError,
  clusterDraw,
  type Draw,
  entryClass,
  entryRows,
  givenDraw,
  joinReplicates,
  multinomialDraw,
  multiplicities,
  normInterLimits,
  percentileInterval,
  poissonDraw,
  randomStream,
  replicates,
  resampledCounts,
  type ResampledStatistic,
  studentisedInterval,
} from "../../src/inference/index.ts";
import { isUndefined, undefinedBecause } from "../../src/result.ts";

const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const draws = (draw: Draw, units: number, replicate: number, attempt = 0): Float64Array => {
  const out = new Float64Array(units);
  draw(replicate, attempt, out);
  return out;
};
const stream = randomStream(20261124, 0, 5);
const rows = Array.from({ length: 60 }, () => {
  const event = stream.uniform() < 0.3;
  return { score: Math.round(8 * (stream.uniform() + (event ? 0.3 : 0))) / 8, event: event ? 1 : 0 };
});
const counts = countScores(
  rows.map((r) => r.score),
  rows.map((r) => r.event),
);
const entries = entryRows(counts);
const statistic: ResampledStatistic = (multiplicity) => {
  const found = evaluate(auroc, resampledCounts(counts, multiplicity), {
    level: 0.95,
    at: {},
    scoreKind: "ordinal",
    pointOnly: true,
  });
  return isUndefined(found) ? found : [found.point.value];
};

describe("draws", () => {
  test("a multinomial resample has as many rows as the data, in each stratum too", () => {
    const strata = entryClass(counts);
    const draw = multinomialDraw(entries, { seed: 1, strata });
    const events = (m: Float64Array): number => total(m.filter((_, e) => strata[e] === 1));
    for (let r = 0; r < 20; r++) {
      const m = draws(draw, entries.length, r);
      expect(total(m)).toBe(60);
      expect(events(m)).toBe(events(entries));
    }
  });
  test("resampling entries is resampling rows: an entry of c rows is drawn with mean c and variance c (1 - c / n)", () => {
    const draw = multinomialDraw([6, 2, 1, 1], { seed: 3 });
    const drawn = Array.from({ length: 4000 }, (_, r) => draws(draw, 4, r)[0]);
    const mean = drawn.reduce((a, b) => a + b, 0) / 4000;
    const variance = drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / 3999;
    expect(Math.abs(mean - 6)).toBeLessThan(4 * Math.sqrt(2.4 / 4000));
    expect(Math.abs(variance - 2.4)).toBeLessThan(4 * 2.4 * Math.sqrt(2 / 4000));
  });
  test("Poisson multiplicities have mean and variance of the rows of an entry, small or large", () => {
    const draw = poissonDraw([1, 40, 0], { seed: 9 });
    const drawn = Array.from({ length: 4000 }, (_, r) => draws(draw, 3, r));
    for (const [e, rowsOf] of [
      [0, 1],
      [1, 40],
    ] as const) {
      const mean = drawn.reduce((a, m) => a + m[e], 0) / 4000;
      const variance = drawn.reduce((a, m) => a + (m[e] - mean) ** 2, 0) / 3999;
      expect(Math.abs(mean - rowsOf)).toBeLessThan(4 * Math.sqrt(rowsOf / 4000));
      expect(Math.abs(variance / rowsOf - 1)).toBeLessThan(4 * Math.sqrt(3 / 4000));
    }
    expect(drawn.every((m) => m[2] === 0)).toBe(true);
  });
  test("a cluster comes whole or not at all, and as many clusters as there are", () => {
    const rowsOf = [2, 1, 3, 1, 5, 0];
    const cluster = [0, 0, 1, 2, 2, 9];
    const draw = clusterDraw(rowsOf, cluster, { seed: 4 });
    for (let r = 0; r < 30; r++) {
      const m = draws(draw, 6, r);
      expect(m[0] / 2).toBe(m[1]);
      expect(m[3] * 5).toBe(m[4]);
      expect(m[1] + m[2] / 3 + m[3]).toBe(3);
      expect(m[5]).toBe(0);
    }
  });
  test("cluster strata keep their number of clusters", () => {
    const draw = clusterDraw([1, 1, 1, 1], [0, 1, 2, 3], { seed: 4, strata: [0, 0, 1, 1] });
    for (let r = 0; r < 20; r++) expect(draws(draw, 4, r)[0] + draws(draw, 4, r)[1]).toBe(2);
  });
  test("another attempt is another resample", () => {
    const draw = multinomialDraw(entries, { seed: 1 });
    expect(draws(draw, entries.length, 0, 1)).not.toEqual(draws(draw, entries.length, 0, 0));
  });
  test("indices outside the units are refused, fractions of a row too", () => {
    expect(() => multiplicities([0, 3], 3)).toThrow(/drawn index 3/);
    expect(() => multinomialDraw([0.5], { seed: 1 })).toThrow(/entry 0 counts 0.5 rows/);
  });
});

describe("replicates", () => {
  const draw = multinomialDraw(entries, { seed: 77 });
  const whole = replicates(draw, entries.length, statistic, 0, 60);
  test.each([[[0, 60]], [[0, 1, 2, 60]], [[0, 17, 30, 31, 60]]])(
    "are the same numbers for the partition %j, in whatever order its parts are made",
    (cuts) => {
      const parts = cuts.slice(1).map((to, i) => replicates(draw, entries.length, statistic, cuts[i] ?? 0, to));
      expect(joinReplicates(parts.toReversed())).toEqual(whole);
    },
  );
  test("that are missing are not passed over", () => {
    const parts = [
      replicates(draw, entries.length, statistic, 0, 5),
      replicates(draw, entries.length, statistic, 6, 9),
    ];
    expect(() => joinReplicates(parts)).toThrow(/5 to 6/);
  });
  test("without a class are drawn anew, counted and flagged", () => {
    const rare = countScores([0.9, 0.1, 0.2, 0.3, 0.4, 0.5], [1, 0, 0, 0, 0, 0]);
    const rarely: ResampledStatistic = (m) =>
      total(resampledCounts(rare, m).positives) > 0 ? [1] : undefinedBecause("ONE_CLASS");
    const made = bootstrap(multinomialDraw(entryRows(rare), { seed: 1 }), entryRows(rare), rarely, 300);
    if (isUndefined(made)) throw new Error(made.reason);
    expect(made.dropped).toBe(0);
    expect(made.samples[0]?.sorted.length).toBe(300);
    expect(Math.abs(made.redrawn / 300 - (5 / 6) ** 6)).toBeLessThan(0.12);
    expect(made.flags).toEqual(["REPLICATES_REDRAWN"]);
  });
  test("that can never be had are dropped and counted, not made up", () => {
    const made = replicates(givenDraw([[0], [1]]), 1, (m) => (m[0] === 0 ? undefinedBecause("NO_ROWS") : [m[0]]), 0, 2);
    expect(made).toMatchObject({ dropped: 1, redrawn: 0 });
    expect(made.values[0]?.[0]).toBeNaN();
    expect(made.values[0]?.[1]).toBe(1);
  });
  test("of a statistic undefined in the data are not made", () => {
    const never: ResampledStatistic = () => undefinedBecause("CONSTANT_SCORE");
    expect(bootstrap(draw, entries, never, 10)).toEqual(undefinedBecause("CONSTANT_SCORE"));
  });
});

describe("resampled counts", () => {
  test("the data's own multiplicities give the data", () => {
    expect(resampledCounts(counts, entries)).toEqual(counts);
  });
  test("with weights, twice every row doubles sums of weights and of their squares", () => {
    const weighted = countScores([1, 1, 2, 3], [0, 1, 1, 0], [0.5, 2, 1, 4]);
    const twice = resampledCounts(
      weighted,
      entryRows(weighted).map((n) => 2 * n),
    );
    expect(twice.positives).toEqual(Float64Array.of(4, 2, 0));
    expect(twice.weighted?.negativeSquares).toEqual(Float64Array.of(0.5, 0, 32));
  });
});

describe("intervals from replicates", () => {
  const normals = Float64Array.from({ length: 4000 }, (_, r) => randomStream(8, r, 5).normal());
  const sample = bootstrapSample(0, normals);
  test("of a normal sample agree with the normal quantiles within their Monte-Carlo errors", () => {
    for (const found of [percentileInterval(sample, 0.95), bootstrapNormalInterval(sample, 0.95)]) {
      expect(Math.abs(found!.low + 1.96) / found!.monteCarloError.low).toBeLessThan(4);
      expect(Math.abs(found!.high - 1.96) / found!.monteCarloError.high).toBeLessThan(4);
    }
  });
  test("the Monte-Carlo error of a percentile is √(p q / B) / φ(z)", () => {
    const expected = Math.sqrt((0.025 * 0.975) / 4000) / 0.0584451;
    expect(percentileInterval(sample, 0.95)!.monteCarloError.high / expected).toBeGreaterThan(0.7);
    expect(percentileInterval(sample, 0.95)!.monteCarloError.high / expected).toBeLessThan(1.4);
  });
  test("BCa without bias or skewness is the percentile interval", () => {
    const symmetric = bootstrapSample(
      0,
      Float64Array.from({ length: 1001 }, (_, i) => (i - 500) / 100),
    );
    const bca = bcaInterval(symmetric, [-1, 0, 1], 0.9);
    expect(bca).toMatchObject({ z0: 0, acceleration: 0 });
    expect(bca!.low).toBeCloseTo(percentileInterval(symmetric, 0.9)!.low, 12);
  });
  test("BCa with every replicate on one side says nothing", () => {
    expect(bcaInterval(bootstrapSample(-10, normals), [1, 2, 3], 0.95)).toBeUndefined();
  });
  test("studentised on exact standard errors is value ± quantiles", () => {
    const standardErrors = new Float64Array(4000).fill(2);
    const values = normals.map((z) => 10 + 2 * z);
    const found = studentisedInterval({ estimate: 10, standardError: 2 }, { values, standardErrors }, 0.95);
    expect(found!.low).toBeCloseTo(10 - 2 * percentileInterval(sample, 0.95)!.high, 10);
  });
  test("norm.inter gives the order statistic where (B + 1) p is whole", () => {
    const sorted = bootstrapSample(
      0,
      Float64Array.from({ length: 39 }, (_, i) => i + 1),
    );
    const { low, high } = normInterLimits(sorted, 0.95);
    expect(low).toBeCloseTo(1, 12);
    expect(high).toBeCloseTo(39, 12);
  });
  test("too few replicates hold no interval", () => {
    expect(percentileInterval(bootstrapSample(0, normals.slice(0, 39)), 0.95)).toBeUndefined();
  });
  test("standard error and bias do not lose their digits on a large offset", () => {
    const far = bootstrapSample(1e9, Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3));
    expect(bootstrapStandardError(far)).toBe(1);
    expect(bootstrapBias(far)).toBe(2);
  });
});
