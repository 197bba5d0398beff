import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openInput } from "../input.ts";
import { type ModelFile, type ModelKind, modelProblem, type OpenRequest } from "../model.ts";
import { placeOf } from "../score-rows.ts";
import { feeding, outputName, type TensorInfo } from "./tensors.ts";
import { predict } from "./tfjs.ts";
import { tfjsRuntime } from "./tfjs-backend.ts";

const TAG = "serve";
const SIGNATURE = "serving_default";

/** A TensorFlow SavedModel. Only the native backend can run one: it needs @tensorflow/tfjs-node with its addon. */
export const savedModel: ModelKind = {
  kind: "saved-model",
  takes: "folder",
  async open({ spec, base }: OpenRequest) {
    const folder = resolve(base, spec.file!);
    const files = await filesIn(folder, spec.file!);
    const { tf, facts } = await tfjsRuntime({ ...spec, backend: "native" });
    const unusable = (error: unknown): never => {
      throw modelProblem(
        "MODEL_UNREADABLE",
        { ...placeOf(spec), planPath: "score.model.file" },
        `the folder is not a SavedModel that can be served (${error instanceof Error ? error.message.slice(0, 160) : ""})`,
        "Export it with the signature serving_default and the tag serve.",
      );
    };
    const graphs = await tf.node!.getMetaGraphsFromSavedModel(folder).catch(unusable);
    const signature = graphs.find(({ tags }) => tags.includes(TAG))?.signatureDefs[SIGNATURE];
    if (signature === undefined) return unusable(undefined);
    const model = await tf.node!.loadSavedModel(folder, [TAG], SIGNATURE).catch(unusable);
    const tensors = Object.entries(signature.inputs).map(
      ([name, { dtype, shape }]): TensorInfo => ({ name, dtype, shape: shape.map(dimension) }),
    );
    const feeder = feeding(spec, tensors);
    const output = outputName(spec, Object.keys(signature.outputs));
    return {
      files,
      runtime: facts,
      score: (rows) => predict(tf, model, spec, feeder.feed(rows), rows, output),
      close: async () => model.dispose(),
    };
  },
};

/** A free dimension is −1; a long whole number is an object that holds it. */
function dimension(size: number | { readonly array?: readonly number[] }): number | null {
  const value = typeof size === "number" ? size : (size.array?.[0] ?? -1);
  return value > 0 && value < 2 ** 31 ? value : null;
}

async function filesIn(folder: string, name: string): Promise<ModelFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(folder.length + 1));
  const files: ModelFile[] = [];
  for (const path of paths.sort()) {
    const shown = `${name}/${path.replaceAll("\\", "/")}`;
    const input = await openInput({ name: shown, path: join(folder, path) }).catch(() => undefined);
    if (input !== undefined) files.push({ file: shown, sha256: input.sha256, bytes: input.bytes });
  }
  return files;
}
