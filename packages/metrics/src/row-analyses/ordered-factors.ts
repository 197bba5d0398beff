import { type AuditPlan, type Cohort, EVENT, NON_EVENT } from "@auscult/core";
import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import { bandsOf } from "../numeric/bands.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import type { AskedModel } from "../row-analysis.ts";
import { adjacentReversals } from "../treatment-masking/adjacent-levels.ts";
import { type MonotoneProjection, monotoneProjection } from "../treatment-masking/monotone-projection.ts";
import { shapeVerdict } from "../treatment-masking/shape-verdict.ts";
import { cochranArmitage, jonckheereTerpstra, type LevelCounts } from "../treatment-masking/trend.ts";
import { type ModelShape, shapeOf } from "./model-shape.ts";
import { plainNumber } from "./numbers.ts";

type Ordered = NonNullable<AuditPlan["treatmentMasking"]>["ordered"][number];

const BANDS = 10;

/** A finding for each ordered factor: whether the model's own term goes the declared way at every step, and the outcome. */
export function orderedFindings(cohort: Cohort, plan: AuditPlan, model: AskedModel | undefined): Finding[] {
  return (plan.treatmentMasking?.ordered ?? []).map((ordered) => findingOf(cohort, plan, ordered, model));
}

function findingOf(cohort: Cohort, plan: AuditPlan, ordered: Ordered, model: AskedModel | undefined): Finding {
  const direction = ordered.expected === "raises-risk" ? 1 : -1;
  const { level } = plan.policy;
  const factor = ordered.label ?? ordered.id;
  const shape = shapeOf(ordered, plan, model);
  const projected =
    shape === undefined
      ? undefinedBecause("MISSING_INPUT")
      : monotoneProjection(
          {
            score: shape.scores,
            ...(shape.standardErrors === undefined ? {} : { standardError: shape.standardErrors }),
            ...(shape.weights === undefined ? {} : { rows: shape.weights }),
          },
          direction,
          level,
        );
  const places = placesOf(cohort, ordered);
  const counts = countsOf(cohort, places);
  const outcome = Float64Array.from(cohort.outcome, (y) => (y === EVENT ? 1 : y === NON_EVENT ? 0 : Number.NaN));
  const trend = cochranArmitage(counts);
  const ranks = jonckheereTerpstra(outcome, places);
  const steps = adjacentReversals(counts, direction, level);
  const scale = shape?.scale === "log-odds" ? "log-odds" : "number";
  const numbers: FindingNumber[] = [
    plainNumber(
      ["violation", { say: "shapeViolation" }, scale],
      isUndefined(projected) ? projected : projected.violation,
    ),
    ...(isUndefined(projected) || projected.violationStandardError === undefined
      ? []
      : [plainNumber(["violationError", { say: "shapeViolationError" }, scale], projected.violationStandardError)]),
    ...(isUndefined(projected) || shape?.standardErrors === undefined
      ? []
      : [plainNumber(["contrarySteps", { say: "contrarySteps" }, "count"], projected.contraryDrops.length)]),
    plainNumber(["trendSlope", { say: "trendSlope" }, "number"], isUndefined(trend) ? trend : trend.slope),
    plainNumber(["trendP", { say: "trendP" }, "p"], isUndefined(trend) ? trend : trend.p),
    plainNumber(["ranksZ", { say: "ranksZ" }, "number"], isUndefined(ranks) ? ranks : ranks.z),
    plainNumber(["ranksP", { say: "ranksP" }, "p"], isUndefined(ranks) ? ranks : ranks.p),
    plainNumber(
      ["reversals", { say: "outcomeReversals" }, "count"],
      isUndefined(steps) ? steps : steps.reversals.length,
    ),
    plainNumber(
      ["greatestReversal", { say: "greatestReversal" }, "number"],
      isUndefined(steps) ? steps : steps.greatestLowerLimit,
    ),
  ];
  const drawn =
    shape !== undefined && !isUndefined(projected) ? shapeTable(cohort, ordered, shape, projected, factor) : undefined;
  const numeric = shape !== undefined && typeof shape.bins[0]?.at !== "string";
  return {
    id: `treatment-masking:order:${ordered.id}`,
    kind: "treatment-masking",
    subject: factor,
    verdict: isUndefined(projected) ? "described" : shapeVerdict(projected, shape?.standardErrors !== undefined),
    scope: "local",
    exploratory: false,
    notes: [
      {
        say: direction === 1 ? "declaredRises" : "declaredFalls",
        with: { factor, by: ordered.declaredBy, on: ordered.declaredOn, reason: ordered.reason },
      },
      shape === undefined ? { say: "noShape" } : { say: SOURCES[shape.from] },
      ...(shape !== undefined && shape.standardErrors === undefined ? [{ say: "shapeWithoutErrors" } as const] : []),
      { say: "orderOfOutcome" },
    ],
    numbers,
    tables: [...(drawn === undefined ? [] : [drawn]), outcomeTable(counts, ordered, factor)],
    charts:
      drawn === undefined
        ? []
        : [
            {
              id: "shape",
              title: { say: "shapeTitle", with: { factor } },
              table: "shape",
              ...(numeric ? {} : { mark: "intervals" as const }),
              x: "at",
              y: "score",
              series: "curve",
            },
          ],
    source: [
      "Barlow et al. (1972) Statistical Inference under Order Restrictions",
      "Armitage (1955) Biometrics 11:375-386",
    ],
  };
}

