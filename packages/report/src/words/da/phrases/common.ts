import type { PhraseBook } from "@auscult/metrics";

export const common = {
  group: () => "Gruppe",
  rows: () => "Rækker",
  low: () => "Nedre grænse",
  high: () => "Øvre grænse",
  rowsCompared: () => "Sammenlignede rækker",
  rowsLeftOutMissing: () => "Udeladte rækker, noget mangler",
  rowsLeftOutNotPositive: () => "Udeladte rækker, værdien er ikke over 0",
} satisfies Partial<PhraseBook>;
