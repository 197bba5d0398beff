import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUndefined, swapByNeed, swapByScore, type SwapInput } from "../../src/index.ts";

const cohorts = fc
  .array(
    fc.record({ score: fc.integer({ min: 0, max: 9 }), need: fc.integer({ min: 0, max: 5 }), member: fc.boolean() }),
    { minLength: 6, maxLength: 40 },
  )
  .map((rows) => ({
    score: Float64Array.from(rows, (r) => r.score),
    need: Float64Array.from(rows, (r) => r.need),
    member: rows.map((r) => Number(r.member)),
    above: rows.map((r) => Number(r.score >= 6)),
  }));

/** The authors' loop, word for word: rows are taken out of a list and counters run from one. */
function authorsLoop({ score, need, member, above }: SwapInput, legacy: boolean): number {
  const rows = [...score.keys()];
  const white = rows
    .filter((i) => above[i] === 1 && member[i] === 0)
    .map((i) => need[i])
    .sort((a, b) => a - b);
  const black = rows
    .filter((i) => above[i] === 0 && member[i] === 1)
    .sort((a, b) => score[b] - score[a] || need[b] - need[a])
    .map((i) => need[i]);
  let sw = 1;
  let sb = 1;
  let count = 0;
  while (sw < white.length && sb < black.length) {
    if (white[sw - 1] < black[sb - 1]) {
      count += 1;
      white.splice(sw - 1, 1);
      if (legacy) sw += 1;
    }
    sb += 1;
  }
  return count;
}

describe("swap simulations", () => {
  test("the authors' loop, corrected and as published", () => {
    fc.assert(
      fc.property(cohorts, fc.boolean(), (cohort, legacySwapLoop) => {
        const swap = swapByScore(cohort, { legacySwapLoop });
        fc.pre(!isUndefined(swap));
        expect(swap).toHaveProperty("swaps", authorsLoop(cohort, legacySwapLoop));
      }),
    );
  });

  test("by need: as many exchanges as raise the need of those above, each by the most that is left", () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const swap = swapByNeed(cohort);
        if (isUndefined(swap)) return;
        const rows = [...cohort.need.keys()];
        const giving = rows.filter((i) => cohort.above[i] === 1 && cohort.member[i] === 0).map((i) => cohort.need[i]);
        const taking = rows.filter((i) => cohort.above[i] === 0 && cohort.member[i] === 1).map((i) => cohort.need[i]);
        const best = [...giving, ...taking].sort((a, b) => b - a).slice(0, giving.length);
        const total = best.reduce((a, b) => a + b, 0);
        const after =
          giving
            .sort((a, b) => a - b)
            .slice(swap.swaps)
            .reduce((a, b) => a + b, 0) +
          taking
            .sort((a, b) => b - a)
            .slice(0, swap.swaps)
            .reduce((a, b) => a + b, 0);
        expect(after).toBe(total);
        expect(swap.shareAfter).toBeGreaterThanOrEqual(swap.shareBefore);
      }),
    );
  });

  test("equal need exchanges nobody; nobody above the threshold, or nobody in the group, is said", () => {
    const flat = { score: Float64Array.of(1, 2), need: Float64Array.of(3, 3), member: [1, 0], above: [0, 1] };
    expect(swapByNeed(flat)).toEqual({ above: 1, swaps: 0, shareBefore: 0, shareAfter: 0 });
    expect(swapByNeed({ ...flat, above: [0, 0] })).toEqual({ status: "undefined", reason: "NONE_ABOVE_THRESHOLD" });
    expect(swapByScore({ ...flat, member: [0, 0] })).toEqual({ status: "undefined", reason: "EMPTY_GROUP" });
  });
});
