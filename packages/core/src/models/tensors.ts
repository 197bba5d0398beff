import { type ModelInput, modelProblem, type ModelRows, nameOf, type ScoreModel } from "../model.ts";
import { placeOf } from "../score-rows.ts";
import { encode, widthOf } from "./encode.ts";

/** A tensor that a model takes or gives: rows first; null where a dimension is free. */
export interface TensorInfo {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  readonly dtype: string;
}

/** One tensor of a batch: `rows × width` values, row after row; texts where the model takes text. */
export interface Feed {
  readonly tensor: TensorInfo;
  /** As the model has it: [rows] or [rows, width]. */
  readonly shape: readonly number[];
  readonly values: Float64Array | readonly string[];
}

/** Which declared inputs fill which tensor of the model, checked once, when the model is opened. */
export interface Feeding {
  readonly feed: (rows: ModelRows) => readonly Feed[];
}

/** Matches the plan's inputs with the model's tensors. Width, rank, number or type that do not fit: an AuditError. */
export function feeding(spec: ScoreModel, tensors: readonly TensorInfo[]): Feeding {
  const groups = tensors.map((tensor) => {
    const at = spec.inputs.flatMap((input, i) => (tensorOf(spec, input, tensors) === tensor.name ? [i] : []));
    const inputs = at.map((i) => spec.inputs[i]!);
    checkFit(spec, tensor, inputs);
    return { tensor, at, inputs };
  });
  return {
    feed: ({ rows, inputs }) =>
      groups.map(({ tensor, at, inputs: declared }): Feed => {
        const given = at.map((i) => inputs[i]!);
        const shape = tensor.shape.length === 1 ? [rows] : [rows, widthOf(declared)];
        if (tensor.dtype === "string") return { tensor, shape, values: texts(declared, { rows, inputs: given }) };
        const { values } = encode(declared, { rows, inputs: given });
        if (/int|bool/.test(tensor.dtype)) checkWhole(spec, tensor, declared, values);
        return { tensor, shape, values };
      }),
  };
}

function tensorOf(spec: ScoreModel, input: ModelInput, tensors: readonly TensorInfo[]): string {
  const names = tensors.map(({ name }) => name);
  if (input.tensor !== undefined) {
    if (names.includes(input.tensor)) return input.tensor;
    throw misfit(spec, `the model has no input "${input.tensor}"`, `Its inputs are ${names.join(", ")}.`);
  }
  if (tensors.length === 1) return names[0]!;
  if (names.includes(nameOf(input))) return nameOf(input);
  throw misfit(
    spec,
    `the model has ${tensors.length} inputs, and it is not said to which "${input.column}" belongs`,
    `Give it tensor: one of ${names.join(", ")}.`,
  );
}

function checkFit(spec: ScoreModel, { name, shape, dtype }: TensorInfo, inputs: readonly ModelInput[]): void {
  const width = widthOf(inputs);
  if (shape.length > 2) {
    const dimensions = shape.map((d) => d ?? "rows").join(" × ");
    throw misfit(
      spec,
      `the model's input "${name}" is ${dimensions}, not a row of numbers`,
      "Only models of tabular rows can be run here.",
    );
  }
  const taken = shape.length === 2 ? shape[1] : 1;
  if (taken !== null && taken !== undefined && taken !== width)
    throw misfit(
      spec,
      `the model's input "${name}" takes ${taken} ${taken === 1 ? "number" : "numbers"} a row, and the plan's inputs give ${width}`,
      "List the inputs in the model's order, each level of oneHot counting one.",
    );
  for (const { column, kind, codes, oneHot } of inputs) {
    const text = kind === "categorical" && codes === undefined && oneHot === undefined;
    if (text && dtype !== "string")
      throw misfit(
        spec,
        `the model's input "${name}" is of type ${dtype}, and "${column}" is given as text`,
        "Give it codes or oneHot.",
      );
    if (!text && dtype === "string")
      throw misfit(
        spec,
        `the model's input "${name}" takes text, and "${column}" is given as numbers`,
        "Write kind: categorical, without codes and oneHot.",
      );
  }
}

function checkWhole(
  spec: ScoreModel,
  { name, dtype }: TensorInfo,
  declared: readonly ModelInput[],
  values: Float64Array,
): void {
  const bad = values.findIndex((v) => !Number.isInteger(v));
  if (bad < 0) return;
  const columns = declared.flatMap(({ column, oneHot }) => Array.from({ length: oneHot?.length ?? 1 }, () => column));
  throw misfit(
    spec,
    `the model's input "${name}" is of type ${dtype}, and "${columns[bad % columns.length]}" has a value that is not a whole number`,
    "Check unit and column, or export the model with floating-point inputs.",
    String(values[bad]),
  );
}

function texts(declared: readonly ModelInput[], { rows, inputs }: ModelRows): string[] {
  const out: string[] = [];
  for (let row = 0; row < rows; row++)
    for (const input of inputs.slice(0, declared.length))
      out.push(input.kind === "categorical" ? (input.levels[input.codes[row]!] ?? "") : String(input.values[row]));
  return out;
}

/** The plan's output among the model's, and which of its columns. Several and none named: an AuditError. */
export function outputName(spec: ScoreModel, names: readonly string[]): string {
  const { name } = spec.output;
  if (name === undefined) {
    if (names.length === 1) return names[0]!;
    throw unfit(
      spec,
      `the model has ${names.length} outputs, and the plan names none`,
      `Set output.name: one of ${names.join(", ")}.`,
    );
  }
  if (names.includes(name)) return name;
  throw unfit(spec, `the model has no output "${name}"`, `Its outputs are ${names.join(", ")}.`);
}

/** One number a row of an output tensor. */
export function pickColumn(
  spec: ScoreModel,
  shape: readonly number[],
  values: ArrayLike<number | bigint>,
): Float64Array {
  const rows = shape[0] ?? 1;
  const width = rows === 0 ? 1 : values.length / rows;
  const { column } = spec.output;
  if (column === undefined && width > 1)
    throw unfit(
      spec,
      `the model gives ${width} numbers a row, and the plan does not say which is the score`,
      `Set output.column: 0 to ${width - 1}. For two classes it is usually that of the event.`,
    );
  const at = column ?? 0;
  if (at >= width)
    throw unfit(
      spec,
      `the model gives ${width} ${width === 1 ? "number" : "numbers"} a row`,
      `Set output.column below ${width}.`,
      String(at),
    );
  return Float64Array.from({ length: rows }, (_, row) => Number(values[row * width + at]));
}

function misfit(spec: ScoreModel, what: string, remedy: string, seen?: string): Error {
  return modelProblem("MODEL_INPUT", { ...placeOf(spec), planPath: "score.model.inputs" }, what, remedy, seen);
}

function unfit(spec: ScoreModel, what: string, remedy: string, seen?: string): Error {
  return modelProblem("MODEL_OUTPUT", { ...placeOf(spec), planPath: "score.model.output" }, what, remedy, seen);
}
