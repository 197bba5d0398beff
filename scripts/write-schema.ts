// Writes the published JSON Schemas. Run with: npm run schema
import { mkdirSync, writeFileSync } from "node:fs";
import { planJsonSchema } from "../packages/core/src/plan/json-schema.ts";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL("plan.schema.json", docs), `${JSON.stringify(planJsonSchema(), null, 2)}\n`);
