import type { Block, Table } from "../document.ts";
import { marginText } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";
import { lockBlocks } from "./history.ts";

/** What was asked, and what would count as an answer: as the plan has it. */
export const asked: Section = {
  id: "asked",
  blocks: (view) => {
    const { report, words, numbers } = view;
    const { policy } = report.study;
    return [
      ...lockBlocks(view),
      {
        kind: "paragraph",
        text: words.sentence.primary(
          view.metricName(report.study.primary.metric, report.study.primary.threshold),
          report.study.primary.reason,
        ),
      },
      {
        kind: "paragraph",
        text: words.sentence.policy(
          numbers.declared(policy.level),
          words.multiplicity[report.family.multiplicity],
          words.familyPer[report.family.per],
          numbers.count(report.family.contrasts),
          numbers.count(policy.minimumEvents),
        ),
      },
      ...(policy.assumeIndependentRows === undefined
        ? []
        : [{ kind: "paragraph" as const, text: words.sentence.independenceAssumed(policy.assumeIndependentRows) }]),
      ...tables(view),
      ...exploratory(view),
    ];
  },
};

function tables(view: View): Block[] {
  const { report, words, numbers } = view;
  const { label } = words;
  const { margins, partialArea, thresholds, utility } = report.study;
  const start = (text: string) => ({ label: text, align: "start" as const });
  const end = (text: string) => ({ label: text, align: "end" as const });
  const all: (Table | undefined)[] = [
    margins.length === 0
      ? undefined
      : {
          caption: label.margins,
          columns: [start(label.metric), start(label.margin), start(label.reason)],
          rows: margins.map((m) => ({
            cells: [view.metricName(m.metric), marginText(view, m.metric, m.scale, m), m.reason],
          })),
        },
    thresholds.length === 0
      ? undefined
      : {
          caption: label.thresholds,
          columns: [end(label.threshold), start(label.howSet), start(label.reason)],
          rows: thresholds.map((t) => ({
            cells: [
              numbers.plain(t.value),
              words.sentence.howSet(
                t.how,
                t.requested === undefined
                  ? ""
                  : t.how === "topFraction"
                    ? numbers.declared(t.requested)
                    : numbers.count(t.requested),
                t.flagged === undefined ? undefined : numbers.count(t.flagged),
              ),
              t.reason,
            ],
          })),
        },
    view.attributes.length === 0
      ? undefined
      : {
          caption: label.subgroupsAndReferences,
          columns: [start(label.attribute), end(label.levels), start(label.reference), start(label.reason)],
          rows: view.attributes.map((a) => ({
            cells: [
              a.label,
              numbers.count(a.subgroups.length),
              a.reference?.level ?? words.against.rest,
              a.reference?.reason ?? label.noReference,
            ],
          })),
        },
  ];
  return [
    ...all.flatMap((table) => (table === undefined ? [] : [{ kind: "table" as const, table }])),
    ...(partialArea === undefined
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: words.sentence.partialArea(partialArea.of, numbers.declared(partialArea.limit), partialArea.reason),
          },
        ]),
    ...(utility === undefined
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: words.sentence.utilityRange(
              numbers.declared(utility.low),
              numbers.declared(utility.high),
              utility.reason,
            ),
          },
        ]),
  ];
}

function exploratory({ report, words, numbers }: View): Block[] {
  if (report.exploratory.length === 0) return [];
  return [
    { kind: "heading", text: words.label.exploratory },
    { kind: "list", items: report.exploratory.map(({ code, count }) => words.exploratory[code](numbers.count(count))) },
  ];
}
