import type { DuckDBConnection } from "@duckdb/node-api";
import { AuditError } from "./problems.ts";

/**
 * One connection to an embedded DuckDB for the time of `use`. It loads no extension from anywhere, shows times in UTC and
 * keeps the order of rows. The package is loaded here and only when needed: it takes longer than the rest of the start-up.
 */
export async function withDuckDb<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    const what = "DuckDB, which reads this format, is not installed for this platform";
    throw new AuditError([{ code: "ENGINE_MISSING", where: {}, what, remedy: "Install @duckdb/node-api." }]);
  });
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run("SET TimeZone = 'UTC'");
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** A text as an SQL literal. */
function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as an SQL literal for DuckDB's readers, which take `*`, `?` and `[` for a pattern. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll(/[[*?]/gu, "[$&]"));
}
