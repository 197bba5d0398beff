import type { BinaryPlan } from "../plan/schema.ts";
import { AuditError, type Problem } from "../problems.ts";
import type { DecimalMark } from "../table.ts";
import { double, literal, type SqlColumn } from "./sql-text.ts";

/** Where rows come from, in SQL. */
export interface SqlSource {
  /** What follows FROM. */
  readonly from: string;
  /** Puts rows in the order of the source. */
  readonly row: string;
  readonly decimal: DecimalMark;
  readonly column: (name: string) => SqlColumn;
}

/** One column of the answer. */
export interface AnswerColumn {
  readonly name: string;
  readonly role: "score" | "outcome" | "level" | "band" | "block" | "count" | "sum";
  readonly sql: string;
}

/**
 * The one SELECT: a plan's tally as a GROUP BY, the unit of analysis chosen before.
 *
 * Scores come turned, so that higher is riskier; bands as their number, 0 where missing, from comparisons `value >= cut`
 * and never by multiplying; the patient as a block of 64, from the first two hexadecimal digits of the MD5. Outcome and
 * levels come as texts, which `level` may turn into something shorter. `sources` names the rows: all (`source`) and
 * those of the units of analysis (`chosen`).
 */
export function tallySelect(
  plan: BinaryPlan,
  source: SqlSource,
  level: (sql: string, name: string) => string = (sql) => sql,
): { readonly sql: string; readonly columns: readonly AnswerColumn[]; readonly sources: string } {
  if (plan.count !== undefined) throw new AuditError([frequencies(plan.count)]);
  const roles = rolesOf(plan, source);
  const keys = roles.filter(({ role }) => role !== "sum" && role !== "other");
  const columns: AnswerColumn[] = [
    ...keys.map(({ name, role }) => ({
      name,
      role: role as AnswerColumn["role"],
      sql: role === "level" || role === "outcome" ? level(name, name) : role === "block" ? blockOf(name) : name,
    })),
    { name: "n", role: "count", sql: "count(*)" },
    ...roles
      .filter(({ role }) => role === "sum")
      .flatMap(({ name }): AnswerColumn[] => [
        { name: `${name}_count`, role: "sum", sql: `count(${name})` },
        { name: `${name}_sum`, role: "sum", sql: `coalesce(sum(${name}), 0)` },
        { name: `${name}_squares`, role: "sum", sql: `coalesce(sum(${name} * ${name}), 0)` },
      ]),
  ];
  const sources = `WITH source AS (
  SELECT
    ${roles.map(({ name, sql }) => `${sql} AS ${name}`).join(",\n    ")}
  FROM ${source.from}
), chosen AS (
  SELECT * FROM source${unitOf(plan)}
)`;
  const sql = `${sources}
SELECT
  ${columns.map((column) => `${column.sql} AS ${column.name}`).join(",\n  ")}
FROM chosen
GROUP BY ${columns
    .slice(0, keys.length)
    .map((_, i) => i + 1)
    .join(", ")}`;
  return { sql, columns, sources };
}

function frequencies(column: string): Problem {
  const what = "rows that stand for several are not counted in SQL";
  return {
    code: "PLAN_INVALID",
    where: { planPath: "count" },
    what,
    seen: column,
    remedy: "Audit the table of frequencies itself: it is small.",
  };
}

interface RoleColumn {
  readonly name: string;
  readonly role: AnswerColumn["role"] | "other";
  readonly sql: string;
}

