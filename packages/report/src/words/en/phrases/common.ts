import type { PhraseBook } from "@auscult/metrics";
import { metric as metricWords } from "../metrics.ts";

export const common = {
  threshold: () => "Threshold",
  feature: () => "Feature",
  events: () => "Events",
  difference: () => "Difference",
  group: () => "Group",
  rows: () => "Rows",
  low: () => "Low",
  high: () => "High",
  rowsCompared: () => "Rows compared",
  rowsLeftOutMissing: () => "Rows left out, something missing",
  rowsLeftOutNotPositive: () => "Rows left out, their value not above 0",
  metricName: ({ metric }) => nameOf(metric),
  metricAt: ({ metric, threshold }) => `${nameOf(metric)} at ${threshold}`,
  groupLevel: ({ attribute, level }) => `${attribute}: ${level}`,
  notRecorded: () => "not recorded",
  everybody: () => "Everybody",
  patientsN: () => "Patients",
  eventsN: () => "Events",
  value: () => "Value",
  and: ({ first, second }) => `${first}, ${second}`,
} satisfies Partial<PhraseBook>;

function nameOf(metric: string): string {
  return Object.hasOwn(metricWords, metric) ? metricWords[metric]!.name : metric;
}
