import type { ScoreCounts } from "@auscult/core";
import * as fc from "fast-check";
import { countScores } from "../../src/count-scores.ts";
import { isUndefined, type Undefined } from "../../src/result.ts";

export function defined<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined: ${value.reason}`);
  return value;
}

export interface Rows {
  readonly score: readonly number[];
  readonly outcome: readonly number[];
  readonly weight: readonly number[];
}

/** Rows with ties, both classes, predictions strictly within 0 and 1, whole weights from 1 to 4. */
export const manyRows: fc.Arbitrary<Rows> = fc
  .array(
    fc.record({
      score: fc.integer({ min: 1, max: 39 }).map((k) => k / 40),
      draw: fc.integer({ min: 0, max: 999 }),
      weight: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 30, maxLength: 120 },
  )
  .map((rows) => ({
    score: rows.map((r) => r.score),
    outcome: rows.map((r) => (r.draw / 1000 < 0.15 + 0.7 * r.score ? 1 : 0)),
    weight: rows.map((r) => r.weight),
  }))
  .filter(({ outcome }) => outcome.includes(0) && outcome.includes(1));

export function count({ score, outcome }: Pick<Rows, "score" | "outcome">): ScoreCounts {
  return countScores(score, outcome);
}

/** Each row as often as its weight says. */
export function repeated({ score, outcome, weight }: Rows): ScoreCounts {
  const rows = weight.flatMap((w, i) => Array.from({ length: w }, () => i));
  return countScores(
    rows.map((i) => score[i]),
    rows.map((i) => outcome[i]),
  );
}

/** A fixed stream of uniform numbers (Park & Miller), for tests that need a sample and not a distribution. */
export function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** n rows at predictions spread over (0, 1), outcomes drawn with probability `truth(p)`. */
export function sample(
  n: number,
  truth: (p: number) => number,
  seed = 20260101,
): { score: number[]; outcome: number[] } {
  const random = stream(seed);
  const score = Array.from({ length: n }, () => 0.02 + 0.96 * random() ** 2);
  return { score, outcome: score.map((p) => (random() < truth(p) ? 1 : 0)) };
}
