import { onnxLogistic } from "@auscult/fixtures";
import { openModel } from "@auscult/core";
import { describe, expect, test } from "vitest";
import { folderWith, problemOf, scored, specOf } from "./open.ts";

const inputs = [
  { column: "age", kind: "numeric", minus: 60, over: 10 },
  { column: "sex", kind: "categorical", codes: { female: 0, male: 1 } },
  { column: "ward", kind: "categorical", oneHot: ["a", "b"], rest: ["c"] },
];
const weights = [0.5, 0.25, -1, 2];
const model = { kind: "onnx", file: "m.onnx", inputs };
const rows = [
  { age: 60, sex: "male", ward: "a" },
  { age: 80, sex: "female", ward: "b" },
  { age: 45, sex: "male", ward: "c" },
];
const expected = [0.25 - 1, 1 + 2, -0.75 + 0.25].map((lp) => 1 / (1 + Math.exp(-(lp - 0.5))));
const folder = (): string => folderWith({ "m.onnx": onnxLogistic(weights, -0.5) });

describe("an ONNX model", () => {
  test("is run on standardised values, codes and one-hot levels, in batches", async () => {
    for (const batch of [1, 2, 4096]) {
      const given = await scored(folder(), { ...model, batch }, rows);
      given.forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 6));
    }
  });

  test("what ran it is told", async () => {
    const open = await openModel(specOf(model), folder());
    expect(open.runtime).toEqual([{ name: "onnxruntime-node", version: "1.30.0, cpu" }]);
    expect(open.files[0]).toMatchObject({ file: "m.onnx", bytes: onnxLogistic(weights, -0.5).length });
    await open.close();
  });

  test.each([
    [
      "cut off",
      () => folderWith({ "m.onnx": onnxLogistic(weights, 0).slice(0, 40) }),
      model,
      "MODEL_UNREADABLE",
      "not an ONNX model",
    ],
    [
      "of another kind",
      () => folderWith({ "m.onnx": "not a model at all" }),
      model,
      "MODEL_UNREADABLE",
      "not an ONNX model",
    ],
    [
      "of another width",
      folder,
      { ...model, inputs: inputs.slice(0, 2) },
      "MODEL_INPUT",
      "takes 4 numbers a row, and the plan's inputs give 2",
    ],
    [
      "given text",
      folder,
      {
        ...model,
        inputs: [
          { column: "sex", kind: "categorical" },
          ...inputs.slice(0, 1),
          { column: "ward", kind: "categorical", oneHot: ["a", "b"] },
        ],
      },
      "MODEL_INPUT",
      '"sex" is given as text',
    ],
    [
      "asked for an output it does not have",
      folder,
      { ...model, output: { name: "probability" } },
      "MODEL_OUTPUT",
      'no output "probability"',
    ],
  ])("%s", async (_, make, spec, code, words) => {
    const problem = await problemOf(() => openModel(specOf(spec), make()));
    expect(problem.code).toBe(code);
    expect(problem.what).toContain(words);
    expect(problem.what).not.toContain("/tmp");
  });

  test("a level without a code, a column that there is not", async () => {
    const level = await problemOf(() => scored(folder(), model, [{ age: 1, sex: "M", ward: "a" }]));
    expect(level).toMatchObject({ code: "MODEL_INPUT", seen: "M", where: { column: "sex" } });
    const column = await problemOf(() => scored(folder(), { ...model, output: { column: 1 } }, rows));
    expect(column.remedy).toContain("below 1");
  });
});
