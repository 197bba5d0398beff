import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection, DuckDBDoubleVector, DuckDBIntegerVector } from "@duckdb/node-api";
import { sqlPath, withDuckDb } from "../duckdb.ts";
import { contentOf, failure, type Input } from "../input.ts";
import { AuditError } from "../problems.ts";
import { selectColumns } from "../select-columns.ts";
import type { Part, Source, SourceRequest } from "../source.ts";
import type { Column, TextColumn } from "../table.ts";
import { inOrderOfAppearance, textBuilder } from "../text-builder.ts";

const MAGIC = "PAR1";
const LARGEST_CODED = 50_000;

/** Parquet, read by DuckDB one column at a time. A gzipped one is unpacked to a private folder first, and removed after. */
export const parquet: Source = {
  format: "parquet",
  recognise: (head) => Buffer.from(head.subarray(0, 4)).toString("latin1") === MAGIC,
  read: async (input, request) => withPlainFile(input, (path) => read(input, path, request)),
};

async function read(input: Input, path: string, request: SourceRequest): Promise<Part> {
  await checkEnd(input.name, path);
  return withDuckDb(async (connection) => {
    try {
      return await readColumns(connection, input.name, path, request);
    } catch (error) {
      if (error instanceof AuditError) throw error;
      throw failed(input.name, error);
    }
  });
}

/** DuckDB's own words are left out: they can hold values. */
function failed(file: string, error: unknown): AuditError {
  const message = error instanceof Error ? error.message : "";
  if (/out of memory/iu.test(message)) {
    const remedy = "Close other programs, or split the file.";
    return failure(file, "FILE_UNREADABLE", "there is not enough memory to read the Parquet file", remedy);
  }
  if (/not (?:yet )?(?:implemented|supported)|unsupported/iu.test(message)) {
    const remedy = "Write it with snappy, gzip, zstd or no compression, and plain columns.";
    return failure(file, "FILE_UNREADABLE", "the Parquet file is of a kind that DuckDB does not read", remedy);
  }
  return failure(file, "FILE_UNREADABLE", "the Parquet file is damaged", "Write or copy it again.");
}

async function readColumns(
  connection: DuckDBConnection,
  file: string,
  path: string,
  request: SourceRequest,
): Promise<Part> {
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects();
  const names = topNames(await rows(`SELECT name, num_children FROM parquet_schema(${sqlPath(path)})`));
  const types = (await rows(`DESCRIBE SELECT * FROM read_parquet(${sqlPath(path)})`)).map((row) =>
    String(row["column_type"]),
  );
  const selected = selectColumns(file, names, request.columns);
  // Aliases by place: DuckDB takes "Sex" and "sex" for one name and renames the second.
  const from = `read_parquet(${sqlPath(path)}) AS t(${names.map((_, index) => `c${index}`).join(", ")})`;
  const count = Number((await rows(`SELECT count(*) AS n FROM ${from}`))[0]!["n"]);
  if (count === 0) throw failure(file, "NO_ROWS", "the file has columns and no rows", "Export the data again.");
  const columns = new Map<string, Column>();
  for (const { name, index, as } of selected) {
    const column = columnOf(file, name, `c${index}`, types[index]!);
    const asText = column.wide && (as === "text" || (as === undefined && (await beyondDoubles(rows, column, from))));
    const kind = column.kind === "number" && !asText ? "number" : "text";
    columns.set(
      name,
      kind === "number"
        ? { kind, values: await numbers(connection, column.sql, from, count) }
        : await texts(connection, rows, asText ? `${column.sql}::VARCHAR` : column.sql, from, count),
    );
  }
  return { rows: count, firstRow: 1, names, columns, bad: new Map() };
}

interface SqlColumn {
  readonly kind: Column["kind"];
  /** A DOUBLE where `kind` is number, save wide integers and decimals; a VARCHAR where it is text. */
  readonly sql: string;
  /** Holds numbers that a double may not hold exactly. */
  readonly wide: boolean;
}

