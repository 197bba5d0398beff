import type { AuditReport, ReportCurve, ReportFinding } from "../audit-report.ts";
import { fileName } from "../file-name.ts";
import { csvLine } from "./cell.ts";

/** A value of a cell, with all its digits. */
type Value = string | number | boolean | null | undefined;

export interface ResultTable {
  readonly name: string;
  readonly what: string;
  readonly content: string;
}

/** The report's results with all their digits, for programs: one table for each kind of result, columns by their JSON names. */
export function resultTables(report: AuditReport): ResultTable[] {
  return [
    subgroups(report),
    estimates(report),
    contrasts(report),
    ...report.curveKinds.map(({ id }) => curve(id, report.curves)),
    ...report.findings.flatMap(finding),
  ];
}

function resultTable(
  name: string,
  what: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): ResultTable {
  return { name, what, content: csvLine(columns) + rows.map(csvLine).join("") };
}

function subgroups(report: AuditReport): ResultTable {
  const keys = ["rows", "n", "events", "prevalence", "missingScore", "missingOutcome"] as const;
  return resultTable(
    "subgroups",
    "Rows of each subgroup",
    ["subgroup", ...keys],
    report.subgroups.map((s) => [s.id, ...keys.map((key) => s[key])]),
  );
}

function estimates(report: AuditReport): ResultTable {
  return resultTable(
    "estimates",
    "Every estimate",
    "metric threshold subgroup status value low high level method standardError n events nEffective reason flags".split(
      " ",
    ),
    report.estimates.map((e) => [
      e.metric,
      e.threshold,
      e.subgroup,
      e.status,
      e.value,
      e.interval?.low,
      e.interval?.high,
      e.interval?.level,
      e.interval?.method,
      e.standardError,
      e.n,
      e.events,
      e.nEffective,
      e.reason,
      e.flags.join(" "),
    ]),
  );
}

function contrasts(report: AuditReport): ResultTable {
  return resultTable(
    "contrasts",
    "Every comparison between subgroups",
    "metric threshold subgroup against scale status value low high level method p pAdjusted inFamily marginLow marginHigh verdict summary smallestDetectableGap reason flags".split(
      " ",
    ),
    report.contrasts.map((c) => [
      c.metric,
      c.threshold,
      c.subgroup,
      c.against.subgroup,
      c.scale,
      c.status,
      c.value,
      c.interval?.low,
      c.interval?.high,
      c.interval?.level,
      c.interval?.method,
      c.p,
      c.pAdjusted,
      c.inFamily,
      c.margin?.low,
      c.margin?.high,
      c.verdict,
      c.summary,
      c.smallestDetectableGap,
      c.reason,
      c.flags.join(" "),
    ]),
  );
}

function curve(id: string, curves: readonly ReportCurve[]): ResultTable {
  const own = curves.filter((c) => c.curve === id);
  const columns = [...new Set(own.flatMap((c) => Object.keys(c.columns)))];
  const rows = own.flatMap((c): Value[][] => {
    if (c.status === "undefined") return [[c.subgroup, c.reason]];
    const length = Math.max(0, ...Object.values(c.columns).map((values) => values.length));
    return Array.from({ length }, (_, i) => [c.subgroup, "", ...columns.map((key) => c.columns[key]?.[i])]);
  });
  return resultTable(`curve-${fileName(id)}`, `Points of ${id}`, ["subgroup", "reason", ...columns], rows);
}

function finding({ id, tables }: ReportFinding): ResultTable[] {
  return tables.map((table) =>
    resultTable(
      `finding-${fileName(id)}-${fileName(table.id)}`,
      `Table ${table.id} of finding ${id}`,
      table.columns.map((c) => c.id),
      table.rows as readonly (readonly Value[])[],
    ),
  );
}
