import type { ReportContrast } from "./audit-report.ts";
import type { Block, Table, TableRow } from "./document.ts";
import { notes } from "./notes.ts";
import { contrastText, gapText, marginText, toneOf } from "./results-text.ts";
import type { View } from "./view.ts";

/** Contrasts of one metric: the difference with its interval first, p only beside it, the margin and the verdict. */
export function contrastTable(view: View, contrasts: readonly ReportContrast[]): Table {
  const { words, numbers, report } = view;
  const remarks = notes(view);
  const [first] = contrasts;
  const name = first === undefined ? "" : view.metricName(first.metric, first.threshold);
  const adjusted = contrasts.some((c) => c.pAdjusted !== undefined);
  const screened = contrasts.some((c) => c.falseDiscoveryRate !== undefined);
  const needing = contrasts.some((c) => c.rowsNeeded !== undefined);
  const line = (c: ReportContrast): TableRow => {
    const marks = [remarks.flags(c.flags), c.inFamily ? "" : remarks.remark(words.label.exploratoryRemark)].filter(
      (m) => m !== "",
    );
    return {
      cells: [
        view.levelName(c.subgroup),
        c.against.kind === "reference" ? view.levelName(c.against.subgroup) : words.against.rest,
        {
          text: contrastText(view, c),
          muted: c.value === null,
          whole: c.interval !== null,
          ...(marks.length === 0 ? {} : { marks: marks.join(" ") }),
        },
        marginText(view, c.metric, c.scale, c.margin),
        c.p === null ? "" : numbers.value(c.p, "p"),
        ...(adjusted ? [c.pAdjusted === undefined ? "" : numbers.value(c.pAdjusted, "p")] : []),
        ...(screened ? [c.falseDiscoveryRate === undefined ? "" : numbers.value(c.falseDiscoveryRate, "p")] : []),
        gapText(view, c, c.smallestDetectableGap),
        ...(needing ? [c.rowsNeeded === undefined ? "" : numbers.count(c.rowsNeeded)] : []),
        overturned(c)
          ? { text: words.summary[c.summary], tone: toneOf(c), marks: remarks.remark(words.label.notOverFamily) }
          : { text: words.verdict[c.verdict].name, tone: toneOf(c) },
      ],
    };
  };
  return {
    caption: words.sentence.tableOfContrasts(name),
    columns: [
      { label: words.label.subgroup, align: "start" },
      { label: words.label.comparedWith, align: "start" },
      {
        label: words.sentence.withInterval(
          words.label[first?.scale ?? "difference"],
          numbers.declared(report.study.policy.level),
        ),
        align: "start",
      },
      { label: words.label.margin, align: "start" },
      { label: words.label.p, align: "end" },
      ...(adjusted ? [{ label: words.label.pAdjusted, align: "end" as const }] : []),
      ...(screened ? [{ label: words.label.falseDiscoveryRate, align: "end" as const }] : []),
      { label: words.label.smallestDetectableGap, align: "end" },
      ...(needing ? [{ label: words.label.rowsNeeded, align: "end" as const }] : []),
      { label: words.label.verdict, align: "start" },
    ],
    rows: report.attributes.flatMap((attribute): TableRow[] => {
      const own = contrasts.filter((c) => attribute.subgroups.includes(c.subgroup));
      return own.length === 0 ? [] : [{ heading: true, cells: [attribute.label] }, ...own.map(line)];
    }),
    notes: remarks.list(),
  };
}

/** The same, folded away; nothing where nothing was compared. */
export function contrastDetails(view: View, contrasts: readonly ReportContrast[]): Block[] {
  const [first] = contrasts;
  if (first === undefined) return [];
  const summary = view.words.sentence.differencesIn(view.metricName(first.metric, first.threshold));
  return [{ kind: "details", summary, blocks: [{ kind: "table", table: contrastTable(view, contrasts) }] }];
}

/** A gap that its own interval shows, and that does not hold over the whole family. */
function overturned({ verdict, summary }: ReportContrast): boolean {
  return verdict === "inequity_demonstrated" && summary !== "gap-shown";
}
