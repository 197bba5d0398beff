import { type InputValues, modelProblem, type ModelKind, type ModelRows, nameOf, type OpenRequest } from "../model.ts";
import { converted, unknownLevel } from "../model-rows.ts";
import { coefficientTable } from "./coefficient-table.ts";
import { contribution, inputsOfTerm, shapesOf, UnknownLevel } from "./coefficient-terms.ts";
import { readJsonModel } from "./json-model.ts";
import { matchInputs } from "./match-inputs.ts";

/**
 * A logistic regression, GAM or point score as a table of coefficients: linear, categorical, piecewise, stepped and
 * restricted-cubic terms and products. Computed in double precision; gaps in an input make the row's score missing.
 */
export const coefficients: ModelKind = {
  kind: "coefficients",
  takes: "file",
  async open({ spec, file }: OpenRequest) {
    const table = await readJsonModel(file!, coefficientTable, "a table of coefficients");
    for (const [i, term] of table.terms.entries()) checkLengths(file!.name, i, term);
    matchInputs(spec, file!.name, table.terms.flatMap(inputsOfTerm));
    const link = LINKS[table.link];
    return {
      files: [{ file: file!.name, sha256: file!.sha256, bytes: file!.bytes }],
      runtime: [],
      terms: shapesOf(table),
      score: async ({ rows, inputs }: ModelRows) => {
        const byName = new Map(
          spec.inputs.map((input, i): [string, InputValues] => {
            const given = inputs[i]!;
            const values = given.kind === "numeric" ? { ...given, values: converted(input, given.values) } : given;
            return [nameOf(input), values];
          }),
        );
        const sum = new Float64Array(rows).fill(table.intercept);
        for (const term of table.terms) {
          const added = guarded(() => contribution(term, (name) => byName.get(name)!, rows), spec, term);
          for (let i = 0; i < rows; i++) sum[i]! += added[i]!;
        }
        return sum.map(link);
      },
      close: async () => undefined,
    };
  },
};

const LINKS = {
  logistic: (sum: number): number => 1 / (1 + Math.exp(-sum)),
  cloglog: (sum: number): number => -Math.expm1(-Math.exp(sum)),
  identity: (sum: number): number => sum,
} as const;

function guarded(
  run: () => Float64Array,
  { inputs }: OpenRequest["spec"],
  term: Parameters<typeof inputsOfTerm>[0],
): Float64Array {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UnknownLevel)) throw error;
    const name = inputsOfTerm(term)[0]!.input;
    throw unknownLevel(inputs.find((input) => nameOf(input) === name)!, error.level, error.known);
  }
}

function checkLengths(file: string, at: number, term: Parameters<typeof inputsOfTerm>[0]): void {
  const wrong = (what: string): Error =>
    modelProblem(
      "MODEL_UNREADABLE",
      { file, planPath: "score.model.file" },
      `term ${at + 1}: ${what}`,
      "Export the model again.",
    );
  const ascending = (values: readonly number[]): boolean => values.every((v, i) => i === 0 || v > values[i - 1]!);
  if ("cuts" in term) {
    if (!ascending(term.cuts)) throw wrong("the cuts do not ascend");
    for (const list of [term.scores, term.standardErrors, term.weights])
      if (list !== undefined && list.length !== term.cuts.length + 1)
        throw wrong(`${term.cuts.length} cuts make ${term.cuts.length + 1} bins, and there are ${list.length} values`);
  }
  if ("points" in term && !ascending(term.points.map(([x]) => x))) throw wrong("the points do not ascend");
  if ("restrictedCubicSpline" in term) {
    const { knots, coefficients } = term.restrictedCubicSpline;
    if (!ascending(knots)) throw wrong("the knots do not ascend");
    if (coefficients.length !== knots.length - 1)
      throw wrong(`${knots.length} knots take ${knots.length - 1} coefficients, and there are ${coefficients.length}`);
  }
}
