import type { ScoreCounts } from "@auscult/core";
import { normalCdf, type RandomStream } from "@auscult/metrics";

/** Who one subgroup is: linear predictors N(mean, spread²) and the true risk expit(intercept + slope × lp + effect). */
export interface Group {
  readonly level: string;
  readonly share: number;
  readonly mean: number;
  readonly spread: number;
  readonly intercept: number;
  readonly slope: number;
  /** Standard deviation of the patients' own effects on their risk. */
  readonly effect: number;
}

/** Width of an atom of the score: linear predictors are rounded to it, so that the truth is a finite sum. */
const ATOM = 0.05;
/** Five-point Gauss-Hermite rule: patients' effects take these values with these probabilities. */
const NODES = [-2.8569700138728056, -1.3556261799742659, 0, 1.3556261799742659, 2.8569700138728056];
const MASSES = [
  0.011257411327720689, 0.22207592200561266, 0.5333333333333333, 0.22207592200561266, 0.011257411327720689,
];

const expit = (x: number): number => 1 / (1 + Math.exp(-x));

/** The rounded linear predictor. */
export function atom(lp: number): number {
  return Math.round(lp / ATOM) * ATOM;
}

/** What the model says of an atom. */
export function predicted(at: number): number {
  return expit(at);
}

/** The true risk of a patient with this effect. */
export function risk({ intercept, slope, effect }: Group, at: number, node: number): number {
  return expit(intercept + slope * at + effect * NODES[node]!);
}

export function drawNode(stream: RandomStream): number {
  let left = stream.uniform();
  for (const [node, mass] of MASSES.entries()) {
    left -= mass;
    if (left < 0) return node;
  }
  return MASSES.length - 1;
}

/** Events and non-events expected at every atom in a population of a million: a metric of these is the truth. */
export function expectedCounts(groups: readonly Group[]): ScoreCounts {
  const all = groups.reduce((sum, g) => sum + g.share, 0);
  const reach = Math.max(...groups.map((g) => Math.abs(g.mean) + 6 * g.spread));
  const most = Math.ceil(reach / ATOM);
  const atoms = Array.from({ length: 2 * most + 1 }, (_, i) => (i - most) * ATOM);
  const events = new Float64Array(atoms.length);
  const nonEvents = new Float64Array(atoms.length);
  for (const g of groups) {
    for (const [i, at] of atoms.entries()) {
      const up = (at + ATOM / 2 - g.mean) / g.spread;
      const down = (at - ATOM / 2 - g.mean) / g.spread;
      const mass = ((down > 0 ? normalCdf(-down) - normalCdf(-up) : normalCdf(up) - normalCdf(down)) * g.share) / all;
      const p = MASSES.reduce((sum, m, node) => sum + m * risk(g, at, node), 0);
      events[i]! += 1e6 * mass * p;
      nonEvents[i]! += 1e6 * mass * (1 - p);
    }
  }
  return { score: Float64Array.from(atoms, predicted), negatives: nonEvents, positives: events };
}
