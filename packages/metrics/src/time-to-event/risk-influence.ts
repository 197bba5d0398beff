import { horizonWeights } from "../outcomes/horizon-weights.ts";
import { isUndefined } from "../result.ts";
import type { SurvivalRows } from "./survival-rows.ts";

/**
 * How much each patient moved the observed risk by the horizon, which is also the weighted share of cases. Absent where
 * everybody or nobody had the event by then, or nobody was followed beyond it.
 */
export function riskInfluence(rows: SurvivalRows): { readonly influence?: Float64Array } {
  const at = horizonWeights(rows.followUp, rows.score, rows.horizon);
  if (isUndefined(at)) return {};
  const n = at.outcome.length;
  const cases = at.weight.map((w, i) => (at.outcome[i] === 1 ? w : 0));
  const risk = cases.reduce((sum, w) => sum + w, 0) / n;
  const byCensoring = at.censoringInfluence(cases);
  return { influence: cases.map((w, i) => (w - risk + byCensoring[i]!) / n) };
}
