import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("no module loads DuckDB, Arrow or a codec before a file needs it", () => {
  const source = join(import.meta.dirname, "../src");
  const files = readdirSync(source, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(20);
  const eager = files.filter((file) =>
    /^import (?!type )[^;]*"(?:@duckdb\/node-api|apache-arrow|fzstd)"/mu.test(readFileSync(join(source, file), "utf8")),
  );
  expect(eager).toEqual([]);
});
