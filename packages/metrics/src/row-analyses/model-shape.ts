import type { AuditPlan, ModelTerm } from "@auscult/core";
import { sampleMean } from "../inference/sample-mean.ts";
import type { AskedModel } from "../row-analysis.ts";

type Ordered = NonNullable<AuditPlan["treatmentMasking"]>["ordered"][number];

/** A model's term of one predictor: a score in each bin, and where it was had from. */
export interface ModelShape {
  readonly from: "declared" | "file" | "asked";
  readonly scale: "log-odds" | "score";
  /** Where each bin begins and ends, null where it is open; or the level, or the value at which the model was asked. */
  readonly bins: readonly { readonly from: number | null; readonly to: number | null; readonly at?: number | string }[];
  readonly scores: Float64Array;
  readonly standardErrors?: Float64Array;
  readonly weights?: Float64Array;
}

/** The shape that the plan declares; else the term of the model's file; else the model's answers at the probed values. */
export function shapeOf(ordered: Ordered, { score }: AuditPlan, model: AskedModel | undefined): ModelShape | undefined {
  const { shape, column, levels } = ordered;
  if (shape !== undefined) return stepped("declared", "log-odds", shape, (cut) => cut);
  const input = score?.model?.inputs.find((other) => other.column === column);
  const turn = score?.direction === "lower-is-riskier" ? -1 : 1;
  const term = input && model?.terms.find((other) => other.input === (input.name ?? input.column));
  if (term !== undefined && input !== undefined) {
    const { minus = 0, over = 1 } = input;
    const found = ofTerm(term, levels, (cut) => cut * over + minus);
    if (found !== undefined) return { ...found, scores: found.scores.map((s) => turn * s) };
  }
  const probed = model?.probes.find((other) => other.column === column);
  if (probed === undefined) return undefined;
  const grid = levels === undefined ? probed.grid : levels.filter((level) => probed.grid.includes(level));
  const means = grid.map((at) => {
    const values = probed.responses[probed.grid.indexOf(at)]!;
    return sampleMean(values, Array.from(values.keys()))?.value ?? Number.NaN;
  });
  return {
    from: "asked",
    scale: "score",
    bins: grid.map((at) => ({ from: null, to: null, at })),
    scores: Float64Array.from(means),
  };
}

type Steps = Omit<Extract<ModelTerm["shape"], { kind: "steps" }>, "kind">;

function stepped(
  from: "declared" | "file",
  scale: ModelShape["scale"],
  {
    cuts,
    scores,
    standardErrors,
    weights,
  }: { [K in keyof Steps]: Steps[K] | undefined } & Pick<Steps, "cuts" | "scores">,
  inData: (cut: number) => number,
): ModelShape {
  const edges = cuts.map(inData);
  return {
    from,
    scale,
    bins: scores.map((_, b) => ({ from: edges[b - 1] ?? null, to: edges[b] ?? null })),
    scores: Float64Array.from(scores),
    ...(standardErrors === undefined ? {} : { standardErrors: Float64Array.from(standardErrors) }),
    ...(weights === undefined ? {} : { weights: Float64Array.from(weights) }),
  };
}

function ofTerm(
  { shape, scale }: ModelTerm,
  levels: readonly string[] | undefined,
  inData: (cut: number) => number,
): ModelShape | undefined {
  if (shape.kind === "steps") return levels === undefined ? stepped("file", scale, shape, inData) : undefined;
  const places = (levels ?? []).map((level) => shape.levels.indexOf(level));
  if (places.length === 0 || places.includes(-1)) return undefined;
  const pick = (of: readonly number[]): Float64Array => Float64Array.from(places, (p) => of[p]!);
  return {
    from: "file",
    scale,
    bins: levels!.map((at) => ({ from: null, to: null, at })),
    scores: pick(shape.scores),
    ...(shape.standardErrors === undefined ? {} : { standardErrors: pick(shape.standardErrors) }),
    ...(shape.weights === undefined ? {} : { weights: pick(shape.weights) }),
  };
}
