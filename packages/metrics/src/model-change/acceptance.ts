import type { ChangedMetric, VersionChange } from "./paired-versions.ts";
import { isUndefined, type Undefined } from "../result.ts";

/** What the data say of a declared criterion, and of all of them. */
export type AcceptanceVerdict = "criteria_met" | "criteria_not_shown" | "criteria_not_met";

/**
 * Non-inferiority of the new version in one metric: no worse than `margin`, by the interval. Of the Brier score less is
 * better; of the PPV the margin is a share. The whole interval on the good side: met; on the bad side: not met; else not
 * shown. Versions that are alike on every row have no interval: no worse where there are `enough` events and non-events to
 * say so (a recalibration keeps every rank), else not shown.
 */
export function acceptance(
  change: VersionChange | Undefined,
  { metric, margin }: { readonly metric: ChangedMetric; readonly margin: number },
  enough: boolean,
): AcceptanceVerdict | "not_estimable" {
  if (isUndefined(change)) return "not_estimable";
  const { interval } = change;
  const none = metric === "ppv" ? 1 : 0;
  if (interval === null) return enough && change.change === none ? "criteria_met" : "criteria_not_shown";
  if (metric === "brierScore") {
    if (interval.high < margin) return "criteria_met";
    return interval.low > margin ? "criteria_not_met" : "criteria_not_shown";
  }
  const least = metric === "ppv" ? 1 - margin : -margin;
  if (interval.low > least) return "criteria_met";
  return interval.high < least ? "criteria_not_met" : "criteria_not_shown";
}

/** All criteria: met only where each is (intersection–union: no adjustment is due); one that is not met is enough to fail. */
export function allCriteria(verdicts: readonly (AcceptanceVerdict | "not_estimable")[]): AcceptanceVerdict {
  if (verdicts.includes("criteria_not_met")) return "criteria_not_met";
  return verdicts.length > 0 && verdicts.every((v) => v === "criteria_met") ? "criteria_met" : "criteria_not_shown";
}
