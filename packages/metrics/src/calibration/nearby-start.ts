import type { ScoreCounts } from "@auscult/core";
import { wholeOf } from "../inference/without-block.ts";
import type { LogisticFit } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { FitOnCounts } from "./logistic-on-counts.ts";

type Fit = (start: Pick<FitOnCounts, "start">) => LogisticFit | Undefined;

/**
 * Starts for the fits of a jackknife: counts that lack one block of others have nearly their coefficients, so that the
 * search needs about half its steps. Where it ends does not depend on where it starts. One memory for each kind of fit.
 */
export function nearbyStart(): (counts: ScoreCounts, fit: Fit) => LogisticFit | Undefined {
  const known = new WeakMap<ScoreCounts, Float64Array>();
  return (counts, fit) => {
    const whole = wholeOf(counts);
    const start = whole === undefined ? undefined : known.get(whole);
    const found = fit(start === undefined ? {} : { start });
    if (start !== undefined && isUndefined(found)) return fit({});
    if (!isUndefined(found)) known.set(counts, found.coefficients);
    return found;
  };
}
