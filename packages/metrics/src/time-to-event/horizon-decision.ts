import { normalQuantile } from "../numeric/normal.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { aalenJohansen } from "../outcomes/aalen-johansen.ts";
import { pick } from "../outcomes/follow-up.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { followed, type SurvivalRows, unmet } from "./survival-rows.ts";

const STEPS = 40;

/**
 * Decision curve at the horizon: net benefit of acting on whom the model gives a risk at or above each threshold, beside
 * acting on everybody and on nobody. With P the share acted on and r their observed risk by the horizon (Aalen-Johansen
 * among them) it is P (r − t) / (1 − t), and 0 where nobody is acted on.
 *
 * Columns     threshold, netBenefit, low, high, treatAll, treatNone; 41 thresholds over the plan's `utility` range. Blank
 *             where those acted on were not followed to the horizon.
 * Band        delta method over P and r, pointwise; none where patients have several rows.
 * Undefined   MISSING_INPUT without a range; NOT_A_PROBABILITY; FOLLOW_UP_TOO_SHORT; WEIGHTED_ROWS.
 *
 * @see Vickers, Cronin, Elkin & Gonen (2008) BMC Med Inform Decis Mak 8:53, doi:10.1186/1472-6947-8-53.
 */
export const horizonDecision: OutcomeCurve<SurvivalRows> = {
  id: "horizonDecision",
  name: "Decision curve at the horizon",
  x: "threshold",
  y: "netBenefit",
  source: ["doi:10.1186/1472-6947-8-53"],
  points(rows, { level, range, cluster }) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    if (range === undefined) return undefinedBecause("MISSING_INPUT");
    const all = followed(rows, aalenJohansen(rows.followUp, rows.horizon));
    if (isUndefined(all)) return all;
    const z = normalQuantile((1 + level) / 2);
    const [from, to] = range;
    const points = Array.from({ length: STEPS + 1 }, (_, k) => {
      const threshold = from + ((to - from) * k) / STEPS;
      const { value, standardError } = netBenefit(rows, threshold);
      const reach = cluster === undefined && standardError !== null ? z * standardError : null;
      return { threshold, value, reach, treatAll: (all.risk - threshold) / (1 - threshold) };
    });
    const limit = (sign: 1 | -1) =>
      points.map(({ value, reach }) => (value === null || reach === null ? null : value + sign * reach));
    return {
      columns: {
        threshold: points.map((p) => p.threshold),
        netBenefit: points.map((p) => p.value),
        low: limit(-1),
        high: limit(1),
        treatAll: points.map((p) => p.treatAll),
        treatNone: points.map(() => 0),
      },
      flags: [],
    };
  },
};

function netBenefit(
  { followUp, score, horizon }: SurvivalRows,
  threshold: number,
): { readonly value: number | null; readonly standardError: number | null } {
  const n = score.length;
  const acted = [...score.keys()].filter((i) => score[i]! >= threshold);
  if (acted.length === 0) return { value: 0, standardError: null };
  const observed = aalenJohansen({ time: pick(followUp.time, acted), status: pick(followUp.status, acted) }, horizon);
  if (isUndefined(observed)) return { value: null, standardError: null };
  const share = acted.length / n;
  const gain = (observed.risk - threshold) / (1 - threshold);
  const ofRisk = (share * observed.standardError) / (1 - threshold);
  return { value: share * gain, standardError: Math.hypot(ofRisk, gain * Math.sqrt((share * (1 - share)) / n)) };
}
