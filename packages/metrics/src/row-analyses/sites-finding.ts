import { type AuditPlan, NOT_RECORDED } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import type { Measured } from "../estimate.ts";
import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import type { Metric } from "../metric.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import {
  placeable,
  type PoolingScale,
  poolingScaleOf,
  type RandomEffects,
  randomEffects,
} from "../sites/random-effects.ts";
import { withinSiteAuroc } from "../sites/within-site.ts";
import { unitOf } from "./claim-parts.ts";
import { limits, numberOf, plainNumber } from "./numbers.ts";
import { metricLabel } from "./subgroup-label.ts";

export interface SitesInput {
  readonly plan: AuditPlan;
  readonly metric: Metric;
  readonly overall: Measured;
  readonly sites: readonly { readonly level: string; readonly measured: Measured }[];
  readonly minimumEvents: number;
  readonly level: number;
  readonly repeated: boolean;
}

type Site = SitesInput["sites"][number];

/** One metric at every site, summarised over those that are large enough. */
export function sitesFinding(input: SitesInput): Finding {
  const { metric, overall, sites, level, repeated } = input;
  const scale = poolingScaleOf(metric);
  const pooled = sites.filter((site) => isPooled(site, input, scale));
  const summary = randomEffects(
    pooled.map(({ measured }) => ({
      value: measured.estimate.value!,
      standardError: measured.estimate.standardError!,
    })),
    scale,
    level,
  );
  const found = isUndefined(summary) ? undefined : summary;
  const threshold = overall.at.threshold;
  const none = sites.every(({ measured }) => measured.estimate.value === null);
  return {
    id: `sites:${metric.id}`,
    kind: "sites",
    subject: { say: "sitesOn", with: { metric: metricLabel(metric.id, threshold) } },
    verdict: none ? "not_estimable" : "described",
    ...(none ? { reason: overall.estimate.reason ?? "NO_ROWS" } : {}),
    scope: "counts",
    exploratory: false,
    notes: notesOf(pooled.length, sites.length, found, repeated),
    numbers: numbersOf(input, found),
    tables: [siteTable(input, pooled, found)],
    charts: [
      {
        id: "sites",
        title: { say: "sitesOn", with: { metric: metricLabel(metric.id, threshold) } },
        table: "sites",
        mark: "intervals",
        x: "site",
        y: "value",
        low: "low",
        high: "high",
        ...(scale === "log" ? { log: true } : {}),
        rules:
          found === undefined
            ? []
            : [{ axis: "y", at: found.mean.value, kind: "ideal", label: { say: "meanOfSites" } }],
      },
    ],
    source: [
      "Debray et al. (2017) BMJ 356:i6460",
      "Viechtbauer (2005) J Educ Behav Stat 30:261-293",
      "Higgins, Thompson & Spiegelhalter (2009) J R Stat Soc A 172:137-159",
    ],
  };
}

/** Large enough, inside the scale, and with an error: what a summary can be made of. */
function isPooled({ level, measured }: Site, { minimumEvents }: SitesInput, scale: PoolingScale): boolean {
  const { value, standardError } = measured.estimate;
  return (
    level !== NOT_RECORDED &&
    !isSmall(measured, minimumEvents) &&
    value !== null &&
    placeable(value, scale) &&
    standardError !== null &&
    standardError > 0
  );
}

function isSmall({ counts }: Measured, minimumEvents: number): boolean {
  const { events, nonEvents } = classTotals(counts);
  return Math.min(events.rows, nonEvents.rows) < minimumEvents;
}

function notesOf(pooled: number, all: number, found: RandomEffects | undefined, repeated: boolean): Label[] {
  const notes: Label[] = [];
  if (pooled < all) notes.push({ say: "sitesLeftOut", with: { pooled, all } });
  if (found === undefined) notes.push({ say: "sitesTooFew" });
  else {
    notes.push({ say: "predictionMeaning" });
    if (found.prediction === null) notes.push({ say: "predictionNeedsThree" });
    if (found.heterogeneity.restrictedMaximumLikelihood.tauSquared === 0) notes.push({ say: "noSpreadFound" });
  }
  if (repeated) notes.push({ say: "sitesRepeated" });
  return notes;
}

