import { didYouMean } from "../nearest.ts";
import { EVENT, NON_EVENT, UNKNOWN } from "../outcome-codes.ts";
import type { ContinuousOutcome, MultiClassOutcome, TimeToEventOutcome } from "../plan/outcome.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import { canonicalScore } from "../score-key.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { codedLevels, sameLevel } from "./levels.ts";
import { numbersOf } from "./numbers.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** What happened to each row, where the outcome is not binary. Columns run parallel to the rows; NaN where not known. */
export type Happened =
  | {
      readonly kind: "time-to-event";
      /** Time to the event or to the end of follow-up, at least 0. */
      readonly time: Float64Array;
      /** 0 censored, 1 the event, 2 and up the competing events in the plan's order. */
      readonly status: Float64Array;
    }
  | { readonly kind: "continuous"; readonly value: Float64Array }
  | {
      readonly kind: "multi-class";
      /** Place of the row's class among the plan's classes, from 0. */
      readonly classOf: Float64Array;
      /** `probability[k]`: of class k. */
      readonly probability: readonly Float64Array[];
    };

/** The rows of an outcome that is not binary: what happened, the prediction, and the codes that the ledger counts. */
export interface HappenedRows {
  readonly happened: Happened;
  /** The prediction of each row, NaN where there is none: a predicted amount, or 0 where every class has its probability. */
  readonly score: Float64Array;
  /** `EVENT` where a followed row had the event by the horizon, `UNKNOWN` where what happened is not known, else `NON_EVENT`. */
  readonly outcome: Uint8Array;
}

/** Reads an outcome that is not binary; `score` is the plan's own score where it has one. */
export function happenedOf(
  outcome: Exclude<AuditPlan["outcome"], { kind: "binary" }>,
  score: Float64Array | undefined,
  table: Table,
  problems: Problem[],
): HappenedRows {
  switch (outcome.kind) {
    case "time-to-event":
      return { ...followUp(outcome, table, problems), score: score ?? empty(table) };
    case "continuous":
      return continuous(outcome, table, problems);
    default:
      return multiClass(outcome, table, problems);
  }
}

function followUp(
  { column, time: timeColumn, event, competing, censored, horizon }: TimeToEventOutcome,
  table: Table,
  problems: Problem[],
): Omit<HappenedRows, "score"> {
  const status = codesOf(
    table,
    column,
    [{ levels: censored }, { levels: [event] }, ...competing.map((level) => ({ levels: [level] }))],
    "Add it to outcome.event, outcome.competing or outcome.censored, or to data.missing if it means not known.",
    problems,
  );
  const time =
    columnOf(table, timeColumn, "outcome.time", problems) === undefined
      ? empty(table)
      : numbersOf(table, timeColumn, "the follow-up time", problems);
  const before = rowsWhere(table.rows, (row) => time[row]! < 0);
  if (before !== undefined)
    problems.push(
      rowFault(table, timeColumn, before, {
        code: "VALUE_INVALID",
        what: "the follow-up time lies before its start",
        seen: String(time[before.first]),
        remedy: "Time runs from when the score was made: correct it, or leave the row out and say so.",
      }),
    );
  const outcome = Uint8Array.from(time, (t, row) =>
    Number.isNaN(t) || Number.isNaN(status[row]!) ? UNKNOWN : status[row] === 1 && t <= horizon.at ? EVENT : NON_EVENT,
  );
  return { happened: { kind: "time-to-event", time, status }, outcome };
}

function continuous({ column, prediction }: ContinuousOutcome, table: Table, problems: Problem[]): HappenedRows {
  const numbers = (name: string, path: string, noun: string): Float64Array =>
    columnOf(table, name, path, problems) === undefined ? empty(table) : numbersOf(table, name, noun, problems);
  const value = numbers(column, "outcome.column", "the outcome");
  const score = numbers(prediction, "outcome.prediction", "the prediction").map(canonicalScore);
  return { happened: { kind: "continuous", value }, score, outcome: known(value) };
}

/** How far from right a probability may be written, which adds up over the classes: two decimals. */
const ROUNDING = 0.005;

function multiClass({ column, classes }: MultiClassOutcome, table: Table, problems: Problem[]): HappenedRows {
  const remedy = "Add it to outcome.classes with its probability, or to data.missing if it means not known.";
  const classOf = codesOf(
    table,
    column,
    classes.map(({ level }) => ({ levels: [level] })),
    remedy,
    problems,
  );
  const before = problems.length;
  const probability = classes.map(({ probability: name }, k) => {
    const path = `outcome.classes.${k}.probability`;
    if (columnOf(table, name, path, problems) === undefined) return empty(table);
    const values = numbersOf(table, name, "the probability", problems);
    const outside = rowsWhere(table.rows, (row) => values[row]! < 0 || values[row]! > 1);
    if (outside !== undefined)
      problems.push(
        rowFault(table, name, outside, {
          code: "SCORE_OUT_OF_RANGE",
          what: "a probability lies outside 0 to 1",
          seen: String(values[outside.first]),
          remedy: "Correct it: 12 % is 0.12.",
        }),
      );
    return values;
  });
  const sum = Float64Array.from({ length: table.rows }, (_, row) => probability.reduce((s, p) => s + p[row]!, 0));
  const tolerance = ROUNDING * classes.length;
  const apart = rowsWhere(table.rows, (row) => Math.abs(sum[row]! - 1) > tolerance + 1e-9);
  if (apart !== undefined && problems.length === before)
    problems.push(
      rowFault(table, classes[0]!.probability, apart, {
        code: "SCORE_OUT_OF_RANGE",
        what: `the probabilities of the ${classes.length} classes do not sum to 1`,
        seen: String(Number(sum[apart.first]!.toPrecision(6))),
        remedy: `Name every class under outcome.classes, and correct the probabilities: their sum may be off by ${tolerance} for rounding.`,
      }),
    );
  return {
    happened: { kind: "multi-class", classOf, probability },
    score: sum.map((total) => (Number.isNaN(total) ? total : 0)),
    outcome: known(classOf),
  };
}

/** The place of each row's level among groups of levels, NaN where missing. A level that no group has is a problem. */
function codesOf(
  table: Table,
  name: string,
  groups: readonly { readonly levels: readonly string[] }[],
  remedy: string,
  problems: Problem[],
): Float64Array {
  const column = columnOf(table, name, "outcome.column", problems);
  if (column === undefined) return empty(table);
  const { codes, levels, numeric } = codedLevels(table, column);
  const place = levels.map((level) =>
    groups.findIndex((group) => group.levels.some((declared) => sameLevel(declared, level, numeric))),
  );
  const unknown = rowsWhere(table.rows, (row) => codes[row]! >= 0 && place[codes[row]!]! < 0);
  if (unknown !== undefined) {
    const seen = levels[codes[unknown.first]!]!;
    const meant = didYouMean(
      seen,
      groups.flatMap((group) => group.levels),
    );
    const what = "the outcome has a level that the plan does not name";
    problems.push(
      rowFault(table, name, unknown, { code: "OUTCOME_LEVEL_UNKNOWN", what, seen, remedy: `${remedy}${meant}` }),
    );
  }
  return Float64Array.from(codes, (code) => (code < 0 || place[code]! < 0 ? Number.NaN : place[code]!));
}

function known(values: Float64Array): Uint8Array {
  return Uint8Array.from(values, (value) => (Number.isNaN(value) ? UNKNOWN : NON_EVENT));
}

function empty({ rows }: Table): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}
