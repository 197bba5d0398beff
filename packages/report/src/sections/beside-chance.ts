import type { Block, Cell, TableRow } from "../document.ts";
import { estimateCell, reasonText } from "../results-text.ts";
import { notes } from "../notes.ts";
import type { View } from "../view.ts";

/** Distances from perfect calibration, each beside what chance alone would make of it in a subgroup of that size. */
const LIFTED = ["integratedCalibrationIndex", "expectedCalibrationError", "miscalibration"];

/** A table of the calibration errors that chance lifts; absent where the report has none. */
export function besideChance(view: View): Block[] {
  const { report, words, numbers } = view;
  const metrics = LIFTED.filter((id) => report.estimates.some((e) => e.metric === id && e.value !== null));
  if (metrics.length === 0) return [];
  const remarks = notes(view);
  const cells = (subgroup: string): (Cell | string)[] =>
    metrics.flatMap((id) => {
      const estimate = view.estimate(id, undefined, subgroup);
      return [estimateCell(view, estimate, remarks), chanceText(view, estimate, id)];
    });
  const line = (subgroup: string): TableRow => ({ cells: [view.levelName(subgroup), ...cells(subgroup)] });
  return [
    { kind: "heading", text: words.label.besideChance },
    { kind: "paragraph", text: words.label.besideChanceNote },
    {
      kind: "table",
      table: {
        caption: words.sentence.withInterval(words.label.besideChance, numbers.declared(report.study.policy.level)),
        columns: [
          { label: words.label.subgroup, align: "start" },
          ...metrics.flatMap((id) => [
            { label: view.metricName(id), align: "start" as const },
            { label: words.label.byChanceAlone, align: "start" as const },
          ]),
        ],
        rows: [
          { ...line("overall"), strong: true },
          ...report.attributes.flatMap((a): TableRow[] => [
            { heading: true, cells: [a.label] },
            ...a.subgroups.map(line),
          ]),
        ],
        notes: [...remarks.list()],
      },
    },
    ...monteCarlo(view, metrics),
  ];
}

type Estimate = ReturnType<View["estimate"]>;

function chanceText(view: View, estimate: Estimate, id: string): Cell | string {
  const chance = estimate?.underPerfectCalibration;
  if (chance === undefined) return "";
  if ("reason" in chance)
    return { text: view.words.sentence.notEstimable(reasonText(view, chance.reason)), muted: true };
  const { unit } = view.metric(id);
  return view.words.sentence.byChance(view.numbers.value(chance.mean, unit), view.numbers.value(chance.upper, unit));
}

/** How far resampling anew could move the limits of everybody. */
function monteCarlo(view: View, metrics: readonly string[]): Block[] {
  const { words, numbers } = view;
  const found = metrics.flatMap((id) => {
    const resampling = view.estimate(id, undefined, "overall")?.resampling;
    if (resampling === undefined) return [];
    const { low, high } = resampling.monteCarloError;
    return [words.sentence.limitsMove(view.metricName(id), numbers.plain(low), numbers.plain(high))];
  });
  const { replicates } = view.report.study.policy.bootstrap;
  return found.length === 0
    ? []
    : [{ kind: "paragraph", tone: "note", text: words.sentence.monteCarlo(numbers.count(replicates), found) }];
}
