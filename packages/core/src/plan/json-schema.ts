import { z } from "zod";
import { planSchema } from "./schema.ts";

/** The plan's JSON Schema (draft 2020-12) as published in `docs/plan.schema.json`, so that editors complete and check a plan as it is typed. */
export function planJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(planSchema, { io: "input" }) as Record<string, unknown>;
  return {
    $schema,
    title: "Auscult audit plan",
    description:
      "What is audited, on whom, at which thresholds and against which margins; fixed before outcomes are read.",
    ...rest,
  };
}
