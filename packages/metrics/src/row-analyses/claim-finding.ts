import type { Tally } from "@auscult/core";
import { publishedValidations } from "../claims/published-validations.ts";
import { afterAdjustment, type ClaimTest } from "../claims/test-claim.ts";
import type { Finding, FindingChart, FindingNumber, FindingTable } from "../finding.ts";
import type { Metric } from "../metric.ts";
import type { Label, Phrase } from "../phrases.ts";
import { isUndefined, type Reason, type Undefined } from "../result.ts";
import type { RandomEffects } from "../sites/random-effects.ts";
import { type Claim, type ReadClaim, type SubgroupTest, type TestedClaim, unitOf } from "./claim-parts.ts";
import { type Steps, stepsOf } from "./claim-steps.ts";
import { subgroupTable } from "./claim-subgroups.ts";
import { numberOf, plainNumber } from "./numbers.ts";
import { listed, metricLabel, subgroupLabel } from "./subgroup-label.ts";

const SOURCE = ["Debray et al. (2017) BMJ 356:i6460", "van Klaveren et al. (2016) Stat Med 35:4136-4152"];

/** A claim that could not be tested, and why. */
export function noClaim(claim: Claim, metric: Metric, tally: Tally, reason: Reason): Finding {
  return {
    ...headOf(claim, metric, tally),
    verdict: "not_estimable",
    reason,
    notes: saidOf(claim),
    numbers: [],
    tables: [],
    charts: [],
  };
}

export function claimFinding(tested: TestedClaim): Finding {
  const { tally, read, test, plan } = tested;
  const { claim, metric } = read;
  const steps = stepsOf(tested);
  const published = validationsOf(read, plan.policy.level);
  const tables: FindingTable[] = [];
  if (steps !== undefined) tables.push(steps.table);
  if (tested.subgroups.length > 0) tables.push(subgroupTable(tested));
  return {
    ...headOf(claim, metric, tally),
    verdict: verdictOf(tested, plan.policy.level),
    ...(test.reason === undefined ? {} : { reason: test.reason }),
    notes: [...saidOf(claim), ...readingOf(tested, plan.policy.level, steps), ...validationNotes(test, published)],
    numbers: [...numbersOf(read, test, plan.policy.level), ...validationNumbers(read, published)],
    tables,
    charts: tables.map(({ id }) => (id === "steps" ? stepsChart(read) : subgroupChart(read, test))),
  };
}

function validationsOf({ claim, metric }: ReadClaim, level: number): RandomEffects | Undefined | undefined {
  return claim.validations === undefined ? undefined : publishedValidations(claim.validations, metric, level);
}

function validationNumbers({ metric }: ReadClaim, published: RandomEffects | Undefined | undefined): FindingNumber[] {
  if (published === undefined) return [];
  const unit = unitOf(metric);
  if (isUndefined(published)) return [numberOf(["publishedMean", { say: "publishedMean" }, unit], published)];
  const { mean, prediction } = published;
  return [
    numberOf(["publishedMean", { say: "publishedMean" }, unit], mean),
    plainNumber(["publishedLow", { say: "publishedLow" }, unit], prediction?.low ?? mean.interval.low),
    plainNumber(["publishedHigh", { say: "publishedHigh" }, unit], prediction?.high ?? mean.interval.high),
  ];
}

/** Whether the local value lies where another of the published sites would. */
function validationNotes({ measured }: ClaimTest, published: RandomEffects | Undefined | undefined): Label[] {
  const { value } = measured.estimate;
  if (published === undefined || isUndefined(published) || published.prediction === null || value === null) return [];
  const { low, high } = published.prediction;
  return [{ say: value >= low && value <= high ? "likePublishedSites" : "unlikePublishedSites" }];
}

/** From the claim to what was measured, each value with its interval. */
function stepsChart({ published }: ReadClaim): FindingChart {
  return {
    id: "steps",
    title: { say: "claimExplained" },
    table: "steps",
    mark: "intervals",
    x: "step",
    y: "value",
    low: "low",
    high: "high",
    rules: [{ axis: "y", at: published.from, kind: "ideal", label: { say: "claimed" } }],
  };
}

function subgroupChart({ metric, published }: ReadClaim, { accepted }: ClaimTest): FindingChart {
  const { from, to } = published;
  const edges = accepted === undefined ? [] : [accepted.low, accepted.high].filter(Number.isFinite);
  return {
    id: "subgroups",
    title: { say: "claimByGroup" },
    table: "subgroups",
    mark: "intervals",
    x: "group",
    y: "value",
    low: "low",
    high: "high",
    ...(metric.contrast === "ratio" ? { log: true } : {}),
    rules: [
      ...[...new Set([from, to])].map((at) => ({ axis: "y", at, kind: "ideal", label: { say: "claimed" } }) as const),
      ...edges.map((at) => ({ axis: "y", at, kind: "margin", label: { say: "claimWithMargin" } }) as const),
    ],
  };
}

