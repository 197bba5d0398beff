import * as fc from "fast-check";
import type { Table } from "../../src/index.ts";
import { planOf, tableOf } from "./tables.ts";

/** One row of a source, with everything that can be missing missing at times. */
export interface Row {
  readonly p: number;
  readonly y: number;
  readonly sex: string | undefined;
  readonly age: number;
  readonly site: string;
  readonly id: number;
  readonly w: number;
  readonly cost: number;
}

const tied = fc.constantFrom(0, -0, 0.1, 0.25, 0.25, 0.5, 1, Number.NaN);
const fine = fc.double({ min: 0, max: 1, noNaN: true });

export const row: fc.Arbitrary<Row> = fc.record({
  p: fc.oneof(tied, fine),
  y: fc.constantFrom(0, 1, Number.NaN),
  sex: fc.constantFrom("f", "m", undefined),
  age: fc.constantFrom(0, 39.9, 40, 64, 65, 90, Number.NaN),
  site: fc.constantFrom("A", "B"),
  id: fc.integer({ min: 0, max: 30 }),
  w: fc.constantFrom(0.5, 1, 2, 4),
  cost: fc.constantFrom(0, 1, 16, 1024, Number.NaN),
});

export const rows = (maxLength = 60): fc.Arbitrary<Row[]> => fc.array(row, { minLength: 1, maxLength });

/** A plan that uses every column of a row. Levels are listed, so that any part of the rows has the same ones. */
export const plan = planOf({
  outcome: { column: "y", positive: 1, negative: [0], description: "The event." },
  patient: "id",
  weight: "w",
  site: "site",
  labels: { cost: { column: "cost", label: "Cost" } },
  subgroups: [
    { id: "sex", column: "sex", levels: ["f", "m"] },
    { id: "age", column: "age", bands: [40, 65] },
  ],
  intersections: [["sex", "age"]],
});

export function table(of: readonly Row[]): Table {
  const column = <K extends keyof Row>(key: K) => of.map((one) => one[key]);
  return tableOf({
    p: column("p"),
    y: column("y"),
    sex: column("sex"),
    age: column("age"),
    site: column("site"),
    id: column("id"),
    w: column("w"),
    cost: column("cost"),
  });
}
