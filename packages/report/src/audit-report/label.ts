import { z } from "zod";

/** A phrase of an analysis with its facts: words are put to it in the reader's language. */
export interface ReportPhrase {
  readonly say: string;
  readonly with?: Readonly<Record<string, string | number | ReportPhrase>>;
}

const phraseSchema: z.ZodType<ReportPhrase> = z.lazy(() =>
  z.strictObject({
    say: z.string().describe("Key of the phrase in the message catalogue."),
    with: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number(), phraseSchema]))),
  }),
);

/** The plan's own words, or a phrase. */
export const labelSchema = z.union([z.string(), phraseSchema]);
export type ReportLabel = z.output<typeof labelSchema>;
