import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reportJsonSchema } from "../src/index.ts";

test("docs/report.schema.json is fresh (npm run schema writes it)", () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL("../../../docs/report.schema.json", import.meta.url), "utf8"),
  );
  expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});
