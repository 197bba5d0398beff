import type { Subgroup } from "@auscult/core";
import { proportionOf } from "../contrast-of-proportions.ts";
import { type Measured, measure } from "../estimate.ts";
import type { Finding, FindingUnit } from "../finding.ts";
import type { Limits } from "../inference/mover.ts";
import type { Proportion } from "../inference/proportion.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { Beside, RowAnalysis } from "../row-analysis.ts";
import type { SubgroupEstimate } from "../subgroups/heterogeneity.ts";
import { proportionRange } from "../subgroups/proportion-range.ts";
import { moverPairs, type RangeInference, rangeInference } from "../subgroups/range.ts";
import { type AttributeGroup, attributeGroups, judgedMetrics, measuredIn } from "./attribute-groups.ts";

/**
 * How far apart the subgroups of an attribute lie at most, in every metric that the plan judges, with its simultaneous
 * interval and what chance alone would show. Never a verdict: the greatest of several gaps is biased upwards.
 *
 * @see methods E3; Hsu (1996) Multiple Comparisons; Lum, Zhang & Bower (2022) FAccT, doi:10.1145/3531146.3533105.
 */
export const greatestGapAnalysis: RowAnalysis = {
  id: "greatestGap",
  source: ["Hsu (1996) Multiple Comparisons", "doi:10.1145/3531146.3533105"],
  columns: () => [],
  analyse(_, plan, beside) {
    const groups = attributeGroups(beside);
    const rows = judgedMetrics(plan, beside).flatMap((of) => groups.map((group) => rangeOf(group, of, beside)));
    const known = rows.filter((row) => row !== undefined);
    if (known.length === 0) return [];
    const table = (scale: "difference" | "ratio") => known.filter((row) => row.scale === scale);
    const differences = table("difference");
    const ratios = table("ratio");
    const notes: Label[] = [{ say: "greatestGapNote" }];
    for (const { label, of, leftOut } of known) {
      if (leftOut.length === 0) continue;
      const subgroups = leftOut.map((id): Label => ({ subgroup: id }));
      for (const subgroup of subgroups)
        notes.push({ say: "subgroupsLeftOut", with: { attribute: label, metric: of, subgroups: subgroup } });
    }
    return [
      {
        id: "greatest-gap",
        kind: "greatest-gap",
        subject: { say: "greatestGaps" },
        verdict: "described",
        scope: "counts",
        exploratory: false,
        notes,
        numbers: [],
        tables: [
          ...(differences.length === 0 ? [] : [tableOf("greatestGap", differences, plan.policy.level)]),
          ...(ratios.length === 0 ? [] : [tableOf("greatestRatio", ratios, plan.policy.level)]),
        ],
        charts: [],
        source: greatestGapAnalysis.source,
      },
    ];
  },
};

interface Row {
  readonly label: Label;
  readonly of: { readonly metric: string; readonly threshold?: number };
  readonly scale: "difference" | "ratio";
  readonly unit: FindingUnit;
  readonly range: RangeInference | undefined;
  readonly compared: readonly string[];
  readonly extremes: readonly [lowest: string, highest: string] | undefined;
  readonly leftOut: readonly string[];
}

function rangeOf(group: AttributeGroup, of: Row["of"], beside: Beside): Row | undefined {
  const all = group.subgroups.map((subgroup) => ({ subgroup, measured: measuredIn(beside, subgroup.id, of) }));
  const usable = all.flatMap(({ subgroup, measured }) =>
    measured === undefined || !isUsable(measured) ? [] : [{ subgroup, measured }],
  );
  const metric = all[0]?.measured?.metric;
  if (metric === undefined || metric.contrast === "none") return undefined;
  const ratio = metric.contrast === "ratio";
  const range = usable.length < 2 ? undefined : inference(usable, beside, ratio);
  const sorted = usable.toSorted((a, b) => a.measured.estimate.value! - b.measured.estimate.value!);
  return {
    label: group.label,
    of,
    scale: ratio ? "ratio" : "difference",
    unit: ratio ? "ratio" : metric.unit === "proportion" ? "proportion" : "number",
    range: range === undefined || isUndefined(range) ? undefined : range,
    compared: usable.map(({ subgroup }) => subgroup.id),
    extremes: sorted.length < 2 ? undefined : [sorted[0]!.subgroup.id, sorted.at(-1)!.subgroup.id],
    leftOut: all.map(({ subgroup }) => subgroup.id).filter((id) => usable.every(({ subgroup: s }) => s.id !== id)),
  };
}

