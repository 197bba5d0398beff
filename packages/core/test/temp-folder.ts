import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { AuditError, type Problem, type Table, textAt } from "../src/index.ts";

/** A folder for one test file, removed when its tests are over. */
export function tempFolder(): {
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), "auscult-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      return name;
    },
  };
}

/** The problems that a reading ends in; fails where it ends in a table. */
export async function problemsOf(reading: Promise<unknown>): Promise<readonly Problem[]> {
  const outcome = await reading.then(
    () => "no problem" as const,
    (error: unknown) => error,
  );
  if (outcome instanceof AuditError) return outcome.problems;
  throw new Error(`expected an AuditError, got ${String(outcome)}`, { cause: outcome });
}

/** A column's values as texts, numbers written as short as they can be; null where missing. */
export function texts(table: Table, name: string): (string | null)[] {
  const column = table.columns.get(name);
  return Array.from({ length: table.rows }, (_, row) => textAt(column, row) ?? null);
}
