import type { AuditPlan } from "@auscult/core";
import type { FindingTable } from "../finding.ts";
import type { Label, Phrase } from "../phrases.ts";
import type { ComparisonSize, CriterionSize, StudySize } from "./study-size.ts";

type Section = NonNullable<AuditPlan["planSize"]>;

/** The study's size as tables and notes, for a page or a terminal. */
export function studySizeTables(
  size: StudySize,
  section: Section,
): { readonly notes: Label[]; readonly tables: FindingTable[] } {
  const { criteria, comparisons, inAll, months, level } = size;
  const monthsOf = (rows: number | null): number | null =>
    rows === null || section.perMonth === undefined ? null : Math.ceil(rows / section.perMonth);
  return {
    notes: [
      inAll === null ? { say: "sizeUnreachable" } : { say: "sizeInAll", with: { rows: inAll } },
      ...(months === null ? [] : [{ say: "sizeMonths" as const, with: { months, perMonth: section.perMonth! } }]),
      ...(section.perMonth === undefined ? [{ say: "sizeNoRate" as const }] : []),
      { say: "sizeAnticipated", with: { level, reason: section.reason } },
      ...(criteria.some(({ group }) => group !== null) ? [{ say: "sizeGroupsAsAll" as const }] : []),
      ...(section.slope === undefined
        ? []
        : [{ say: section.slope.logOdds === "scores" ? ("sizeSlopeScores" as const) : ("sizeSlopeNormal" as const) }]),
    ],
    tables: [
      ...(criteria.length === 0 ? [] : [criteriaTable(criteria, monthsOf)]),
      ...(comparisons.length === 0 ? [] : [comparisonsTable(comparisons, monthsOf)]),
    ],
  };
}

const CRITERIA: Readonly<Record<CriterionSize["criterion"], Label>> = {
  observedExpected: { metric: "observedExpectedRatio" },
  slope: { metric: "calibrationSlope" },
  auroc: { metric: "auroc" },
  netBenefit: { metric: "standardisedNetBenefit" },
};

function criteriaTable(
  criteria: readonly CriterionSize[],
  monthsOf: (rows: number | null) => number | null,
): FindingTable {
  return {
    id: "criteria",
    caption: { say: "sizeCriteria" },
    columns: [
      { id: "group", label: { say: "group" }, unit: "text" },
      { id: "criterion", label: { say: "sizePrecisionOf" }, unit: "text" },
      { id: "value", label: { say: "sizeExpected" }, unit: "number" },
      { id: "width", label: { say: "sizeWidth" }, unit: "number" },
      { id: "rows", label: { say: "sizeRows" }, unit: "count" },
      { id: "events", label: { say: "sizeEvents" }, unit: "count" },
      { id: "share", label: { say: "sizeShare" }, unit: "proportion" },
      { id: "inAll", label: { say: "sizeRowsInAll" }, unit: "count" },
      { id: "months", label: { say: "sizeMonthsShort" }, unit: "count" },
    ],
    rows: criteria.map(({ group, criterion, value, width, rows, events, inAll }) => [
      group === null ? { say: "everybody" } : (group.label ?? group.id),
      CRITERIA[criterion],
      Number.isNaN(value) ? null : value,
      width,
      typeof rows === "number" ? rows : null,
      events,
      group?.share ?? 1,
      inAll,
      monthsOf(inAll),
    ]),
  };
}

function comparisonsTable(
  comparisons: readonly ComparisonSize[],
  monthsOf: (rows: number | null) => number | null,
): FindingTable {
  const asked: Readonly<Record<ComparisonSize["kind"], Phrase>> = {
    equivalence: { say: "sizeShowAlike" },
    gap: { say: "sizeFindGap" },
  };
  return {
    id: "comparisons",
    caption: { say: "sizeComparisons" },
    columns: [
      { id: "groups", label: { say: "sizeBetween" }, unit: "text" },
      { id: "asked", label: { say: "sizeAsked" }, unit: "text" },
      { id: "metric", label: { say: "sizeMetric" }, unit: "text" },
      { id: "value", label: { say: "sizeExpected" }, unit: "number" },
      { id: "margin", label: { say: "sizeMargin" }, unit: "number" },
      { id: "power", label: { say: "sizePower" }, unit: "proportion" },
      { id: "first", label: { say: "sizeOfFirst" }, unit: "count" },
      { id: "second", label: { say: "sizeOfSecond" }, unit: "count" },
      { id: "inAll", label: { say: "sizeRowsInAll" }, unit: "count" },
      { id: "months", label: { say: "sizeMonthsShort" }, unit: "count" },
    ],
    rows: comparisons.map(({ kind, metric, between: [a, b], value, margin, power, inAll, rows }) => [
      { say: "and", with: { first: a.label ?? a.id, second: b.label ?? b.id } },
      asked[kind],
      { metric },
      value,
      margin,
      power,
      rows?.[0] ?? null,
      rows?.[1] ?? null,
      inAll,
      monthsOf(inAll),
    ]),
  };
}
