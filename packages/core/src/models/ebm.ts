import { type InputValues, type ModelKind, modelProblem, type ModelTerm, nameOf, type OpenRequest } from "../model.ts";
import { converted } from "../model-rows.ts";
import { sameLevel } from "../roles/levels.ts";
import { binOf } from "./coefficient-terms.ts";
import { type EbmFeature, ebmFile, type EbmFile, type Nested } from "./ebm-file.ts";
import { readJsonModel } from "./json-model.ts";
import { matchInputs } from "./match-inputs.ts";

/**
 * An Explainable Boosting Machine exported by interpret as JSON: look-up tables, added up. A missing value has a bin of
 * its own (hand gaps over with missing: to-model), and so has a level that was not in the development data.
 */
export const ebm: ModelKind = {
  kind: "ebm",
  takes: "file",
  async open({ spec, file }: OpenRequest) {
    const { ebm: model } = await readJsonModel(file!, ebmFile, "an EBM as interpret exports it");
    const link = LINKS[model.outputs[0]!.link];
    if (link === undefined)
      throw modelProblem(
        "MODEL_UNREADABLE",
        { file: file!.name, planPath: "score.model.file" },
        "the model has a link that is not known here",
        `Known are ${Object.keys(LINKS).join(", ")}.`,
        model.outputs[0]!.link,
      );
    const features = new Map(model.features.map((feature) => [feature.name, feature]));
    const used = [...new Set(model.terms.flatMap(({ term_features }) => term_features))];
    for (const name of used) if (!features.has(name)) throw unknownFeature(file!.name, name);
    matchInputs(
      spec,
      file!.name,
      used.map((name) => ({
        input: name,
        kind: features.get(name)!.type === "continuous" ? ("numeric" as const) : ("categorical" as const),
      })),
    );
    const place = new Map(spec.inputs.map((input, i) => [nameOf(input), i]));
    return {
      files: [{ file: file!.name, sha256: file!.sha256, bytes: file!.bytes }],
      runtime: [],
      terms: model.terms.flatMap((term) => shapeOf(term, features, model)),
      score: async ({ rows, inputs }) => {
        const sum = new Float64Array(rows).fill(model.intercept[0]!);
        for (const { term_features: names, scores } of model.terms) {
          const bins = names.map((name) => {
            const at = place.get(name)!;
            return binsOf(features.get(name)!, names.length, spec.inputs[at]!, inputs[at]!, rows);
          });
          for (let row = 0; row < rows; row++) {
            let cell: Nested | number = scores;
            for (const bin of bins) cell = (cell as Nested).at(bin[row]!) as Nested | number;
            sum[row]! += cell as number;
          }
        }
        return sum.map(link);
      },
      close: async () => undefined,
    };
  },
};

const LINKS: Readonly<Record<string, ((sum: number) => number) | undefined>> = {
  logit: (sum) => 1 / (1 + Math.exp(-sum)),
  identity: (sum) => sum,
  log: Math.exp,
  cloglog: (sum) => -Math.expm1(-Math.exp(sum)),
};

/** The bin of each row: 0 where missing, then the bins, then (from the end, −1) a level never seen. */
function binsOf(
  feature: EbmFeature,
  dimensions: number,
  declared: OpenRequest["spec"]["inputs"][number],
  input: InputValues,
  rows: number,
): Int32Array {
  if (input.kind === "numeric") {
    const cuts = resolution(feature.cuts ?? [[]], dimensions);
    const values = converted(declared, input.values);
    return Int32Array.from({ length: rows }, (_, i) => (Number.isNaN(values[i]!) ? 0 : 1 + binOf(cuts, values[i]!)));
  }
  const categories = resolution(feature.categories ?? [[]], dimensions);
  const bins = input.levels.map((level) => {
    const at = categories.findIndex((other) => sameLevel(other, level, input.numeric));
    return at < 0 ? -1 : at + 1;
  });
  return Int32Array.from({ length: rows }, (_, i) => (Number.isNaN(input.codes[i]!) ? 0 : bins[input.codes[i]!]!));
}

/** Terms of more features use the coarser bins that follow, the last for all beyond. */
function resolution<T>(levels: readonly T[], dimensions: number): T {
  return levels[Math.min(levels.length, dimensions) - 1]!;
}

function shapeOf(
  { term_features: names, scores, standard_deviations: errors, bin_weights: weights }: EbmFile["terms"][number],
  features: ReadonlyMap<string, EbmFeature>,
  { outputs }: EbmFile,
): ModelTerm[] {
  if (names.length !== 1) return [];
  const feature = features.get(names[0]!)!;
  const inner = (values: Nested): number[] => values.slice(1, -1).map(Number);
  const known = {
    ...(errors === undefined ? {} : { standardErrors: inner(errors) }),
    ...(weights === undefined ? {} : { weights: inner(weights) }),
  };
  const scale = outputs[0]!.link === "identity" ? "score" : "log-odds";
  const shape =
    feature.type === "continuous"
      ? ({ kind: "steps", cuts: resolution(feature.cuts ?? [[]], 1), scores: inner(scores), ...known } as const)
      : ({
          kind: "levels",
          levels: resolution(feature.categories ?? [[]], 1),
          scores: inner(scores),
          ...known,
        } as const);
  return [{ input: feature.name, scale, shape }];
}

function unknownFeature(file: string, name: string): Error {
  return modelProblem(
    "MODEL_UNREADABLE",
    { file, planPath: "score.model.file" },
    "a term names a feature that the file does not describe",
    "Export the model again.",
    name,
  );
}
