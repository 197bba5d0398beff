import { type AuditPlan, type Cohort, type Subgroup, UNKNOWN } from "@auscult/core";
import type { FindingTable } from "../finding.ts";
import type { Monitored } from "../monitoring/monitored.ts";
import { isUndefined } from "../result.ts";
import { limits } from "./numbers.ts";
import { shareOfRows } from "./share-of-rows.ts";

/** Scores and outcomes missing in each period, every row counted. */
export function missingTable(
  cohort: Cohort,
  { periods, periodOfRow }: Monitored,
  { of }: Subgroup,
  { policy }: AuditPlan,
): FindingTable {
  const { score, outcome, notMatured, attributes } = cohort;
  const options = { level: policy.level, assumeIndependent: policy.assumeIndependentRows !== undefined };
  const wanted = of.map(({ attribute, level }) => {
    const found = attributes.find(({ id }) => id === attribute)!;
    return { codes: found.codes, code: found.levels.indexOf(level) };
  });
  const rowsOf: number[][] = periods.map(() => []);
  for (let row = 0; row < cohort.rows; row++) {
    const place = periodOfRow[row]!;
    if (place >= 0 && wanted.every(({ codes, code }) => codes[row] === code)) rowsOf[place]!.push(row);
  }
  return {
    id: "missing",
    caption: { say: "missingByPeriod" },
    columns: [
      { id: "period", label: { say: "period" }, unit: "text" },
      { id: "rows", label: { say: "rows" }, unit: "count" },
      { id: "score", label: { say: "withoutScore" }, unit: "proportion" },
      { id: "scoreLow", label: { say: "low" }, unit: "proportion" },
      { id: "scoreHigh", label: { say: "high" }, unit: "proportion" },
      { id: "outcome", label: { say: "withoutOutcome" }, unit: "proportion" },
      { id: "outcomeLow", label: { say: "low" }, unit: "proportion" },
      { id: "outcomeHigh", label: { say: "high" }, unit: "proportion" },
      { id: "notDue", label: { say: "notDueYet" }, unit: "count" },
    ],
    rows: periods.map(({ label }, i) => {
      const rows = rowsOf[i]!;
      const share = (has: (row: number) => boolean): (number | null)[] => {
        const found = shareOfRows(cohort, rows, has, options);
        return isUndefined(found) ? [null, null, null] : [found.value, ...limits(found.interval)];
      };
      const notDue = rows.filter((row) => notMatured?.[row] === 1).length;
      return [
        label,
        rows.length,
        ...share((row) => Number.isNaN(score[row]!)),
        // An outcome that is not due is not missing.
        ...share((row) => outcome[row] === UNKNOWN && notMatured?.[row] !== 1),
        notDue,
      ];
    }),
  };
}
