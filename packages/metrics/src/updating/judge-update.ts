import { evaluate } from "../evaluate.ts";
import type { Metric } from "../metric.ts";
import { sum } from "../numeric/sum.ts";
import { isUndefined, type Reason, type Undefined } from "../result.ts";
import type { Update } from "../validation/closed-testing.ts";
import { fitUpdate } from "./fit-update.ts";
import { countsOf, drawOf, orderOf, type UpdateRows } from "./update-rows.ts";

/** A metric before and after an update. */
export interface JudgedMetric {
  readonly metric: string;
  readonly threshold?: number;
  readonly before: number | null;
  /** In the rows that the update was fitted to: too good. */
  readonly apparent: number | null;
  /** Less the optimism that resamples show; `null` where it could not be had in most of them. */
  readonly corrected: number | null;
  readonly reason?: Reason;
}

export interface Asked {
  readonly metric: Metric;
  readonly threshold?: number;
}

/**
 * Metrics before and after an update. It was fitted to the same rows, so "after" is corrected for optimism: the update is
 * fitted anew in each resample, and what it gains there beyond what it gains in the rows themselves is taken off.
 *
 * Undefined: as the fit is.
 *
 * @see Harrell, Lee & Mark (1996) Stat Med 15:361-387.
 */
export function judgeUpdate(
  update: Update,
  rows: UpdateRows,
  asked: readonly Asked[],
  { seed, replicates }: { readonly seed: number; readonly replicates: number },
): readonly JudgedMetric[] | Undefined {
  const before = fitUpdate("no_update", rows);
  const after = fitUpdate(update, rows);
  if (isUndefined(before)) return before;
  if (isUndefined(after)) return after;
  const values = (risk: Float64Array, order: Uint32Array, times?: Float64Array) => {
    const counts = countsOf(risk, rows.outcome, times, order);
    return asked.map(({ metric, threshold }) => {
      const at = threshold === undefined ? {} : { threshold };
      const found = evaluate(metric, counts, { level: 0.95, at, scoreKind: "probability", pointOnly: true });
      return isUndefined(found) ? found : found.point.value;
    });
  };
  const optimism = asked.map((): number[] => []);
  const own = orderOf(before.risk);
  const was = values(before.risk, own);
  if (update !== "no_update") {
    const draw = drawOf(rows, seed);
    const times = new Float64Array(rows.outcome.length);
    for (let replicate = 0; replicate < replicates; replicate++) {
      draw(replicate, 0, times);
      const refit = fitUpdate(update, rows, times);
      if (isUndefined(refit)) continue;
      const order = orderOf(refit.risk);
      const [inside, outside] = [values(refit.risk, order, times), values(refit.risk, order)];
      // The model as it is has no optimism: what it seems to gain in a resample is that resample's chance, and is taken off.
      const chance = values(before.risk, own, times);
      inside.forEach((value, k) => {
        const [other, here, whole] = [outside[k]!, chance[k]!, was[k]!];
        if (typeof value !== "number" || typeof other !== "number") return;
        const drawn = typeof here === "number" && typeof whole === "number" ? here - whole : 0;
        optimism[k]!.push(value - other - drawn);
      });
    }
  }
  const is = values(after.risk, orderOf(after.risk));
  return asked.map(({ metric, threshold }, k): JudgedMetric => {
    const [a, b] = [was[k]!, is[k]!];
    const gains = optimism[k]!;
    const enough = update === "no_update" || gains.length >= replicates / 2;
    const mean = gains.length === 0 ? 0 : sum(gains) / gains.length;
    return {
      metric: metric.id,
      ...(threshold === undefined ? {} : { threshold }),
      before: typeof a === "number" ? a : null,
      apparent: typeof b === "number" ? b : null,
      corrected: typeof b === "number" && enough ? b - mean : null,
      ...(typeof b === "number" ? {} : { reason: b.reason }),
    };
  });
}
