import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openModel } from "@auscult/core";
import { describe, expect, test } from "vitest";
import { folderWith, problemOf, scored, specOf } from "./open.ts";
import { graphModel } from "./graph-model.ts";
import { byHand, HIDDEN, INTERCEPT, OUT, saveLayers } from "./layers-model.ts";

const inputs = [
  { column: "age", kind: "numeric", minus: 60, over: 10 },
  { column: "sex", kind: "categorical", codes: { female: 0, male: 1 } },
];
const rows = Array.from({ length: 11 }, (_, i) => ({ age: 40 + 5 * i, sex: i % 2 === 0 ? "male" : "female" }));
const layers = { kind: "tfjs-layers", file: "model.json", inputs };

const expected = rows.map(({ age, sex }) => byHand(age, sex === "male" ? 1 : 0));

async function savedLayers(classes = 1): Promise<string> {
  const folder = folderWith({});
  await saveLayers(folder, classes);
  return folder;
}

describe("a TensorFlow.js layers model", () => {
  test.each(["auto", "wasm", "cpu"])("gives what it gives by hand, backend %s", async (backend) => {
    const given = await scored(await savedLayers(), { ...layers, backend, batch: 4 }, rows);
    given.forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 6));
  });

  test("the backend is the best there is, and why not a better one is told", async () => {
    const open = await openModel(specOf(layers), await savedLayers());
    const runtime = open.runtime[0]!;
    expect(runtime.version).toMatch(/^4\.22\.0, (native backend$|wasm backend \(native: )/);
    expect(open.files.map(({ file }) => file)).toEqual(["model.json", "group1-shard1of1.bin"]);
    await open.close();
  });

  test("a backend that the plan names and that is not there is no fallback", async () => {
    const folder = await savedLayers();
    const spec = specOf({ ...layers, backend: "native" });
    const outcome = await openModel(spec, folder).then(
      (open) => open.runtime[0]!.version,
      (error: unknown) => String(error),
    );
    expect(outcome).toMatch(/native backend|npm install @tensorflow\/tfjs-node@4\.22\.0/);
  });

  test("several numbers a row: which is the score must be said", async () => {
    const folder = await savedLayers(2);
    const problem = await problemOf(() => scored(folder, layers, rows));
    expect(problem).toMatchObject({ code: "MODEL_OUTPUT", where: { planPath: "score.model.output" } });
    expect(problem.what).toContain("2 numbers a row");
    const event = await scored(folder, { ...layers, output: { column: 1 } }, rows);
    const none = await scored(folder, { ...layers, output: { column: 0 } }, rows);
    event.forEach((p, i) => expect(p + none[i]!).toBeCloseTo(1, 6));
  });

  test("weights cut off, weights gone, another width, another kind", async () => {
    const cut = await savedLayers();
    const shard = join(cut, "group1-shard1of1.bin");
    writeFileSync(shard, readFileSync(shard).subarray(0, 20));
    const told = async (folder: string, spec: object = layers) =>
      await problemOf(() => openModel(specOf(spec), folder));
    expect((await told(cut)).what).toBe("the weights are 20 bytes, and model.json describes 40");
    const gone = folderWith({ "model.json": readFileSync(join(cut, "model.json"), "utf8") });
    expect(await told(gone)).toMatchObject({ code: "FILE_MISSING", where: { file: "group1-shard1of1.bin" } });
    const narrow = await told(await savedLayers(), { ...layers, inputs: inputs.slice(0, 1) });
    expect(narrow.what).toContain("takes 2 numbers a row, and the plan's inputs give 1");
    expect((await told(await savedLayers(), { ...layers, kind: "tfjs-graph" })).remedy).toContain("tfjs-layers");
  });

  test("weights outside the model's folder are not read", async () => {
    const folder = await savedLayers();
    const file = join(folder, "model.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("group1-shard1of1.bin", "../secret.bin"));
    const problem = await problemOf(() => openModel(specOf(layers), folder));
    expect(problem.what).toContain("outside its own folder");
  });
});

describe("a TensorFlow.js graph model", () => {
  test("gives what it gives by hand", async () => {
    const folder = folderWith({});
    mkdirSync(folder, { recursive: true });
    const { json, weights } = graphModel(HIDDEN, OUT, INTERCEPT);
    writeFileSync(join(folder, "model.json"), JSON.stringify(json));
    writeFileSync(join(folder, "weights.bin"), weights);
    for (const backend of ["wasm", "cpu"]) {
      const given = await scored(folder, { ...layers, kind: "tfjs-graph", backend }, rows);
      given.forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 6));
    }
  });
});