function headOf(
  claim: Claim,
  metric: Metric,
  tally: Tally,
): Omit<Finding, "verdict" | "numbers" | "tables" | "charts"> {
  const name = metricLabel(metric.id, claim.threshold);
  const subject: Phrase =
    claim.subgroup === undefined
      ? { say: "claimOn", with: { claim: claim.id, metric: name } }
      : {
          say: "claimOnOf",
          with: {
            claim: claim.id,
            metric: name,
            group: subgroupLabel(tally, {
              id: "",
              of: [{ attribute: claim.subgroup.id, level: claim.subgroup.level }],
            }),
          },
        };
  return {
    id: `claim:${claim.id}`,
    kind: "claim",
    subject,
    ...(claim.subgroup === undefined ? {} : { subgroup: `${claim.subgroup.id}=${claim.subgroup.level}` }),
    scope: "counts",
    exploratory: false,
    source: SOURCE,
  };
}

/** What the plan says of the claim. */
function saidOf({ population, source, margin }: Claim): Label[] {
  return [
    { say: "claimPopulation", with: { population } },
    { say: "claimSource", with: { source } },
    ...(margin === undefined ? [] : [{ say: "claimMargin" as const, with: { reason: margin.reason } }]),
  ];
}

/** Subgroups in which the claim is not met, after Holm. */
function failing(subgroups: readonly SubgroupTest[], level: number): SubgroupTest[] {
  return subgroups.filter(({ test, pAdjusted }) => afterAdjustment(test.verdict, pAdjusted, level) === "claim_not_met");
}

/** A claim that fails for some patients is not met for all, whatever their average. */
function verdictOf({ test, subgroups }: TestedClaim, level: number): Finding["verdict"] {
  const some = test.verdict !== "claim_not_met" && failing(subgroups, level).length > 0;
  return some ? "claim_not_met_for_some" : test.verdict;
}

/** What a reader must know to read the verdict. */
function readingOf({ read, test, subgroups, tally }: TestedClaim, level: number, steps: Steps | undefined): Label[] {
  const { from, to, basis } = read.published;
  const notes: Label[] = [];
  if (from < to) notes.push({ say: "claimIsRange" });
  else if (basis === "none") notes.push({ say: "claimFixed" });
  else if (basis === "sample") notes.push({ say: "claimFromSample" });
  else if (basis === "counts") notes.push({ say: "claimFromCounts" });
  if (test.superior) notes.push({ say: "claimSuperior" });
  const groups = listed(failing(subgroups, level).map(({ subgroup }) => subgroupLabel(tally, subgroup)));
  if (groups !== undefined) notes.push({ say: "claimSubgroupsNotMet", with: { groups } });
  if (subgroups.length > 0) notes.push({ say: "claimSubgroupFamily" });
  return [...notes, ...(steps === undefined ? [] : [steps.meaning])];
}

function numbersOf({ metric, published }: ReadClaim, test: ClaimTest, level: number): FindingNumber[] {
  const unit = unitOf(metric);
  const { estimate } = test.measured;
  const { from, to } = published;
  const claimed: FindingNumber[] =
    from < to
      ? [
          plainNumber(["claimedFrom", { say: "claimedFrom" }, unit], from),
          plainNumber(["claimedTo", { say: "claimedTo" }, unit], to),
        ]
      : [
          numberOf(["claimed", { say: "claimed" }, unit], {
            value: from,
            interval: published.interval === null ? null : { ...published.interval, level, method: "published" },
          }),
        ];
  const none = { status: "undefined" as const, reason: estimate.reason ?? "ZERO_DENOMINATOR" };
  const ratio = metric.contrast === "ratio";
  const { accepted } = test;
  return [
    ...claimed,
    numberOf(
      ["here", { say: "measuredHere" }, unit],
      estimate.value === null ? none : { value: estimate.value, interval: test.judged },
    ),
    numberOf(
      ["gap", { say: ratio ? "ratioToClaim" : "differenceFromClaim" }, ratio ? "ratio" : unit],
      test.gap ?? none,
    ),
    ...(accepted !== undefined && accepted.low > -Infinity
      ? [plainNumber(["lowestAccepted", { say: "lowestAccepted" }, unit], accepted.low)]
      : []),
    ...(accepted !== undefined && accepted.high < Infinity
      ? [plainNumber(["highestAccepted", { say: "highestAccepted" }, unit], accepted.high)]
      : []),
    ...(test.notAcceptedP === null || test.acceptedP === null
      ? []
      : [
          plainNumber(["pNotAccepted", { say: "pNotAccepted" }, "p"], test.notAcceptedP),
          plainNumber(["pAccepted", { say: "pAccepted" }, "p"], test.acceptedP),
        ]),
    plainNumber(["n", { say: "patientsN" }, "count"], estimate.n),
    plainNumber(["events", { say: "eventsN" }, "count"], estimate.events),
  ];
}
