import { proportionOf } from "../contrast-of-proportions.ts";
import type { Measured } from "../estimate.ts";
import type { Finding } from "../finding.ts";
import type { Proportion } from "../inference/proportion.ts";
import { expit, logit } from "../numeric/logit.ts";
import type { Label } from "../phrases.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";
import type { Beside, RowAnalysis } from "../row-analysis.ts";
import { betaBinomial } from "../subgroups/beta-binomial.ts";
import type { SubgroupEstimate } from "../subgroups/heterogeneity.ts";
import { normalShrinkage } from "../subgroups/normal-shrinkage.ts";
import { type AttributeGroup, attributeGroups, measuredIn } from "./attribute-groups.ts";

/**
 * Small crossed subgroups drawn towards the mean of all, beside what was observed: where to look first, and never a
 * verdict, for shrinkage draws subgroups together by construction.
 *
 * Shares by the beta-binomial model; an AUROC on the log odds, a ratio on the logarithm and anything else as it is by the
 * normal model with Morris's interval. Only crossings with four estimable subgroups or more.
 *
 * @see methods E5; Griffiths (1973) Biometrics 29:637-648; Morris (1983) J Am Stat Assoc 78:47-55.
 */
export const shrinkageAnalysis: RowAnalysis = {
  id: "shrinkage",
  source: ["Griffiths (1973) Biometrics 29:637-648", "Morris (1983) J Am Stat Assoc 78:47-55"],
  columns: () => [],
  analyse(_, plan, beside) {
    const { metric, threshold } = plan.primary;
    const of = { metric, ...(threshold === undefined ? {} : { threshold }) };
    return attributeGroups(beside)
      .filter(({ crossed }) => crossed)
      .map((group) => shrunkFinding(group, of, beside));
  },
};

type Of = { readonly metric: string; readonly threshold?: number };

interface Shrunk {
  readonly value: number;
  readonly interval: Interval | undefined;
  readonly weight: number;
}

function shrunkFinding(group: AttributeGroup, of: Of, beside: Beside): Finding {
  const members = group.subgroups.map(({ id }) => ({ id, measured: measuredIn(beside, id, of) }));
  const usable = members.flatMap(({ id, measured }) =>
    measured === undefined || onScale(measured) === undefined ? [] : [{ id, measured }],
  );
  const shared = {
    id: `shrinkage:${group.id}`,
    kind: "shrinkage",
    subject: { say: "shrunkOf", with: { metric: of, attribute: group.label } },
    scope: "counts",
    exploratory: false,
    numbers: [],
    source: shrinkageAnalysis.source,
  } as const;
  const result = shrink(
    usable.map(({ measured }) => measured),
    beside.options.level,
  );
  if (isUndefined(result))
    return { ...shared, verdict: "not_estimable", reason: result.reason, tables: [], charts: [] };
  const unit = usable[0]!.measured.metric.unit === "proportion" ? "proportion" : "number";
  const rows = members.map(({ id, measured }) => {
    const at = usable.findIndex((u) => u.id === id);
    const found = at < 0 ? undefined : result.shrunk[at];
    const raw = measured?.estimate;
    return [
      { subgroup: id },
      raw?.n ?? 0,
      raw?.events ?? 0,
      raw?.value ?? null,
      raw?.interval?.low ?? null,
      raw?.interval?.high ?? null,
      found?.value ?? null,
      found?.interval?.low ?? null,
      found?.interval?.high ?? null,
      found?.weight ?? null,
    ];
  });
  const notes: Label[] = [{ say: "shrinkageNote" }];
  if (result.noSpreadUpTo !== undefined) notes.push({ say: "noSpreadNote", with: { limit: result.noSpreadUpTo } });
  return {
    ...shared,
    verdict: "described",
    notes,
    tables: [
      {
        id: "shrunk",
        caption: shared.subject,
        columns: [
          { id: "subgroup", label: { say: "group" }, unit: "text" },
          { id: "rows", label: { say: "rows" }, unit: "count" },
          { id: "events", label: { say: "events" }, unit: "count" },
          { id: "raw", label: { say: "asObserved" }, unit },
          { id: "rawLow", label: { say: "low" }, unit },
          { id: "rawHigh", label: { say: "high" }, unit },
          { id: "shrunk", label: { say: "shrunk" }, unit },
          { id: "low", label: { say: "low" }, unit },
          { id: "high", label: { say: "high" }, unit },
          { id: "weight", label: { say: "weightOfMean" }, unit: "proportion" },
        ],
        rows,
      },
    ],
    charts: [],
  };
}

interface AllShrunk {
  readonly shrunk: readonly Shrunk[];
  /** Where no spread beyond chance was found: the standard deviation between subgroups that the data cannot exclude. */
  readonly noSpreadUpTo?: number;
}

function shrink(measured: readonly Measured[], level: number): AllShrunk | Undefined {
  const shares = measured.map((m) => (m.jackknife === undefined ? proportionOf(m) : undefined));
  if (measured.length > 0 && shares.every((share): share is Proportion => share !== undefined)) {
    const found = betaBinomial(shares, { level });
    if (isUndefined(found)) return found;
    const weight = ({ rows }: Proportion): number =>
      found.priorRows === Infinity ? 1 : found.priorRows / (found.priorRows + rows);
    return {
      shrunk: found.shrunk.map(({ value, interval }, i) => ({ value, interval, weight: weight(shares[i]!) })),
    };
  }
  const found = normalShrinkage(
    measured.map((m) => onScale(m)!),
    { level },
  );
  if (isUndefined(found)) return found;
  const back = scaleOf(measured[0]!).back;
  const { tauSquared } = found.heterogeneity.restrictedMaximumLikelihood;
  return {
    shrunk: found.shrunk.map(({ value, interval, shrinkage }) => ({
      value: back(value),
      interval: { ...interval, low: back(interval.low), high: back(interval.high) },
      weight: shrinkage,
    })),
    ...(tauSquared > 0 ? {} : { noSpreadUpTo: Math.sqrt(found.heterogeneity.tauSquaredHigh) }),
  };
}

function scaleOf({ metric }: Measured): {
  readonly to: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly back: (x: number) => number;
} {
  if (metric.intervalScale === "logit" || metric.intervalScale === "wilson")
    return { to: logit, slope: (x) => 1 / (x * (1 - x)), back: expit };
  if (metric.intervalScale === "log") return { to: Math.log, slope: (x) => 1 / x, back: Math.exp };
  return { to: (x) => x, slope: () => 1, back: (x) => x };
}

/** On a scale where it is nearly normal; nothing where it has no place or no error there. */
function onScale(measured: Measured): SubgroupEstimate | undefined {
  const { value, standardError } = measured.estimate;
  if (value === null) return undefined;
  if (measured.jackknife === undefined && proportionOf(measured) !== undefined)
    return { value, standardError: standardError ?? 0 };
  const { to, slope } = scaleOf(measured);
  const moved = { value: to(value), standardError: (standardError ?? 0) * slope(value) };
  return Number.isFinite(moved.value) && moved.standardError > 0 && moved.standardError < Infinity ? moved : undefined;
}
