import { gapOfProportions, proportionOf } from "./contrast-of-proportions.ts";
import type { Measured } from "./estimate.ts";
import type { Contrast, Verdict } from "./estimates.ts";
import { effectOf } from "./inference/effect.ts";
import { type Jackknife, jackknifeContrast } from "./inference/jackknife.ts";
import { moverDifference } from "./inference/mover.ts";
import { detectableGap } from "./inference/power.ts";
import { normalQuantile, normalUpperTail } from "./numeric/normal.ts";
import { studentTQuantile, studentTUpperTail } from "./numeric/student-t.ts";
import { type Flag, type Interval, isUndefined, type Reason, type Undefined } from "./result.ts";
import type { MeasuredRows } from "./outcome-kinds/measure-rows.ts";
import { equityVerdict } from "./verdict.ts";

export type Margin = { readonly difference: number } | { readonly ratio: readonly [number, number] };

export interface ContrastOptions {
  readonly level: number;
  /** Metric id → the difference or ratio that does not matter. */
  readonly margins: Readonly<Record<string, Margin>>;
}

/** Power at which the smallest detectable gap is stated (methods E8). */
const POWER = 0.8;

/** What two subgroups are compared by: an estimate from counts, or from rows. */
export type Comparable = Measured | MeasuredRows;

/** What is known of a gap beside its value, on the scale of the contrast. */
interface Gap {
  readonly interval: Interval | null;
  readonly verdictInterval?: Interval;
  readonly p: number | null;
  /** Where rows depend: of the contrast, of its logarithm for a ratio. */
  readonly standardError?: number;
  readonly smallestDetectable: number | null;
}

/**
 * One subgroup against another in one metric, with an interval, a p value, the verdict against the declared margin and
 * the smallest gap these numbers could have shown.
 *
 * Independent rows: shares of unweighted rows by Newcombe's hybrid score interval, verdict and p by Miettinen-Nurminen;
 * any other metric by MOVER from the two intervals, verdict from the guarded ones where there are few
 * events, p from the standard errors. Several rows a patient: the contrast is made anew without each block of patients.
 * Means of a continuous outcome: Welch's t.
 * Undefined where either side is; a ratio also where a side is 0 or infinite. Absent (`undefined`) for a metric whose
 * values are not comparable between subgroups.
 *
 * @see Newcombe (1998) Stat Med 17:873-890; Miettinen & Nurminen (1985) Stat Med 4:213-226; Zou & Donner (2008)
 *      Stat Med 27:1693-1702 (MOVER).
 */
export function contrast(
  subject: Comparable,
  comparator: Comparable,
  against: Contrast["against"],
  options: ContrastOptions,
): Contrast | undefined {
  const { metric, at } = subject;
  const scale = metric.contrast;
  if (scale === "none") return undefined;
  const declared = options.margins[metric.id];
  const margin = declared === undefined ? null : onScale(declared, scale);
  const head = {
    metric: metric.id,
    ...(at.threshold === undefined ? {} : { threshold: at.threshold }),
    subgroup: subject.estimate.subgroup,
    against,
    scale,
    inFamily: false,
    margin,
    flags: [...new Set<Flag>([...subject.estimate.flags, ...comparator.estimate.flags])],
  };
  const a = subject.estimate.value;
  const b = comparator.estimate.value;
  const reason = whyNot(subject, comparator);
  if (reason !== undefined || a === null || b === null) {
    return {
      ...head,
      status: "undefined",
      value: null,
      interval: null,
      p: null,
      smallestDetectableGap: null,
      verdict: "not_estimable",
      reason: reason ?? "MISSING_INPUT",
    };
  }
  const ratio = scale === "ratio";
  const gap = gapOf(subject, comparator, options.level);
  const judged = gap.verdictInterval ?? gap.interval;
  const verdict: Verdict = margin === null ? "margin_not_declared" : equityVerdict(judged, margin, ratio ? 1 : 0);
  return {
    ...head,
    status: "estimated",
    value: ratio ? a / b : a - b,
    interval: gap.interval,
    ...(gap.verdictInterval === undefined ? {} : { verdictInterval: gap.verdictInterval }),
    p: gap.p,
    ...(gap.standardError === undefined ? {} : { standardError: gap.standardError }),
    verdict,
    smallestDetectableGap: gap.smallestDetectable,
    ...(verdict === "inconclusive" ? rowsNeeded(subject, judged, margin, ratio) : {}),
  };
}

