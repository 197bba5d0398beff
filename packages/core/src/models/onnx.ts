import { wholeContentOf } from "../input.ts";
import { loadPeer } from "../load-peer.ts";
import { modelProblem, type ModelKind, type OpenRequest } from "../model.ts";
import { placeOf } from "../score-rows.ts";
import { type Feed, feeding, outputName, pickColumn, type TensorInfo } from "./tensors.ts";

/** The part of onnxruntime-node that is used here. */
interface Ort {
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => OrtTensor;
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<OrtSession> };
}
interface OrtTensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number | bigint>;
  readonly type: string;
}
interface OrtValue {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  readonly shape?: readonly (number | string)[];
}
interface OrtSession {
  readonly inputMetadata: readonly OrtValue[];
  readonly outputMetadata: readonly OrtValue[];
  run(feeds: Record<string, OrtTensor>, outputs: readonly string[]): Promise<Record<string, OrtTensor>>;
  release(): Promise<void>;
}

/** An ONNX model, run by ONNX Runtime on the processor, on one thread, so that the same rows give the same scores. */
export const onnx: ModelKind = {
  kind: "onnx",
  takes: "file",
  async open({ spec, file }: OpenRequest) {
    const peer = await loadPeer<Ort>("onnxruntime-node");
    if (peer.module === undefined)
      throw modelProblem(
        "MODEL_RUNTIME_MISSING",
        placeOf(spec),
        peer.why === "not installed"
          ? "ONNX models are run by onnxruntime-node, which is not installed"
          : `onnxruntime-node does not load here: ${peer.detail}`,
        "Install it beside Auscult: npm install onnxruntime-node@1.30.0 (with ONNXRUNTIME_NODE_INSTALL=skip it downloads nothing else).",
      );
    const ort = peer.module;
    const session = await ort.InferenceSession.create(await wholeContentOf(file!), {
      executionProviders: ["cpu"],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    }).catch((error: unknown) => {
      throw modelProblem(
        "MODEL_UNREADABLE",
        { ...placeOf(spec), planPath: "score.model.file" },
        `the file is not an ONNX model that can be run (${firstLine(error)})`,
        "It may be cut off, or use an operator that this runtime does not have: copy or export it again.",
      );
    });
    const tensors = session.inputMetadata.map((value): TensorInfo => {
      if (!value.isTensor) throw notATensor(spec, "input", value.name);
      const shape = (value.shape ?? []).map((d) => (typeof d === "number" && d > 0 ? d : null));
      return { name: value.name, shape, dtype: value.type ?? "float32" };
    });
    const feeder = feeding(spec, tensors);
    const output = outputName(
      spec,
      session.outputMetadata.map(({ name }) => name),
    );
    if (session.outputMetadata.find(({ name }) => name === output)?.isTensor === false)
      throw notATensor(spec, "output", output);
    return {
      files: [{ file: file!.name, sha256: file!.sha256, bytes: file!.bytes }],
      runtime: [{ name: "onnxruntime-node", version: `${peer.version}, cpu` }],
      async score(rows) {
        const feeds = Object.fromEntries(feeder.feed(rows).map((feed) => [feed.tensor.name, tensorOf(ort, feed)]));
        const result = await session.run(feeds, [output]).catch((error: unknown) => {
          throw modelProblem(
            "MODEL_FAILED",
            placeOf(spec),
            `the model failed (${firstLine(error)})`,
            "Check its inputs.",
          );
        });
        const { dims, data } = result[output]!;
        return pickColumn(spec, dims, data);
      },
      close: () => session.release(),
    };
  },
};

function tensorOf(ort: Ort, { tensor, shape, values }: Feed): OrtTensor {
  const numbers = values as Float64Array;
  switch (tensor.dtype) {
    case "string":
      return new ort.Tensor("string", values, shape);
    case "float64":
      return new ort.Tensor("float64", numbers, shape);
    case "int64":
      return new ort.Tensor(
        "int64",
        BigInt64Array.from(numbers, (v) => BigInt(v)),
        shape,
      );
    case "int32":
      return new ort.Tensor("int32", Int32Array.from(numbers), shape);
    case "bool":
      return new ort.Tensor("bool", Uint8Array.from(numbers), shape);
    default:
      return new ort.Tensor("float32", Float32Array.from(numbers), shape);
  }
}

function notATensor(spec: OpenRequest["spec"], which: "input" | "output", name: string): Error {
  const remedy =
    which === "output"
      ? "Name an output that is a tensor, or export a classifier without its map of classes (zipmap: False)."
      : "Only models of tabular rows can be run here.";
  return modelProblem("MODEL_OUTPUT", placeOf(spec), `the model's ${which} "${name}" is not a tensor`, remedy);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n")[0] ?? "").slice(0, 160);
}