type Usable = { readonly subgroup: Subgroup; readonly measured: Measured };

/** Has a value, and an interval that says how sure it is; on a ratio's scale neither 0 nor without bound. */
function isUsable({ estimate, metric }: Measured): boolean {
  const interval = estimate.guardedInterval ?? estimate.interval;
  if (estimate.value === null || interval === null) return false;
  return metric.contrast !== "ratio" || (estimate.value > 0 && interval.low > 0 && interval.high < Infinity);
}

function inference(usable: readonly Usable[], beside: Beside, ratio: boolean) {
  const { level } = beside.options;
  const independent = usable.every(({ measured }) => measured.jackknife === undefined);
  const shares = usable.map(({ measured }) => proportionOf(measured));
  if (!ratio && independent && shares.every((share): share is Proportion => share !== undefined))
    return proportionRange(shares, level);
  const scale = ratio ? Math.log : (x: number): number => x;
  const limits = new Map<number, Limits>();
  // A pair's interval is asked for at one simultaneous level: each subgroup is measured once more at it.
  const limitsAt = (i: number, pairLevel: number): Limits => {
    const known = limits.get(i);
    if (known !== undefined) return known;
    const { subgroup, measured } = usable[i]!;
    const again = measure(beside.tally, subgroup, {
      ...beside.options,
      level: pairLevel,
      metrics: [measured.metric],
      thresholds: measured.at.threshold === undefined ? [] : [measured.at.threshold],
    })[0]!.estimate;
    const interval = again.guardedInterval ?? again.interval!;
    const made = { value: scale(again.value!), low: scale(interval.low), high: scale(interval.high) };
    limits.set(i, made);
    return made;
  };
  return rangeInference(
    usable.map(({ measured }) => onScale(measured, level, ratio)),
    { level, pair: moverPairs(limitsAt) },
  );
}

/** Value and standard error; where the error carries no information (an AUROC of 1), half the interval's width in its stead. */
function onScale({ estimate }: Measured, level: number, ratio: boolean): SubgroupEstimate {
  const value = estimate.value!;
  const error = estimate.standardError ?? 0;
  if (error > 0)
    return ratio ? { value: Math.log(value), standardError: error / value } : { value, standardError: error };
  const { low, high } = (estimate.guardedInterval ?? estimate.interval)!;
  const width = ratio ? Math.log(high / low) : high - low;
  return { value: ratio ? Math.log(value) : value, standardError: width / 2 / normalQuantile((1 + level) / 2) };
}

function tableOf(id: "greatestGap" | "greatestRatio", rows: readonly Row[], level: number): Finding["tables"][number] {
  const ratio = id === "greatestRatio";
  const back = ratio ? Math.exp : (x: number): number => x;
  const unit = ratio ? "ratio" : "number";
  return {
    id,
    caption: ratio
      ? { say: "greatestRatiosCaption", with: { level } }
      : { say: "greatestGapsCaption", with: { level } },
    columns: [
      { id: "metric", label: { say: "metric" }, unit: "text" },
      { id: "attribute", label: { say: "attribute" }, unit: "text" },
      { id: "subgroups", label: { say: "subgroupsCompared" }, unit: "count" },
      { id: "lowest", label: { say: "lowest" }, unit: "text" },
      { id: "highest", label: { say: "highest" }, unit: "text" },
      { id: "gap", label: { say: ratio ? "greatestRatio" : "greatestGap" }, unit },
      { id: "low", label: { say: "low" }, unit },
      { id: "high", label: { say: "high" }, unit },
      { id: "byChance", label: { say: ratio ? "ratioByChance" : "gapByChance" }, unit },
      { id: "p", label: { say: "pAllEqual" }, unit: "p" },
    ],
    rows: rows.map(({ label, of, range, compared, extremes }) => [
      of,
      label,
      compared.length,
      extremes === undefined ? null : { subgroup: extremes[0] },
      extremes === undefined ? null : { subgroup: extremes[1] },
      ...(range === undefined
        ? [null, null, null, null, null]
        : [
            back(range.value),
            back(range.interval.low),
            back(range.interval.high),
            back(range.expectedUnderEquality),
            range.p,
          ]),
    ]),
  };
}
