import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { withDuckDb } from "../duckdb.ts";
import { literal } from "./sql-text.ts";

/** What the engine asks of DuckDB. */
export interface Session {
  /** Every row of an answer, each value as JavaScript has it. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** An answer whose columns are all DOUBLE and never NULL, column by column. */
  readonly doubles: (sql: string, columns: number) => Promise<Float64Array[]>;
  readonly run: (sql: string) => Promise<void>;
}

/** A session for the time of `use`. Sums of doubles depend on the order of adding, which only one thread keeps. */
export async function withSession<T>(
  { oneThread }: { readonly oneThread: boolean },
  use: (session: Session) => Promise<T>,
): Promise<T> {
  return withDuckDb(async (connection) => {
    await connection.run(`SET temp_directory = ${literal(join(tmpdir(), `auscult-duckdb-${process.pid}`))}`);
    if (oneThread) await connection.run("SET threads = 1");
    return use({
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
      doubles: (sql, columns) => doubles(connection, sql, columns),
      run: async (sql) => {
        await connection.run(sql);
      },
    });
  });
}

async function doubles(connection: DuckDBConnection, sql: string, columns: number): Promise<Float64Array[]> {
  const result = await connection.stream(sql);
  const parts: Float64Array[][] = Array.from({ length: columns }, () => []);
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [i, part] of parts.entries()) {
      const { items } = chunk.getColumnVector(i) as unknown as { readonly items: Float64Array };
      part.push(items.slice(0, chunk.rowCount));
    }
    rows += chunk.rowCount;
  }
  return parts.map((part) => {
    const joined = new Float64Array(rows);
    let at = 0;
    for (const values of part) {
      joined.set(values, at);
      at += values.length;
    }
    return joined;
  });
}