function numbersOf({ metric, overall, sites, level }: SitesInput, found: RandomEffects | undefined): FindingNumber[] {
  const unit = unitOf(metric);
  const { estimate } = overall;
  const pooled: FindingNumber = numberOf(
    ["pooled", { say: "allSitesTogether" }, unit],
    estimate.value === null
      ? { status: "undefined", reason: estimate.reason ?? "NO_ROWS" }
      : { value: estimate.value, interval: estimate.interval },
  );
  const within =
    metric.id === "auroc"
      ? [
          numberOf(
            ["withinSite", { say: "withinSiteAuroc" }, unit],
            withinSiteAuroc(
              sites.map(({ measured }) => measured),
              level,
            ),
          ),
        ]
      : [];
  if (found === undefined) return [pooled, ...within];
  const { mean, prediction, heterogeneity: h } = found;
  return [
    pooled,
    ...within,
    numberOf(["mean", { say: "meanOfSites" }, unit], mean),
    ...(prediction === null
      ? []
      : [
          plainNumber(["predictionLow", { say: "predictionLow" }, unit], prediction.low),
          plainNumber(["predictionHigh", { say: "predictionHigh" }, unit], prediction.high),
        ]),
    plainNumber(["tauSquared", { say: "tauSquared" }, "number"], h.restrictedMaximumLikelihood.tauSquared),
    plainNumber(["tauSquaredHigh", { say: "tauSquaredHigh" }, "number"], h.tauSquaredHigh),
    plainNumber(["iSquared", { say: "iSquared" }, "proportion"], h.iSquared),
    plainNumber(["q", { say: "cochranQ", with: { df: h.degreesOfFreedom } }, "number"], h.q),
    plainNumber(["qP", { say: "cochranP" }, "p"], h.p),
    plainNumber(["sites", { say: "sitesPooled" }, "count"], found.sites),
  ];
}

function siteTable(
  { metric, sites, minimumEvents }: SitesInput,
  pooled: readonly Site[],
  found: RandomEffects | undefined,
): FindingTable {
  const unit = unitOf(metric);
  const remark = (site: Site): Label | null => {
    const { value } = site.measured.estimate;
    if (value === null) return { say: "siteNotEstimable" };
    if (isSmall(site.measured, minimumEvents)) return { say: "siteTooSmall" };
    return pooled.includes(site) ? null : { say: "siteNotPooled" };
  };
  return {
    id: "sites",
    caption: { say: "bySite" },
    columns: [
      { id: "site", label: { say: "site" }, unit: "text" },
      { id: "n", label: { say: "patientsN" }, unit: "count" },
      { id: "events", label: { say: "eventsN" }, unit: "count" },
      { id: "value", label: { say: "value" }, unit },
      { id: "low", label: { say: "low" }, unit },
      { id: "high", label: { say: "high" }, unit },
      { id: "remark", label: { say: "whyNone" }, unit: "text" },
    ],
    rows: [
      ...sites.map((site) => {
        const { estimate } = site.measured;
        const name: Label = site.level === NOT_RECORDED ? { say: "notRecorded" } : site.level;
        const judged = estimate.guardedInterval ?? estimate.interval;
        return [name, estimate.n, estimate.events, estimate.value, ...limits(judged), remark(site)];
      }),
      ...(found === undefined
        ? []
        : [
            [{ say: "meanOfSites" } as const, null, null, found.mean.value, ...limits(found.mean.interval), null],
            ...(found.prediction === null
              ? []
              : [[{ say: "anotherSite" } as const, null, null, found.mean.value, ...limits(found.prediction), null]]),
          ]),
    ],
  };
}
