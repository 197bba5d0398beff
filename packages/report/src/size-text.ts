import type { View } from "./view.ts";

/** Whether a metric's subgroups are told with their events: where the outcome is one event, or the metric is of one class. */
export function countsEvents(view: View, metric: string): boolean {
  const { kind } = view.report.study.outcome;
  return kind === "binary" || kind === "time-to-event" || view.metric(metric).of !== undefined;
}

export function sizeHeading(view: View, metric: string): string {
  const { label } = view.words;
  return countsEvents(view, metric) ? label.eventsOverN : label.n;
}

/** "212 / 3,050", or the rows alone where there are no events to count. */
export function sizeText(view: View, metric: string, subgroup: string): string {
  const { numbers, words } = view;
  const facts = view.subgroup(subgroup);
  if (facts === undefined) return "";
  if (!countsEvents(view, metric)) return numbers.count(facts.n);
  const { events } = view.estimate(metric, undefined, subgroup) ?? facts;
  return words.sentence.countOf(numbers.count(events), numbers.count(facts.n));
}

/** "212 events in 3,050", or "3,050 analysed". */
export function countsText(view: View, subgroup: string): string {
  const { numbers, words, report } = view;
  const facts = view.subgroup(subgroup);
  if (facts === undefined) return "";
  const { kind } = report.study.outcome;
  return kind === "binary" || kind === "time-to-event"
    ? words.sentence.eventsOf(numbers.count(facts.events), numbers.count(facts.n))
    : words.sentence.analysedOf(numbers.count(facts.n));
}
