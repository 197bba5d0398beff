import { sqlPath } from "../duckdb.ts";
import { columnsOf } from "../plan/columns.ts";
import type { AuditPlan } from "../plan/schema.ts";
import { AuditError } from "../problems.ts";
import type { DescribedFile } from "./describe-files.ts";
import type { Session } from "./duckdb-session.ts";
import type { SqlSource } from "./select.ts";
import { literal, numberColumn, quoted, type Reading, type SqlColumn, textColumn, timeColumn } from "./sql-text.ts";

const WIDE = /^(?:U?BIGINT|U?HUGEINT|DECIMAL\(.*\))$/;
const NUMBER = /^(?:U?(?:TINY|SMALL)INT|U?INTEGER|FLOAT|DOUBLE)$/;

/**
 * The files as one SQL view `rows`: of the plan's k-th column `v<k>`, `t<k>`, `i<k>` and `n<k>` are what a `SqlColumn` has
 * of it. The names are our own, so that no column's name can mean anything in SQL and none is folded with another that
 * differs in case.
 */
export async function duckdbSource(
  plan: AuditPlan,
  files: readonly DescribedFile[],
  session: Session,
): Promise<SqlSource> {
  const names = [...new Set(columnsOf(plan).map(({ name }) => name))];
  const branches: string[] = [];
  let kinds: readonly SqlColumn["kind"][] = [];
  for (const [i, file] of files.entries()) {
    const scan = scanOf(file);
    const described = (await session.rows(`DESCRIBE SELECT * FROM ${scan}`)) as [name: string, type: string][];
    const { csv } = file.source;
    const reading = { missing: plan.data.missing, decimal: csv === undefined ? ("." as const) : csv.decimal };
    const stored = names.map((name) => described[placeOf(file, name, described)]!);
    const columns = stored.map(([own, type]) => columnOf(quoted(own), type, reading));
    mustAgree(file, names, i === 0 ? undefined : kinds, columns);
    kinds = columns.map(({ kind }) => kind);
    const first = columns.flatMap(({ kind, value, text, identifier, number }, k) => [
      `${value} AS v${k}`,
      `${text} AS t${k}`,
      `${identifier} AS i${k}`,
      ...(kind === "text" ? [] : [`${number} AS n${k}`]),
    ]);
    const place = [`${i} AS file_number`, "row_number() OVER () AS row_number"];
    const second = kinds.flatMap((kind, k) =>
      kind === "text" ? [`${textColumn(`t${k}`, { ...reading, missing: [] }).number} AS n${k}`] : [],
    );
    branches.push(
      `SELECT ${["*", ...second].join(", ")} FROM (SELECT ${[...first, ...place].join(", ")} FROM ${scan})`,
    );
  }
  await session.run(`CREATE VIEW rows AS ${branches.join(" UNION ALL BY NAME ")}`);
  return {
    from: "rows",
    row: "file_number * 1099511627776 + row_number",
    decimal: files.some(({ source: { csv } }) => csv?.decimal === ",") ? "," : ".",
    column: (name): SqlColumn => {
      const k = names.indexOf(name);
      return { kind: kinds[k]!, value: `v${k}`, text: `t${k}`, identifier: `i${k}`, number: `n${k}` };
    },
  };
}

/** A stored column, its texts as the memory engine's reader writes them. */
function columnOf(sql: string, type: string, reading: Reading): SqlColumn {
  const text = `CAST(${sql} AS VARCHAR)`;
  if (NUMBER.test(type)) return numberColumn(sql, reading);
  if (WIDE.test(type)) return numberColumn(sql, reading, text);
  if (type === "DATE") return timeColumn(sql, text, reading);
  if (type === "TIMESTAMP WITH TIME ZONE")
    return timeColumn(sql, `replace(replace(${text}, ' ', 'T'), '+00', 'Z')`, reading);
  return type.startsWith("TIMESTAMP")
    ? timeColumn(sql, `replace(${text}, ' ', 'T')`, reading)
    : textColumn(text, reading);
}

function mustAgree(
  { source }: DescribedFile,
  names: readonly string[],
  kinds: readonly SqlColumn["kind"][] | undefined,
  columns: readonly SqlColumn[],
): void {
  const at = columns.findIndex(({ kind }, k) => kinds !== undefined && kinds[k] !== kind);
  if (at < 0) return;
  const what = `the column is stored as ${columns[at]!.kind} here and as ${kinds![at]} in the file before`;
  const remedy = "Use the engine memory, or store it alike in every file.";
  throw new AuditError([{ code: "VALUE_INVALID", where: { file: source.file, column: names[at]! }, what, remedy }]);
}

/** Where the file's column stands. Names are DuckDB's own where it sees other columns than the file has (nested ones). */
function placeOf(
  file: DescribedFile,
  name: string,
  described: readonly (readonly [name: string, type: string])[],
): number {
  const names = file.names.length === described.length ? file.names : described.map(([own]) => own);
  const at = names.indexOf(name);
  if (at >= 0) return at;
  const what = "the DuckDB engine does not see this column";
  const remedy = "Use the engine memory, or write the column as a plain one.";
  throw new AuditError([{ code: "COLUMN_MISSING", where: { file: file.source.file, column: name }, what, remedy }]);
}

function scanOf({ path, source, names }: DescribedFile): string {
  if (source.format === "parquet" && !source.gzip) return `read_parquet(${sqlPath(path)})`;
  if (source.format !== "csv" || source.csv === undefined) {
    const what = `the DuckDB engine does not read ${source.gzip ? "gzipped " : ""}${source.format}`;
    const remedy = "Use the engine memory, or give the data as CSV or Parquet.";
    throw new AuditError([{ code: "FORMAT_UNKNOWN", where: { file: source.file }, what, remedy }]);
  }
  if (source.csv.encoding === "windows-1252") {
    const what =
      "the file is written in Windows-1252, which the DuckDB engine reads as Latin-1 and so to other letters";
    const remedy = "Use the engine memory, or save the file as UTF-8.";
    throw new AuditError([{ code: "ENCODING_INVALID", where: { file: source.file }, what, remedy }]);
  }
  const options = [
    "auto_detect = false",
    `columns = {${names.map((_, i) => `'c${i}': 'VARCHAR'`).join(", ")}}`,
    "header = true",
    `skip = ${source.firstRow - 2}`,
    `delim = ${literal(source.csv.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `nullstr = ${literal("\u0001")}`,
    `encoding = ${literal(source.csv.encoding)}`,
    `compression = ${source.gzip ? "'gzip'" : "'none'"}`,
    "max_line_size = 16777216",
  ];
  return `read_csv(${sqlPath(path)}, ${options.join(", ")})`;
}
