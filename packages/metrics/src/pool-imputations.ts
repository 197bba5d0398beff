import type { Subgroup } from "@auscult/core";
import type { Comparison, CompareOptions } from "./compare.ts";
import { onScale } from "./contrast.ts";
import { type CompletedEstimate, type PoolingScale, poolImputations } from "./data-problems/rubin.ts";
import type { Measured } from "./estimate.ts";
import type { Contrast, Estimate } from "./estimates.ts";
import { adjustFamilies } from "./family.ts";
import { detectableGap } from "./inference/power.ts";
import type { Metric } from "./metric.ts";
import { studentTUpperTail } from "./numeric/student-t.ts";
import { type Interval, isUndefined, undefinedBecause, type Undefined } from "./result.ts";
import { equityVerdict } from "./verdict.ts";

const SCALES: Readonly<Record<Metric["intervalScale"], PoolingScale>> = {
  identity: "identity",
  logit: "logit",
  wilson: "logit",
  log: "log",
};
const POWER = 0.8;

/**
 * Estimates and contrasts of several completed data sets as one, by Rubin's rules on the scale where each is nearly normal:
 * logit for a share or an AUROC, log for a ratio. p values and intervals are never averaged; a contrast's p and verdict are
 * of the pooled difference.
 *
 * Rows and events are those of the first imputation (events their mean, where outcomes were imputed). An estimate that is
 * undefined in any imputation is undefined; one without a standard error has a value and no interval.
 *
 * @see methods I1; Rubin (1987) Multiple Imputation for Nonresponse in Surveys, ch. 3; Marshall et al (2009) BMC Med Res
 *      Methodol 9:57.
 */
export function poolComparisons(
  comparisons: readonly Comparison[],
  subgroups: readonly Subgroup[],
  options: Pick<CompareOptions, "level" | "margins" | "family">,
): { readonly estimates: readonly Estimate[]; readonly contrasts: readonly Contrast[] } {
  const [first] = comparisons;
  const estimates = subgroups.flatMap(({ id }) =>
    (first?.measured.get(id) ?? []).map(({ metric }, k) =>
      poolEstimate(
        metric,
        comparisons.map(({ measured }) => measured.get(id)![k]!.estimate),
        options.level,
      ),
    ),
  );
  const contrasts = (first?.contrasts ?? []).map((_, k) =>
    poolContrast(
      comparisons.map(({ contrasts: of, measured }) => ({ contrast: of[k]!, measured })),
      options,
    ),
  );
  return { estimates, contrasts: adjustFamilies(contrasts, subgroups, holmOf(options.family), new Map()) };
}

/** Dunnett's correlations are of one data set; over imputations Holm takes its place. */
function holmOf(family: CompareOptions["family"]): CompareOptions["family"] {
  return family.multiplicity === "dunnett" ? { ...family, multiplicity: "holm" } : family;
}

