import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** Row-level data that may not be shipped lies beside the repository; tests that need it are skipped where it does not. */
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "data");

export function haveShared(name: string): boolean {
  const there = existsSync(join(folder, name));
  if (!there) console.info(`skipped: ${join(folder, name)} is not on this machine`);
  return there;
}

/** Where a file of it lies. */
export function sharedFile(name: string): string {
  return join(folder, name);
}

export function sharedJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
}

/** A column store of a CSV (gzipped or not): cells as text, or as numbers with NaN for a blank. */
export function sharedCsv(name: string) {
  const bytes = readFileSync(join(folder, name));
  const lines = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split(/\r?\n/);
  const names = lines[0]!.split(",").map(unquoted);
  const cells = lines.slice(1).map((line) => line.split(",").map(unquoted));
  const at = (column: string): number => {
    const index = names.indexOf(column);
    if (index < 0) throw new Error(`${name} has no column ${column}; it has ${names.join(", ")}`);
    return index;
  };
  return {
    rows: cells.length,
    texts(column: string): string[] {
      const index = at(column);
      return cells.map((row) => row[index] ?? "");
    },
    numbers(column: string): Float64Array {
      const index = at(column);
      return Float64Array.from(cells, (row) => (row[index] === "" ? Number.NaN : Number(row[index])));
    },
  };
}

function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, "$1");
}
