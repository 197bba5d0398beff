import type { ReportContrast } from "../audit-report.ts";
import type { Datum, Figure } from "../document.ts";
import { contrastTable } from "../contrast-table.ts";
import { contrastText, contrastUnit, marginText, toneOf } from "../results-text.ts";
import { sizeHeading, sizeText } from "../size-text.ts";
import type { View } from "../view.ts";
import { axisRange } from "./axis-range.ts";
import { drawn, fitted } from "./forest-rows.ts";
import { forestSpec } from "./forest-spec.ts";

/** Every contrast of one metric as a forest about no difference, the margin shaded, the verdict beside it. */
export function gap(view: View, id: string, contrasts: readonly ReportContrast[]): Figure | undefined {
  const [first] = contrasts;
  if (first === undefined) return undefined;
  const { words, numbers } = view;
  const { metric, threshold, scale } = first;
  const name = view.metricName(metric, threshold);
  const log = scale === "ratio";
  const none = log ? 1 : 0;
  const steady = contrasts.filter((c) => !c.flags.includes("FEW_EVENTS") && !c.flags.includes("FEW_NON_EVENTS"));
  const used = steady.length > 0 ? steady : contrasts;
  const axis = axisRange(
    [
      none,
      ...(first.margin === null ? [] : [first.margin.low, first.margin.high]),
      ...used.flatMap((c) => [c.value, c.interval?.low ?? null, c.interval?.high ?? null]),
    ],
    { log, bounds: ["-infinity", "infinity"] },
  );
  const unit = contrastUnit(view, first);
  const rows: Datum[] = view.report.attributes
    .flatMap((attribute): Datum[] => {
      const own = contrasts.filter((c) => attribute.subgroups.includes(c.subgroup));
      if (own.length === 0) return [];
      const versus = words.sentence.attributeVersus(attribute.label, comparator(view, own[0]!));
      return [
        { kind: "heading", label: versus },
        ...own.map((c) => ({
          kind: "level",
          label: fitted(view.levelName(c.subgroup)),
          count: sizeText(view, metric, c.subgroup),
          ...(c.value === null ? { why: contrastText(view, c) } : { text: contrastText(view, c) }),
          few: c.flags.includes("FEW_EVENTS") || c.flags.includes("FEW_NON_EVENTS"),
          verdict: words.summaryShort[c.summary],
          tone: toneOf(c),
          ...drawn(c.value, c.interval, axis),
        })),
      ];
    })
    .map((datum, i) => ({ row: i, ...datum }));
  const difference = words.sentence.contrastHeading(name, scale, unit === "amount" ? "" : view.unitName(unit));
  return {
    id,
    title: words.sentence.figureGaps(name),
    panels: [
      {
        alt: words.sentence.altGaps(
          name,
          marginText(view, metric, scale, first.margin),
          contrasts.map(
            (c) => `${view.subgroupName(c.subgroup)}: ${words.summary[c.summary]}, ${contrastText(view, c)}`,
          ),
        ),
        spec: forestSpec({
          axis,
          xTitle: difference,
          percent: unit === "proportion",
          headings: {
            label: words.label.subgroup,
            count: sizeHeading(view, metric),
            text: words.sentence.withInterval(words.label[scale], numbers.declared(view.report.study.policy.level)),
            verdict: words.label.verdict,
          },
          ideal: none,
          ...(first.margin === null ? {} : { band: first.margin }),
        }),
        data: { rows },
      },
    ],
    key: [
      ...(first.margin === null
        ? []
        : [
            {
              sign: "margin" as const,
              text: words.sentence.insideMargin(marginText(view, metric, scale, first.margin)),
            },
          ]),
      ...(rows.some((r) => r["few"] === true)
        ? [
            {
              sign: "hollow" as const,
              text: words.sentence.fewEvents(numbers.count(view.report.study.policy.minimumEvents)),
            },
          ]
        : []),
      ...(rows.some((r) => r["cutLow"] === true || r["cutHigh"] === true)
        ? [{ sign: "arrow" as const, text: words.label.beyondAxis }]
        : []),
    ],
    table: contrastTable(view, contrasts),
  };
}

function comparator(view: View, { against }: ReportContrast): string {
  return against.kind === "reference" ? view.levelName(against.subgroup) : view.words.against.rest;
}
