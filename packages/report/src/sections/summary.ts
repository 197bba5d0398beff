import type { ReportSubgroup } from "../audit-report.ts";
import { beforeUse } from "../before-use.ts";
import { forest } from "../charts/forest.ts";
import type { Block, Text } from "../document.ts";
import { headlines } from "../headlines.ts";
import { estimateText } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** One page that a chief physician reads in a minute. */
export const summary: Section = {
  id: "summary",
  blocks: (view) => {
    const { report, words } = view;
    const { primary } = report.study;
    return [
      { kind: "paragraph", tone: "lead", text: about(view) },
      { kind: "figures", items: tiles(view) },
      { kind: "heading", text: words.label.found },
      {
        kind: "statements",
        items: headlines(view),
      },
      { kind: "heading", text: words.label.beforeUse },
      { kind: "list", items: beforeUse(view) },
      { kind: "heading", text: words.label.notAssessedHeading },
      { kind: "paragraph", text: notAssessed(view) },
      ...(view.attributes.length === 0
        ? []
        : [
            {
              kind: "figure" as const,
              figure: forest(view, {
                id: "at-a-glance",
                metric: primary.metric,
                threshold: primary.threshold,
                attributes: view.attributes,
              }),
            },
          ]),
    ];
  },
};

function about(view: View): Text {
  const { words, numbers, report } = view;
  const { model, outcome } = report.study;
  return words.sentence.about({
    model: `${model.name} ${model.version}`,
    manufacturer: model.manufacturer,
    rows: numbers.count(report.ledger.cohortRows),
    unit: report.study.unitOfAnalysis.unit,
    outcome: outcome.description,
  });
}

type Tile = Extract<Block, { kind: "figures" }>["items"][number];

function tiles(view: View): readonly Tile[] {
  const { words, numbers, report, overall } = view;
  const { primary } = report.study;
  const estimate = view.estimate(primary.metric, primary.threshold, "overall");
  const unit = view.metric(primary.metric).unit;
  return [
    {
      value: numbers.count(report.ledger.analysed),
      label: words.label.analysed,
      detail: words.sentence.ofRows(numbers.count(report.ledger.cohortRows)),
    },
    ...(overall === undefined ? [] : happenedTile(view, overall)),
    {
      value:
        estimate?.value === undefined || estimate.value === null
          ? words.label.notEstimable
          : numbers.value(estimate.value, unit),
      label: words.sentence.primaryMetric(view.metricName(primary.metric, primary.threshold)),
      detail: estimate?.interval
        ? words.sentence.intervalIs(
            numbers.declared(estimate.interval.level),
            numbers.range(estimate.interval.low, estimate.interval.high, unit),
          )
        : estimateText(view, estimate),
    },
    {
      value: numbers.count(report.attributes.reduce((n, a) => n + a.subgroups.length, 0)),
      label: words.label.subgroups,
      detail: report.attributes.map((a) => a.label).join(", "),
    },
  ];
}

/** How many events there were, or how many of each class, or the mean of an amount. */
function happenedTile(view: View, overall: ReportSubgroup): Tile[] {
  const { words, numbers, report } = view;
  const { outcome } = report.study;
  const { happened, events, prevalence } = overall;
  if (outcome.kind === "time-to-event")
    return [
      {
        value: numbers.count(events),
        label: words.label.eventsByHorizon,
        detail: words.sentence.censoredBefore(
          happened?.kind === "time-to-event" ? numbers.count(happened.censored) : "",
          `${numbers.plain(outcome.horizon.at)} ${outcome.horizon.unit}`,
        ),
      },
    ];
  if (outcome.kind === "continuous")
    return [
      {
        value: numbers.value(happened?.kind === "continuous" ? happened.meanOutcome : null, "amount"),
        label: words.sentence.inUnit(words.label.meanOutcome, outcome.unit),
        detail: words.sentence.predictedMean(
          numbers.value(happened?.kind === "continuous" ? happened.meanPrediction : null, "amount"),
        ),
      },
    ];
  if (outcome.kind === "multi-class")
    return [
      {
        value: numbers.count(outcome.classes.length),
        label: words.label.classes,
        detail: outcome.classes
          .map(
            ({ level }, k) =>
              `${level} ${numbers.count(happened?.kind === "multi-class" ? (happened.classes[k] ?? 0) : 0)}`,
          )
          .join(", "),
      },
    ];
  return [
    {
      value: numbers.count(events),
      label: words.label.events,
      detail: words.sentence.prevalenceIs(numbers.percent(prevalence)),
    },
  ];
}

function notAssessed({ report, words }: View): Text {
  const names = [...new Set(report.notAssessed.map(({ code }) => words.notAssessed[code].name))];
  return [`${names.join(" · ")}. `, { link: "#not-assessed", text: words.label.why }];
}
