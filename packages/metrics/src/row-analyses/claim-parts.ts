import type { AuditPlan, Subgroup, Tally } from "@auscult/core";
import type { PublishedClaim } from "../claims/published-claim.ts";
import type { ExplainOptions } from "../claims/explain-auroc.ts";
import type { ClaimTest } from "../claims/test-claim.ts";
import type { FindingUnit } from "../finding.ts";
import type { Metric } from "../metric.ts";

export type Claim = AuditPlan["claims"][number];

/** A claim with its metric, read as far as it can be. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly metric: Metric;
  readonly published: PublishedClaim;
}

/** A claim tested at one level of a subgroup. */
export interface SubgroupTest {
  readonly subgroup: Subgroup;
  readonly test: ClaimTest;
  /** p of "met", adjusted by Holm over the levels of its attribute; `null` where it could not be tested. */
  readonly pAdjusted: number | null;
}

/** Everything known of one claim, tested. */
export interface TestedClaim {
  readonly plan: AuditPlan;
  readonly tally: Tally;
  readonly population: Subgroup;
  readonly read: ReadClaim;
  readonly test: ClaimTest;
  readonly subgroups: readonly SubgroupTest[];
}

const REPLICATES = 200;

export function explainOptions({ policy }: AuditPlan): ExplainOptions {
  return { level: policy.level, seed: policy.seed, replicates: REPLICATES };
}

/** A metric's unit as findings have it. */
export function unitOf({ unit }: Metric): FindingUnit {
  switch (unit) {
    case "probability":
    case "proportion":
    case "log-odds":
    case "ratio":
      return unit;
    default:
      return "number";
  }
}
