import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalOrder } from "../src/tally/order.ts";

/** By comparing, one at a time: the definition. */
function expected(score: Float64Array, key: Uint32Array): number[] {
  const place = (value: number) => (Number.isNaN(value) ? Infinity : value);
  const order = (a: number, b: number) =>
    Number(Number.isNaN(score[a])) - Number(Number.isNaN(score[b])) ||
    (place(score[a]) === place(score[b]) ? 0 : place(score[a]) - place(score[b])) ||
    key[a] - key[b] ||
    a - b;
  return [...score.keys()].sort(order);
}

describe("the order of a tally's entries", () => {
  const size = 2000; // beyond the size at which digits take over from comparing
  const seeds = fc.integer({ min: 1, max: 2 ** 31 });
  const stream = (seed: number) => {
    let state = seed;
    return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  };
  const kinds: Record<string, (next: () => number) => number> = {
    "all tied": () => 0.5,
    "few distinct, some missing": (next) => (next() < 0.1 ? Number.NaN : Math.round(next() * 20) / 20),
    "negative and huge": (next) => (next() - 0.5) * 10 ** Math.round(next() * 600 - 300),
    infinite: (next) => [Infinity, -Infinity, 0, Number.NaN][Math.floor(next() * 4)],
  };
  it.each(Object.entries(kinds))("%s", (_, value) =>
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 7, 100_000, 2 ** 32), (seed, keys) => {
        const next = stream(seed);
        const score = new Float64Array(size).map(() => value(next));
        const key = new Uint32Array(size).map(() => Math.floor(next() * keys));
        expect([...canonicalOrder(score, key, keys)]).toEqual(expected(score, key));
      }),
      { numRuns: 8 },
    ),
  );

  it.each<[string, (next: () => number) => number]>([
    ["in short runs alike in their leading bits", (next) => next() - 0.25],
    ["in long ones", (next) => 0.5 + Math.floor(next() * 3) * 2 ** -20 + next() * 2 ** -30],
  ])("more distinct scores than are ranked, %s", (_, value) => {
    const next = stream(7);
    const score = new Float64Array(100_000).map(() => value(next));
    score[5] = Number.NaN;
    score.copyWithin(50_000, 0, 20_000);
    const key = new Uint32Array(score.length).map(() => Math.floor(next() * 3));
    expect([...canonicalOrder(score, key, 3)]).toEqual(expected(score, key));
  });
});
