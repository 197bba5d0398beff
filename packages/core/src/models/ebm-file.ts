import { z } from "zod";

/** JSON has no NaN or infinity; interpret writes them as words. */
const number = z
  .union([z.number(), z.enum(["nan", "+inf", "-inf"])])
  .transform((v) => (typeof v === "number" ? v : v === "nan" ? Number.NaN : v === "+inf" ? Infinity : -Infinity));
interface Nested extends ReadonlyArray<z.output<typeof number> | Nested> {}
const nested: z.ZodType<Nested> = z.lazy(() => z.array(z.union([number, nested])));

const feature = z.object({
  name: z.string(),
  type: z.enum(["continuous", "nominal", "ordinal"]),
  /** Edges of the bins, for terms of one feature, then coarser ones for interactions. */
  cuts: z.array(z.array(number)).optional(),
  categories: z.array(z.array(z.union([z.string(), z.number()]).transform(String))).optional(),
});

/** An Explainable Boosting Machine as interpret exports it (`to_jsonable`), the parts that its score needs. */
export const ebmFile = z.object({
  version: z.string(),
  ebm: z.object({
    outputs: z.array(z.object({ task: z.string(), link: z.string() })).length(1),
    intercept: z.array(number).length(1),
    features: z.array(feature).min(1),
    terms: z.array(
      z.object({
        term_features: z.array(z.string()).min(1),
        scores: nested,
        standard_deviations: nested.optional(),
        bin_weights: nested.optional(),
      }),
    ),
  }),
});

export type EbmFile = z.output<typeof ebmFile>["ebm"];
export type EbmFeature = EbmFile["features"][number];
export type { Nested };
