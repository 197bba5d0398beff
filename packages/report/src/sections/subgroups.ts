import { forest } from "../charts/forest.ts";
import { gap } from "../charts/gap.ts";
import { contrastDetails } from "../contrast-table.ts";
import type { Block } from "../document.ts";
import { keyMetrics } from "../key-metrics.ts";
import type { Section } from "../section.ts";
import { figureName } from "../class-view.ts";
import type { View } from "../view.ts";
import { findingBlocks } from "./findings.ts";

const FURTHER = ["greatest-gap", "shrinkage", "criteria-conflict"] as const;

/** Every subgroup that the plan names, those too small shown as such; differences with their verdicts. */
export const subgroups: Section = {
  id: "subgroups",
  blocks: (view) => {
    if (view.report.attributes.length === 0) return [];
    return [...verdicts(view), ...forests(view), ...crossings(view), ...findingBlocks(view, FURTHER), ...pointer(view)];
  },
};

function verdicts(view: View): Block[] {
  const { report, words } = view;
  const { metric, threshold } = report.study.primary;
  const own = report.contrasts.filter((c) => c.metric === metric && c.threshold === threshold);
  const single = own.filter((c) => view.subgroup(c.subgroup)?.of.length === 1);
  const figure = gap(view, "gaps-primary", single);
  return [
    { kind: "heading", text: words.sentence.differencesIn(view.metricName(metric, threshold)) },
    {
      kind: "paragraph",
      text: [
        `${words.label.howToReadVerdicts} ${words.label.seeAtAGlance} `,
        { link: "#figure-at-a-glance", text: words.section.summary },
        ".",
      ],
    },
    ...(figure === undefined
      ? [{ kind: "paragraph" as const, text: words.sentence.noContrasts }]
      : [{ kind: "figure" as const, figure }]),
  ];
}

function forests(view: View): Block[] {
  const [, ...others] = keyMetrics(view);
  return others.flatMap(({ metric, threshold }): Block[] => [
    { kind: "heading", text: view.metricName(metric, threshold) },
    { kind: "paragraph", tone: "note", text: view.metricMeaning(metric) ?? "" },
    {
      kind: "figure",
      figure: forest(view, {
        id: `forest-${figureName(view, metric)}${threshold === undefined ? "" : "-at"}`,
        metric,
        threshold,
        attributes: view.attributes,
      }),
    },
    ...contrastDetails(
      view,
      view.report.contrasts.filter(
        (c) => c.metric === metric && c.threshold === threshold && view.subgroup(c.subgroup)?.of.length === 1,
      ),
    ),
  ]);
}

function pointer({ words }: View): Block[] {
  return [{ kind: "paragraph", text: [{ link: "#full-results", text: words.section["full-results"] }, "."] }];
}

function crossings(view: View): Block[] {
  const { report, words } = view;
  if (view.intersections.length === 0) return [];
  const { metric, threshold } = report.study.primary;
  const crossed = report.contrasts.filter(
    (c) => c.metric === metric && c.threshold === threshold && (view.subgroup(c.subgroup)?.of.length ?? 0) > 1,
  );
  return [
    { kind: "heading", text: words.label.intersections },
    { kind: "paragraph", text: words.label.intersectionsNote },
    ...view.intersections.map(
      (attribute): Block => ({
        kind: "figure",
        figure: {
          ...forest(view, {
            id: `forest-${attribute.id.replaceAll("&", "-and-")}`,
            metric,
            threshold,
            attributes: [attribute],
          }),
          title: words.sentence.figureBy(view.metricName(metric, threshold), attribute.label),
        },
      }),
    ),
    ...contrastDetails(view, crossed),
  ];
}
