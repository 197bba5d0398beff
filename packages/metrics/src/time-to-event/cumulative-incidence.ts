import { quantile7 } from "../numeric/quantile.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { observedRiskBy } from "../outcomes/aalen-johansen.ts";
import { pick } from "../outcomes/follow-up.ts";
import { lifeTable } from "../outcomes/life-table.ts";
import { isUndefined } from "../result.ts";
import { logLogInterval } from "./log-log-interval.ts";
import { type SurvivalRows, unmet } from "./survival-rows.ts";

const STEPS = 60;
const GROUPS = ["lowest", "middle", "highest"] as const;

/**
 * Cumulative incidence: the observed risk of the event (Aalen-Johansen) by each time up to the horizon, of all and of three
 * groups by score. The groups are cut at the thirds of everybody's scores, so that they mean the same in every subgroup.
 *
 * Columns     time; observed, low, high; and lowest, middle, highest with `Low` and `High`; 61 equally spaced times. Blank
 *             where a group has nobody, or its follow-up has ended.
 * Band        on the log(−log) scale, pointwise; none where patients have several rows.
 * Undefined   WEIGHTED_ROWS; NO_ROWS.
 *
 * @see Aalen & Johansen (1978) Scand J Stat 5:141-150; Royston & Altman (2013) BMC Med Res Methodol 13:33, risk groups.
 */
export const cumulativeIncidence: OutcomeCurve<SurvivalRows> = {
  id: "cumulativeIncidence",
  name: "Cumulative incidence",
  x: "time",
  y: "observed",
  source: ["Aalen & Johansen (1978) Scand J Stat 5:141", "doi:10.1186/1471-2288-13-33"],
  points(rows, { level, everybody, cluster }) {
    const fault = unmet(rows, {});
    if (fault !== undefined) return fault;
    const time = Array.from({ length: STEPS + 1 }, (_, k) => (k * rows.horizon) / STEPS);
    const sorted = everybody.score.toSorted();
    const [first, second] = [quantile7(sorted, 1 / 3), quantile7(sorted, 2 / 3)];
    const all = [...rows.score.keys()];
    const groupOf = (score: number): number => (score <= first ? 0 : score <= second ? 1 : 2);
    const columns: Record<string, (number | null)[]> = { time };
    const add = (members: readonly number[], names: readonly [string, string, string]): void => {
      const table = lifeTable({
        time: pick(rows.followUp.time, members),
        status: pick(rows.followUp.status, members),
      });
      const at = time.map((t) => observedRiskBy(table, t));
      const limits = at.map((o) =>
        isUndefined(o) || cluster !== undefined
          ? undefined
          : logLogInterval({ value: o.risk, standardError: o.standardError }, level),
      );
      columns[names[0]] = at.map((o) => (isUndefined(o) ? null : o.risk));
      columns[names[1]] = limits.map((interval) => interval?.low ?? null);
      columns[names[2]] = limits.map((interval) => interval?.high ?? null);
    };
    add(all, ["observed", "low", "high"]);
    for (const [g, name] of GROUPS.entries())
      add(
        all.filter((i) => groupOf(rows.score[i]!) === g),
        [name, `${name}Low`, `${name}High`],
      );
    return { columns, flags: [] };
  },
};
