import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import type { ChartedRows, DriftChartOptions, Prepared } from "./drift-charts.ts";

/** The largest level of one side's chart in each simulated run. */
interface Side {
  /** Where nothing changed since the baseline. */
  readonly unchanged: Float64Array;
  /** Where the odds changed as declared at the first patient after it. */
  readonly changed: Float64Array;
}

export interface Maxima {
  readonly up: Side;
  readonly down: Side;
}

/** Odds above these are as good as certain. */
const MOST = 1e12;

/**
 * Runs of the charts of each population by the predicted risks themselves: one draw a row and replicate, shared by all
 * populations and by what is supposed of the change. Time grows as rows × replicates × populations that a row is in.
 */
export function simulatedMaxima(
  { risk }: Pick<ChartedRows, "risk">,
  populations: readonly Prepared[],
  { oddsRatio, replicates, seed }: Pick<DriftChartOptions, "oddsRatio" | "replicates" | "seed">,
): Maxima[] {
  const odds = risk.map((p) => Math.min(MOST, p / (1 - p)));
  const runs = populations.map((population) => runOf(odds, population, oddsRatio));
  const maxima = populations.map((): Maxima => {
    const side = (): Side => ({ unchanged: new Float64Array(replicates), changed: new Float64Array(replicates) });
    return { up: side(), down: side() };
  });
  const uniform = new Float64Array(risk.length);
  for (let r = 0; r < replicates; r++) {
    const stream = randomStream(seed, r, PURPOSES.monitoring);
    for (let i = 0; i < uniform.length; i++) uniform[i] = stream.uniform();
    for (const [k, run] of runs.entries()) run(uniform, maxima[k]!, r);
  }
  return maxima;
}

type Run = (uniform: Float64Array, into: Maxima, replicate: number) => void;

function runOf(modelOdds: Float64Array, { shift, baseline, after }: Prepared, oddsRatio: number): Run {
  const factor = Math.exp(shift);
  const before = Float64Array.from(baseline, (i) => chance(modelOdds[i]! * factor));
  const odds = Float64Array.from(after, (i) => modelOdds[i]! * factor);
  const truth = odds.map(chance);
  const raised = odds.map((o) => chance(o * oddsRatio));
  const lowered = odds.map((o) => chance(o / oddsRatio));
  let [expected, information] = [0, 0];
  for (const p of before) {
    expected += p;
    information += p * (1 - p);
  }
  const gain = Math.log(oddsRatio);
  return (uniform, into, replicate) => {
    let events = 0;
    for (let k = 0; k < before.length; k++) if (uniform[baseline[k]!]! < before[k]!) events++;
    const estimated = information > 0 ? Math.exp((events - expected) / information) : 1;
    let [up, down, upChanged, downChanged] = [0, 0, 0, 0];
    let [mostUp, mostDown, mostUpChanged, mostDownChanged] = [0, 0, 0, 0];
    for (let k = 0; k < odds.length; k++) {
      const u = uniform[after[k]!]!;
      const o = odds[k]! * estimated;
      // log(1 − p + R p) of the estimated risk, with p = o / (1 + o).
      const above = Math.log((1 + oddsRatio * o) / (1 + o));
      const below = Math.log((1 + o / oddsRatio) / (1 + o));
      const event = u < truth[k]!;
      up = Math.max(0, up + (event ? gain : 0) - above);
      down = Math.max(0, down - (event ? gain : 0) - below);
      upChanged = Math.max(0, upChanged + (u < raised[k]! ? gain : 0) - above);
      downChanged = Math.max(0, downChanged - (u < lowered[k]! ? gain : 0) - below);
      if (up > mostUp) mostUp = up;
      if (down > mostDown) mostDown = down;
      if (upChanged > mostUpChanged) mostUpChanged = upChanged;
      if (downChanged > mostDownChanged) mostDownChanged = downChanged;
    }
    into.up.unchanged[replicate] = mostUp;
    into.down.unchanged[replicate] = mostDown;
    into.up.changed[replicate] = mostUpChanged;
    into.down.changed[replicate] = mostDownChanged;
  };
}

function chance(odds: number): number {
  return odds / (1 + odds);
}
