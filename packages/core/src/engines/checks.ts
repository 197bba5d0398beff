import type { BinaryPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import { ORDER_FORMS, orderSql, type SqlSource } from "./select.ts";
import { literal } from "./sql-text.ts";

/** A question that must be answered 0, and the problem where it is not. */
export interface Check {
  /** Counts rows at fault. */
  readonly count: string;
  /** One of their values, as text; NULL where it may not be shown. */
  readonly seen: string;
  readonly problem: (rows: number, seen: string | undefined) => Problem;
}

/** What the cohort's columns must satisfy, asked of the engine: the same that `makeCohort` asks of rows. */
export function checksOf(plan: BinaryPlan, source: SqlSource): Check[] {
  const { score, weight, labels = {}, subgroups, patient, unitOfAnalysis } = plan;
  const identifiers = [
    ...(patient === undefined ? [] : [["patient", patient] as const]),
    ...(unitOfAnalysis.by === undefined || unitOfAnalysis.by === patient
      ? []
      : [[unitOfAnalysis.unit, unitOfAnalysis.by] as const]),
  ];
  return [
    ...numberChecks(source, score.column, "the score"),
    ...(score.kind === "probability" ? [rangeCheck(source, score.column)] : []),
    ...(weight === undefined ? [] : [...numberChecks(source, weight, "the weight"), weightCheck(source, weight)]),
    ...Object.entries(labels).flatMap(([id, { column }]) => numberChecks(source, column, `the label "${id}"`)),
    ...subgroups.flatMap(({ column, bands }) =>
      bands === undefined ? [] : numberChecks(source, column, "a value to be banded"),
    ),
    ...identifiers.map(([whose, column]) => identifierCheck(source, column, whose)),
    ...orderChecks(plan, source),
  ];
}

type Words = Pick<Problem, "code" | "what" | "remedy">;

/** A check of each row by itself. */
function rowCheck(column: string, fault: string, seen: string, words: Words): Check {
  return {
    count: `count(*) FILTER (WHERE ${fault})`,
    seen: `min(${seen}) FILTER (WHERE ${fault})`,
    problem: (rows, shown) => ({
      code: words.code,
      where: { column },
      what: `${words.what}${rows > 1 ? `, in ${rows} rows` : ""}`,
      ...(shown === undefined ? {} : { seen: shown }),
      remedy: words.remedy,
    }),
  };
}

function numberChecks(source: SqlSource, name: string, noun: string): Check[] {
  const { kind, text, number: value } = source.column(name);
  if (kind === "number")
    return [
      rowCheck(name, `isinf(${value})`, `CAST(${value} AS VARCHAR)`, {
        code: "VALUE_INVALID",
        what: `${noun} is infinite`,
        remedy: "Correct the value, or leave it empty if there is none.",
      }),
    ];
  return [
    rowCheck(name, `(${text}) IS NOT NULL AND (${value}) IS NULL`, text, {
      code: "VALUE_INVALID",
      what: "the value is not a number",
      remedy: "Correct the value, or list it under data.missing if it means that there is none.",
    }),
  ];
}

function rangeCheck(source: SqlSource, name: string): Check {
  const value = source.column(name).number;
  return rowCheck(name, `isfinite(${value}) AND (${value} < 0 OR ${value} > 1)`, `CAST(${value} AS VARCHAR)`, {
    code: "SCORE_OUT_OF_RANGE",
    what: "a probability lies outside 0 to 1",
    remedy: "Correct the score (12 % is 0.12), or declare score.kind: ordinal if it is not a probability.",
  });
}

function weightCheck(source: SqlSource, name: string): Check {
  const { kind, text, number: value } = source.column(name);
  const unread = kind === "number" ? "false" : `(${text}) IS NOT NULL AND (${value}) IS NULL`;
  return rowCheck(name, `NOT coalesce(${value} > 0, ${unread})`, `CAST(${value} AS VARCHAR)`, {
    code: "VALUE_INVALID",
    what: "the weight is missing or not greater than 0",
    remedy: "Give every row a weight, or leave rows that stand for nobody out of the data.",
  });
}

function identifierCheck(source: SqlSource, name: string, whose: string): Check {
  return rowCheck(name, `(${source.column(name).identifier}) IS NULL`, "NULL::VARCHAR", {
    code: "IDENTIFIER_MISSING",
    what: `the identifier of the ${whose} is missing`,
    remedy: "Fill it in, or leave those rows out of the data and say so.",
  });
}

function orderChecks(plan: BinaryPlan, source: SqlSource): Check[] {
  const { unit, by, orderBy } = plan.unitOfAnalysis;
  if (orderBy === undefined || by === undefined) return [];
  const column = source.column(orderBy);
  const place = orderSql(column, source.decimal);
  const checks: Check[] = [];
  if (column.kind === "text") {
    const { text } = column;
    const are = Object.values(ORDER_FORMS).map(
      (form) => `count(*) FILTER (WHERE regexp_full_match(${text}, ${literal(form)})) = count(${text})`,
    );
    checks.push({
      count: `CASE WHEN (${are.join(" OR ")}) AND count(${place}) = count(${text}) THEN 0 ELSE count(${text}) END`,
      seen: `coalesce(min(${text}) FILTER (WHERE (${place}) IS NULL), min(${text}))`,
      problem: (_, seen) => ({
        code: "VALUE_INVALID",
        where: { column: orderBy },
        what: "the values cannot be put in order with each other",
        ...(seen === undefined ? {} : { seen }),
        remedy: "Write numbers, or ISO dates and times (2026-03-01T08:30), all with a UTC offset or all without.",
      }),
    });
  }
  const { identifier } = source.column(by);
  const empty = column.kind === "text" ? column.text : place;
  checks.push({
    count: `(SELECT coalesce(sum(without), 0) FROM (SELECT count(*) - count(${empty}) AS without FROM ${source.from} GROUP BY ${identifier} HAVING count(*) > 1))`,
    seen: "NULL::VARCHAR",
    problem: (rows) => ({
      code: "VALUE_INVALID",
      where: { column: orderBy },
      what: `the order is missing in a ${unit} that has several predictions${rows > 1 ? `, in ${rows} rows` : ""}`,
      remedy: "Fill it in, or take the highest prediction, which needs no order.",
    }),
  });
  return checks;
}
