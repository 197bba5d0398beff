import type { PhraseBook } from "@auscult/metrics";

export const common = {
  group: () => "Group",
  rows: () => "Rows",
  low: () => "Low",
  high: () => "High",
  rowsCompared: () => "Rows compared",
  rowsLeftOutMissing: () => "Rows left out, something missing",
  rowsLeftOutNotPositive: () => "Rows left out, their value not above 0",
} satisfies Partial<PhraseBook>;
