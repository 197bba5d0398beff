import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { cusumStep } from "./risk-adjusted-charts.ts";

/** Simulated patients a replicate, in target run lengths: longer runs count as unfinished. */
const LONGEST = 2;

/**
 * Limit at which an upper risk-adjusted CUSUM gives a false alarm once in `runLength` patients on average, by simulation:
 * patients of the site's own risks, drawn anew, with events exactly as predicted.
 *
 * Runs that are unfinished after twice the run length enter with the time they lasted, as for exponential times. Time
 * grows as 2 × runLength × replicates; the limit varies with the seed by about runLength / √replicates patients.
 *
 * Undefined  NO_ROWS; NOT_A_PROBABILITY; ONE_CLASS where every risk is 0 or 1, so that nothing is left to chance.
 *
 * @see Steiner et al (2000) Biostatistics 1:441-452.
 */
export function cusumLimit(
  risk: ArrayLike<number>,
  { oddsRatio, runLength, replicates, seed }: CusumLimitOptions,
): number | Undefined {
  const risks = Float64Array.from(risk);
  if (risks.length === 0) return undefinedBecause("NO_ROWS");
  if (!risks.every((p) => p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (risks.every((p) => p === 0 || p === 1)) return undefinedBecause("ONE_CLASS");
  const longest = Math.ceil(LONGEST * runLength);
  const steps: Steps = [risks.map((p) => cusumStep(p, 0, oddsRatio)), risks.map((p) => cusumStep(p, 1, oddsRatio))];
  const runs = Array.from({ length: replicates }, (_, r) => recordsOf(risks, steps, longest, seed, r));
  const levels = Float64Array.from(runs.flatMap((run) => run.map(({ level }) => level))).sort();
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meanRunLength(runs, levels[middle]!, longest) >= runLength) high = middle;
    else low = middle + 1;
  }
  return levels[low]!;
}

export interface CusumLimitOptions {
  /** The change of the odds that the chart is tuned to: above 1 for more events than predicted, below 1 for fewer. */
  readonly oddsRatio: number;
  readonly runLength: number;
  readonly replicates: number;
  readonly seed: number;
}

interface Maximum {
  readonly level: number;
  readonly patients: number;
}

/** What each risk adds to the chart without and with an event. */
type Steps = readonly [none: Float64Array, event: Float64Array];

/** Each new maximum of one simulated CUSUM, and after how many patients. */
function recordsOf(risks: Float64Array, steps: Steps, longest: number, seed: number, replicate: number): Maximum[] {
  const stream = randomStream(seed, replicate, PURPOSES.simulation);
  const records: Maximum[] = [];
  let [level, highest] = [0, 0];
  for (let patients = 1; patients <= longest; patients++) {
    const i = stream.index(risks.length);
    level = Math.max(0, level + steps[stream.uniform() < risks[i]! ? 1 : 0][i]!);
    if (level > highest) {
      highest = level;
      records.push({ level, patients });
    }
  }
  return records;
}

/** Patients followed over alarms. */
function meanRunLength(runs: readonly (readonly Maximum[])[], limit: number, longest: number): number {
  const alarms = runs.map((run) => run.find(({ level }) => level >= limit)?.patients);
  const followed = alarms.reduce<number>((total, patients) => total + (patients ?? longest), 0);
  return followed / alarms.filter((patients) => patients !== undefined).length;
}
