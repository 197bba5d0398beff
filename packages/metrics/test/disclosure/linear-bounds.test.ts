import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, type Equation, feasibleBounds, linearBounds } from "../../src/index.ts";

/** Every suppressed cell of a table as an unknown; each row and column total as a sum. */
function asEquations(table: readonly number[][], suppressed: readonly Cell[]): Equation[] {
  const sumOf = (inLine: (cell: Cell) => boolean): Equation => ({
    terms: suppressed.flatMap((cell, i) => (inLine(cell) ? [[i, 1] as const] : [])),
    sum: suppressed.filter(inLine).reduce((sum, [r, c]) => sum + table[r][c], 0),
  });
  return [
    ...table.map((_, row) => sumOf(([r]) => r === row)),
    ...table[0].map((_, column) => sumOf(([, c]) => c === column)),
  ];
}

test("agrees with the largest flow on every table with totals", () => {
  const tables = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([r, c]) =>
    fc.tuple(
      fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: c, maxLength: c }), {
        minLength: r,
        maxLength: r,
      }),
      fc.array(fc.tuple(fc.nat(r - 1), fc.nat(c - 1)), { minLength: 1, maxLength: 8 }),
    ),
  );
  fc.assert(
    fc.property(tables, ([table, chosen]) => {
      const suppressed = [...new Map(chosen.map((cell) => [String(cell), cell])).values()];
      const flow = feasibleBounds(table, suppressed, true);
      const linear = linearBounds(
        suppressed.length,
        asEquations(table, suppressed),
        suppressed.map((_, i) => i),
      );
      for (const [i, { low, high }] of flow.entries()) {
        expect(linear.get(i)!.low).toBeCloseTo(low, 6);
        expect(linear.get(i)!.high).toBeCloseTo(high, 6);
      }
    }),
    { numRuns: 300 },
  );
});

test("what no sum bounds has no bound, and sums that contradict each other are told", () => {
  expect(linearBounds(1, [], [0]).get(0)).toEqual({ low: 0, high: Infinity });
  const one = (sum: number): Equation => ({ terms: [[0, 1]], sum });
  expect(() => linearBounds(1, [one(2), one(3)], [0])).toThrow(/contradict/);
  const difference: Equation = {
    terms: [
      [0, 1],
      [1, -1],
    ],
    sum: 3,
  };
  expect(linearBounds(2, [difference], [0, 1])).toEqual(
    new Map([
      [0, { low: 3, high: Infinity }],
      [1, { low: 0, high: Infinity }],
    ]),
  );
});
