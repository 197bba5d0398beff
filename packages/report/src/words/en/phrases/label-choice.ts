import type { PhraseBook } from "@auscult/metrics";

export const labelChoice = {
  labelAtEqualSeverity: ({ label }) => `${label} at equal severity`,
  labelRatioAtEqualSeverity: ({ label, group, reference }) =>
    `${label} of ${group} relative to ${reference} at equal severity`,
} satisfies Partial<PhraseBook>;
