import { betaQuantile } from "../numeric/beta.ts";
import { expit, logit } from "../numeric/logit.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import type { Proportion } from "../inference/proportion.ts";

/** A beta distribution of the rate over subgroups, fitted by maximum likelihood, and each subgroup's rate given it. */
export interface BetaBinomial {
  /** Infinite where the subgroups differ no more than binomial chance: `mean` then holds for all of them. */
  readonly alpha: number;
  readonly beta: number;
  readonly mean: number;
  /** α + β: how many rows the other subgroups' experience counts for. */
  readonly priorRows: number;
  /** Without the binomial coefficients, which do not depend on the rates. */
  readonly logLikelihood: number;
  /** Posterior mean and equal-tailed interval, α and β taken as known; the interval therefore undercovers. */
  readonly shrunk: readonly { readonly value: number; readonly interval?: Interval }[];
}

const FEWEST = 4;

/**
 * Empirical-Bayes rates of many small subgroups: each is drawn towards the mean, the more the fewer its rows.
 *
 * For deciding where to look first, beside the raw rates; never for a claim of equity (shrinkage draws subgroups
 * together). Subgroups without rows take the mean.
 *
 * Undefined  TOO_FEW_EVENTS with fewer than four subgroups that hold rows; ONE_CLASS where all rows or none have the
 *            property; NON_CONVERGENCE where the likelihood has no maximum inside its range (every subgroup 0 or 1).
 * Assumes    exchangeable subgroups, independent rows, whole numbers of rows.
 *
 * @see Griffiths (1973) Biometrics 29:637-648; Casella (1985) Am Stat 39:83-87.
 */
export function betaBinomial(
  groups: readonly Proportion[],
  { level, fewest = FEWEST }: { readonly level: number; readonly fewest?: number },
): BetaBinomial | Undefined {
  const filled = groups.filter((g) => g.rows > 0);
  if (filled.length < fewest) return undefinedBecause("TOO_FEW_EVENTS");
  const rows = filled.reduce((n, g) => n + g.rows, 0);
  const hits = filled.reduce((n, g) => n + g.hits, 0);
  if (hits === 0 || hits === rows) return undefinedBecause("ONE_CLASS");
  const pooled = hits / rows;
  if (noSpread(filled, pooled)) {
    const logLikelihood = hits * Math.log(pooled) + (rows - hits) * Math.log1p(-pooled);
    const shrunk = groups.map(() => ({ value: pooled }));
    return { alpha: Infinity, beta: Infinity, mean: pooled, priorRows: Infinity, logLikelihood, shrunk };
  }
  if (filled.every((g) => g.hits === 0 || g.hits === g.rows)) return undefinedBecause("NON_CONVERGENCE");
  const fit = maximise(filled, pooled);
  if (fit === undefined) return undefinedBecause("NON_CONVERGENCE");
  const { alpha, beta, logLikelihood } = fit;
  return {
    alpha,
    beta,
    mean: alpha / (alpha + beta),
    priorRows: alpha + beta,
    logLikelihood,
    shrunk: groups.map(({ hits: x, rows: n }) => {
      const a = x + alpha;
      const b = n - x + beta;
      const at = (p: number): number => betaQuantile(p, a, b);
      const interval = {
        low: at((1 - level) / 2),
        high: at((1 + level) / 2),
        level,
        method: "empirical-bayes-plug-in" as const,
      };
      return { value: a / (a + b), interval };
    }),
  };
}

/** Whether the likelihood falls as soon as subgroups may differ (Tarone 1979): the fitted spread is then 0. */
function noSpread(groups: readonly Proportion[], p: number): boolean {
  let slope = 0;
  for (const { hits: x, rows: n } of groups)
    slope += (x * (x - 1)) / p + ((n - x) * (n - x - 1)) / (1 - p) - n * (n - 1);
  return slope <= 0;
}

interface Slopes {
  readonly logLikelihood: number;
  readonly gradient: readonly [number, number];
  readonly curvature: readonly [number, number, number];
}

/**
 * Log likelihood, slope and curvature in (logit mean, log precision). The log gamma differences of whole numbers are sums
 * of logarithms, log Γ(a + x) − log Γ(a) = Σ log(a + j), which need no special function and lose no digits. `counts[j]`
 * is how many subgroups have more than j.
 */
