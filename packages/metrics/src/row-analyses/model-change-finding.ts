import type { AuditPlan } from "@auscult/core";
import type { Finding, FindingChart, FindingTable } from "../finding.ts";
import type { AcceptanceVerdict } from "../model-change/acceptance.ts";
import { type ChangedMetric, flagTable } from "../model-change/paired-versions.ts";
import type { Phrase } from "../phrases.ts";
import { isUndefined, type Reason } from "../result.ts";
import { limits, numberOf, plainNumber } from "./numbers.ts";
import type { ChangeOf, ComparedRows, JudgedCriterion } from "./version-changes.ts";

const SOURCE = ["doi:10.2307/2531595", "Tango (1998) Stat Med 17:891-908"];

export function modelChangeNotAssessed(version: string, reason: Reason): Finding {
  return {
    id: "model-change",
    kind: "model-change",
    subject: { say: "versionAgainst", with: { version } },
    verdict: "not_assessable",
    reason,
    scope: "local",
    exploratory: false,
    numbers: [],
    tables: [],
    charts: [],
    source: SOURCE,
  };
}

interface Result {
  readonly verdict: AcceptanceVerdict;
  readonly criteria: readonly JudgedCriterion[];
  /** Everybody first, then every level. */
  readonly changes: readonly ChangeOf[];
  readonly all: ComparedRows;
}

interface Context {
  readonly plan: AuditPlan;
  readonly section: NonNullable<AuditPlan["modelChange"]>;
  readonly thresholds: readonly number[];
}

/** The new version against the old: criteria, changes, and who changes place. */
export function modelChangeFinding(
  { verdict, criteria, changes, all }: Result,
  { plan, section, thresholds }: Context,
): Finding {
  const tables = changeTables(changes);
  return {
    id: "model-change",
    kind: "model-change",
    subject: { say: "versionAgainstOld", with: { version: section.version, old: plan.model.version } },
    verdict,
    scope: "local",
    exploratory: false,
    notes: [
      { say: "changeDescribed", with: { description: section.description } },
      { say: "criteriaTogether" },
      ...(all.clustered ? [{ say: "changeClustered" as const }] : []),
      { say: "fixedScores" },
    ],
    numbers: [
      ...changes[0]!.changes.map(({ metric, threshold, change }) =>
        numberOf(
          [
            threshold === undefined ? metric : `${metric}@${threshold}`,
            changeName(metric, threshold),
            metric === "ppv" ? "ratio" : "number",
          ],
          isUndefined(change) ? change : { value: change.change, interval: change.interval },
        ),
      ),
      plainNumber(["rowsCompared", { say: "rowsCompared" }, "count"], all.rows.outcome.length),
      plainNumber(["withoutOutcome", { say: "leftOutWithoutOutcome" }, "count"], all.leftOut.outcome),
      plainNumber(["withoutOld", { say: "leftOutWithoutOld" }, "count"], all.leftOut.old),
      plainNumber(["withoutNew", { say: "leftOutWithoutNew" }, "count"], all.leftOut.renewed),
    ],
    tables: [criteriaTable(criteria), ...thresholds.map((t) => reclassified(all, t)), ...tables],
    charts: tables.map(
      ({ id, caption }): FindingChart => ({
        id,
        title: caption,
        table: id,
        mark: "intervals",
        x: "who",
        y: "change",
        low: "low",
        high: "high",
        ...(id.startsWith("ppv") ? { log: true } : {}),
        rules: [{ axis: "y", at: id.startsWith("ppv") ? 1 : 0, kind: "ideal", label: { say: "noChange" } }],
      }),
    ),
    source: SOURCE,
  };
}

