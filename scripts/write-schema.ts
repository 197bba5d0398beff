// Writes the published JSON Schemas. Run with: npm run schema
import { mkdirSync, writeFileSync } from "node:fs";
import { planJsonSchema } from "../packages/core/src/plan/json-schema.ts";
import { reportJsonSchema } from "../packages/report/src/report-json-schema.ts";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
for (const [name, schema] of Object.entries({ plan: planJsonSchema(), report: reportJsonSchema() }))
  writeFileSync(new URL(`${name}.schema.json`, docs), `${JSON.stringify(schema, null, 2)}\n`);
