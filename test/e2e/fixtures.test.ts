import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { fixtures, toCsv } from "@auscult/fixtures";
import { expect, test } from "vitest";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures");

test.each(fixtures.map((f) => [f.id, f] as const))("%s: the simulator gives the committed rows", (id, fixture) => {
  const committed = gunzipSync(readFileSync(join(folder, id, "cohort.csv.gz"))).toString();
  expect(toCsv(fixture) === committed).toBe(true);
  for (const { name, content } of fixture.files?.() ?? [])
    expect(Buffer.from(content).equals(readFileSync(join(folder, id, name)))).toBe(true);
});
