import type { ScoreCounts } from "@auscult/core";
import { logOddsOf } from "../calibration/predictions.ts";
import { recalibrate } from "../calibration/recalibration.ts";
import { classTotals } from "../class-totals.ts";
import { delong } from "../discrimination/delong.ts";
import { expit } from "../numeric/logit.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { modelBasedConcordance } from "../validation/expected-concordance.ts";
import { type CountsInBlocks, resampled } from "./resampled.ts";

interface Value {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Why an AUROC differs from the one claimed, in steps from the claim to what was observed. */
export interface AurocExplained {
  /** The AUROC that these patients would show if the model's risks were right: claim → here is the mix of patients. */
  readonly expected: Value;
  /** The same with the risks recalibrated here: the change from `expected` is miscalibration. */
  readonly recalibrated: Value;
  readonly observed: Value;
  readonly miscalibration: Value;
  /** Observed less recalibrated: what neither explains. */
  readonly remainder: Value;
}

export interface ExplainOptions {
  readonly level: number;
  readonly seed: number;
  readonly replicates: number;
}

/**
 * Steps from a claimed AUROC to the observed one.
 *
 * Undefined: ONE_CLASS; as `modelBasedConcordance` and `recalibrate` are (NOT_A_PROBABILITY, CONSTANT_SCORE, SEPARATION).
 *
 * @see van Klaveren et al (2016) Stat Med 35:4136-4152; Vergouwe et al (2010) Am J Epidemiol 172:971-980.
 */
export function explainAuroc(of: CountsInBlocks, options: ExplainOptions): AurocExplained | Undefined {
  const found = resampled(
    of,
    (counts) => {
      const pair = observedAndExpected(counts);
      if (isUndefined(pair)) return pair;
      const [observed, expected] = pair as readonly [number, number];
      const recalibrated = recalibratedConcordance(counts);
      if (typeof recalibrated !== "number") return recalibrated;
      return [expected, recalibrated, observed, recalibrated - expected, observed - recalibrated];
    },
    options,
  );
  if (isUndefined(found)) return found;
  const [expected, recalibrated, observed, miscalibration, remainder] = found;
  return {
    expected: expected!,
    recalibrated: recalibrated!,
    observed: observed!,
    miscalibration: miscalibration!,
    remainder: remainder!,
  };
}

/** The AUROC expected of these patients, and how far the observed one is from it: for each subgroup. Undefined as above, but for the recalibration. */
export function observedLessExpected(
  of: CountsInBlocks,
  options: ExplainOptions,
): { readonly expected: Value; readonly difference: Value } | Undefined {
  const found = resampled(
    of,
    (counts) => {
      const pair = observedAndExpected(counts);
      return isUndefined(pair) ? pair : [pair[1]!, pair[0]! - pair[1]!];
    },
    options,
  );
  return isUndefined(found) ? found : { expected: found[0]!, difference: found[1]! };
}

function observedAndExpected(counts: ScoreCounts): readonly number[] | Undefined {
  const { events, nonEvents } = classTotals(counts);
  if (events.rows === 0 || nonEvents.rows === 0) return undefinedBecause("ONE_CLASS");
  const expected = modelBasedConcordance({ risk: counts.score, rows: rowsAt(counts) });
  return typeof expected === "number" ? [delong(counts).value, expected] : expected;
}

function recalibratedConcordance(counts: ScoreCounts): number | Undefined {
  const fit = recalibrate(counts);
  if (isUndefined(fit)) return fit;
  const risk = logOddsOf(counts).logOdds.map((x) => expit(fit.intercept + fit.slope * x));
  return modelBasedConcordance({ risk, rows: rowsAt(counts) });
}

function rowsAt({ positives, negatives }: ScoreCounts): Float64Array {
  return positives.map((n, i) => n + negatives[i]!);
}
