import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageRanks,
  intervalOfTopShare,
  isUndefined,
  percentileByCut,
  percentiles,
  placesIntervals,
  resampledPlaces,
  shareInTop,
  swapByNeed,
  swapByScore,
} from "../../src/index.ts";
import { randomStream } from "../../src/inference/random-stream.ts";

const row = fc.record({
  score: fc.integer({ min: 0, max: 12 }),
  need: fc.integer({ min: 0, max: 5 }),
  side: fc.constantFrom(0, 1),
  times: fc.integer({ min: 0, max: 3 }),
});

test("on a resample: what the functions give on the rows written out as often", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), fc.constantFrom(50, 55, 80, 97), (rows, threshold) => {
      const column = (of: typeof rows, key: "score" | "need") => Float64Array.from(of, (r) => r[key]);
      const got = resampledPlaces(
        { score: column(rows, "score"), need: column(rows, "need"), side: rows.map((r) => r.side) },
        threshold,
      )(rows.map((r) => r.times));
      const written = rows.flatMap((r) => Array.from({ length: r.times }, () => r));
      const [score, need, member] = [
        column(written, "score"),
        column(written, "need"),
        Uint8Array.from(written, (r) => r.side),
      ];
      const at = (of: ArrayLike<number>): Uint8Array => Uint8Array.from(of, (p) => (p >= threshold ? 1 : 0));
      const neediest = swapByNeed({ score, need, member, above: at(percentiles(averageRanks(score))) });
      const walked = swapByScore({ score, need, member, above: at(percentileByCut(score)) });
      const there = !isUndefined(neediest) && !isUndefined(walked);
      expect(isUndefined(got)).toBe(!there);
      const top = (of: Float64Array): number => {
        const share = shareInTop(of, member, (100 - threshold) / 100);
        return isUndefined(share) ? Number.NaN : share.members;
      };
      const round = (n: number): number => Number(n.toFixed(9));
      const places = isUndefined(got) ? undefined : { ...got, byScore: round(got.byScore), byNeed: round(got.byNeed) };
      const expected = there
        ? {
            byScore: round(top(score)),
            byNeed: round(top(need)),
            shareIfNeediest: neediest.shareAfter,
            shareAfterSwaps: walked.shareAfter,
          }
        : undefined;
      expect(places).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

describe("intervals", () => {
  const stream = randomStream(7, 0, 5);
  const size = 1500;
  const side = Uint8Array.from({ length: size }, () => (stream.uniform() < 0.3 ? 1 : 0));
  const need = Float64Array.from(side, (s) => Math.max(0, Math.round(2 + s + 2 * stream.normal())));
  const score = Float64Array.from(need, (n, i) => n - side[i] + 2 * stream.normal());
  const options = { level: 0.95, seed: 20260101, replicates: 400 };

  test("hold the value, repeat with the seed, change with another", () => {
    const [at] = placesIntervals({ score, need, side }, [90], options);
    const places = resampledPlaces({ score, need, side }, 90)(new Float64Array(size).fill(1));
    if (isUndefined(places)) throw new Error("undefined");
    for (const [interval, value] of [
      [at.more, places.byNeed - places.byScore],
      [at.shareIfNeediest, places.shareIfNeediest],
      [at.shareAfterSwaps, places.shareAfterSwaps],
    ] as const) {
      expect(interval!.method).toBe("bootstrap-percentile");
      expect(interval!.low).toBeLessThan(value);
      expect(interval!.high).toBeGreaterThan(value);
    }
    expect(placesIntervals({ score, need, side }, [90], options)).toEqual([at]);
    expect(placesIntervals({ score, need, side }, [90], { ...options, seed: 1 })).not.toEqual([at]);
  });

  test("the members in the top vary in the replicates as the linearised error says", () => {
    const share = shareInTop(score, side, 0.1);
    if (isUndefined(share)) throw new Error("undefined");
    const linearised = intervalOfTopShare(share, 0.95)!;
    const of = resampledPlaces({ score, need, side }, 90);
    const draws = Array.from({ length: 400 }, (_, r) => {
      const at = randomStream(11, r, 1);
      const times = new Float64Array(size);
      for (let i = 0; i < size; i++) times[at.index(size)] += 1;
      const places = of(times);
      return isUndefined(places) ? Number.NaN : places.byScore / (0.1 * size);
    });
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const spread = Math.sqrt(draws.reduce((a, b) => a + (b - mean) ** 2, 0) / (draws.length - 1));
    expect((2 * 1.96 * spread) / (linearised.high - linearised.low)).toBeCloseTo(1, 0);
  });

  test("whole patients are drawn where they have several rows: wider than if rows were independent", () => {
    const twice = (of: ArrayLike<number>): Float64Array =>
      Float64Array.from({ length: 2 * size }, (_, i) => of[i >> 1]);
    const doubled = { score: twice(score), need: twice(need), side: twice(side) };
    const cluster = Uint32Array.from({ length: 2 * size }, (_, i) => i >> 1);
    const width = (intervals: ReturnType<typeof placesIntervals>): number =>
      intervals[0].shareIfNeediest!.high - intervals[0].shareIfNeediest!.low;
    const clustered = width(placesIntervals(doubled, [90], { ...options, cluster }));
    expect(clustered).toBeGreaterThan(1.15 * width(placesIntervals(doubled, [90], options)));
  });

  test("none where nobody is above, or no replicates are asked for", () => {
    const none = { more: null, shareIfNeediest: null, shareAfterSwaps: null };
    const percentile = new Float64Array(size).fill(50);
    expect(placesIntervals({ score, need, side, percentile }, [90], options)).toEqual([none]);
    expect(placesIntervals({ score, need, side }, [90], { ...options, replicates: 0 })).toEqual([none]);
  });
});
