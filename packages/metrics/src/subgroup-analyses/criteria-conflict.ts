import type { Contrast } from "../estimates.ts";
import { newcombeDifference } from "../inference/proportion-difference.ts";
import { isUndefined } from "../result.ts";
import type { Beside, RowAnalysis } from "../row-analysis.ts";
import { type ErrorRates, explainImpossibility, type ImpossibilityExplained } from "../subgroups/impossibility.ts";
import { measuredIn } from "./attribute-groups.ts";

/**
 * Why criteria of fairness cannot all be met here: where a subgroup's event rate is shown to differ from its
 * comparator's, the false positive rate that equal PPV and equal sensitivity would force. Arithmetic, not an estimate.
 *
 * @see methods E7; Chouldechova (2017) Big Data 5:153-163; Kleinberg, Mullainathan & Raghavan (2017) ITCS.
 */
export const criteriaConflictAnalysis: RowAnalysis = {
  id: "criteriaConflict",
  source: ["Chouldechova (2017) Big Data 5:153-163", "Kleinberg, Mullainathan & Raghavan (2017) ITCS"],
  columns: () => [],
  analyse(_, __, beside) {
    const rows = pairs(beside).flatMap(({ subgroup, against }) =>
      beside.thresholds.flatMap((threshold) => {
        const found = explained(subgroup, against, threshold, beside);
        return found === undefined ? [] : [rowOf(subgroup, against, threshold, found)];
      }),
    );
    if (rows.length === 0) return [];
    return [
      {
        id: "criteria-conflict",
        kind: "criteria-conflict",
        subject: { say: "criteriaConflict" },
        verdict: "described",
        scope: "counts",
        exploratory: false,
        notes: [{ say: "criteriaConflictNote" }],
        numbers: [],
        tables: [
          {
            id: "implied",
            caption: { say: "criteriaConflictCaption" },
            columns: [
              { id: "subgroup", label: { say: "group" }, unit: "text" },
              { id: "against", label: { say: "comparedWith" }, unit: "text" },
              { id: "threshold", label: { say: "threshold" }, unit: "number" },
              { id: "prevalence", label: { say: "prevalenceHere" }, unit: "proportion" },
              { id: "prevalenceAgainst", label: { say: "prevalenceThere" }, unit: "proportion" },
              { id: "actual", label: { say: "falsePositivesHere" }, unit: "proportion" },
              { id: "actualAgainst", label: { say: "falsePositivesThere" }, unit: "proportion" },
              { id: "implied", label: { say: "falsePositivesImplied" }, unit: "proportion" },
              { id: "forced", label: { say: "forcedGap" }, unit: "proportion" },
            ],
            rows,
          },
        ],
        charts: [],
        source: criteriaConflictAnalysis.source,
      },
    ];
  },
};

/** Each subgroup of one attribute with what it is compared with, once. */
function pairs({ contrasts, subgroups }: Beside): { subgroup: string; against: Contrast["against"] }[] {
  const single = new Set(subgroups.filter(({ of }) => of.length === 1).map(({ id }) => id));
  const found = new Map<string, { subgroup: string; against: Contrast["against"] }>();
  for (const { subgroup, against } of contrasts) if (single.has(subgroup)) found.set(subgroup, { subgroup, against });
  return [...found.values()];
}

function explained(
  subgroup: string,
  against: Contrast["against"],
  threshold: number,
  beside: Beside,
): ImpossibilityExplained | undefined {
  const there = ratesOf(against.subgroup, threshold, beside);
  const prevalence = valueOf(beside, subgroup, "prevalence");
  const falsePositiveRate = valueOf(beside, subgroup, "falsePositiveRate", threshold);
  if (there === undefined || prevalence === null || falsePositiveRate === null) return undefined;
  if (!prevalencesDiffer(subgroup, against.subgroup, beside)) return undefined;
  const found = explainImpossibility(there, { prevalence, falsePositiveRate });
  return isUndefined(found) || found.relation === "compatible" || found.relation === "perfect" ? undefined : found;
}

function ratesOf(subgroup: string, threshold: number, beside: Beside): ErrorRates | undefined {
  const prevalence = valueOf(beside, subgroup, "prevalence");
  const sensitivity = valueOf(beside, subgroup, "sensitivity", threshold);
  const ppv = valueOf(beside, subgroup, "ppv", threshold);
  const falsePositiveRate = valueOf(beside, subgroup, "falsePositiveRate", threshold);
  if (prevalence === null || sensitivity === null || ppv === null || falsePositiveRate === null) return undefined;
  return { prevalence, sensitivity, ppv, falsePositiveRate };
}

function valueOf(beside: Beside, subgroup: string, metric: string, threshold?: number): number | null {
  const of = threshold === undefined ? { metric } : { metric, threshold };
  return measuredIn(beside, subgroup, of)?.estimate.value ?? null;
}

/** Newcombe's interval of the difference in event rates leaves 0 out. */
function prevalencesDiffer(subgroup: string, against: string, beside: Beside): boolean {
  const count = (id: string) => {
    const estimate = measuredIn(beside, id, { metric: "prevalence" })?.estimate;
    return estimate === undefined ? undefined : { hits: estimate.events, rows: estimate.n };
  };
  const [a, b] = [count(subgroup), count(against)];
  if (a === undefined || b === undefined || a.rows === 0 || b.rows === 0) return false;
  const gap = newcombeDifference(a, b, beside.options.level);
  return !isUndefined(gap) && (gap.low > 0 || gap.high < 0);
}

function rowOf(subgroup: string, against: Contrast["against"], threshold: number, found: ImpossibilityExplained) {
  return [
    { subgroup },
    { subgroup: against.subgroup },
    threshold,
    found.subgroup.prevalence,
    found.reference.prevalence,
    found.subgroup.falsePositiveRate,
    found.reference.falsePositiveRate,
    found.impliedFalsePositiveRate,
    found.forcedGap,
  ];
}