const SOURCES = { declared: "shapeDeclared", file: "shapeOfFile", asked: "shapeAsked" } as const;

/** The place of each row in the declared order, from 0; NaN where it has none. */
function placesOf(cohort: Cohort, { column, bands, levels }: Ordered): Float64Array {
  if (levels !== undefined) {
    const known = cohort.columns.categorical.get(column)!;
    const place = known.levels.map((level) => levels.indexOf(level));
    return known.codes.map((code) => (Number.isNaN(code) || place[code]! < 0 ? Number.NaN : place[code]!));
  }
  const values = cohort.columns.numeric.get(column)!;
  if (bands === undefined) return bandsOf(values, BANDS);
  return values.map((v) => (Number.isNaN(v) ? v : bands.filter((cut) => v >= cut).length));
}

function countsOf(cohort: Cohort, places: Float64Array): LevelCounts[] {
  const found = [...new Set(places.filter((p) => !Number.isNaN(p)))].sort((a, b) => a - b);
  return found.map((score) => {
    let rows = 0;
    let events = 0;
    places.forEach((p, i) => {
      if (p !== score || (cohort.outcome[i] !== EVENT && cohort.outcome[i] !== NON_EVENT)) return;
      rows += 1;
      if (cohort.outcome[i] === EVENT) events += 1;
    });
    return { score, rows, events };
  });
}

function outcomeTable(counts: readonly LevelCounts[], { bands, levels }: Ordered, factor: string): FindingTable {
  const name = (score: number): string => {
    if (levels !== undefined) return levels[score]!;
    if (bands === undefined) return String(score);
    if (score === 0) return `<${bands[0]}`;
    return score === bands.length ? `≥${bands.at(-1)}` : `${bands[score - 1]}–<${bands[score]}`;
  };
  return {
    id: "outcome",
    caption: { say: "outcomeByOrder", with: { factor } },
    columns: [
      { id: "level", label: factor, unit: "text" },
      { id: "rows", label: { say: "rows" }, unit: "count" },
      { id: "events", label: { say: "eventsAmongThem" }, unit: "count" },
      { id: "risk", label: { say: "maskingObservedRisk" }, unit: "probability" },
    ],
    rows: counts.map(({ score, rows, events }) => [name(score), rows, events, rows === 0 ? null : events / rows]),
  };
}

/** The term and its nearest monotone, as points: the two ends of a bin, or the value asked about. */
function shapeTable(
  { columns }: Cohort,
  { column }: Ordered,
  { bins, scores, scale }: ModelShape,
  { projection }: MonotoneProjection,
  factor: string,
): FindingTable {
  const cuts = bins.flatMap(({ from }) => (from === null ? [] : [from]));
  const values = columns.numeric
    .get(column)
    ?.filter((v) => !Number.isNaN(v))
    .sort();
  // The open ends are drawn to the hundredth and ninety-ninth parts of the patients, never to a single patient's value.
  const end = (share: number, cut: number): number => {
    const at = values?.[Math.floor(share * (values.length - 1))] ?? cut;
    return share < 0.5 ? Math.min(at, cut) : Math.max(at, cut);
  };
  const low = end(0.01, cuts[0] ?? 0);
  const high = end(0.99, cuts.at(-1) ?? 0);
  const curve = (say: "shapeOfModel" | "nearestMonotone", of: Float64Array): FindingTable["rows"][number][] =>
    bins.flatMap(({ from, to, at }, b) => {
      const what: Label = { say };
      return at === undefined
        ? [
            [what, from ?? low, of[b]!],
            [what, to ?? high, of[b]!],
          ]
        : [[what, at, of[b]!]];
    });
  return {
    id: "shape",
    caption: { say: "shapeTitle", with: { factor } },
    columns: [
      { id: "curve", label: { say: "curve" }, unit: "text" },
      { id: "at", label: factor, unit: typeof bins[0]?.at === "string" ? "text" : "number" },
      { id: "score", label: { say: scale === "log-odds" ? "shapeLogOdds" : "meanScore" }, unit: "number" },
    ],
    rows: [...curve("shapeOfModel", scores), ...curve("nearestMonotone", projection)],
  };
}
