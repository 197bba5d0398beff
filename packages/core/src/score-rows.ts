import { completeRows, takeRows } from "./model-rows.ts";
import { modelProblem, type ModelRows, type OpenModel, type ScoreModel } from "./model.ts";
import type { Where } from "./problems.ts";

export interface ScoringOptions {
  /** Where a row lies, for problems. */
  readonly locate: (row: number) => Where;
  /** A probability is checked to lie in 0 to 1. */
  readonly kind: "probability" | "ordinal";
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * The model's score of each row, batch by batch; NaN where an input is missing that the model cannot do without.
 *
 * Throws AuditError: another number of scores than of rows; a score that is not a number, or no probability where one is
 * declared, with the first row at which it happens; longer than the plan's timeout.
 */
export async function scoreRows(
  model: OpenModel,
  spec: ScoreModel,
  rows: ModelRows,
  { locate, kind, onProgress }: ScoringOptions,
): Promise<Float64Array> {
  const scores = new Float64Array(rows.rows).fill(Number.NaN);
  const complete = completeRows(spec.inputs, rows);
  const started = performance.now();
  const size = model.wholePass === true ? Math.max(1, complete.length) : spec.batch;
  for (let from = 0; from < complete.length; from += size) {
    onProgress?.(from, complete.length);
    const batch = complete.subarray(from, from + size);
    const given = await model.score(takeRows(rows, batch));
    const seconds = (performance.now() - started) / 1000;
    const done = from + batch.length;
    if (seconds > spec.timeoutSeconds && done < complete.length) throw slow(spec, done, complete.length);
    if (given.length !== batch.length) {
      const what = `the model gave ${given.length} scores for ${batch.length} rows`;
      throw modelProblem("MODEL_OUTPUT", placeOf(spec), what, "It must give one score a row; check output.");
    }
    for (const [i, raw] of given.entries()) {
      const score = spec.output.link === "logistic" ? 1 / (1 + Math.exp(-raw)) : raw;
      const row = batch[i]!;
      if (!Number.isFinite(score)) throw notANumber(spec, locate(row), raw);
      if (kind === "probability" && !(score >= 0 && score <= 1)) throw noProbability(spec, locate(row), score);
      scores[row] = score;
    }
  }
  onProgress?.(complete.length, complete.length);
  return scores;
}

export function placeOf({ file, command }: ScoreModel): Where {
  return { file: file ?? command?.[0] ?? "", planPath: "score.model" };
}

/** The problem of a model that is out of time. */
export function slow(spec: ScoreModel, done: number, of: number): Error {
  return modelProblem(
    "MODEL_SLOW",
    placeOf(spec),
    `the model had scored ${done} of ${of} rows when ${spec.timeoutSeconds} seconds were over`,
    "Raise score.model.timeoutSeconds, or score a smaller cohort.",
  );
}

function notANumber(spec: ScoreModel, { row, file }: Where, raw: number): Error {
  const at = row === undefined ? "" : ` for row ${row}${file === undefined ? "" : ` of ${file}`}`;
  const what = `the model gave a score that is not a finite number${at}`;
  const remedy =
    "Look at that row's inputs: a value outside what the model was made for, or a missing one handed to it (missing: to-model).";
  return modelProblem("MODEL_OUTPUT", placeOf(spec), what, remedy, String(raw));
}

function noProbability(spec: ScoreModel, { row, file }: Where, score: number): Error {
  const at = row === undefined ? "" : ` for row ${row}${file === undefined ? "" : ` of ${file}`}`;
  const what = `the model gave a score outside 0 to 1${at}, and the score is declared a probability`;
  const remedy =
    "Set output.link: logistic if it gives log odds, name the right output, or declare score.kind: ordinal.";
  return modelProblem("MODEL_OUTPUT", placeOf(spec), what, remedy, String(score));
}