function criteriaTable(criteria: readonly JudgedCriterion[]): FindingTable {
  return {
    id: "criteria",
    caption: { say: "acceptanceCriteria" },
    columns: [
      { id: "metric", label: { say: "criterion" }, unit: "text" },
      { id: "who", label: { say: "group" }, unit: "text" },
      { id: "old", label: { say: "oldVersion" }, unit: "number" },
      { id: "new", label: { say: "newVersion" }, unit: "number" },
      { id: "change", label: { say: "changeValue" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
      { id: "margin", label: { say: "acceptedLoss" }, unit: "number" },
      { id: "verdict", label: { say: "judgedAs" }, unit: "text" },
      { id: "reason", label: { say: "why" }, unit: "text" },
    ],
    rows: criteria.flatMap(({ criterion, judged }) =>
      judged.map(({ name, change, verdict }) => [
        changeName(criterion.metric, criterion.threshold),
        name,
        ...(isUndefined(change)
          ? [null, null, null, null, null]
          : [change.old, change.renewed, change.change, ...limits(change.interval)]),
        criterion.margin,
        CRITERION_WORDS[verdict],
        criterion.reason,
      ]),
    ),
  };
}

const CRITERION_WORDS: Readonly<Record<AcceptanceVerdict | "not_estimable", Phrase>> = {
  criteria_met: { say: "criterionMet" },
  criteria_not_shown: { say: "criterionNotShown" },
  criteria_not_met: { say: "criterionNotMet" },
  not_estimable: { say: "criterionNotEstimable" },
};

/** Who is flagged by which version, by outcome. */
function reclassified({ rows }: ComparedRows, threshold: number): FindingTable {
  const { old, renewed, outcome } = rows;
  const of = (wanted: number) => {
    const members = Uint32Array.from(outcome.keys()).filter((i) => outcome[i] === wanted);
    const flags = (scores: Float64Array) => Uint8Array.from(members, (i) => (scores[i]! >= threshold ? 1 : 0));
    const { both, onlyFirst, onlySecond, neither } = flagTable(flags(renewed), flags(old));
    return [both, onlyFirst, onlySecond, neither];
  };
  return {
    id: `reclassified@${threshold}`,
    caption: { say: "reclassifiedAt", with: { threshold } },
    columns: [
      { id: "outcome", label: { say: "byOutcome" }, unit: "text" },
      { id: "both", label: { say: "flaggedByBoth" }, unit: "count" },
      { id: "onlyNew", label: { say: "flaggedByNewOnly" }, unit: "count" },
      { id: "onlyOld", label: { say: "flaggedByOldOnly" }, unit: "count" },
      { id: "neither", label: { say: "flaggedByNeither" }, unit: "count" },
    ],
    rows: [
      [{ say: "withTheOutcome" }, ...of(1)],
      [{ say: "withoutTheOutcome" }, ...of(0)],
    ],
  };
}

/** A table a metric: everybody and every level. */
function changeTables(changes: readonly ChangeOf[]): FindingTable[] {
  return changes[0]!.changes.map(({ metric, threshold }, k) => ({
    id: threshold === undefined ? metric : `${metric}@${threshold}`,
    caption: changeName(metric, threshold),
    columns: [
      { id: "who", label: { say: "group" }, unit: "text" },
      { id: "rows", label: { say: "rows" }, unit: "count" },
      { id: "events", label: { say: "events" }, unit: "count" },
      { id: "old", label: { say: "oldVersion" }, unit: "number" },
      { id: "new", label: { say: "newVersion" }, unit: "number" },
      { id: "change", label: { say: "changeValue" }, unit: metric === "ppv" ? "ratio" : "number" },
      { id: "low", label: { say: "low" }, unit: metric === "ppv" ? "ratio" : "number" },
      { id: "high", label: { say: "high" }, unit: metric === "ppv" ? "ratio" : "number" },
      { id: "p", label: { say: "pUnadjusted" }, unit: "p" },
    ],
    rows: changes.map(({ name, rows, events, changes: of }) => {
      const { change } = of[k]!;
      return [
        name,
        rows,
        events,
        ...(isUndefined(change)
          ? [null, null, null, null, null, null]
          : [change.old, change.renewed, change.change, ...limits(change.interval), change.p]),
      ];
    }),
  }));
}

function changeName(metric: ChangedMetric, threshold: number | undefined): Phrase {
  if (metric === "ppv") return { say: "ppvNewOverOld", with: { threshold: threshold ?? 0 } };
  return threshold === undefined
    ? { say: "metricNewLessOld", with: { metric: { metric } } }
    : { say: "metricNewLessOld", with: { metric: { metric, threshold } } };
}