function slopes(more: readonly Float64Array[], u: number, v: number): Slopes {
  const mean = expit(u);
  const precision = Math.exp(v);
  const alpha = mean * precision;
  const beta = precision - alpha;
  const [atAlpha, atBeta, atBoth] = [alpha, beta, precision].map((from, which) => {
    let [log, first, second] = [0, 0, 0];
    for (const [j, groups] of more[which]!.entries()) {
      log += groups * Math.log(from + j);
      first += groups / (from + j);
      second -= groups / (from + j) ** 2;
    }
    return { log, first, second };
  }) as [Sums, Sums, Sums];
  // dα/du = αβ/M = −dβ/du, dα/dv = α, dβ/dv = β, dM/dv = M.
  const s = (alpha * beta) / precision;
  const bend = s * (1 - 2 * mean);
  return {
    logLikelihood: atAlpha.log + atBeta.log - atBoth.log,
    gradient: [
      s * (atAlpha.first - atBeta.first),
      alpha * atAlpha.first + beta * atBeta.first - precision * atBoth.first,
    ],
    curvature: [
      s ** 2 * (atAlpha.second + atBeta.second) + bend * (atAlpha.first - atBeta.first),
      s * (alpha * atAlpha.second - beta * atBeta.second + atAlpha.first - atBeta.first),
      alpha ** 2 * atAlpha.second +
        alpha * atAlpha.first +
        beta ** 2 * atBeta.second +
        beta * atBeta.first -
        precision ** 2 * atBoth.second -
        precision * atBoth.first,
    ],
  };
}

interface Sums {
  readonly log: number;
  readonly first: number;
  readonly second: number;
}

function maximise(
  groups: readonly Proportion[],
  pooled: number,
): { alpha: number; beta: number; logLikelihood: number } | undefined {
  const more = [
    countsAbove(groups.map((g) => g.hits)),
    countsAbove(groups.map((g) => g.rows - g.hits)),
    countsAbove(groups.map((g) => g.rows)),
  ];
  let u = logit(pooled);
  let v = 0;
  // The highest of a few precisions to start from, for Newton's method is local.
  for (let tried = -3; tried <= 12; tried++)
    if (slopes(more, u, tried).logLikelihood > slopes(more, u, v).logLikelihood) v = tried;
  let here = slopes(more, u, v);
  for (let step = 0; step < 200; step++) {
    const [gu, gv] = here.gradient;
    if (Math.max(Math.abs(gu), Math.abs(gv)) < 1e-11 * Math.max(1, Math.abs(here.logLikelihood))) break;
    const [du, dv] = direction(here);
    let scale = Math.min(1, 4 / Math.max(Math.abs(du), Math.abs(dv)));
    let next = slopes(more, u + scale * du, v + scale * dv);
    while (!(next.logLikelihood >= here.logLikelihood) && scale > 1e-12) {
      scale /= 2;
      next = slopes(more, u + scale * du, v + scale * dv);
    }
    if (scale <= 1e-12) break;
    u += scale * du;
    v += scale * dv;
    here = next;
    if (Math.abs(v) > 30 || Math.abs(u) > 30) return undefined;
    if (Math.max(Math.abs(scale * du), Math.abs(scale * dv)) < 1e-13) break;
  }
  const alpha = expit(u) * Math.exp(v);
  return { alpha, beta: Math.exp(v) - alpha, logLikelihood: here.logLikelihood };
}

/** Newton's step where the surface is concave, uphill along the slope where it is not. */
function direction({ gradient: [gu, gv], curvature: [uu, uv, vv] }: Slopes): [number, number] {
  const determinant = uu * vv - uv ** 2;
  if (uu < 0 && determinant > 0) return [(uv * gv - vv * gu) / determinant, (uv * gu - uu * gv) / determinant];
  const size = Math.hypot(gu, gv);
  return [gu / size, gv / size];
}

/** At j: how many of the values exceed j. */
function countsAbove(values: readonly number[]): Float64Array {
  const above = new Float64Array(Math.max(...values));
  for (const value of values) for (let j = 0; j < value; j++) above[j]! += 1;
  return above;
}
