import type { PhraseBook } from "@auscult/metrics";

export const labelChoice = {
  labelAtEqualSeverity: ({ label }) => `${label} ved samme sværhedsgrad`,
  labelRatioAtEqualSeverity: ({ label, group, reference }) =>
    `${label} for ${group} i forhold til ${reference} ved samme sværhedsgrad`,
} satisfies Partial<PhraseBook>;
