import { OVERALL, subgroup } from "@auscult/core";
import { type CompareOptions, compare, evaluate, type Interval, isUndefined, metrics } from "@auscult/metrics";
import { type Design, sample } from "./designs.ts";
import { expectedCounts } from "./population.ts";

/** Confidence level of every interval studied. */
export const NOMINAL = 0.95;
/** The part of the ROC curve that partial areas are taken over. */
const REGION = { falsePositiveRate: 0.3 };
const [A, B] = ["A", "B"].map((level) => subgroup({ attribute: "group", level }));

/** How often the intervals of one metric, in one place, held the truth. */
export interface Coverage {
  readonly design: string;
  /** `overall`, `A`, `B`, or the contrast `B − A` or `B / A`. */
  readonly where: string;
  readonly metric: string;
  /** `shipped`, or `verdict` for the wider one that verdicts use where there is one. */
  readonly interval: "shipped" | "verdict";
  readonly truth: number;
  /** Samples in all, with a value, and with an interval round it. */
  readonly samples: number;
  readonly estimated: number;
  readonly intervals: number;
  /** Intervals that lay wholly below the truth, and wholly above it. */
  readonly below: number;
  readonly above: number;
  /** Sum of the widths that are finite. */
  readonly width: number;
}

type Tally = { -readonly [K in keyof Coverage]: Coverage[K] };

/**
 * Coverage of the product's intervals over samples `from` to `to - 1` of a design, each interval as the product ships it
 * (`compare`). The truth is the metric itself on the counts that the population would give, without chance.
 */
export function study(design: Design, from: number, to: number, seed: number): Coverage[] {
  const truths = truthsOf(design);
  const cells = new Map<string, Tally>();
  for (let replicate = from; replicate < to; replicate++) {
    const { measured, contrasts } = compare(
      sample(design, replicate, seed),
      [OVERALL, A!, B!],
      optionsOf(design, replicate),
    );
    for (const [id, where] of [
      [OVERALL.id, "overall"],
      [A!.id, "A"],
      [B!.id, "B"],
    ] as const) {
      for (const { estimate: e } of measured.get(id) ?? []) {
        const truth = truths.get(`${where} ${e.metric}`);
        if (truth === undefined) continue;
        const at = { design: design.id, where, metric: e.metric, truth };
        count(cells, { ...at, interval: "shipped" }, e.status === "estimated", e.interval);
        if (e.guardedInterval !== undefined) count(cells, { ...at, interval: "verdict" }, true, e.guardedInterval);
      }
    }
    for (const c of contrasts) {
      const where = c.scale === "ratio" ? "B / A" : "B − A";
      const truth = truths.get(`${where} ${c.metric}`);
      if (c.subgroup !== B!.id || truth === undefined) continue;
      const at = { design: design.id, where, metric: c.metric, truth };
      count(cells, { ...at, interval: "shipped" }, c.status === "estimated", c.interval);
      if (c.verdictInterval !== undefined) count(cells, { ...at, interval: "verdict" }, true, c.verdictInterval);
    }
  }
  return [...cells.values()];
}

/** Share of the intervals that held the truth. */
export function share({ intervals, below, above }: Coverage): number {
  return 1 - (below + above) / intervals;
}

/** Standard error of a coverage over this many samples, were it nominal. */
export function monteCarloError(samples: number): number {
  return Math.sqrt((NOMINAL * (1 - NOMINAL)) / samples);
}

/** Below nominal by more than two Monte-Carlo standard errors. */
export function undercovers(c: Coverage): boolean {
  return share(c) < NOMINAL - 2 * monteCarloError(c.intervals);
}

/** The coverages of adjoining ranges of samples as one. */
export function join(parts: readonly (readonly Coverage[])[]): Coverage[] {
  const cells = new Map<string, Tally>();
  for (const c of parts.flat()) {
    const known = cells.get(keyOf(c));
    if (known === undefined) cells.set(keyOf(c), { ...c });
    else
      for (const field of ["samples", "estimated", "intervals", "below", "above", "width"] as const)
        known[field] += c[field];
  }
  return [...cells.values()];
}

function keyOf({
  design,
  where,
  metric,
  interval,
}: Pick<Coverage, "design" | "where" | "metric" | "interval">): string {
  return [design, where, metric, interval].join(" ");
}

function count(
  cells: Map<string, Tally>,
  at: Pick<Coverage, "design" | "where" | "metric" | "interval" | "truth">,
  estimated: boolean,
  interval: Pick<Interval, "low" | "high"> | null,
): void {
  const key = keyOf(at);
  const cell = cells.get(key) ?? { ...at, samples: 0, estimated: 0, intervals: 0, below: 0, above: 0, width: 0 };
  cells.set(key, cell);
  cell.samples += 1;
  if (estimated) cell.estimated += 1;
  if (interval === null) return;
  cell.intervals += 1;
  if (interval.high < at.truth) cell.below += 1;
  if (interval.low > at.truth) cell.above += 1;
  const width = interval.high - interval.low;
  if (Number.isFinite(width)) cell.width += width;
}

/** Fewer than a report's, for time: Monte-Carlo error then adds a little to the widths, and nothing to the coverage. */
export const REPLICATES = 200;

function optionsOf({ threshold }: Design, replicate: number): CompareOptions {
  return {
    level: NOMINAL,
    thresholds: [threshold],
    minimumEvents: 10,
    assumeIndependentRows: false,
    metrics,
    region: REGION,
    bootstrap: { replicates: REPLICATES, seed: replicate },
    margins: {},
    family: { metric: "auroc", per: "audit", multiplicity: "none" },
  };
}

function truthsOf({ groups, threshold }: Design): Map<string, number> {
  const truths = new Map<string, number>();
  for (const metric of metrics) {
    const of = (who: typeof groups): number | undefined => {
      const at = {
        ...(metric.thresholded ? { threshold } : {}),
        ...(metric.regional === true ? { region: REGION } : {}),
      };
      const found = evaluate(metric, expectedCounts(who), {
        level: NOMINAL,
        at,
        scoreKind: "probability",
        pointOnly: true,
      });
      return isUndefined(found) ? undefined : found.point.value;
    };
    const [overall, a, b] = [of(groups), of([groups[0]!]), of([groups[1]!])];
    if (overall !== undefined) truths.set(`overall ${metric.id}`, overall);
    if (a !== undefined) truths.set(`A ${metric.id}`, a);
    if (b !== undefined) truths.set(`B ${metric.id}`, b);
    if (a === undefined || b === undefined) continue;
    truths.set(`B − A ${metric.id}`, b - a);
    truths.set(`B / A ${metric.id}`, b / a);
  }
  return truths;
}
