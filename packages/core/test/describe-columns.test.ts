import { describe, expect, it } from "vitest";
import { describeColumns, tableFromRows } from "../src/index.ts";

describe("describeColumns", () => {
  it("counts values, levels and missing ones, and sees which texts are numbers", () => {
    const table = tableFromRows([
      { y: 1, sex: "f", age: "40", score: 0.5, none: null },
      { y: 0, sex: "f", age: "41.5", score: 0.25, none: null },
      { y: 0, sex: "m", age: null, score: null, none: null },
    ]);
    expect(describeColumns(table)).toEqual([
      {
        name: "y",
        kind: "number",
        rows: 3,
        missing: 0,
        distinct: 2,
        numbers: { low: 0, high: 1, whole: true },
        levels: [
          { level: "0", rows: 2 },
          { level: "1", rows: 1 },
        ],
      },
      {
        name: "sex",
        kind: "text",
        rows: 3,
        missing: 0,
        distinct: 2,
        levels: [
          { level: "f", rows: 2 },
          { level: "m", rows: 1 },
        ],
      },
      {
        name: "age",
        kind: "text",
        rows: 3,
        missing: 1,
        distinct: 2,
        numbers: { low: 40, high: 41.5, whole: false },
        levels: [
          { level: "40", rows: 1 },
          { level: "41.5", rows: 1 },
        ],
      },
      {
        name: "score",
        kind: "number",
        rows: 3,
        missing: 1,
        distinct: 2,
        numbers: { low: 0.25, high: 0.5, whole: false },
        levels: [
          { level: "0.25", rows: 1 },
          { level: "0.5", rows: 1 },
        ],
      },
      { name: "none", kind: "text", rows: 3, missing: 3, distinct: 0, levels: [] },
    ]);
  });

  it("lists no values where there are more than fifty, so that no identifier shows", () => {
    const rows = Array.from({ length: 51 }, (_, i) => ({ id: `p${i}`, number: i }));
    for (const column of describeColumns(tableFromRows(rows))) {
      expect(column.distinct).toBe(51);
      expect(column.levels).toBeUndefined();
    }
    expect(describeColumns(tableFromRows(rows.slice(1)))[0]?.levels).toHaveLength(50);
  });
});
