import { loadPeer } from "../load-peer.ts";
import { modelProblem, type ScoreModel } from "../model.ts";
import { placeOf } from "../score-rows.ts";

/** The part of TensorFlow.js that is used here. */
export interface Tf {
  loadLayersModel(handler: object): Promise<TfModel>;
  loadGraphModel(handler: object): Promise<TfModel>;
  tensor(values: unknown, shape: readonly number[], dtype: string): TfTensor;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  enableProdMode(): void;
  readonly node?: TfNode;
}
export interface TfNode {
  getMetaGraphsFromSavedModel(path: string): Promise<readonly TfMetaGraph[]>;
  loadSavedModel(path: string, tags: readonly string[], signature: string): Promise<TfModel>;
}
export interface TfMetaGraph {
  readonly tags: readonly string[];
  readonly signatureDefs: Readonly<
    Record<
      string,
      {
        readonly inputs: Readonly<Record<string, TfSignatureTensor>>;
        readonly outputs: Readonly<Record<string, TfSignatureTensor>>;
      }
    >
  >;
}
interface TfSignatureTensor {
  readonly dtype: string;
  readonly shape: readonly (number | { readonly array?: readonly number[] })[];
}
export interface TfTensor {
  readonly shape: readonly number[];
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}
export interface TfModel {
  readonly inputs: readonly {
    readonly name: string;
    readonly shape?: readonly (number | null)[];
    readonly dtype?: string;
  }[];
  readonly outputs: readonly { readonly name: string }[];
  readonly outputNames?: readonly string[];
  predict(inputs: unknown): TfTensor | readonly TfTensor[] | Readonly<Record<string, TfTensor>>;
  executeAsync?(inputs: unknown, outputs: string): Promise<TfTensor>;
  dispose(): void;
}

/** TensorFlow.js with the backend that runs it, and what else was tried. */
export interface Runtime {
  readonly tf: Tf;
  readonly backend: "native" | "wasm" | "cpu";
  readonly facts: readonly { readonly name: string; readonly version: string }[];
}

/**
 * TensorFlow.js on the fastest backend that is installed: native (tfjs-node, where its addon was built), wasm, plain
 * JavaScript; or on the one that the plan names. Which, and why not a faster one, goes into the report.
 */
export async function tfjsRuntime(spec: ScoreModel): Promise<Runtime> {
  const wanted = spec.backend;
  const passedOver: string[] = [];
  if (wanted === "auto" || wanted === "native") {
    const native = await quietly(() => loadPeer<Tf>("@tensorflow/tfjs-node"));
    if (native.module !== undefined) {
      await native.module.ready();
      return runtime(native.module, "native", `@tensorflow/tfjs-node`, native.version, []);
    }
    passedOver.push(`native: ${native.why === "not installed" ? native.why : native.detail}`);
    if (wanted === "native") throw missing(spec, "@tensorflow/tfjs-node", passedOver.join("; "));
  }
  const plain = await quietly(() => loadPeer<Tf>("@tensorflow/tfjs"));
  if (plain.module === undefined) throw missing(spec, "@tensorflow/tfjs", plain.detail);
  const tf = plain.module;
  tf.enableProdMode();
  if (wanted === "auto" || wanted === "wasm") {
    const wasm = await quietly(() => loadPeer<object>("@tensorflow/tfjs-backend-wasm"));
    const ready = wasm.module !== undefined && (await quietly(() => tf.setBackend("wasm").catch(() => false)));
    if (ready) {
      await tf.ready();
      return runtime(tf, "wasm", "@tensorflow/tfjs", plain.version, passedOver);
    }
    passedOver.push(`wasm: ${wasm.module === undefined ? wasm.why : "does not start"}`);
    if (wanted === "wasm") throw missing(spec, "@tensorflow/tfjs-backend-wasm", passedOver.join("; "));
  }
  await tf.setBackend("cpu");
  await tf.ready();
  return runtime(tf, "cpu", "@tensorflow/tfjs", plain.version, passedOver);
}

function runtime(
  tf: Tf,
  backend: Runtime["backend"],
  name: string,
  version: string,
  passedOver: readonly string[],
): Runtime {
  const why = passedOver.length === 0 ? "" : ` (${passedOver.join("; ")})`;
  return { tf, backend, facts: [{ name, version: `${version}, ${backend} backend${why}` }] };
}

function missing(spec: ScoreModel, name: string, detail: string): Error {
  return modelProblem(
    "MODEL_RUNTIME_MISSING",
    placeOf(spec),
    `the model is run by ${name}, which cannot be used here (${detail.slice(0, 200)})`,
    `Install it beside Auscult: npm install ${name}@4.22.0; or set score.model.backend to another.`,
  );
}

/** TensorFlow.js greets on the console as it loads; a report's reader is not helped by it. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { warn, info, log } = console;
  const silent = (): void => undefined;
  Object.assign(console, { warn: silent, info: silent, log: silent });
  try {
    return await run();
  } finally {
    Object.assign(console, { warn, info, log });
  }
}
