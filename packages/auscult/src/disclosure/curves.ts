import type { ReportCurve } from "@auscult/report";
import type { Cuts } from "./cuts.ts";

type Columns = Record<string, (number | null)[]>;

/** What of a subgroup a curve is made of again. */
interface Totals {
  readonly events: number;
  readonly nonEvents: number;
}

/**
 * A curve that shows no person: made again from the counts at the common cuts, or, of a smooth curve, its height there.
 * A curve that cannot be is withheld.
 */
export function withoutPersons(curve: ReportCurve, cuts: Cuts, totals: Totals): ReportCurve {
  const columns = MAKERS[curve.curve]?.(curve, cuts, totals);
  return columns === undefined ? withheldCurve(curve) : { ...curve, columns };
}

export function withheldCurve({ curve, subgroup }: ReportCurve): ReportCurve {
  return { curve, subgroup, status: "undefined", columns: {}, flags: [], reason: "SUPPRESSED" };
}

type Maker = (curve: ReportCurve, cuts: Cuts, totals: Totals) => Columns | undefined;

const MAKERS: Readonly<Record<string, Maker>> = {
  roc: ({ subgroup }, cuts, { events, nonEvents }) => {
    if (events === 0 || nonEvents === 0) return undefined;
    const steps = [...stepsOf(cuts, subgroup), { at: null, events, nonEvents }];
    return {
      falsePositiveRate: [0, ...steps.map((s) => s.nonEvents / nonEvents)],
      sensitivity: [0, ...steps.map((s) => s.events / events)],
      threshold: [null, ...steps.map((s) => s.at)],
    };
  },
  precisionRecall: ({ subgroup }, cuts, { events, nonEvents }) => {
    if (events === 0) return undefined;
    const steps = [...stepsOf(cuts, subgroup), { at: null, events, nonEvents }].filter(
      (s) => s.events + s.nonEvents > 0,
    );
    return {
      sensitivity: steps.map((s) => s.events / events),
      ppv: steps.map((s) => s.events / (s.events + s.nonEvents)),
      prevalence: steps.map(() => events / (events + nonEvents)),
      threshold: steps.map((s) => s.at),
    };
  },
  decisionCurve: ({ subgroup, columns }, cuts, { events, nonEvents }) => {
    const drawn = columns["threshold"]?.filter((t) => typeof t === "number") ?? [];
    const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
    const n = events + nonEvents;
    const steps = stepsOf(cuts, subgroup)
      .filter(({ at }) => at >= low && at <= high && at < 1)
      .sort((a, b) => a.at - b.at);
    if (steps.length < 2 || n === 0) return undefined;
    const odds = (t: number): number => t / (1 - t);
    return {
      threshold: steps.map((s) => s.at),
      netBenefit: steps.map((s) => (s.events - s.nonEvents * odds(s.at)) / n),
      low: steps.map(() => null),
      high: steps.map(() => null),
      treatAll: steps.map((s) => (events - nonEvents * odds(s.at)) / n),
      treatNone: steps.map(() => 0),
    };
  },
  scoreDistribution: ({ subgroup, columns }, cuts, totals) => {
    const from = columns["from"]?.[0];
    const to = columns["to"]?.at(-1);
    if (typeof from !== "number" || typeof to !== "number") return undefined;
    const steps = stepsOf(cuts, subgroup);
    const edges = [...steps.map(({ at }) => at), from].reverse();
    const above = [...steps, { events: totals.events, nonEvents: totals.nonEvents }].reverse();
    const within = (side: "events" | "nonEvents"): number[] =>
      above.map((own, i) => own[side] - (above[i + 1]?.[side] ?? 0));
    const share = (counts: readonly number[], all: number): (number | null)[] =>
      counts.map((n) => (all > 0 ? n / all : null));
    const [events, nonEvents] = [within("events"), within("nonEvents")];
    return {
      from: edges,
      to: [...edges.slice(1), to],
      nonEvents,
      events,
      nonEventShare: share(nonEvents, totals.nonEvents),
      eventShare: share(events, totals.events),
    };
  },
  calibrationCurve: ({ columns }, cuts) => {
    const x = (columns["predicted"] ?? []).filter((v) => typeof v === "number");
    const at = [...cuts.at].reverse().filter((cut) => cut > Math.min(...x) && cut < Math.max(...x));
    if (at.length < 2) return undefined;
    const height = (column: string): (number | null)[] => at.map((cut) => heightAt(columns, column, cut));
    return { predicted: at, observed: height("observed"), low: height("low"), high: height("high") };
  },
};

function stepsOf(
  { at, events, nonEvents }: Cuts,
  subgroup: string,
): { readonly at: number; readonly events: number; readonly nonEvents: number }[] {
  return at.map((cut, i) => ({ at: cut, events: events.get(subgroup)![i]!, nonEvents: nonEvents.get(subgroup)![i]! }));
}

/** Between two points of a smooth curve, to three decimals: enough for the eye, too little to find a patient's score by. */
function heightAt(columns: ReportCurve["columns"], column: string, at: number): number | null {
  const x = columns["predicted"] ?? [];
  const y = columns[column] ?? [];
  const after = x.findIndex((v) => typeof v === "number" && v >= at);
  const [x0, x1, y0, y1] = [x[after - 1], x[after], y[after - 1], y[after]];
  if (typeof x0 !== "number" || typeof x1 !== "number" || typeof y0 !== "number" || typeof y1 !== "number") return null;
  return Number((y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)).toFixed(3));
}
