import { dirname, isAbsolute, join, relative } from "node:path";
import { z } from "zod";
import { type Input, openInput, wholeContentOf } from "../input.ts";
import { type ModelFile, modelProblem, type OpenRequest } from "../model.ts";
import { readJsonModel } from "./json-model.ts";

const weight = z.looseObject({
  name: z.string(),
  shape: z.array(z.number().int().min(0)),
  dtype: z.string(),
  quantization: z.looseObject({ dtype: z.string() }).optional(),
});
const modelJson = z.looseObject({
  format: z.string().optional(),
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.looseObject({ paths: z.array(z.string()), weights: z.array(weight) })),
});

const BYTES: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  complex64: 8,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
};

/** A model.json with its weights, as TensorFlow.js takes them from memory, and the files that they came from. */
export async function readTfjs(
  { spec, base }: OpenRequest,
  file: Input,
  format: "layers-model" | "graph-model",
): Promise<{ readonly artifacts: object; readonly files: readonly ModelFile[] }> {
  const model = await readJsonModel(file, modelJson, "a TensorFlow.js model.json");
  if (model.format !== undefined && model.format !== format)
    throw modelProblem(
      "MODEL_UNREADABLE",
      { file: file.name, planPath: "score.model.kind" },
      `the file is a ${model.format}, not a ${format}`,
      `Write kind: ${model.format === "graph-model" ? "tfjs-graph" : "tfjs-layers"}.`,
      spec.kind,
    );
  const files: ModelFile[] = [{ file: file.name, sha256: file.sha256, bytes: file.bytes }];
  const pieces: Uint8Array[] = [];
  for (const path of model.weightsManifest.flatMap(({ paths }) => paths)) {
    const shard = join(dirname(file.path), path);
    if (isAbsolute(path) || relative(dirname(file.path), shard).startsWith(".."))
      throw modelProblem(
        "MODEL_UNREADABLE",
        { file: file.name, planPath: "score.model.file" },
        "the model names weights outside its own folder",
        "Put the weights beside model.json.",
        path,
      );
    const name = relative(base, shard).replaceAll("\\", "/");
    const input = await openInput({ name, path: shard });
    pieces.push(await wholeContentOf(input));
    files.push({ file: name, sha256: input.sha256, bytes: input.bytes });
  }
  const weightSpecs = model.weightsManifest.flatMap(({ weights }) => weights);
  const weightData = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    weightData.set(piece, at);
    at += piece.length;
  }
  const needed = weightSpecs.reduce((sum, { shape, dtype, quantization }) => {
    const each = BYTES[quantization?.dtype ?? dtype] ?? Number.NaN;
    return sum + each * shape.reduce((n, d) => n * d, 1);
  }, 0);
  if (!Number.isNaN(needed) && needed !== weightData.length)
    throw modelProblem(
      "MODEL_UNREADABLE",
      { file: files[1]?.file ?? file.name, planPath: "score.model.file" },
      `the weights are ${weightData.length} bytes, and model.json describes ${needed}`,
      "A file is cut off, or of another model: copy all of them again.",
    );
  const { modelTopology, weightsManifest: _, ...rest } = model;
  return { artifacts: { ...rest, modelTopology, weightSpecs, weightData: weightData.buffer }, files };
}
