import { z } from "zod";

/** A metric or a subgroup, which every language names itself. */
const namedSchema = z.union([
  z.strictObject({ metric: z.string(), threshold: z.exactOptional(z.number()) }),
  z.strictObject({ subgroup: z.string() }),
]);
export type ReportNamed = z.output<typeof namedSchema>;

const quantitySchema = z.strictObject({
  value: z.number(),
  unit: z.enum(["probability", "proportion", "log-odds", "ratio", "count", "number", "p"]),
  low: z.exactOptional(z.number()),
  high: z.exactOptional(z.number()),
});
/** A finished number with its unit and, where it has one, its interval. */
export type ReportQuantity = z.output<typeof quantitySchema>;

/** A phrase of an analysis with its facts: words are put to it in the reader's language. */
export interface ReportPhrase {
  readonly say: string;
  readonly with?: Readonly<Record<string, string | number | ReportQuantity | ReportNamed | ReportPhrase>>;
}

const phraseSchema: z.ZodType<ReportPhrase> = z.lazy(() =>
  z.strictObject({
    say: z.string().describe("Key of the phrase in the message catalogue."),
    with: z.exactOptional(
      z.record(z.string(), z.union([z.string(), z.number(), quantitySchema, namedSchema, phraseSchema])),
    ),
  }),
);

/** The plan's own words, a metric or a subgroup, or a phrase. */
export const labelSchema = z.union([z.string(), namedSchema, phraseSchema]);
export type ReportLabel = z.output<typeof labelSchema>;
