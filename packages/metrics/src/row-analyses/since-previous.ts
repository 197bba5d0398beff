import type { Finding, FindingTable } from "../finding.ts";
import type { Phrase } from "../phrases.ts";

/** A finding of an earlier report, as far as it is read here. */
export interface PreviousFinding {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly tables: readonly {
    readonly id: string;
    readonly columns: readonly { readonly id: string }[];
    readonly rows: readonly (readonly unknown[])[];
  }[];
}

export interface PreviousReport {
  /** When it was made, ISO 8601. */
  readonly created: string;
  readonly findings: readonly PreviousFinding[];
}

/** What is followed from report to report: O:E and what it was made from. */
const FOLLOWED = "observedExpectedRatio";

/**
 * What has changed since the previous report: signals that have appeared or gone, populations that are new, and periods that
 * were reported before and now have other numbers (late outcomes, corrected records), so that history is not rewritten
 * unseen. Read from the earlier report's JSON alone.
 */
export function sincePrevious(findings: readonly Finding[], { created, findings: earlier }: PreviousReport): Finding {
  const before = new Map(
    earlier.filter(({ kind }) => kind === "monitoring" || kind === "drift").map((finding) => [finding.id, finding]),
  );
  const notes = findings.flatMap((finding): Phrase[] => {
    const known = before.get(finding.id);
    const who = typeof finding.subject === "string" || "say" in finding.subject ? finding.subject : finding.id;
    if (known === undefined) return before.size === 0 ? [] : [{ say: "notInPrevious", with: { who } }];
    const [was, is] = [known.verdict === "signal_shown", finding.verdict === "signal_shown"];
    if (is && !was) return [{ say: "signalNew", with: { who } }];
    if (was && !is) return [{ say: "signalGone", with: { who } }];
    return is ? [{ say: "signalStill", with: { who } }] : [];
  });
  const changed = findings.flatMap((finding) => changedPeriods(finding, before.get(finding.id)));
  return {
    id: "monitoring:previous",
    kind: "monitoring",
    subject: { say: "sincePreviousReport", with: { created } },
    verdict: "described",
    scope: "local",
    exploratory: false,
    notes: [
      ...(before.size === 0 ? [{ say: "previousNotMonitored" as const }] : notes),
      ...(before.size > 0 && notes.length === 0 ? [{ say: "noSignalThenOrNow" as const }] : []),
      ...(before.size > 0 && changed.length === 0 ? [{ say: "periodsUnchanged" as const }] : []),
    ],
    numbers: [],
    tables: changed.length === 0 ? [] : [tableOf(changed)],
    charts: [],
    source: [],
  };
}

type Row = FindingTable["rows"][number];

/** Periods that both reports have, with other rows, events or values; and those of the earlier one that are gone. */
function changedPeriods(finding: Finding, known: PreviousFinding | undefined): Row[] {
  const [now, then] = [finding.tables, known?.tables].map((tables) => tables?.find(({ id }) => id === FOLLOWED));
  if (now === undefined || then === undefined) return [];
  const cells = (table: Pick<NonNullable<typeof then>, "columns" | "rows">, row: readonly unknown[]) =>
    ["rows", "events", "value"].map((id) => {
      const cell = row[table.columns.findIndex((column) => column.id === id)];
      return typeof cell === "number" ? cell : null;
    });
  return then.rows.flatMap((row): Row[] => {
    const period = String(row[0]);
    const same = now.rows.find(([label]) => label === period);
    const [old, renewed] = [cells(then, row), same === undefined ? [null, null, null] : cells(now, same)];
    if (old.every((value, i) => value === renewed[i])) return [];
    return [[finding.subject, period, old[0]!, renewed[0]!, old[1]!, renewed[1]!, old[2]!, renewed[2]!]];
  });
}

function tableOf(rows: readonly Row[]): FindingTable {
  return {
    id: "changed",
    caption: { say: "periodsChanged" },
    columns: [
      { id: "who", label: { say: "group" }, unit: "text" },
      { id: "period", label: { say: "period" }, unit: "text" },
      { id: "rowsThen", label: { say: "rowsThen" }, unit: "count" },
      { id: "rowsNow", label: { say: "rowsNow" }, unit: "count" },
      { id: "eventsThen", label: { say: "eventsThen" }, unit: "count" },
      { id: "eventsNow", label: { say: "eventsNow" }, unit: "count" },
      { id: "valueThen", label: { say: "observedExpectedThen" }, unit: "ratio" },
      { id: "valueNow", label: { say: "observedExpectedNow" }, unit: "ratio" },
    ],
    rows,
  };
}
