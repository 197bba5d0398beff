import { type Bounds, type Equation, linearBounds } from "@auscult/metrics";
import type { AuditReport } from "@auscult/report";

/** A count that the attack is after: its name and what it really is. */
export interface Target {
  readonly name: string;
  readonly value: number;
}

/** Names of counts: kind and subgroup. */
const name = (kind: string, subgroup: string): string => `${kind} of ${subgroup}`;

/** Every count of a whole report that is above 0 and below the minimum: what the attack must not find. */
export function smallCounts(whole: AuditReport, minimum: number): Target[] {
  return [...countsOf(whole)].flatMap(([of, value]) => (value > 0 && value < minimum ? [{ name: of, value }] : []));
}

/**
 * What can be worked out of a published report, by whoever takes every number in it and every sum that must hold: counts,
 * shares of counts, rates times their denominators, differences from a comparison with a known side, flags in a thousand,
 * points of curves at thresholds; then linear programming.
 */
export function attack(published: AuditReport, targets: readonly Target[]): Map<string, Bounds> {
  const unknowns = new Map<string, number>();
  const equations: Equation[] = [];
  const at = (of: string): number => {
    if (!unknowns.has(of)) unknowns.set(of, unknowns.size);
    return unknowns.get(of)!;
  };
  const add = (sum: number, ...terms: readonly (readonly [string, number])[]): void =>
    void equations.push({ terms: terms.map(([of, by]) => [at(of), by] as const), sum });
  for (const [of, value] of countsOf(published)) add(value, [of, 1]);
  const subgroups = published.subgroups.map(({ id }) => id);
  const thresholds = published.study.thresholds.map((t) => t.value);

  for (const id of subgroups) {
    add(0, [name("rows", id), 1], [name("n", id), -1], [name("left", id), -1]);
    add(0, [name("n", id), 1], [name("events", id), -1], [name("nonEvents", id), -1]);
    for (const missing of ["missingScore", "missingOutcome"])
      add(0, [name("left", id), 1], [name(missing, id), -1], [name(`not ${missing}`, id), -1]);
    for (const t of thresholds) {
      add(0, [name("events", id), 1], [name(`tp@${t}`, id), -1], [name(`fn@${t}`, id), -1]);
      add(0, [name("nonEvents", id), 1], [name(`fp@${t}`, id), -1], [name(`tn@${t}`, id), -1]);
    }
    for (const [i, t] of thresholds.entries())
      for (const kind of ["tp", "fp"])
        if (i > 0)
          add(
            0,
            [name(`${kind}@${thresholds[i - 1]}`, id), 1],
            [name(`${kind}@${t}`, id), -1],
            [name(`${kind} between ${i}`, id), -1],
          );
  }
  const kinds = [
    "rows",
    "n",
    "left",
    "events",
    "nonEvents",
    "missingScore",
    "missingOutcome",
    ...thresholds.flatMap((t) => ["tp", "fp", "fn", "tn"].map((k) => `${k}@${t}`)),
  ];
  for (const { whole, parts } of familiesOf(published))
    for (const kind of kinds) add(0, [name(kind, whole), 1], ...parts.map((part) => [name(kind, part), -1] as const));
  for (const id of subgroups) {
    const of = /^not\((.*)\)$/.exec(id)?.[1];
    if (of !== undefined)
      for (const kind of kinds) add(0, [name(kind, "overall"), 1], [name(kind, of), -1], [name(kind, id), -1]);
  }
  for (const s of published.subgroups) {
    if (s.share !== null) add(0, [name("rows", s.id), 1], [name("rows", "overall"), -s.share]);
    if (s.prevalence !== null) add(0, [name("events", s.id), 1], [name("n", s.id), -s.prevalence]);
  }
  for (const [key, value] of ratesOf(published)) {
    const {
      metric,
      threshold: t,
      subgroup: id,
    } = JSON.parse(key) as { metric: string; threshold: number; subgroup: string };
    const rate = RATES[metric]?.(t);
    if (rate !== undefined)
      add(
        0,
        ...rate.part.map((k) => [name(k, id), 1] as const),
        ...rate.all.map((k) => [name(k, id), -value] as const),
      );
  }
  for (const { threshold: t, subgroup: id, per1000 } of published.workload)
    add(0, [name(`tp@${t}`, id), 1], [name(`fp@${t}`, id), 1], [name("n", id), -Number(per1000.value) / 1000]);

  const found = linearBounds(
    unknowns.size,
    equations.map(merged),
    targets.map((t) => at(t.name)),
  );
  return new Map(targets.map((t) => [t.name, found.get(at(t.name))!]));
}