/** How many rows would show equivalence were there no gap: the error falls with the square root of the rows (methods E8). */
function rowsNeeded(
  { estimate: { n } }: Comparable,
  judged: Interval | null,
  margin: Contrast["margin"],
  ratio: boolean,
): Pick<Contrast, "rowsNeeded"> {
  if (judged === null || margin === null) return {};
  const scale = ratio ? Math.log : (x: number): number => x;
  const width = scale(judged.high) - scale(judged.low);
  const nearest = Math.min(-scale(margin.low), scale(margin.high));
  const z = normalQuantile((1 + judged.level) / 2);
  const error = width / 2 / z;
  const times = (((z + normalQuantile((1 + POWER) / 2)) * error) / nearest) ** 2;
  return Number.isFinite(times) && times > 0 ? { rowsNeeded: Math.ceil(n * times) } : {};
}

export function onScale(margin: Margin, scale: "difference" | "ratio"): { low: number; high: number } | null {
  if ("ratio" in margin) return scale === "ratio" ? { low: margin.ratio[0], high: margin.ratio[1] } : null;
  return scale === "difference" ? { low: -margin.difference, high: margin.difference } : null;
}

function whyNot({ estimate: a, metric }: Comparable, { estimate: b }: Comparable): Reason | undefined {
  if (a.status === "undefined") return a.reason;
  if (b.status === "undefined") return b.reason;
  if (metric.contrast === "difference") return undefined;
  const comparable = (value: number): boolean => value > 0 && value < Infinity;
  return comparable(a.value!) && comparable(b.value!) ? undefined : "ZERO_DENOMINATOR";
}

function gapOf(subject: Comparable, comparator: Comparable, level: number): Gap {
  const { jackknife: a } = subject;
  const { jackknife: b } = comparator;
  return a === undefined || b === undefined
    ? independentGap(subject, comparator, level)
    : blockedGap(subject, comparator, a, b, level);
}

/** Rows of one patient may depend on each other: the contrast is made anew without each block of patients. */
function blockedGap(
  subject: Comparable,
  comparator: Comparable,
  of: Jackknife | Undefined,
  against: Jackknife | Undefined,
  level: number,
): Gap {
  const ratio = subject.metric.contrast === "ratio";
  const a = subject.estimate.value!;
  const b = comparator.estimate.value!;
  const robust = jackknifeContrast(of, against, (x, y) => (ratio ? Math.log(x / y) : x - y));
  if (isUndefined(robust) || !(robust.standardError > 0)) return UNKNOWN_GAP;
  const { standardError, degreesOfFreedom } = robust;
  const gap = ratio ? Math.log(a / b) : a - b;
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  const back = ratio ? Math.exp : (x: number): number => x;
  return {
    interval: { low: back(gap - reach), high: back(gap + reach), level, method: "jackknife" },
    p: Math.min(1, 2 * studentTUpperTail(Math.abs(gap) / standardError, degreesOfFreedom)),
    standardError,
    smallestDetectable: detectable(standardError, level, ratio),
  };
}