function columnOf(file: string, name: string, sql: string, type: string): SqlColumn {
  if (/^(?:U?(?:TINY|SMALL)INT|U?INTEGER|FLOAT|DOUBLE)$/u.test(type)) return { kind: "number", sql, wide: false };
  if (/^(?:U?BIGINT|U?HUGEINT|DECIMAL\(.*\))$/u.test(type)) return { kind: "number", sql, wide: true };
  if (type === "TIMESTAMP WITH TIME ZONE") {
    return { kind: "text", sql: `replace(replace(${sql}::VARCHAR, ' ', 'T'), '+00', 'Z')`, wide: false };
  }
  if (type.startsWith("TIMESTAMP")) return { kind: "text", sql: `replace(${sql}::VARCHAR, ' ', 'T')`, wide: false };
  if (/^(?:VARCHAR|ENUM\(.*|BOOLEAN|DATE|TIME|TIME_NS|TIME WITH TIME ZONE|INTERVAL|UUID|JSON)$/u.test(type)) {
    return { kind: "text", sql: `${sql}::VARCHAR`, wide: false };
  }
  const what = "the column holds lists, structures or bytes, not one value a row";
  const remedy = "Leave it out, or write it as text or a number.";
  throw new AuditError([{ code: "VALUE_INVALID", where: { file, column: name }, what, seen: type, remedy }]);
}

async function beyondDoubles(
  rows: (sql: string) => Promise<Record<string, unknown>[]>,
  { sql }: SqlColumn,
  from: string,
): Promise<boolean> {
  const found = await rows(
    `SELECT coalesce(max(abs(${sql}::DOUBLE)), 0) > ${Number.MAX_SAFE_INTEGER} AS beyond FROM ${from}`,
  );
  return found[0]!["beyond"] === true;
}

async function numbers(connection: DuckDBConnection, sql: string, from: string, rows: number): Promise<Float64Array> {
  const values = new Float64Array(rows);
  let at = 0;
  for await (const chunk of await connection.stream(`SELECT coalesce(${sql}::DOUBLE, 'nan'::DOUBLE) FROM ${from}`)) {
    const vector = chunk.getColumnVector(0) as DuckDBDoubleVector;
    // Private in the types, and ten times faster than the public way.
    values.set(vector["items"], at);
    at += chunk.rowCount;
  }
  return values;
}

/** Few distinct texts: DuckDB codes them. Many: they come as texts, and are coded here. */
async function texts(
  connection: DuckDBConnection,
  rows: (sql: string) => Promise<Record<string, unknown>[]>,
  sql: string,
  from: string,
  count: number,
): Promise<TextColumn> {
  const distinct = Number((await rows(`SELECT approx_count_distinct(${sql}) AS n FROM ${from}`))[0]!["n"]);
  let at = 0;
  if (distinct > LARGEST_CODED) {
    const builder = textBuilder(count);
    for await (const chunk of await connection.stream(`SELECT ${sql} FROM ${from}`)) {
      const vector = chunk.getColumnVector(0);
      for (let i = 0; i < chunk.rowCount; i++) builder.put(at++, vector.getItem(i) as string | null);
    }
    return builder.finish();
  }
  await connection.run(
    `CREATE OR REPLACE TYPE levels AS ENUM (SELECT DISTINCT ${sql} AS v FROM ${from} WHERE v IS NOT NULL)`,
  );
  const levels = (await rows("SELECT unnest(enum_range(NULL::levels))::VARCHAR AS level")).map((row) =>
    String(row["level"]),
  );
  const codes = new Int32Array(count);
  for await (const chunk of await connection.stream(
    `SELECT coalesce(enum_code((${sql})::levels)::INTEGER, -1) FROM ${from}`,
  )) {
    const vector = chunk.getColumnVector(0) as DuckDBIntegerVector;
    codes.set(vector["items"], at);
    at += chunk.rowCount;
  }
  return inOrderOfAppearance(codes, levels);
}

/** Names of the columns themselves; a Parquet schema lists root and columns with what is nested in them below. */
function topNames(schema: readonly Record<string, unknown>[]): string[] {
  const names: string[] = [];
  const childrenOf = (row: Record<string, unknown> | undefined): number => Number(row?.["num_children"] ?? 0);
  const afterSubtree = (at: number): number => {
    let next = at + 1;
    for (let child = childrenOf(schema[at]); child > 0; child--) next = afterSubtree(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = afterSubtree(at)) names.push(String(schema[at]!["name"]));
  return names;
}

async function checkEnd(file: string, path: string): Promise<void> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4));
    const end = buffer.toString("latin1");
    if (end === "PARE") {
      const remedy = "Write it without encryption, to a disk that is encrypted.";
      throw failure(file, "FILE_UNREADABLE", "the Parquet file is encrypted", remedy);
    }
    if (end !== MAGIC || size < 12) {
      const what = "the Parquet file is cut off before its end";
      throw failure(file, "FILE_UNREADABLE", what, "Write or copy it again.");
    }
  } finally {
    await handle.close();
  }
}

async function withPlainFile<T>(input: Input, use: (path: string) => Promise<T>): Promise<T> {
  if (!input.gzip) return use(input.path);
  const folder = await mkdtemp(join(tmpdir(), "auscult-"));
  try {
    const path = join(folder, "unpacked.parquet");
    await pipeline(Readable.from(contentOf(input)), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