function countsOf(report: AuditReport): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (kind: string, id: string, value: unknown): void => {
    if (typeof value === "number") counts.set(name(kind, id), value);
  };
  for (const s of report.subgroups)
    for (const kind of ["rows", "n", "events", "missingScore", "missingOutcome"] as const) add(kind, s.id, s[kind]);
  for (const s of report.subgroups) {
    if (typeof s.n === "number" && typeof s.events === "number") add("nonEvents", s.id, s.n - s.events);
    if (typeof s.rows === "number" && typeof s.n === "number") add("left", s.id, s.rows - s.n);
  }
  for (const e of report.estimates) {
    add("n", e.subgroup, e.n);
    add("events", e.subgroup, e.events);
    if (typeof e.n !== "number" || typeof e.events !== "number" || typeof e.value !== "number") continue;
    const t = e.threshold;
    const nonEvents = e.n - e.events;
    if (e.metric === "sensitivity") {
      add(`tp@${t}`, e.subgroup, Math.round(e.value * e.events));
      add(`fn@${t}`, e.subgroup, Math.round((1 - e.value) * e.events));
    }
    if (e.metric === "specificity") {
      add(`tn@${t}`, e.subgroup, Math.round(e.value * nonEvents));
      add(`fp@${t}`, e.subgroup, Math.round((1 - e.value) * nonEvents));
    }
  }
  const { ledger, study } = report;
  add("rows", "overall", ledger.cohortRows);
  add("n", "overall", ledger.analysed);
  add("missingScore", "overall", ledger.missingScore);
  add("missingOutcome", "overall", ledger.missingOutcome);
  if (ledger.steps.length === 0) add("rows", "overall", ledger.sourceRows);
  if (study.patients?.repeated === false) add("rows", "overall", study.patients.distinct);
  for (const c of report.curves.filter(({ curve }) => curve === "scoreDistribution")) {
    const sum = (values: readonly unknown[]): number | undefined =>
      values.length > 0 && values.every((v) => typeof v === "number") ? values.reduce((a, b) => a + b, 0) : undefined;
    add("events", c.subgroup, sum(c.columns["events"] ?? []));
    add("nonEvents", c.subgroup, sum(c.columns["nonEvents"] ?? []));
  }
  return counts;
}

/** Every published rate, and those that a published difference gives with a rate on one side. */
function ratesOf(report: AuditReport): Map<string, number> {
  const key = (metric: string, threshold: number | undefined, subgroup: string): string =>
    JSON.stringify({ metric, threshold, subgroup });
  const rates = new Map<string, number>();
  for (const e of report.estimates)
    if (typeof e.value === "number") rates.set(key(e.metric, e.threshold, e.subgroup), e.value);
  for (let before = -1; before !== rates.size; ) {
    before = rates.size;
    for (const c of report.contrasts) {
      if (typeof c.value !== "number") continue;
      const [own, other] = [key(c.metric, c.threshold, c.subgroup), key(c.metric, c.threshold, c.against.subgroup)];
      const ratio = c.scale === "ratio";
      if (rates.has(other) && !rates.has(own))
        rates.set(own, ratio ? rates.get(other)! * c.value : rates.get(other)! + c.value);
      if (rates.has(own) && !rates.has(other))
        rates.set(other, ratio ? rates.get(own)! / c.value : rates.get(own)! - c.value);
    }
  }
  return rates;
}

const RATES: Readonly<
  Record<string, (t: number) => { readonly part: readonly string[]; readonly all: readonly string[] }>
> = {
  sensitivity: (t) => ({ part: [`tp@${t}`], all: ["events"] }),
  specificity: (t) => ({ part: [`tn@${t}`], all: ["nonEvents"] }),
  ppv: (t) => ({ part: [`tp@${t}`], all: [`tp@${t}`, `fp@${t}`] }),
  npv: (t) => ({ part: [`tn@${t}`], all: [`tn@${t}`, `fn@${t}`] }),
  selectionRate: (t) => ({ part: [`tp@${t}`, `fp@${t}`], all: ["n"] }),
  accuracy: (t) => ({ part: [`tp@${t}`, `tn@${t}`], all: ["n"] }),
  prevalence: () => ({ part: ["events"], all: ["n"] }),
};

function familiesOf({ attributes, subgroups }: AuditReport): { whole: string; parts: string[] }[] {
  return attributes.flatMap(({ subgroups: own, crosses }) => {
    if (crosses === undefined) return [{ whole: "overall", parts: [...own] }];
    const cells = subgroups.filter((s) => own.includes(s.id));
    return crosses.flatMap((attribute) => {
      const levels = [
        ...new Set(cells.flatMap((s) => s.of.filter((m) => m.attribute === attribute).map((m) => m.level))),
      ];
      return levels.map((level) => ({
        whole: subgroups.find((s) => s.of.length === 1 && s.of[0]!.attribute === attribute && s.of[0]!.level === level)!
          .id,
        parts: cells.filter((s) => s.of.some((m) => m.attribute === attribute && m.level === level)).map((s) => s.id),
      }));
    });
  });
}

function merged({ terms, sum }: Equation): Equation {
  const by = new Map<number, number>();
  for (const [unknown, coefficient] of terms) by.set(unknown, (by.get(unknown) ?? 0) + coefficient);
  return { terms: [...by], sum };
}
