import type { AuditReport, ReportSubgroup, ReportCurve, ReportFinding } from "../audit-report.ts";
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
  const happened = happenedColumns(report);
  return resultTable(
    "subgroups",
    "Rows of each subgroup",
    ["subgroup", ...keys, ...happened.map(({ name }) => name)],
    report.subgroups.map((s) => [s.id, ...keys.map((key) => s[key]), ...happened.map(({ of }) => of(s))]),
  );
}

/** What happened to a subgroup's rows, where the outcome is not binary. */
function happenedColumns({
  study: { outcome },
}: AuditReport): { readonly name: string; readonly of: (subgroup: ReportSubgroup) => Value }[] {
  if (outcome.kind === "time-to-event")
    return (["competing", "censored"] as const).map((name) => ({
      name,
      of: ({ happened }) => (happened?.kind === "time-to-event" ? happened[name] : null),
    }));
  if (outcome.kind === "continuous")
    return (["meanOutcome", "meanPrediction"] as const).map((name) => ({
      name,
      of: ({ happened }) => (happened?.kind === "continuous" ? happened[name] : null),
    }));
  if (outcome.kind === "binary") return [];
  return outcome.classes.map(({ level }, k) => ({
    name: `class ${level}`,
    of: ({ happened }) => (happened?.kind === "multi-class" ? (happened.classes[k] ?? null) : null),
  }));
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
