import type { FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import type { CarriedThreshold } from "../updating/carry-threshold.ts";
import type { JudgedMetric } from "../updating/judge-update.ts";
import type { SelectedUpdate } from "../updating/select-update.ts";
import { limits } from "./numbers.ts";
import { metricLabel } from "./subgroup-label.ts";

const UPDATE_WORDS = {
  no_update: { say: "updateNone" },
  citl: { say: "updateOfIntercept" },
  recalibration: { say: "updateOfBoth" },
  revision: { say: "updateOfAll" },
} as const satisfies Readonly<Record<string, Label>>;

export function testsTable({ tests }: SelectedUpdate): FindingTable {
  return {
    id: "tests",
    caption: { say: "closedTests" },
    columns: [
      { id: "smaller", label: { say: "smallerUpdate" }, unit: "text" },
      { id: "larger", label: { say: "largerUpdate" }, unit: "text" },
      { id: "chiSquared", label: { say: "chiSquared" }, unit: "number" },
      { id: "df", label: { say: "degreesOfFreedom" }, unit: "count" },
      { id: "p", label: { say: "pValue" }, unit: "p" },
    ],
    rows: tests.map(({ smaller, larger, chiSquared, degreesOfFreedom, p }) => [
      UPDATE_WORDS[smaller],
      UPDATE_WORDS[larger],
      chiSquared,
      degreesOfFreedom,
      p,
    ]),
  };
}

export function judgedTable(judged: readonly JudgedMetric[]): FindingTable {
  return {
    id: "judged",
    caption: { say: "beforeAndAfter" },
    columns: [
      { id: "metric", label: { say: "quantity" }, unit: "text" },
      { id: "before", label: { say: "before" }, unit: "number" },
      { id: "corrected", label: { say: "afterCorrected" }, unit: "number" },
      { id: "apparent", label: { say: "afterApparent" }, unit: "number" },
    ],
    rows: judged.map(({ metric, threshold, before, corrected, apparent }) => [
      metricLabel(metric, threshold),
      before,
      corrected,
      apparent,
    ]),
  };
}

const KEPT_WORDS = {
  threshold: { say: "keepThreshold" },
  risk: { say: "keepRisk" },
  alertRate: { say: "keepAlertRate" },
  sensitivity: { say: "keepSensitivity" },
  netBenefit: { say: "keepNetBenefit" },
} as const satisfies Readonly<Record<string, Label>>;

export function carriedTable(carried: readonly CarriedThreshold[]): FindingTable {
  return {
    id: "thresholds",
    caption: { say: "carriedThresholds" },
    columns: [
      { id: "kept", label: { say: "whatIsKept" }, unit: "text" },
      { id: "target", label: { say: "keptTarget" }, unit: "number" },
      { id: "threshold", label: { say: "thresholdHere" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
      { id: "flagged", label: { say: "flaggedShare" }, unit: "proportion" },
      { id: "sensitivity", label: { say: "metricName", with: { metric: "sensitivity" } }, unit: "proportion" },
      { id: "ppv", label: { say: "metricName", with: { metric: "ppv" } }, unit: "proportion" },
      { id: "netBenefit", label: { say: "metricName", with: { metric: "netBenefit" } }, unit: "number" },
      { id: "flaggedApparent", label: { say: "flaggedApparent" }, unit: "proportion" },
      { id: "sensitivityApparent", label: { say: "sensitivityApparent" }, unit: "proportion" },
      { id: "why", label: { say: "whyNone" }, unit: "text" },
    ],
    rows: carried.map(({ kept, target, threshold, interval, apparent, corrected }) => [
      KEPT_WORDS[kept],
      target,
      typeof threshold === "number" ? threshold : null,
      ...limits(interval),
      corrected?.flagged ?? null,
      corrected?.sensitivity ?? null,
      corrected?.ppv ?? null,
      corrected?.netBenefit ?? null,
      apparent?.flagged ?? null,
      apparent?.sensitivity ?? null,
      typeof threshold === "number" ? null : target === null ? { say: "nothingToKeep" } : { say: "notReachable" },
    ]),
  };
}
