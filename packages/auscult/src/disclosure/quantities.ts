import type { AuditReport, ReportSubgroup } from "@auscult/report";

/**
 * What is published or withheld together: a subgroup's rows, what is missing in it, its performance, its performance at a
 * threshold; the rows of the source and of a step on the way from it.
 */
export type Unit = string;

export const unitOf = {
  rows: (subgroup: string): Unit => JSON.stringify(["rows", subgroup]),
  missing: (subgroup: string): Unit => JSON.stringify(["missing", subgroup]),
  performance: (subgroup: string): Unit => JSON.stringify(["performance", subgroup]),
  threshold: (subgroup: string, threshold: number): Unit => JSON.stringify(["threshold", subgroup, threshold]),
  source: JSON.stringify(["source"]),
  step: (index: number): Unit => JSON.stringify(["step", index]),
};

/** A count that a report tells or lets be worked out. */
export interface Quantity {
  readonly value: number;
  /** What has to be published for it to be known; a difference between two of them is known only through others. */
  readonly unit: Unit;
  readonly told: boolean;
  readonly kind: string;
  readonly subgroup: string | undefined;
}

/** Sums that hold between quantities: coefficients by index, adding up to nothing. */
export interface CountSystem {
  readonly quantities: readonly Quantity[];
  readonly sums: readonly (readonly (readonly [quantity: number, coefficient: number])[])[];
  /** Subgroups of one attribute: they part the cohort, or a level of another attribute. */
  readonly families: readonly (readonly string[])[];
}

/**
 * Every count that a whole report tells, and every sum that ties them: rows to what is analysed and what is missing, events
 * and non-events to flagged and not flagged at each threshold, thresholds to each other, levels to everybody, crossings to
 * levels, the source to the cohort.
 */
export function countSystem(report: AuditReport): CountSystem {
  const quantities: Quantity[] = [];
  const at = new Map<string, number>();
  const sums: (readonly [number, number])[][] = [];
  const add = (kind: string, subgroup: string | undefined, value: number, unit: Unit, told = true): number => {
    at.set(JSON.stringify([kind, subgroup ?? null]), quantities.length);
    return quantities.push({ value: Math.round(value), unit, told, kind, subgroup }) - 1;
  };
  const find = (kind: string, subgroup: string | undefined): number | undefined =>
    at.get(JSON.stringify([kind, subgroup ?? null]));
  const sum = (whole: number, ...parts: readonly number[]): void =>
    void sums.push([[whole, 1] as const, ...parts.map((part) => [part, -1] as const)]);

  const thresholds = report.study.thresholds.map(({ value }) => value).sort((a, b) => a - b);
  const kinds = new Set<string>();
  const subgroups = report.subgroups.filter(({ id }) => !id.startsWith("not("));
  for (const s of subgroups) {
    const count = (kind: string, value: number, unit: Unit, told = true): number => {
      kinds.add(kind);
      return add(kind, s.id, value, unit, told);
    };
    const n = known(s, "n");
    const rows = known(s, "rows");
    const events = known(s, "events");
    const [all, analysed] = [count("rows", rows, unitOf.rows(s.id)), count("n", n, unitOf.performance(s.id))];
    const left = count("left", rows - n, unitOf.missing(s.id), false);
    sum(all, analysed, left);
    for (const [kind, missing] of [
      ["missingScore", known(s, "missingScore")],
      ["missingOutcome", known(s, "missingOutcome")],
    ] as const) {
      const part = count(kind, missing, unitOf.missing(s.id));
      sum(left, part, count(`${kind}:not`, rows - n - missing, unitOf.missing(s.id), false));
    }
    const [yes, no] = [
      count("events", events, unitOf.performance(s.id)),
      count("nonEvents", n - events, unitOf.performance(s.id)),
    ];
    sum(analysed, yes, no);
    for (const [kind, value] of happenedCounts(s)) count(kind, value, unitOf.performance(s.id));
    let above: readonly [number, number, number] | undefined;
    for (const t of thresholds) {
      const unit = unitOf.threshold(s.id, t);
      const flagged = flaggedAt(report, s.id, t, events, n - events);
      const tp = count(`tp@${t}`, flagged.events, unit);
      const fp = count(`fp@${t}`, flagged.nonEvents, unit);
      sum(yes, tp, count(`fn@${t}`, events - flagged.events, unit));
      sum(no, fp, count(`tn@${t}`, n - events - flagged.nonEvents, unit));
      if (above !== undefined) {
        const between = (kind: string, low: number, high: number): void =>
          sum(
            low,
            high,
            count(`${kind}@${above![2]}-${t}`, quantities[low]!.value - quantities[high]!.value, unit, false),
          );
        between("tp", above[0], tp);
        between("fp", above[1], fp);
      }
      above = [tp, fp, t];
    }
  }
  const families = familiesOf(report, subgroups);
  for (const { whole, parts } of families)
    for (const kind of kinds) {
      const [of, ...rest] = [find(kind, whole), ...parts.map((part) => find(kind, part))];
      if (of !== undefined && rest.every((r) => r !== undefined)) sum(of, ...rest);
    }
  const cohort = find("rows", subgroups.find(({ of }) => of.length === 0)?.id);
  if (cohort !== undefined) {
    const { sourceRows, steps } = report.ledger;
    const source = add("source", undefined, number(sourceRows), unitOf.source);
    sum(source, cohort, ...steps.map((step, i) => add(`step${i}`, undefined, number(step.rows), unitOf.step(i))));
  }
  return { quantities, sums, families: families.map(({ parts }) => parts) };
}

