import { describe, expect, it } from "vitest";
import { collapse, collapseRows } from "../src/tally/collapse.ts";
import { sortPairs } from "../src/tally/sort-pairs.ts";

const stream = (seed: number) => {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};

const KINDS: readonly (readonly [string, (next: () => number) => number])[] = [
  ["all tied", () => 0.5],
  ["all missing", () => Number.NaN],
  ["rounded, some missing", (next) => (next() < 0.1 ? Number.NaN : Math.round(next() * 20) / 20)],
  ["spread out", (next) => next()],
  ["crowded near 0 at every scale", (next) => next() ** 200],
  ["in two far clusters", (next) => (next() < 0.5 ? next() * 1e-300 : 1 - next() * 1e-15)],
  ["half of them tied", (next) => Math.max(0.5, next())],
  ["of every size and sign", (next) => (next() - 0.5) * 10 ** Math.round(next() * 616 - 308)],
];

describe("counting rows by sorting or in a table is collapsing them", () => {
  const rows = 30_000;
  for (const blocks of [1, 64])
    it.each(KINDS)(`%s, ${blocks} block(s)`, (_, value) => {
      const next = stream(blocks);
      const some = {
        score: new Float64Array(rows).map(() => value(next)),
        cell: new Uint32Array(rows).map(() => Math.floor(next() * 50)),
        outcome: new Uint8Array(rows).map(() => Math.floor(next() * 3)),
        ...(blocks === 1 ? {} : { block: new Uint16Array(rows).map(() => Math.floor(next() * blocks)) }),
      };
      const counted = collapseRows(some);
      expect(counted).toEqual(collapse({ ...some, count: new Float64Array(rows).fill(1), labels: new Map() }));
      expect(counted.count.reduce((sum, n) => sum + n, 0)).toBe(rows);
    });
});

it("pairs that no division separates are sorted all the same", () => {
  const score = new Float64Array(500).map((_, i) => Number.MIN_VALUE * (i % 40));
  score[7] = Number.MAX_VALUE;
  score[8] = -Number.MAX_VALUE;
  const key = new Uint32Array(500).map((_, i) => 499 - i);
  const expected = [...score.keys()].map((i) => [score[i], key[i]] as [number, number]);
  expected.sort(([a, k], [b, l]) => (a < b ? -1 : a > b ? 1 : k - l));
  sortPairs(score, key);
  expect([...score.keys()].map((i) => [score[i], key[i]])).toEqual(expected);
});
