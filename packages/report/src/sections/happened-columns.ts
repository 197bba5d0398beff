import type { ReportSubgroup } from "../audit-report.ts";
import type { View } from "../view.ts";

interface HappenedColumn {
  readonly heading: string;
  readonly text: (subgroup: ReportSubgroup) => string;
}

/** What happened to a subgroup's rows, as columns of the table of who is in the cohort; they go by the kind of the outcome. */
export function happenedColumns({ report, words, numbers }: View): readonly HappenedColumn[] {
  const { label, sentence } = words;
  const { outcome } = report.study;
  switch (outcome.kind) {
    case "binary":
      return [
        { heading: label.events, text: (s) => numbers.count(s.events) },
        { heading: label.prevalence, text: (s) => numbers.percent(s.prevalence) },
      ];
    case "time-to-event": {
      const of = ({ happened }: ReportSubgroup) => (happened?.kind === "time-to-event" ? happened : undefined);
      const count = (n: number | undefined): string => (n === undefined ? "" : numbers.count(n));
      return [
        { heading: label.eventsByHorizon, text: (s) => numbers.count(s.events) },
        ...(outcome.competing.length === 0
          ? []
          : [{ heading: label.competingByHorizon, text: (s: ReportSubgroup) => count(of(s)?.competing) }]),
        { heading: label.censoredBeforeHorizon, text: (s) => count(of(s)?.censored) },
      ];
    }
    case "continuous": {
      const of = ({ happened }: ReportSubgroup) => (happened?.kind === "continuous" ? happened : undefined);
      return [
        {
          heading: sentence.inUnit(label.meanOutcome, outcome.unit),
          text: (s) => numbers.value(of(s)?.meanOutcome ?? null, "amount"),
        },
        {
          heading: sentence.inUnit(label.meanPrediction, outcome.unit),
          text: (s) => numbers.value(of(s)?.meanPrediction ?? null, "amount"),
        },
      ];
    }
    default:
      return outcome.classes.map(({ level }, k) => ({
        heading: level,
        text: ({ happened }) => (happened?.kind === "multi-class" ? numbers.count(happened.classes[k] ?? 0) : ""),
      }));
  }
}
