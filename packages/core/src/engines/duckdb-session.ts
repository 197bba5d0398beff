import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { AuditError } from "../problems.ts";

/** A DuckDB in memory that may read the given files, write nothing and load nothing. */
export interface Session {
  /** Every row of an answer, each value as JavaScript has it. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** An answer whose columns are all DOUBLE and never NULL, column by column. */
  readonly doubles: (sql: string, columns: number) => Promise<Float64Array[]>;
  readonly run: (sql: string) => Promise<void>;
  readonly close: () => void;
}

/** Sums of doubles depend on the order of adding, which only one thread keeps. */
export async function openSession({ oneThread }: { readonly oneThread: boolean }): Promise<Session> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    const what = "the DuckDB engine is not installed";
    throw new AuditError([
      { code: "ENGINE_MISSING", where: {}, what, remedy: "Install @duckdb/node-api, or use the engine memory." },
    ]);
  });
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: join(tmpdir(), `auscult-duckdb-${process.pid}`),
    ...(oneThread ? { threads: "1" } : {}),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
    doubles: (sql, columns) => doubles(connection, sql, columns),
    run: async (sql) => {
      await connection.run(sql);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
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
