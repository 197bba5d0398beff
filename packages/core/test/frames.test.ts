import { Float64, Table, Utf8, vectorFromArray } from "apache-arrow";
import { expect, test } from "vitest";
import { AuditError } from "../src/problems.ts";
import { type Frame, tableFromFrame } from "../src/frames/frame.ts";
import { arrowOfResults, danfoOfResults } from "../src/frames/result-frames.ts";

const risk = [0.25, 0.5, null, 0.75];
const sex = ["f", "m", "m", null];
const rows = risk.map((r, i) => ({ risk: r, sex: sex[i] }));

/** What danfo-node 1.2.0 looks like; its own types are wrong on purpose, for they are not to be read. */
const danfo = {
  $isSeries: false,
  columns: ["risk", "sex"],
  shape: [4, 2],
  dtypes: ["int32", "string"],
  getColumnData: [risk.map((r) => r ?? Number.NaN), sex],
};

test.each<[string, Frame]>([
  ["objects", rows],
  ["columns", { risk, sex }],
  ["typed arrays", { risk: Float64Array.from(risk, (r) => r ?? Number.NaN), sex }],
  ["Arrow", new Table({ risk: vectorFromArray(risk, new Float64()), sex: vectorFromArray(sex, new Utf8()) })],
  ["danfo", danfo],
])("%s: the same table, and the same hash", (_, frame) => {
  const { rows: count, columns, sources } = tableFromFrame(frame, { name: "here" });
  const expected = tableFromFrame(rows, { name: "here" });
  expect(count).toBe(4);
  expect([...columns]).toEqual([...expected.columns]);
  expect(sources).toEqual(expected.sources);
});

test("a Float64Array is taken, not copied; other typed arrays are widened", () => {
  const values = Float64Array.of(1, 2);
  const { columns } = tableFromFrame({ values, small: Int8Array.of(1, 2), large: BigInt64Array.of(1n, 2n) });
  expect((columns.get("values") as { values: Float64Array }).values).toBe(values);
  expect(columns.get("small")).toEqual({ kind: "number", values: Float64Array.of(1, 2) });
  expect(columns.get("large")).toEqual({ kind: "number", values: Float64Array.of(1, 2) });
});

test.each<[string, Frame, string]>([
  ["columns of two lengths", { a: [1, 2], b: [1] }, 'column "b": the column has 1 values, and "a" has 2'],
  ["no columns", {}, "this is no frame"],
  ["a plain object", { a: 1 }, "not a list of values"],
  ["a structure in a cell", { a: [1, { b: 2 }] }, 'row 2, column "a"'],
  ["a danfo Series", { ...danfo, $isSeries: true }, "a danfo Series"],
  ["a name twice", { ...danfo, columns: ["a", "a"] }, "two columns bear this name"],
  ["no rows", { a: [] }, "there are no rows"],
])("%s: refused, with what to do", (_, frame, what) => {
  expect(() => tableFromFrame(frame)).toThrow(AuditError);
  expect(() => tableFromFrame(frame)).toThrow(what);
});

test("results as Arrow: null stays null, and the values come back", async () => {
  const results = [
    { metric: "auroc", value: 0.8, reason: null, open: true },
    { metric: "auroc", value: null, reason: "ONE_CLASS", open: false },
  ];
  const table = await arrowOfResults(results);
  expect(table.schema.fields.map((f) => `${f.name} ${f.type}`)).toEqual([
    "metric Utf8",
    "value Float64",
    "reason Utf8",
    "open Bool",
  ]);
  expect(table.toArray().map((row) => (row as { toJSON(): unknown }).toJSON())).toEqual(results);
  expect(tableFromFrame(table).rows).toBe(2);
});

test("danfo that is not installed: the problem says what to install", async () => {
  const refused = /danfojs-node cannot be used: .* Install danfojs-node/;
  await expect(danfoOfResults([{ value: 1 }])).rejects.toThrow(refused);
});