function rolesOf(plan: BinaryPlan, source: SqlSource): RoleColumn[] {
  const { unit, take, by, orderBy } = plan.unitOfAnalysis;
  const text = (name: string) => source.column(name).text;
  const number = (name: string) => source.column(name).number;
  const score = scoreSql(plan, source);
  const roles: RoleColumn[] = [
    { name: "score", role: "score", sql: score },
    { name: "outcome", role: "outcome", sql: text(plan.outcome.column) },
  ];
  plan.subgroups.forEach(({ column, bands }, i) => {
    roles.push(
      bands === undefined
        ? { name: `a${i}`, role: "level", sql: text(column) }
        : { name: `a${i}`, role: "band", sql: bandSql(number(column), bands) },
    );
  });
  if (plan.site !== undefined) roles.push({ name: "site", role: "level", sql: text(plan.site) });
  if (plan.period !== undefined) roles.push({ name: "period", role: "level", sql: text(plan.period) });
  const patient = plan.patient ?? by;
  if (patient !== undefined) roles.push({ name: "patient", role: "block", sql: source.column(patient).identifier });
  if (plan.weight !== undefined) roles.push({ name: "weight", role: "sum", sql: number(plan.weight) });
  Object.values(plan.labels ?? {}).forEach(({ column }, i) => {
    roles.push({ name: `l${i}`, role: "sum", sql: number(column) });
  });
  if (unit !== "prediction" && take !== "all" && by !== undefined) {
    roles.push({ name: "unit", role: "other", sql: source.column(by).identifier });
    roles.push({
      name: "place",
      role: "other",
      sql: orderBy === undefined ? score : orderSql(source.column(orderBy), source.decimal),
    });
    roles.push({ name: "source_row", role: "other", sql: source.row });
  }
  return roles;
}

function unitOf({ unitOfAnalysis: { unit, take } }: BinaryPlan): string {
  if (unit === "prediction" || take === "all") return "";
  const order = take === "first" ? "place ASC NULLS LAST" : "place DESC NULLS LAST";
  return ` QUALIFY row_number() OVER (PARTITION BY unit ORDER BY ${order}, source_row) = 1`;
}

/** The score turned so that higher is riskier, as `turnedRound` turns it. */
function scoreSql({ score: { column, kind, direction } }: BinaryPlan, source: SqlSource): string {
  const score = source.column(column).number;
  if (direction === "higher-is-riskier") return score;
  return kind === "probability" ? `round((1 - (${score})) * ${double(1e15)}) / ${double(1e15)}` : `-(${score})`;
}

function bandSql(value: string, cuts: readonly number[]): string {
  const above = cuts.map((cut, i) => `WHEN ${value} >= ${double(cut)} THEN ${i + 2}`).reverse();
  return `CASE WHEN (${value}) IS NULL THEN 0 ${above.join(" ")} ELSE 1 END`;
}

function blockOf(name: string): string {
  const digit = (at: number) => `(strpos('0123456789abcdef', substr(md5(${name}), ${at}, 1)) - 1)`;
  return `(${digit(1)} % 4) * 16 + ${digit(2)}`;
}

const DAY = String.raw`\s*\d{4}-\d\d(?:-\d\d(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)?)?\s?`;
const ZONE = String.raw`(?:Z|[+-]\d\d(?::?\d\d)?)`;

/** What tells whether texts can be put in order: the forms that every one of them must have. */
export const ORDER_FORMS = {
  number: String.raw`-?(?:0|[1-9]\d*)(?:[.,]\d*)?(?:[eE][+-]?\d+)?`,
  time: String.raw`${DAY}\s*`,
  zoned: String.raw`${DAY}${ZONE}\s*`,
} as const;

/** A text's place in time or among numbers, NULL where missing or where it has none of the forms. */
export function orderSql({ kind, value, text }: SqlColumn, decimal: DecimalMark): string {
  if (kind !== "text") return value;
  const number = `TRY_CAST(${decimal === "," ? `replace(${text}, ',', '.')` : text} AS DOUBLE)`;
  const whole = [
    [String.raw`\s+(Z|[+-]\d\d(?::?\d\d)?)$`, String.raw`\1`],
    [String.raw`^(\d{4}-\d\d)(Z|$)`, String.raw`\1-01\2`],
    [String.raw`^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(Z|[+-]|$)`, String.raw`\1:00\2`],
  ].reduce(
    (sql, [found, put]) => `regexp_replace(${sql}, ${literal(found!)}, ${literal(put!)})`,
    `replace(trim(${text}), ',', '.')`,
  );
  const is = (form: keyof typeof ORDER_FORMS) => `regexp_full_match(${text}, ${literal(ORDER_FORMS[form])})`;
  return `CASE WHEN ${is("number")} THEN ${number} WHEN ${is("time")} THEN epoch_ns(TRY_CAST(${whole} AS TIMESTAMP_NS)) WHEN ${is("zoned")} THEN epoch_ns(TRY_CAST(${whole} AS TIMESTAMPTZ)) END`;
}