/** Counts of what happened, where the outcome is not binary. */
function happenedCounts({ happened }: ReportSubgroup): [string, number][] {
  if (happened?.kind === "time-to-event")
    return [
      ["competing", happened.competing],
      ["censored", happened.censored],
    ];
  return happened?.kind === "multi-class" ? happened.classes.map((n, i) => [`class${i}`, n]) : [];
}

/** Levels that part everybody, and crossings that part a level. */
function familiesOf(
  report: AuditReport,
  subgroups: readonly ReportSubgroup[],
): { readonly whole: string; readonly parts: readonly string[] }[] {
  const overall = subgroups.find(({ of }) => of.length === 0);
  const single = new Map(
    subgroups.flatMap(({ id, of }) =>
      of.length === 1 ? [[JSON.stringify([of[0]!.attribute, of[0]!.level]), id]] : [],
    ),
  );
  return report.attributes.flatMap(({ subgroups: ids, crosses }) => {
    const own = subgroups.filter(({ id }) => ids.includes(id));
    if (crosses === undefined)
      return overall === undefined ? [] : [{ whole: overall.id, parts: own.map(({ id }) => id) }];
    return crosses.flatMap((attribute) => {
      const levels = new Set(own.flatMap(({ of }) => of.filter((m) => m.attribute === attribute).map((m) => m.level)));
      return [...levels].flatMap((level) => {
        const whole = single.get(JSON.stringify([attribute, level]));
        const parts = own.filter(({ of }) => of.some((m) => m.attribute === attribute && m.level === level));
        return whole === undefined ? [] : [{ whole, parts: parts.map(({ id }) => id) }];
      });
    });
  });
}

/** Flagged events and non-events, from the rates that the report has (they are exact); nobody where a class is empty. */
function flaggedAt(
  { estimates }: AuditReport,
  subgroup: string,
  threshold: number,
  events: number,
  nonEvents: number,
): { readonly events: number; readonly nonEvents: number } {
  const rate = (metric: string): number => {
    const found = estimates.find((e) => e.metric === metric && e.threshold === threshold && e.subgroup === subgroup);
    return typeof found?.value === "number" ? found.value : 0;
  };
  return {
    events: rate("sensitivity") * events,
    nonEvents: nonEvents === 0 ? 0 : (1 - rate("specificity")) * nonEvents,
  };
}

function known(subgroup: ReportSubgroup, key: "rows" | "n" | "events" | "missingScore" | "missingOutcome"): number {
  return number(subgroup[key]);
}

function number(count: number | "SUPPRESSED"): number {
  if (count === "SUPPRESSED")
    throw new Error("disclosure control needs the whole result, and this one is withheld in part");
  return count;
}