function independentGap(subject: Comparable, comparator: Comparable, level: number): Gap {
  const ratio = subject.metric.contrast === "ratio";
  const { estimate: a } = subject;
  const { estimate: b } = comparator;
  const welch = welchGap(subject, comparator, level);
  if (welch !== undefined) return welch;
  const first = "counts" in subject ? proportionOf(subject) : undefined;
  const second = "counts" in comparator ? proportionOf(comparator) : undefined;
  const shares = first && second && gapOfProportions(first, second, { level, power: POWER });
  if (shares !== undefined && !ratio) return shares;
  const interval = recovered(a.value!, b.value!, a.interval, b.interval, level, ratio);
  const guarded = a.guardedInterval !== undefined || b.guardedInterval !== undefined;
  const verdictInterval = guarded
    ? recovered(a.value!, b.value!, a.guardedInterval ?? a.interval, b.guardedInterval ?? b.interval, level, ratio)
    : undefined;
  const standardError = combined(a.standardError, b.standardError, a.value!, b.value!, ratio);
  const planned = ratio ? undefined : plannedError(subject, comparator);
  const gap = ratio ? Math.log(a.value! / b.value!) : a.value! - b.value!;
  return {
    interval,
    ...(verdictInterval === undefined || verdictInterval === null ? {} : { verdictInterval }),
    p: standardError === null ? null : Math.min(1, 2 * normalUpperTail(Math.abs(gap) / standardError)),
    smallestDetectable:
      planned !== undefined
        ? detectableGap(planned, { level, power: POWER })
        : standardError === null
          ? null
          : detectable(standardError, level, ratio),
  };
}

/** From sizes and the comparator's value as planning value, where the metric can say: not from what was observed here. */
function plannedError(subject: Comparable, comparator: Comparable): number | undefined {
  if (!("counts" in subject) || !("counts" in comparator)) return undefined;
  const planned = comparator.estimate.value!;
  const here = subject.metric.planningError?.(subject.counts, planned);
  const there = subject.metric.planningError?.(comparator.counts, planned);
  return here === undefined || there === undefined ? undefined : Math.hypot(here, there);
}

/** Difference of two means by Welch's t; nothing where the metric is no mean, or an error carries no information. */
function welchGap(subject: Comparable, comparator: Comparable, level: number): Gap | undefined {
  if ("counts" in subject || "counts" in comparator || subject.metric.welch !== true) return undefined;
  const parts = [subject, comparator].map(({ estimate, degreesOfFreedom = 0 }) => ({
    variance: (estimate.standardError ?? 0) ** 2,
    degreesOfFreedom,
  }));
  if (parts.some(({ variance, degreesOfFreedom }) => !(variance > 0 && degreesOfFreedom > 0))) return UNKNOWN_GAP;
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const spread = parts.reduce((sum, part) => sum + part.variance ** 2 / part.degreesOfFreedom, 0);
  const gap = subject.estimate.value! - comparator.estimate.value!;
  const { interval, p } = effectOf(gap, variance, { level, degreesOfFreedom: variance ** 2 / spread });
  return { interval, p, smallestDetectable: detectable(Math.sqrt(variance), level, false) };
}

const UNKNOWN_GAP: Gap = { interval: null, p: null, smallestDetectable: null };

/** MOVER, on the log scale for a ratio. A limit of 0 or infinity on one side leaves the ratio unbounded there. */
function recovered(
  a: number,
  b: number,
  of: Interval | null,
  against: Interval | null,
  level: number,
  ratio: boolean,
): Interval | null {
  if (of === null || against === null) return null;
  if (!ratio) {
    const { low, high } = moverDifference({ value: a, ...limits(of) }, { value: b, ...limits(against) });
    return { low, high, level, method: "mover" };
  }
  const log = ({ low, high }: Interval): { low: number; high: number } => ({
    low: Math.log(Math.max(low, 0)),
    high: Math.log(high),
  });
  const { low, high } = moverDifference({ value: Math.log(a), ...log(of) }, { value: Math.log(b), ...log(against) });
  return { low: Math.exp(low), high: Math.exp(high), level, method: "mover" };
}

function limits({ low, high }: Interval): { low: number; high: number } {
  return { low, high };
}

/** Standard error of the difference, or of the log ratio; null where either side's carries no information. */
function combined(a: number | null, b: number | null, valueA: number, valueB: number, ratio: boolean): number | null {
  if (a === null || b === null || !(a > 0) || !(b > 0)) return null;
  return ratio ? Math.hypot(a / valueA, b / valueB) : Math.hypot(a, b);
}

/** The gap that would be found with the stated power at this standard error; for a ratio, as a ratio above 1. */
function detectable(standardError: number, level: number, ratio: boolean): number {
  const gap = detectableGap(standardError, { level, power: POWER });
  return ratio ? Math.exp(gap) : gap;
}
