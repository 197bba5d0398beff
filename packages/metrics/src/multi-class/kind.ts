import { type AuditPlan, type Cohort, scoreCountsOfEach, tallyCohort } from "@auscult/core";
import { compare } from "../compare.ts";
import { evaluateCurve } from "../evaluate.ts";
import type { Comparable } from "../contrast.ts";
import { adjustFamilies } from "../family.ts";
import { assessRows, type Sample } from "../outcome-kinds/assess-rows.ts";
import type { Assessed, Assessment, OutcomeKind } from "../outcome-kinds/outcome-kind.ts";
import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { pick } from "../outcomes/follow-up.ts";
import type { ClassRows } from "./class-rows.ts";
import { ordinalC } from "./hand-till-m.ts";
import { multiClassMetrics } from "./metrics.ts";
import { classesOf, cohortOfClass, multiClassOf, type OneClass } from "./one-class.ts";

/** One of several classes: each against the rest first, by the methods of a binary outcome, then all of them together. */
export const multiClass: OutcomeKind = {
  kind: "multi-class",
  metrics: (plan) => [...classesOf(plan).flatMap(({ metrics }) => metrics), ...offered(plan)],
  curves: (plan) => classesOf(plan).flatMap(({ curves }) => curves),
  assess(assessed) {
    const { cohort, plan, subgroups, family } = assessed;
    const parts = classesOf(plan).map((one, k) => againstRest(one, cohortOfClass(cohort, k), assessed));
    const together = assessRows(assessed, offered(plan), [], (rows) => sampleOf(cohort, rows));
    const all = [...parts, together];
    const measured = new Map<string, readonly Comparable[]>();
    for (const part of all)
      for (const [id, own] of part.measured) measured.set(id, [...(measured.get(id) ?? []), ...own]);
    const contrasts = all.flatMap((part) => part.contrasts);
    return {
      // In the order of subgroups, as of every kind.
      estimates: subgroups.flatMap(({ id }) => (measured.get(id) ?? []).map((m) => m.estimate)),
      // One family and one screen over all of them, not one for each class.
      contrasts: adjustFamilies(contrasts, subgroups, family, measured),
      curves: all.flatMap((part) => part.curves),
    };
  },
};

/** The ordinal measure only of classes that are in order. */
function offered(plan: AuditPlan): readonly OutcomeMetric<ClassRows>[] {
  const { ordered } = multiClassOf(plan);
  return multiClassMetrics.filter(({ id }) => ordered || id !== ordinalC.id);
}

type Part = Pick<Assessment, "contrasts" | "curves"> & {
  readonly measured: ReadonlyMap<string, readonly Comparable[]>;
};

/** One class against the rest, from its own tally: with weights, and with patients who repeat, as of a binary outcome. */
function againstRest({ metrics, curves }: OneClass, cohort: Cohort, { subgroups, plan, family }: Assessed): Part {
  const { level, minimumEvents, assumeIndependentRows } = plan.policy;
  const tally = tallyCohort(cohort);
  const { measured, contrasts } = compare(tally, subgroups, {
    level,
    minimumEvents,
    thresholds: [],
    assumeIndependentRows: assumeIndependentRows !== undefined,
    metrics,
    margins: plan.margins,
    family,
  });
  const single = subgroups.filter(({ of }) => of.length <= 1);
  const counts = scoreCountsOfEach(tally, single);
  const drawn = single.flatMap(({ id }, i) =>
    curves.map((curve) => ({
      curve: curve.id,
      subgroup: id,
      points: evaluateCurve(curve, counts[i]!, { level, thresholds: [], scoreKind: "probability" }),
    })),
  );
  return { measured, contrasts, curves: drawn };
}

/** Rows in the order of what they hold, so that the order of the source leaves no trace in the last bit of a sum. */
function sampleOf({ happened, score, weight, block }: Cohort, rows: Uint32Array): Sample<ClassRows> {
  if (happened?.kind !== "multi-class") throw new RangeError("the cohort has no classes");
  const { classOf, probability } = happened;
  const keys = [classOf, ...probability, ...(weight === undefined ? [] : [weight])];
  const from = [...rows]
    .filter((i) => !Number.isNaN(score[i]!) && !Number.isNaN(classOf[i]!))
    .sort((a, b) => {
      for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!;
      return (block?.[a] ?? 0) - (block?.[b] ?? 0);
    });
  const own = pick(classOf, from);
  const sizes = probability.map((_, k) => own.reduce((n, of) => n + (of === k ? 1 : 0), 0));
  const least = from.length === 0 ? 0 : Math.min(...sizes);
  return {
    rows: {
      classOf: own,
      probability: probability.map((p) => pick(p, from)),
      ...(weight === undefined ? {} : { weight: pick(weight, from) }),
    },
    from,
    // The rarest class is what a measure over all of them is uncertain by.
    who: { n: from.length, events: least, nonEvents: from.length - least },
  };
}
