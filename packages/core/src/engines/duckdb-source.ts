import { sqlPath } from "../duckdb.ts";
import { AuditError } from "../problems.ts";
import { columnsOf } from "../plan/columns.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { DescribedFile } from "./describe-files.ts";
import type { Session } from "./duckdb-session.ts";
import type { SqlSource } from "./select.ts";
import { literal, quoted, type SqlColumn } from "./sql-text.ts";

const WIDE = /^(?:U?BIGINT|U?HUGEINT|DECIMAL\(.*\))$/;
const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/;
const TIME = /^(?:DATE|TIMESTAMP.*)$/;

/**
 * The files as one SQL view `rows`, the plan's columns under names of our own, so that no column's name can mean
 * anything in SQL and none is folded with another that differs in case.
 */
export async function duckdbSource(
  plan: AuditPlan,
  files: readonly DescribedFile[],
  session: Session,
): Promise<SqlSource> {
  const names = [...new Set(columnsOf(plan).map(({ name }) => name))];
  const types: string[][] = [];
  const scans: string[] = [];
  for (const [i, file] of files.entries()) {
    const scan = scanOf(file);
    const described = (await session.rows(`DESCRIBE SELECT * FROM ${scan}`)) as [name: string, type: string][];
    const of = names.map((name) => described[placeOf(file, name, described)]!);
    types.push(of.map(([, type]) => type));
    const columns = of.map(([own], k) => `${quoted(own)} AS n${k}`);
    scans.push(
      `SELECT ${[...columns, `${i} AS file_number`, "row_number() OVER () AS row_number"].join(", ")} FROM ${scan}`,
    );
  }
  const typesOf = names.map((_, k) => types.map((of) => of[k]!));
  const kinds = typesOf.map(kindOf);
  const cast = kinds.map((kind, k) => `${kind === "text" ? `CAST(n${k} AS VARCHAR)` : `n${k}`} AS n${k}`);
  const unions = scans.map((scan) => `SELECT ${[...cast, "file_number", "row_number"].join(", ")} FROM (${scan})`);
  await session.run(`CREATE VIEW rows AS ${unions.join(" UNION ALL ")}`);
  const decimals = new Set(files.map(({ source: { csv } }) => (csv === undefined ? "." : csv.decimal)));
  return {
    from: "rows",
    row: "file_number * 1099511627776 + row_number",
    missing: plan.data.missing,
    decimal: decimals.size === 1 ? [...decimals][0] : undefined,
    column: (name): SqlColumn => {
      const k = names.indexOf(name);
      const text = textOfType(`n${k}`, typesOf[k]!);
      return { sql: `n${k}`, kind: kinds[k]!, ...(text === undefined ? {} : { text }) };
    },
  };
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

function kindOf(types: readonly string[]): SqlColumn["kind"] {
  if (types.every((type) => NUMBER.test(type))) return "number";
  return types.every((type) => TIME.test(type)) ? "time" : "text";
}

/** As the memory engine's reader writes it. */
function textOfType(sql: string, types: readonly string[]): string | undefined {
  const text = `CAST(${sql} AS VARCHAR)`;
  if (types.every((type) => WIDE.test(type) || type === "DATE")) return text;
  if (types.every((type) => type === "TIMESTAMP WITH TIME ZONE"))
    return `replace(replace(${text}, ' ', 'T'), '+00', 'Z')`;
  return types.every((type) => TIME.test(type)) ? `replace(${text}, ' ', 'T')` : undefined;
}

function scanOf({ path, source, names }: DescribedFile): string {
  if (source.format === "parquet" && !source.gzip) return `read_parquet(${sqlPath(path)})`;
  if (source.format !== "csv" || source.csv === undefined) {
    const what = `the DuckDB engine does not read ${source.gzip ? "gzipped " : ""}${source.format}`;
    const remedy = "Use the engine memory, or give the data as CSV or Parquet.";
    throw new AuditError([{ code: "FORMAT_UNKNOWN", where: { file: source.file }, what, remedy }]);
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
