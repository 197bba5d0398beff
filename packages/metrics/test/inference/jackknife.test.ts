import type { ScoreCounts } from "@auscult/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jackknife, jackknifeContrast } from "../../src/inference/jackknife.ts";
import { withoutBlock } from "../../src/inference/without-block.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../../src/result.ts";

interface Row {
  readonly score: number;
  readonly event: boolean;
  readonly block: number;
  readonly weight: number;
}

function count(rows: readonly Row[], weighted = false): ScoreCounts {
  const scores = [...new Set(rows.map((r) => r.score))].sort((a, b) => a - b);
  const sum = (of: (r: Row) => number) =>
    Float64Array.from(scores, (s) => rows.filter((r) => r.score === s).reduce((n, r) => n + of(r), 0));
  const score = Float64Array.from(scores);
  const negatives = sum((r) => (r.event ? 0 : weighted ? r.weight : 1));
  const positives = sum((r) => (r.event ? (weighted ? r.weight : 1) : 0));
  if (!weighted) return { score, negatives, positives };
  return {
    score,
    negatives,
    positives,
    weighted: {
      negativeRows: sum((r) => (r.event ? 0 : 1)),
      positiveRows: sum((r) => (r.event ? 1 : 0)),
      negativeSquares: sum((r) => (r.event ? 0 : r.weight ** 2)),
      positiveSquares: sum((r) => (r.event ? r.weight ** 2 : 0)),
    },
  };
}

const BLOCKS = 6;
const split = (rows: readonly Row[], weighted = false): ScoreCounts[] =>
  Array.from({ length: BLOCKS }, (_, b) =>
    count(
      rows.filter((r) => r.block === b),
      weighted,
    ),
  );
const total = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0);
const prevalence = (counts: ScoreCounts): number | Undefined => {
  const rows = total(counts.positives) + total(counts.negatives);
  return rows > 0 ? total(counts.positives) / rows : undefinedBecause("NO_ROWS");
};
const row = fc.record({
  score: fc.integer({ min: 0, max: 8 }),
  event: fc.boolean(),
  block: fc.integer({ min: 0, max: BLOCKS - 1 }),
  weight: fc.integer({ min: 1, max: 5 }).map((w) => w / 10),
});
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

describe("leaving a block out", () => {
  test.each([false, true])("is counting the other rows (weighted: %s)", (weighted) => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: BLOCKS - 1 }), (all, b) => {
        const less = withoutBlock(count(all, weighted), split(all, weighted)[b]);
        const direct = count(
          all.filter((r) => r.block !== b),
          weighted,
        );
        expect([...less.score]).toEqual([...direct.score]);
        for (const side of ["negatives", "positives"] as const)
          for (const [i, value] of less[side].entries()) expect(value).toBeCloseTo(direct[side][i], 12);
        expect(less.weighted?.positiveRows).toEqual(direct.weighted?.positiveRows);
      }),
    );
  });
  test("refuses a block that is no part of the total", () => {
    const a = count([{ score: 1, event: true, block: 0, weight: 1 }]);
    const b = count([{ score: 2, event: true, block: 0, weight: 1 }]);
    expect(() => withoutBlock(a, b)).toThrow(/has not: 2/);
    const twice = count(Array.from({ length: 2 }, () => ({ score: 1, event: true, block: 0, weight: 1 })));
    expect(() => withoutBlock(a, twice)).toThrow(/more rows/);
  });
  test("leaves no dust where weights cancel", () => {
    const all = [0.1, 0.2, 0.3].map((weight, block) => ({ score: 1, event: true, block, weight }));
    const negative = { score: 1, event: false, block: 5, weight: 0.7 };
    const counts = count([...all, negative], true);
    const part = count(all, true);
    expect(withoutBlock(counts, part).positives).toEqual(Float64Array.of(0));
  });
});

describe("jackknife", () => {
  test("of a mean with one row a block is the textbook standard error s / √n", () => {
    const events = [true, true, false, false, false, true];
    const all = events.map((event, block) => ({ score: block, event, block, weight: 1 }));
    const found = jackknife(count(all), split(all), prevalence);
    if (isUndefined(found)) throw new Error(found.reason);
    const p = 0.5;
    expect(found.standardError).toBeCloseTo(Math.sqrt((p * (1 - p)) / 5), 14);
    expect(found.degreesOfFreedom).toBe(5);
  });
  test("agrees with its definition, empty blocks not counted", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const filled = [...new Set(all.map((r) => r.block))];
        fc.pre(filled.length >= 2);
        const found = jackknife(count(all), split(all), prevalence);
        const values = filled.map((b) => {
          const rest = all.filter((r) => r.block !== b);
          return rest.filter((r) => r.event).length / rest.length;
        });
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const k = values.length;
        const variance = ((k - 1) / k) * values.reduce((a, v) => a + (v - mean) ** 2, 0);
        if (isUndefined(found)) throw new Error(found.reason);
        expect(found.standardError).toBeCloseTo(Math.sqrt(variance), 12);
        expect(found.blocksUsed).toBe(k);
      }),
    );
  });
  test("a statistic that one block alone makes possible has no standard error, and says why", () => {
    const all = [0, 1, 2, 3].map((block) => ({ score: block, event: block === 0, block, weight: 1 }));
    const oddsOfEvent = (c: ScoreCounts): number | Undefined =>
      total(c.positives) > 0 ? total(c.negatives) / total(c.positives) : undefinedBecause("ONE_CLASS");
    expect(jackknife(count(all), split(all), oddsOfEvent)).toEqual(undefinedBecause("ONE_CLASS"));
    const infinite = (c: ScoreCounts): number => total(c.negatives) / total(c.positives);
    expect(jackknife(count(all), split(all), infinite)).toEqual(undefinedBecause("ZERO_DENOMINATOR"));
  });
  test("one block is not enough", () => {
    const all = [{ score: 1, event: true, block: 2, weight: 1 }];
    const constant = (): number => 1;
    expect(jackknife(count(all), split(all), constant)).toEqual(undefinedBecause("TOO_FEW_EVENTS"));
  });
  test("of equal values is exactly zero, not rounding", () => {
    const all = [0, 1, 2].map((block) => ({ score: 1, event: true, block, weight: 1 }));
    expect(jackknife(count(all), split(all), () => 0.1)).toMatchObject({ standardError: 0 });
  });
  test("of a contrast of a subgroup with itself is zero", () => {
    const all = [0, 1, 2, 3].map((block) => ({ score: block, event: block % 2 === 0, block, weight: 1 }));
    const one = jackknife(count(all), split(all), prevalence);
    expect(jackknifeContrast(one, one, (a, b) => a - b)).toMatchObject({ standardError: 0, blocksUsed: 4 });
    expect(jackknifeContrast(one, undefinedBecause("ONE_CLASS"), (a, b) => a - b)).toEqual(
      undefinedBecause("ONE_CLASS"),
    );
  });
});
