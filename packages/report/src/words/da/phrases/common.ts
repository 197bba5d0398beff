import type { PhraseBook } from "@auscult/metrics";
import { metric as metricWords } from "../metrics.ts";

export const common = {
  threshold: () => "Tærskelværdi",
  feature: () => "Variabel",
  events: () => "Hændelser",
  difference: () => "Forskel",
  group: () => "Gruppe",
  rows: () => "Rækker",
  low: () => "Nedre grænse",
  high: () => "Øvre grænse",
  rowsCompared: () => "Sammenlignede rækker",
  rowsLeftOutMissing: () => "Udeladte rækker, noget mangler",
  rowsLeftOutNotPositive: () => "Udeladte rækker, værdien er ikke over 0",
  metricName: ({ metric }) => nameOf(metric),
  metricAt: ({ metric, threshold }) => `${nameOf(metric)} ved ${threshold}`,
  groupLevel: ({ attribute, level }) => `${attribute}: ${level}`,
  notRecorded: () => "ikke registreret",
  everybody: () => "Alle",
  patientsN: () => "Patienter",
  eventsN: () => "Hændelser",
  value: () => "Værdi",
  and: ({ first, second }) => `${first}, ${second}`,
} satisfies Partial<PhraseBook>;

function nameOf(metric: string): string {
  return Object.hasOwn(metricWords, metric) ? metricWords[metric]!.name : metric;
}
