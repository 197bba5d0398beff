import type { AuditReport } from "./audit-report.ts";
import type { Block } from "./document.ts";
import { type View, view } from "./view.ts";

/** The classes of an outcome that has several, in the plan's order. */
function classesOf({ report }: View): readonly string[] {
  const { outcome } = report.study;
  return outcome.kind === "multi-class" ? outcome.classes.map(({ level }) => level) : [];
}

/**
 * The report as if one class were the event: what is of that class under the name that a binary outcome's has, so that
 * the same sections and charts show it. Everything else is left out.
 */
export function classView({ report, words }: View, level: string): View {
  const metrics = report.metrics.filter((m) => m.of?.level === level);
  const curveKinds = report.curveKinds.filter((c) => c.of?.level === level);
  const metricOf = new Map(metrics.map((m) => [m.id, m.of!.metric]));
  const curveOf = new Map(curveKinds.map((c) => [c.id, c.of!.curve]));
  const named = <T extends { readonly metric: string }>(results: readonly T[]): T[] =>
    results.flatMap((r) => (metricOf.has(r.metric) ? [{ ...r, metric: metricOf.get(r.metric)! }] : []));
  const estimates = named(report.estimates);
  const events = new Map(estimates.filter((e) => e.metric === "auroc").map((e) => [e.subgroup, e.events]));
  const own: AuditReport = {
    ...report,
    metrics: metrics.map((m) => ({ ...m, id: m.of!.metric })),
    curveKinds: curveKinds.map((c) => ({ ...c, id: c.of!.curve })),
    estimates,
    contrasts: named(report.contrasts),
    curves: report.curves.flatMap((c) => (curveOf.has(c.curve) ? [{ ...c, curve: curveOf.get(c.curve)! }] : [])),
    subgroups: report.subgroups.map((s) => ({ ...s, events: events.get(s.id) ?? 0 })),
  };
  return view(own, words);
}

/** Blocks of each class under its heading, the figures with ids of their own. */
export function byClass(whole: View, blocks: (of: View) => readonly Block[]): Block[] {
  return classesOf(whole).flatMap((level, k): Block[] => {
    const own = blocks(classView(whole, level));
    if (own.length === 0) return [];
    return [
      { kind: "heading", text: whole.words.sentence.againstRest(level) },
      ...own.map(
        (block): Block =>
          block.kind === "figure"
            ? { ...block, figure: { ...block.figure, id: `${block.figure.id}-class-${k + 1}` } }
            : block,
      ),
    ];
  });
}

/** A metric's id as part of a figure's: a class, whose name may hold anything, by its place. */
export function figureName(of: View, metric: string): string {
  const facts = of.metric(metric);
  if (facts.of === undefined) return metric;
  return `${facts.of.metric}-class-${classesOf(of).indexOf(facts.of.level) + 1}`;
}
