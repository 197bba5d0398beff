import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { tenths } from "../outcome-kinds/tenths.ts";
import { aalenJohansen } from "../outcomes/aalen-johansen.ts";
import { pick } from "../outcomes/follow-up.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { logLogInterval } from "./log-log-interval.ts";
import { type SurvivalRows, unmet } from "./survival-rows.ts";

/**
 * Observed risk by the horizon (Aalen-Johansen) in ten groups of equal size by predicted risk: for the eye, beside the
 * curve. Ties stay together, so there may be fewer groups; a group that nobody was followed in to the horizon is left out.
 *
 * Columns     predicted (mean), observed, low, high, rows; limits blank where patients have several rows.
 * Undefined   NOT_A_PROBABILITY; FOLLOW_UP_TOO_SHORT where no group can be had; WEIGHTED_ROWS.
 *
 * @see Aalen & Johansen (1978) Scand J Stat 5:141-150.
 */
export const horizonCalibrationGroups: OutcomeCurve<SurvivalRows> = {
  id: "horizonCalibrationGroups",
  name: "Observed risk at the horizon by tenth of predicted risk",
  x: "predicted",
  y: "observed",
  source: ["Aalen & Johansen (1978) Scand J Stat 5:141"],
  points(rows, { level, cluster }) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    const groups = tenths(rows.score).flatMap((members) => {
      const followUp = { time: pick(rows.followUp.time, members), status: pick(rows.followUp.status, members) };
      const observed = aalenJohansen(followUp, rows.horizon);
      if (isUndefined(observed)) return [];
      const predicted = members.reduce((sum, i) => sum + rows.score[i]!, 0) / members.length;
      const { risk: value, standardError } = observed;
      return [
        {
          predicted,
          value,
          interval: cluster === undefined ? logLogInterval({ value, standardError }, level) : undefined,
          rows: members.length,
        },
      ];
    });
    if (groups.length === 0) return undefinedBecause("FOLLOW_UP_TOO_SHORT");
    return {
      columns: {
        predicted: groups.map((g) => g.predicted),
        observed: groups.map((g) => g.value),
        low: groups.map((g) => g.interval?.low ?? null),
        high: groups.map((g) => g.interval?.high ?? null),
        rows: groups.map((g) => g.rows),
      },
      flags: [],
    };
  },
};
