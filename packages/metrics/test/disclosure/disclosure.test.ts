import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditSuppression } from "../../src/disclosure/audit-suppression.ts";
import { differenceOf } from "../../src/disclosure/difference-of.ts";
import { isDominated } from "../../src/disclosure/dominance.ts";
import { type Cell, feasibleBounds } from "../../src/disclosure/feasible-bounds.ts";
import { roundCounts } from "../../src/disclosure/round-counts.ts";
import { suppress } from "../../src/disclosure/suppress.ts";
import { isUndefined } from "../../src/result.ts";

/** Bounds by trying every table of whole counts that has the same totals. */
function bruteForce(table: readonly number[][], suppressed: readonly Cell[]) {
  const total = (r: number) => table[r].reduce((a, b) => a + b, 0);
  const column = (t: readonly number[][], c: number) => t.reduce((sum, row) => sum + row[c], 0);
  const bounds = suppressed.map(() => ({ low: Infinity, high: -Infinity }));
  const trial = table.map((row) => [...row]);
  const fill = (k: number): void => {
    if (k === suppressed.length) {
      const same =
        table.every((_, r) => trial[r].reduce((a, b) => a + b, 0) === total(r)) &&
        table[0].every((_, c) => column(trial, c) === column(table, c));
      if (!same) return;
      for (const [i, [r, c]] of suppressed.entries()) {
        const { low, high } = bounds[i];
        bounds[i] = { low: Math.min(low, trial[r][c]), high: Math.max(high, trial[r][c]) };
      }
      return;
    }
    const [r, c] = suppressed[k];
    for (let count = 0; count <= total(r); count++) {
      trial[r][c] = count;
      fill(k + 1);
    }
    trial[r][c] = table[r][c];
  };
  fill(0);
  return bounds;
}

const table = (size: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: size, maxLength: size }), { minLength: size, maxLength: size });

describe("suppression", () => {
  test("bounds are those of every table with the same totals", () => {
    const places = fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table(3, 3), places, (counts, at) => {
        const suppressed = at.map((k): Cell => [Math.floor(k / 3), k % 3]);
        expect(feasibleBounds(counts, suppressed, true)).toEqual(bruteForce(counts, suppressed));
      }),
      { numRuns: 60 },
    );
  });
  test("what is chosen is safe, or no choice of cells is", () => {
    fc.assert(
      fc.property(table(4, 20), (counts) => {
        const found = suppress(counts, 5);
        const all = counts.flatMap((row, r) => row.map((_, c): Cell => [r, c]));
        const everything = auditSuppression(counts, all, { minimum: 5, publishedTotals: true });
        const safe = isUndefined(found)
          ? !everything.safe
          : auditSuppression(counts, found.suppressed, { minimum: 5, publishedTotals: true }).safe;
        expect(safe).toBe(true);
      }),
    );
  });
  test("a small cell left in the table is not safe, nor one in a single row", () => {
    const counts = [
      [3, 20],
      [20, 30],
    ];
    expect(auditSuppression(counts, [], { minimum: 5, publishedTotals: true })).toMatchObject({
      safe: false,
      unsuppressed: [[0, 0]],
    });
    expect(suppress([[3, 20, 20]], 5)).toMatchObject({ reason: "SUPPRESSED" });
    expect(suppress([[9, 20, 0]], 5)).toMatchObject({ suppressed: [], safe: true });
    expect(suppress([], 5)).toMatchObject({ suppressed: [], safe: true });
    expect(feasibleBounds(counts, [[0, 0]], false)).toEqual([{ low: 0, high: Infinity }]);
  });
});

describe("rounding, differences and dominance", () => {
  test("halves go up, and a base must be whole", () => {
    expect(roundCounts([0, 2, 5, 15, 4], 10)).toEqual([0, 0, 10, 20, 0]);
    expect(() => roundCounts([1], 0)).toThrow(/base/);
  });
  test("patients, events and non-events of a difference each disclose", () => {
    const total = { rows: 100, events: 50 };
    expect(differenceOf(total, { rows: 97, events: 50 }, 5)).toEqual({ rows: 3, events: 0, disclosive: true });
    expect(differenceOf(total, { rows: 80, events: 48 }, 5).disclosive).toBe(true);
    expect(differenceOf(total, { rows: 80, events: 32 }, 5).disclosive).toBe(true);
    expect(differenceOf(total, { rows: 80, events: 40 }, 5).disclosive).toBe(false);
    expect(differenceOf(total, total, 5).disclosive).toBe(false);
    expect(() => differenceOf(total, { rows: 101, events: 50 }, 5)).toThrow(/no part/);
  });
  test("one large amount is told by the sum", () => {
    expect(isDominated([1000, 30, 2, 3], 0.1)).toBe(true);
    expect(isDominated([1000, 900, 800], 0.1)).toBe(false);
    expect(isDominated([7], 0.1)).toBe(true);
    expect(isDominated([], 0.1)).toBe(false);
    expect(isDominated([0, 0], 0.1)).toBe(false);
    expect(() => isDominated([1, Number.NaN], 0.1)).toThrow(/NaN/);
  });
});