function poolEstimate(metric: Metric, of: readonly Estimate[], level: number): Estimate {
  const [first] = of;
  const { guardedInterval: _, nEffective: __, intervalWithheld: ___, ...head } = first!;
  const events = of.reduce((sum, e) => sum + e.events, 0) / of.length;
  const flags = [...new Set(of.flatMap((e) => e.flags))].filter((flag) => flag !== "FALLBACK_INTERVAL");
  const missing = of.find((e) => e.status === "undefined");
  const none = { ...head, events, flags, value: null, interval: null, standardError: null } as const;
  if (missing !== undefined) return { ...none, status: "undefined", reason: missing.reason ?? "MISSING_INPUT" };
  const values = of.map((e): CompletedEstimate => ({ value: e.value!, standardError: e.standardError ?? Number.NaN }));
  const unsure = {
    ...none,
    value: mean(values.map(({ value }) => value)),
    intervalWithheld: "no standard error",
  } as const;
  if (values.some(({ standardError }) => !(standardError > 0))) return { ...unsure, status: "estimated" };
  const pooled = poolImputations(values, { scale: SCALES[metric.intervalScale], level });
  if (isUndefined(pooled)) return { ...unsure, status: "estimated" };
  return {
    ...head,
    events,
    flags,
    status: "estimated",
    value: pooled.value,
    interval: pooled.interval ?? null,
    ...(pooled.interval === undefined ? { intervalWithheld: "no standard error" as const } : {}),
    standardError: Math.sqrt(pooled.total) / slopeAt(metric, pooled.value),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function slopeAt({ intervalScale }: Metric, value: number): number {
  const scale = SCALES[intervalScale];
  return scale === "logit" ? 1 / (value * (1 - value)) : scale === "log" ? 1 / value : 1;
}

interface Completed {
  readonly contrast: Contrast;
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
}

function poolContrast(
  of: readonly Completed[],
  { level, margins }: Pick<CompareOptions, "level" | "margins">,
): Contrast {
  const { contrast: first } = of[0]!;
  const { metric, threshold, subgroup, against, scale } = first;
  const ratio = scale === "ratio";
  const declared = margins[metric];
  const margin = declared === undefined ? null : onScale(declared, scale);
  const head = {
    metric,
    ...(threshold === undefined ? {} : { threshold }),
    subgroup,
    against,
    scale,
    inFamily: false,
    margin,
    flags: [...new Set(of.flatMap(({ contrast }) => contrast.flags))],
  };
  const pooled = poolImputations(of.map(gapOf), { scale: ratio ? "log" : "identity", level });
  if (isUndefined(pooled))
    return {
      ...head,
      status: "undefined",
      value: null,
      interval: null,
      p: null,
      smallestDetectableGap: null,
      verdict: "not_estimable",
      reason: pooled.reason,
    };
  const error = Math.sqrt(pooled.total);
  const interval = pooled.interval ?? null;
  const judged = guarded(
    interval,
    of.map(({ contrast }) => contrast.verdictInterval),
  );
  const gap = detectableGap(error, { level, power: POWER });
  return {
    ...head,
    status: "estimated",
    value: pooled.value,
    interval,
    ...(judged === null ? {} : { verdictInterval: judged }),
    p: error > 0 ? Math.min(1, 2 * studentTUpperTail(Math.abs(pooled.pooled) / error, pooled.degreesOfFreedom)) : null,
    verdict: margin === null ? "margin_not_declared" : equityVerdict(judged ?? interval, margin, ratio ? 1 : 0),
    smallestDetectableGap: error > 0 ? (ratio ? Math.exp(gap) : gap) : null,
  };
}

/**
 * With few events Wald's shape covers too little, pooled or not: where an imputation's own verdict is read from a wider
 * interval, the pooled one is widened to hold it, so that pooling never makes a verdict easier to reach.
 */
function guarded(pooled: Interval | null, own: readonly (Interval | undefined)[]): Interval | null {
  const wider = own.filter((interval) => interval !== undefined);
  if (pooled === null || wider.length === 0) return null;
  return {
    low: Math.min(pooled.low, ...wider.map(({ low }) => low)),
    high: Math.max(pooled.high, ...wider.map(({ high }) => high)),
    level: pooled.level,
    method: "guarded",
  };
}

/** One imputation's gap with its error: of the contrast itself where rows depend, else of the two estimates. */
function gapOf({ contrast: c, measured }: Completed): CompletedEstimate | Undefined {
  if (c.status === "undefined" || c.value === null) return undefinedBecause(c.reason ?? "MISSING_INPUT");
  if (c.standardError !== undefined)
    return { value: c.value, standardError: c.scale === "ratio" ? c.standardError * c.value : c.standardError };
  const of = (id: string) =>
    measured.get(id)?.find(({ metric, at }) => metric.id === c.metric && at.threshold === c.threshold)?.estimate;
  const [a, b] = [of(c.subgroup), of(c.against.subgroup)];
  const [here, there] = [a?.standardError ?? 0, b?.standardError ?? 0];
  if (!(here > 0 && there > 0)) return undefinedBecause("MISSING_INPUT");
  if (c.scale === "difference") return { value: c.value, standardError: Math.hypot(here, there) };
  return { value: c.value, standardError: c.value * Math.hypot(here / a!.value!, there / b!.value!) };
}
