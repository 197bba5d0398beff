import { modelProblem, type ModelKind, type ModelRows, type OpenModel, type OpenRequest } from "../model.ts";
import { placeOf } from "../score-rows.ts";
import { type Feed, feeding, outputName, pickColumn, type TensorInfo } from "./tensors.ts";
import { type Tf, type TfModel, type TfTensor, tfjsRuntime } from "./tfjs-backend.ts";
import { readTfjs } from "./tfjs-files.ts";

/** A Keras model as TensorFlow.js saves it. */
export const tfjsLayers: ModelKind = {
  kind: "tfjs-layers",
  takes: "file",
  open: (request) => open(request, "layers-model"),
};

/** A TensorFlow graph as TensorFlow.js converts it. */
export const tfjsGraph: ModelKind = {
  kind: "tfjs-graph",
  takes: "file",
  open: (request) => open(request, "graph-model"),
};

async function open(request: OpenRequest, format: "layers-model" | "graph-model"): Promise<OpenModel> {
  const { spec, file } = request;
  const { artifacts, files } = await readTfjs(request, file!, format);
  const { tf, facts } = await tfjsRuntime(spec);
  const handler = { load: () => Promise.resolve(artifacts) };
  const loading = format === "layers-model" ? tf.loadLayersModel(handler) : tf.loadGraphModel(handler);
  const model = await loading.catch((error: unknown) => {
    throw modelProblem(
      "MODEL_UNREADABLE",
      { ...placeOf(spec), planPath: "score.model.file" },
      `TensorFlow.js cannot build the model (${firstLine(error)})`,
      "Convert or export it again.",
    );
  });
  const tensors = model.inputs.map(
    ({ name, shape, dtype }): TensorInfo => ({
      name: plainName(name),
      shape: (shape ?? [null, null]).map((d) => (d === null || d < 0 ? null : d)),
      dtype: dtype ?? "float32",
    }),
  );
  const feeder = feeding(spec, tensors);
  const outputs = model.outputs.map(({ name }) => name);
  const names = (model.outputNames?.length === outputs.length ? model.outputNames : outputs).map(plainName);
  const output = outputName(spec, names);
  return {
    files,
    runtime: facts,
    score: (rows) => predict(tf, model, spec, feeder.feed(rows), rows, names.indexOf(output)),
    close: async () => model.dispose(),
  };
}

/** One output of the model for a batch; every tensor is given back. */
export async function predict(
  tf: Tf,
  model: TfModel,
  spec: OpenRequest["spec"],
  feeds: readonly Feed[],
  { rows }: ModelRows,
  output: number | string,
): Promise<Float64Array> {
  if (rows === 0) return new Float64Array();
  const given = feeds.map((feed) => tensorOf(tf, feed));
  let results: TfTensor[] = [];
  try {
    const named = Object.fromEntries(feeds.map(({ tensor }, i) => [tensor.name, given[i]!]));
    const answer =
      typeof output === "string" ? model.predict(named) : model.predict(given.length === 1 ? given[0] : given);
    results = isTensor(answer) ? [answer] : Object.values(answer);
    const picked = isTensor(answer)
      ? answer
      : typeof output === "string"
        ? (answer as Readonly<Record<string, TfTensor>>)[output]
        : (answer as readonly TfTensor[])[output];
    return pickColumn(spec, picked!.shape, await picked!.data());
  } catch (error) {
    if (error instanceof Error && "problems" in error) throw error;
    throw modelProblem("MODEL_FAILED", placeOf(spec), `the model failed (${firstLine(error)})`, "Check its inputs.");
  } finally {
    for (const tensor of [...given, ...results]) tensor.dispose();
  }
}

function tensorOf(tf: Tf, { tensor, shape, values }: Feed): TfTensor {
  const { dtype } = tensor;
  if (dtype === "string") return tf.tensor([...values], shape, "string");
  const numbers = values as Float64Array;
  if (dtype === "bool") return tf.tensor(Uint8Array.from(numbers), shape, "bool");
  return /int/.test(dtype)
    ? tf.tensor(Int32Array.from(numbers), shape, "int32")
    : tf.tensor(Float32Array.from(numbers), shape, "float32");
}

function isTensor(value: ReturnType<TfModel["predict"]>): value is TfTensor {
  return "dispose" in value && typeof value.dispose === "function";
}

/** Graphs call a tensor by its node and which of its outputs it is: "dense/Sigmoid:0". */
function plainName(name: string): string {
  return name.replace(/:0$/, "");
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 160);
}
