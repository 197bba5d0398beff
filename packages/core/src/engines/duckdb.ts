import { type Attribute, attributeShapes } from "../attribute.ts";
import { notesOf } from "../cohort.ts";
import type { Counted, Engine } from "../engine.ts";
import { makeLedger } from "../ledger.ts";
import { UNKNOWN } from "../outcome-codes.ts";
import { BLOCKS } from "../patient-block.ts";
import type { AuditPlan, BinaryPlan } from "../plan/schema.ts";
import { AuditError, type Problem } from "../problems.ts";
import { canonicalScore } from "../score-key.ts";
import { cellsOf } from "../tally/cells.ts";
import { collapse } from "../tally/collapse.ts";
import { unitSteps } from "../unit-of-analysis.ts";
import { codesOfLevels } from "./answered-levels.ts";
import { checksOf } from "./checks.ts";
import { countable } from "./countable.ts";
import { describeFiles } from "./describe-files.ts";
import { type Session, withSession } from "./duckdb-session.ts";
import { duckdbSource } from "./duckdb-source.ts";
import { literal } from "./sql-text.ts";
import { type AnswerColumn, type SqlSource, tallySelect } from "./select.ts";

/** Counts CSV and Parquet in DuckDB, which need not hold the rows in memory. */
export const duckdb: Engine = { id: "duckdb", count };

async function count(asked: AuditPlan, base: string): Promise<Counted> {
  const plan = countable(asked);
  const files = await describeFiles(plan, base);
  const sources = files.map(({ source }) => source);
  const summed = plan.weight !== undefined || Object.keys(plan.labels ?? {}).length > 0;
  return withSession({ oneThread: summed }, async (session) => {
    const source = await duckdbSource(plan, files, session);
    const rows = sources.reduce((sum, file) => sum + file.rows, 0);
    const problems = await check(plan, source, session, rows);
    const answer = await ask(plan, source, session);
    const { outcome: outcomeOfLevel, attributes: known } = codesOfLevels(
      plan,
      source,
      sources,
      answer.levels,
      problems,
    );
    if (problems.length > 0) throw new AuditError(problems);

    const score = answer.column("score").map(canonicalScore);
    const outcome = Uint8Array.from(answer.column("outcome"), (level) => outcomeOfLevel[level] ?? UNKNOWN);
    const attributes = known.map(({ name, attribute }): Attribute => {
      const codes = answer.column(name);
      const isBand = answer.levels.get(name) === undefined;
      return { ...attribute, codes: Uint16Array.from(codes, (code) => (isBand ? code : (attribute.codes[code] ?? 0))) };
    });
    const counts = answer.column("n");
    const { cell, cells } = cellsOf(
      attributes.map(({ codes }) => codes),
      attributes.map(({ levels }) => levels.length),
      score.length,
    );
    const cohortRows = counts.reduce((sum, n) => sum + n, 0);
    return {
      tally: {
        mode: "exact",
        scoreKind: plan.score.kind,
        attributes: attributeShapes(attributes),
        cells,
        blocks: answer.patients === undefined ? 0 : BLOCKS,
        ...(answer.patients === undefined
          ? {}
          : { patients: { distinct: answer.patients, repeated: answer.patients < cohortRows } }),
        ...collapse({
          score,
          cell,
          outcome,
          ...(answer.patients === undefined ? {} : { block: Uint16Array.from(answer.column("patient")) }),
          count: counts,
          ...(plan.weight === undefined
            ? {}
            : { weight: answer.column("weight_sum"), weightSquared: answer.column("weight_squares") }),
          labels: new Map(
            Object.keys(plan.labels ?? {}).map((id, i) => [
              id,
              {
                count: answer.column(`l${i}_count`),
                sum: answer.column(`l${i}_sum`),
                sumOfSquares: answer.column(`l${i}_squares`),
              },
            ]),
          ),
        }),
      },
      ledger: makeLedger(
        sources.map((file) => ({ file: file.file, rows: file.rows })),
        unitSteps(plan, rows - cohortRows),
        { score, outcome, count: counts },
      ),
      notes: notesOf(outcome, attributes.slice(0, plan.subgroups.length)),
      sources,
    };
  });
}

/** What is wrong with the rows. Also that DuckDB sees as many of them as were counted when the files were read through. */
async function check(plan: BinaryPlan, source: SqlSource, session: Session, rows: number): Promise<Problem[]> {
  const checks = checksOf(plan, source);
  const asked = ["count(*)", ...checks.flatMap(({ count, seen }) => [count, seen])];
  const [answer = []] = await session.rows(`SELECT ${asked.join(", ")} FROM ${source.from}`);
  if (Number(answer[0]) !== rows)
    throw new RangeError(`DuckDB read ${Number(answer[0])} rows where the files have ${rows}`);
  return checks.flatMap(({ problem }, i) => {
    const [faulty, seen] = answer.slice(1 + 2 * i);
    return Number(faulty) === 0 ? [] : [problem(Number(faulty), typeof seen === "string" ? seen : undefined)];
  });
}

interface Answer {
  readonly column: (name: string) => Float64Array;
  /** Texts of each column of levels, in the order of their codes in the answer. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  readonly patients: number | undefined;
}

async function ask(plan: BinaryPlan, source: SqlSource, session: Session): Promise<Answer> {
  const { columns, sources } = tallySelect(plan, source);
  const levels = await levelsOf(columns, sources, session);
  for (const [name, texts] of levels)
    await session.run(`CREATE TYPE level_of_${name} AS ENUM (${["\u0001", ...texts].map(literal).join(", ")})`);
  // Level 0 of the type is nobody's: an engine's empty list of levels would be no type.
  const coded = tallySelect(
    plan,
    source,
    (sql, name) => `coalesce(CAST(enum_code(CAST(${sql} AS level_of_${name})) AS INTEGER), 0) - 1`,
  );
  const values = await session.doubles(
    `SELECT ${columns.map(inDoubles).join(", ")} FROM (${coded.sql}) AS answer`,
    columns.length,
  );
  const column = (name: string) => values[columns.findIndex((column) => column.name === name)]!;
  if (!columns.some(({ role }) => role === "block")) return { column, levels, patients: undefined };
  const { take, by } = plan.unitOfAnalysis;
  if (take !== "all" && (plan.patient ?? by) === by)
    return { column, levels, patients: column("n").reduce((sum, n) => sum + n, 0) };
  const [[patients] = []] = await session.rows(`${sources} SELECT count(DISTINCT patient) FROM chosen`);
  return { column, levels, patients: Number(patients) };
}

async function levelsOf(
  columns: readonly AnswerColumn[],
  sources: string,
  session: Session,
): Promise<Map<string, readonly string[]>> {
  const names = columns.filter(({ role }) => role === "level" || role === "outcome").map(({ name }) => name);
  const lists = names.map((name) => `list(DISTINCT ${name}) FILTER (WHERE ${name} IS NOT NULL)`);
  const [found = []] = await session.rows(`${sources} SELECT ${lists.join(", ")} FROM source`);
  return new Map(names.map((name, i) => [name, [...((found[i] as string[] | null) ?? [])].sort()]));
}

function inDoubles({ name }: AnswerColumn): string {
  return `coalesce(CAST(${name} AS DOUBLE), CAST('nan' AS DOUBLE))`;
}
