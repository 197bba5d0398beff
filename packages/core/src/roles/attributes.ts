import { type Attribute, NOT_RECORDED } from "../attribute.ts";
import { didYouMean } from "../nearest.ts";
import { bandLabels, bandOf } from "../plan/bands.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import type { Column, Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { byLevel, codedLevels, sameLevel } from "./levels.ts";
import { numbersOf } from "./numbers.ts";
import { type PeriodCut, periodOf } from "./period-cut.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** More levels than these that no plan has listed are an identifier or a measurement, not a grouping. */
const MOST_LEVELS = 200;
const MOST_SITES = 5000;

type PlannedSubgroup = AuditPlan["subgroups"][number];

/** The plan's subgroups as coded attributes, in the plan's order. One with a problem is left out. */
export function subgroupAttributes(plan: AuditPlan, table: Table, problems: Problem[]): Attribute[] {
  return plan.subgroups.flatMap((subgroup, i) => {
    const path = `subgroups.${i}`;
    const column = columnOf(table, subgroup.column, `${path}.column`, problems);
    if (column === undefined) return [];
    const before = problems.length;
    const { levels, codes, numeric } =
      subgroup.bands === undefined
        ? byValue(table, column, subgroup, path, MOST_LEVELS, problems)
        : byBand(table, subgroup.column, subgroup.bands, problems);
    if (problems.length > before) return [];
    const reference = referenceOf(subgroup, levels, numeric, path, problems);
    const { id, label = id } = subgroup;
    return [{ id, label, levels, codes, ...(reference === undefined ? {} : { reference }) }];
  });
}

/** The site or the period of each row, as an attribute whose levels are those of the data. */
export function ownAttribute(
  id: "site" | "period",
  plan: AuditPlan,
  table: Table,
  problems: Problem[],
): Attribute | undefined {
  const name = plan[id];
  if (name === undefined) return undefined;
  const column = columnOf(table, name, id, problems);
  if (column === undefined) return undefined;
  const cut = id === "period" ? plan.monitoring?.cut : undefined;
  const by = cut === undefined ? column : cutToPeriods(table, name, column, cut, problems);
  const { levels, codes } = byValue(table, by, { column: name, id }, id, MOST_SITES, problems);
  return { id, label: id, levels, codes };
}

/** That the baseline ends with a period that rows have. */
export function baselineUnknown({ monitoring }: AuditPlan, period: Attribute | undefined): Problem[] {
  const through = monitoring?.baseline?.through;
  if (through === undefined || period === undefined) return [];
  const known = period.levels.slice(1);
  if (known.some((level) => level === through || Number(level) === Number(through))) return [];
  const remedy = `The periods are ${known.slice(0, 40).join(", ")}.${didYouMean(through, known)}`;
  const where = { planPath: "monitoring.baseline.through" };
  return [
    { code: "LEVEL_UNKNOWN", where, what: "no row is of the last period of the baseline", seen: through, remedy },
  ];
}

/** A column of ISO dates as the periods that they fall in. */
function cutToPeriods(table: Table, name: string, column: Column, cut: PeriodCut, problems: Problem[]): Column {
  const { codes, levels } = codedLevels(table, column);
  const periods = levels.map((level) => periodOf(level, cut));
  const bad = rowsWhere(table.rows, (row) => codes[row]! >= 0 && periods[codes[row]!] === undefined);
  if (bad !== undefined) {
    const what = `the period is no ISO date, so it cannot be cut to a ${cut}`;
    const remedy = "Write dates as 2026-03-01, or leave out monitoring.cut where the column holds periods already.";
    problems.push(
      rowFault(table, name, bad, { code: "VALUE_INVALID", what, seen: levels[codes[bad.first]!]!, remedy }),
    );
    return column;
  }
  const distinct = [...new Set(periods.map((period) => period!))];
  const codeOf = periods.map((period) => distinct.indexOf(period!));
  return { kind: "text", levels: distinct, codes: codes.map((code) => (code < 0 ? -1 : codeOf[code]!)) };
}

interface Levels extends Pick<Attribute, "levels" | "codes"> {
  /** Whether levels are compared as numbers. */
  readonly numeric: boolean;
}

/**
 * An attribute by the values of its column. Where no row has one, the declared reference is its only level, without rows:
 * what is to be compared is then undefined, which is not a fault of the plan.
 */
function byValue(
  table: Table,
  column: Column,
  { id, column: name, levels: declared, reference }: Pick<PlannedSubgroup, "id" | "column" | "levels" | "reference">,
  planPath: string,
  most: number,
  problems: Problem[],
): Levels {
  const { codes, levels: found, numeric } = codedLevels(table, column);
  const recorded = found.filter((level) => level !== NOT_RECORDED);
  if (declared === undefined && recorded.length > most) {
    const what = `"${id}" would have ${recorded.length} levels`;
    const remedy = "Give bands for a number, list the levels, or name a column that groups patients.";
    problems.push({ code: "PLAN_INVALID", where: { column: name, planPath }, what, remedy });
    return { levels: [NOT_RECORDED], codes: new Uint16Array(table.rows), numeric };
  }
  const empty = recorded.length === 0 && reference !== undefined && reference.level !== NOT_RECORDED;
  const known = empty ? [reference.level] : recorded.sort(byLevel);
  const levels = [NOT_RECORDED, ...(declared ?? known)];
  const codeOf = found.map((level) =>
    level === NOT_RECORDED ? 0 : levels.findIndex((other, code) => code > 0 && sameLevel(other, level, numeric)),
  );
  const unknown = rowsWhere(table.rows, (row) => codes[row]! >= 0 && codeOf[codes[row]!] === -1);
  if (unknown !== undefined) {
    const seen = found[codes[unknown.first]!]!;
    const what = `"${id}" has a level that the plan does not list`;
    const remedy = `Add it to the levels, or to data.missing if it means not known.${didYouMean(seen, declared ?? [])}`;
    problems.push(rowFault(table, name, unknown, { code: "LEVEL_UNKNOWN", what, seen, remedy }));
  }
  const coding = new Uint16Array(table.rows);
  for (let row = 0; row < table.rows; row++) if (codes[row]! >= 0) coding[row] = codeOf[codes[row]!]!;
  return { levels, codes: coding, numeric };
}

function byBand(table: Table, name: string, cuts: readonly number[], problems: Problem[]): Levels {
  const values = numbersOf(table, name, "a value to be banded", problems);
  const codes = new Uint16Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const value = values[row]!;
    let band = 0;
    while (band < cuts.length && value >= cuts[band]!) band++;
    codes[row] = Number.isNaN(value) ? 0 : band + 1;
  }
  return { levels: [NOT_RECORDED, ...bandLabels(cuts)], codes, numeric: true };
}

function referenceOf(
  { id, bands, reference }: PlannedSubgroup,
  levels: readonly string[],
  numeric: boolean,
  path: string,
  problems: Problem[],
): Attribute["reference"] {
  if (reference === undefined) return undefined;
  const recorded = levels.slice(1);
  const level =
    bands === undefined
      ? recorded.find((other) => sameLevel(reference.level, other, numeric))
      : bandOf(reference.level, bands);
  if (level === undefined) {
    const planPath = `${path}.reference.level`;
    const what = `the reference of "${id}" is not among its levels`;
    const remedy = `The levels are ${recorded.slice(0, 40).join(", ")}.${didYouMean(reference.level, recorded)}`;
    problems.push({ code: "LEVEL_UNKNOWN", where: { planPath }, what, seen: reference.level, remedy });
    return undefined;
  }
  return { level, reason: reference.reason };
}
