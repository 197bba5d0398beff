import { createHash } from "node:crypto";
import type { Column } from "./table.ts";

/** SHA-256 (hex) of columns in memory: their names, kinds and values in order. Identifies data that never were a file. */
export function hashColumns(columns: ReadonlyMap<string, Column>): string {
  const hash = createHash("sha256");
  for (const [name, column] of columns) {
    const header = column.kind === "text" ? [name, column.kind, column.levels] : [name, column.kind];
    hash.update(`${JSON.stringify(header)}\n`);
    hash.update(column.kind === "text" ? column.codes : column.values);
  }
  return hash.digest("hex");
}
