import { recalibrateIntercept } from "../calibration/recalibration.ts";
import { countScores } from "../count-scores.ts";
import { expit, logit } from "../numeric/logit.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { cusumLimit } from "../validation/cusum-limit.ts";
import { type RiskAdjustedCharts, riskAdjustedCharts } from "../validation/risk-adjusted-charts.ts";
import { simulatedMaxima } from "./simulated-maxima.ts";

/** Rows in time order: predicted risk, outcome (0 or 1), and whether each belongs to the baseline. */
export interface ChartedRows {
  readonly risk: Float64Array;
  readonly outcome: ArrayLike<number>;
  readonly baseline: ArrayLike<number>;
}

export interface DriftChartOptions {
  /** The change to be found: above 1. */
  readonly oddsRatio: number;
  /** Whether risks are first made right on average in the baseline; otherwise they are taken as predicted. */
  readonly recalibrate: boolean;
  /** Patients between false alarms, for the limit. */
  readonly runLength: number;
  /** Simulated charts behind a limit, and behind a p value. */
  readonly limitReplicates: number;
  readonly replicates: number;
  readonly smoothing: number;
  readonly seed: number;
}

/** One side of a chart: more events than expected (`up`), or fewer (`down`). */
export interface ChartSide {
  /** At which an alarm is raised once in `runLength` patients where nothing changed. */
  readonly limit: number;
  readonly maximum: number;
  /** Chance of such a maximum within these patients where nothing changed since the baseline. */
  readonly p: number;
  /** Chance that the limit is reached within these patients if the odds changed as declared from the first of them on. */
  readonly power: number;
  /** Places of the patient at whom the limit is reached, and of the first since when the chart was above 0. */
  readonly signal?: { readonly at: number; readonly since: number };
}

export interface DriftChart {
  /** Log odds by which the baseline shifts the predicted risks; 0 where there is no baseline. */
  readonly shift: number;
  /** Places, in the rows given, of the patients charted: those after the baseline. */
  readonly rows: Uint32Array;
  readonly charts: RiskAdjustedCharts;
  readonly up: ChartSide;
  readonly down: ChartSide;
}

/**
 * Has calibration changed since the baseline? For each population (places of its rows, ascending), risk-adjusted CUSUM
 * charts of the patients after the baseline, whose risks are first made right on average in its baseline or, where
 * `recalibrate` is false, taken as they are.
 *
 * The limit is that of the declared run length, simulated for these risks. p is by simulation of the whole path: outcomes
 * of the baseline and after it as the risks say, the shift estimated anew each time (by one Newton step), so that a short
 * baseline raises no alarms of its own. Populations share the draws. The start of a change is estimated by the last time
 * that the chart left 0.
 *
 * Undefined  NO_ROWS without a patient after the baseline; TOO_FEW_EVENTS where the baseline has no event or no non-event;
 *            NOT_A_PROBABILITY; MISSING_INPUT where an outcome is unknown; ONE_CLASS where every risk is 0 or 1.
 * Assumes    independent patients, and a baseline whose ranking of risks was right.
 *
 * @see Steiner et al (2000) Biostatistics 1:441-452; Page (1954) Biometrika 41:100-115 (the start of a change); Zhang &
 * Woodall (2017) Stat Med 36:1190 (estimation in the baseline).
 */
export function driftCharts(
  rows: ChartedRows,
  populations: readonly Uint32Array[],
  options: DriftChartOptions,
): (DriftChart | Undefined)[] {
  const prepared = populations.map((members) => prepare(rows, members, options));
  const simulated = simulatedMaxima(
    rows,
    prepared.flatMap((p) => (isUndefined(p) ? [] : [p])),
    options,
  );
  let next = 0;
  return prepared.map((p): DriftChart | Undefined => {
    if (isUndefined(p)) return p;
    const maxima = simulated[next++]!;
    const side = (path: Float64Array, limit: number, which: "up" | "down"): ChartSide => {
      const maximum = path.reduce((most, level) => Math.max(most, level), 0);
      const { unchanged, changed } = maxima[which];
      const asLarge = unchanged.reduce((n, other) => n + (other >= maximum ? 1 : 0), 0);
      const reached = changed.reduce((n, other) => n + (other >= limit ? 1 : 0), 0);
      const at = path.findIndex((level) => level >= limit);
      return {
        limit,
        maximum,
        p: (1 + asLarge) / (1 + unchanged.length),
        power: reached / changed.length,
        ...(at < 0 ? {} : { signal: { at, since: path.subarray(0, at).lastIndexOf(0) + 1 } }),
      };
    };
    const { shift, after, charts, limits } = p;
    return {
      shift,
      rows: after,
      charts,
      up: side(charts.upper, limits.up, "up"),
      down: side(charts.lower, limits.down, "down"),
    };
  });
}

/** A population made ready: the baseline by which it was recalibrated (none where it was not), its patients after it, the charts they gave and the limits. */
export interface Prepared {
  readonly shift: number;
  readonly baseline: Uint32Array;
  readonly after: Uint32Array;
  readonly charts: RiskAdjustedCharts;
  readonly limits: { readonly up: number; readonly down: number };
}

function prepare(rows: ChartedRows, members: Uint32Array, options: DriftChartOptions): Prepared | Undefined {
  const { risk, outcome, baseline: isBaseline } = rows;
  const baseline = members.filter((i) => isBaseline[i] === 1);
  const after = members.filter((i) => isBaseline[i] !== 1);
  if (after.length === 0) return undefinedBecause("NO_ROWS");
  const shift = options.recalibrate ? shiftOf(rows, baseline) : 0;
  if (typeof shift !== "number") return shift.reason === "SEPARATION" ? undefinedBecause("TOO_FEW_EVENTS") : shift;
  const shifted = Float64Array.from(after, (i) => expit(logit(risk[i]!) + shift));
  const { oddsRatio, runLength, limitReplicates: replicates, seed, smoothing } = options;
  const up = cusumLimit(shifted, { oddsRatio, runLength, replicates, seed });
  const down = cusumLimit(shifted, { oddsRatio: 1 / oddsRatio, runLength, replicates, seed });
  if (typeof up !== "number") return up;
  if (typeof down !== "number") return down;
  const observed = Float64Array.from(after, (i) => outcome[i]!);
  const charts = riskAdjustedCharts(shifted, observed, { oddsRatio, limit: up, smoothing });
  if (isUndefined(charts)) return charts;
  return { shift, baseline: options.recalibrate ? baseline : new Uint32Array(0), after, charts, limits: { up, down } };
}

function shiftOf({ risk, outcome }: ChartedRows, baseline: Uint32Array): number | Undefined {
  const fit = recalibrateIntercept(
    countScores(
      Float64Array.from(baseline, (i) => risk[i]!),
      Float64Array.from(baseline, (i) => outcome[i]!),
    ),
  );
  if (isUndefined(fit)) return fit.reason === "NO_ROWS" ? undefinedBecause("TOO_FEW_EVENTS") : fit;
  return fit.intercept;
}
