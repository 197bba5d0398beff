import {
  type AuditPlan,
  type Attribute,
  type Cohort,
  EVENT,
  levelsOf,
  NON_EVENT,
  NOT_RECORDED,
  OVERALL,
  type Subgroup,
  subgroup,
  type Tally,
  tallyCohort,
  UNKNOWN,
} from "@auscult/core";
import { type MergedPeriod, mergePeriods } from "./merge-periods.ts";

/** Ids that no plan can give a subgroup. */
export const PERIOD = "(period)";
export const PHASE = "(phase)";
export const BASELINE = "baseline";
export const AFTER = "after";

/** A cohort laid out in time. */
export interface Monitored {
  readonly periods: readonly MergedPeriod[];
  /** How many of them, from the first, are the baseline; 0 where none is declared. */
  readonly baselinePeriods: number;
  /** Place in `periods` of each row; -1 where it has no period. */
  readonly periodOfRow: Int32Array;
  readonly rowsWithoutPeriod: number;
  /** Rows in the order of time: by period, then by day where it is known, then as they came. */
  readonly order: Uint32Array;
  /** The rows counted with period and phase as attributes, beside those of the plan. */
  readonly tally: Tally;
  /** The same with every scored row, whether or not its outcome is known (all as non-events): for the share flagged. */
  readonly scored: Tally;
  /** Everybody, and each level of the subgroups followed. */
  readonly populations: readonly Subgroup[];
}

/**
 * The cohort in merged periods. The baseline's periods and those after it are merged apart, so that none is in both.
 * `undefined` where the plan has no periods or no row has one.
 */
export function monitoredCohort(cohort: Cohort, { monitoring, subgroups }: AuditPlan): Monitored | undefined {
  const { period } = cohort;
  if (period === undefined || monitoring === undefined) return undefined;
  const sources = sourcePeriods(cohort, period);
  if (sources.length === 0) return undefined;
  const through = monitoring.baseline?.through;
  const last = through === undefined ? -1 : sources.findLastIndex(({ level }) => atOrBefore(level, through, period));
  const { minimumEvents, merge } = monitoring;
  const before = mergePeriods(sources.slice(0, last + 1), minimumEvents, merge);
  const periods = [...before, ...mergePeriods(sources.slice(last + 1), minimumEvents, merge)];
  const placeOfCode = new Map(periods.flatMap(({ codes }, place) => codes.map((code) => [code, place] as const)));
  const periodOfRow = Int32Array.from(period.codes, (code) => placeOfCode.get(code) ?? -1);
  const attribute = (id: string, levels: readonly string[], codeOf: (place: number) => number): Attribute => ({
    id,
    label: id,
    levels: [NOT_RECORDED, ...levels],
    codes: Uint16Array.from(periodOfRow, (place) => (place < 0 ? 0 : codeOf(place))),
  });
  const { site: _site, period: _period, ...rest } = cohort;
  const laidOut: Cohort = {
    ...rest,
    attributes: [
      ...cohort.attributes,
      attribute(
        PERIOD,
        periods.map(({ label }) => label),
        (place) => place + 1,
      ),
      attribute(PHASE, [BASELINE, AFTER], (place) => (place < before.length ? 1 : 2)),
    ],
    labels: new Map(),
  };
  const tally = tallyCohort(laidOut);
  const followed = monitoring.subgroups ?? subgroups.map(({ id }) => id);
  return {
    periods,
    baselinePeriods: before.length,
    periodOfRow,
    rowsWithoutPeriod: periodOfRow.reduce((n, place) => n + (place < 0 ? 1 : 0), 0),
    order: inTime(cohort, period.codes),
    tally,
    scored: cohort.outcome.includes(UNKNOWN)
      ? tallyCohort({ ...laidOut, outcome: cohort.outcome.map(() => NON_EVENT) })
      : tally,
    populations: [
      OVERALL,
      ...followed.flatMap((id) =>
        levelsOf(tally, id)
          .map((level) => subgroup({ attribute: id, level }))
          .filter(({ of }) => hasRows(cohort, of[0]!)),
      ),
    ],
  };
}

/** Rows of a population, in the order of time. */
export function rowsOf(cohort: Cohort, { of }: Subgroup, order: Uint32Array): Uint32Array {
  const wanted = of.map(({ attribute, level }) => {
    const found = cohort.attributes.find(({ id }) => id === attribute)!;
    return { codes: found.codes, code: found.levels.indexOf(level) };
  });
  return order.filter((row) => wanted.every(({ codes, code }) => codes[row] === code));
}

function hasRows({ attributes }: Cohort, { attribute, level }: Subgroup["of"][number]): boolean {
  const found = attributes.find(({ id }) => id === attribute)!;
  return found.codes.includes(found.levels.indexOf(level));
}

/** Levels of the period that rows have, in their order: that of the attribute, which is that of time. */
function sourcePeriods({ outcome, score }: Cohort, { levels, codes }: Attribute) {
  const rows = new Float64Array(levels.length);
  const events = new Float64Array(levels.length);
  for (let row = 0; row < codes.length; row++) {
    rows[codes[row]!]! += 1;
    if (outcome[row] === EVENT && !Number.isNaN(score[row]!)) events[codes[row]!]! += 1;
  }
  return levels.flatMap((level, code) =>
    code > 0 && rows[code]! > 0 ? [{ level, code, rows: rows[code]!, events: events[code]! }] : [],
  );
}

/** Whether a period is the last of the baseline or comes before it: by the order of the attribute's levels. */
function atOrBefore(level: string, through: string, { levels }: Attribute): boolean {
  const end = levels.findIndex((other) => other === through || Number(other) === Number(through));
  return levels.indexOf(level) <= end;
}

function inTime({ rows, day, outcome, score }: Cohort, period: Uint16Array): Uint32Array {
  const charted = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => period[row]! > 0 && outcome[row] !== UNKNOWN && !Number.isNaN(score[row]!),
  );
  const dayOf = (row: number): number => {
    const known = day?.[row];
    return known === undefined || Number.isNaN(known) ? 0 : known;
  };
  return charted.sort((a, b) => period[a]! - period[b]! || dayOf(a) - dayOf(b) || a - b);
}
