import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { planJsonSchema } from "../../src/index.ts";

it("docs/plan.schema.json is what the schema says today (npm run schema writes it)", () => {
  const published = readFileSync(new URL("../../../../docs/plan.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
});
