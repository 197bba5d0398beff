import { type AuditPlan, levelsOf, OVERALL, type Subgroup, subgroup, type Tally } from "@auscult/core";
import { type ClaimTest, testClaim } from "../claims/test-claim.ts";
import { publishedClaim } from "../claims/published-claim.ts";
import type { Finding } from "../finding.ts";
import { adjustP } from "../inference/p-adjust.ts";
import { metrics } from "../metrics.ts";
import { isUndefined } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { claimFinding, noClaim } from "./claim-finding.ts";
import type { Claim, ReadClaim, SubgroupTest } from "./claim-parts.ts";

/**
 * Does what the vendor claims hold on these patients, and where it does not, why?
 *
 * One finding for each claim. Non-inferiority to claim less margin decides; the levels of the subgroups in `by` are tested
 * as well, "not met" after Holm over the levels of one attribute, "met" each by itself, since a claim that holds for all
 * must hold in each. An AUROC is then explained by the mix of patients and by miscalibration, a predictive value by the
 * prevalence.
 *
 * @see Debray et al (2017) BMJ 356:i6460; van Klaveren et al (2016) Stat Med 35:4136-4152.
 */
export const claimsAnalysis: RowAnalysis = {
  id: "claims",
  source: [
    "Debray et al. (2017) BMJ 356:i6460",
    "van Klaveren et al. (2016) Stat Med 35:4136-4152",
    "Mercaldo, Lau & Zhou (2007) Stat Med 26:2170-2183",
    "Wellek (2010) Testing Statistical Hypotheses of Equivalence and Noninferiority",
  ],
  columns: () => [],
  analyse(_cohort, plan, { tally }) {
    return plan.claims.map((claim): Finding => {
      const metric = metrics.find(({ id }) => id === claim.metric);
      if (metric === undefined) throw new RangeError(`there is no metric "${claim.metric}"`);
      const published = publishedClaim(claim, metric, plan.policy.level);
      const population = populationOf(tally, claim);
      if (isUndefined(published)) return noClaim(claim, metric, tally, published.reason);
      if (population === undefined) return noClaim(claim, metric, tally, "EMPTY_GROUP");
      const read = { claim, metric, published };
      const test = testIn(plan, tally, population, read);
      return claimFinding({ plan, tally, population, read, test, subgroups: bySubgroup(plan, tally, read) });
    });
  },
};

function testIn({ partialArea, policy }: AuditPlan, tally: Tally, population: Subgroup, read: ReadClaim): ClaimTest {
  const { claim, metric, published } = read;
  return testClaim(tally, population, metric, published, claim.margin, {
    level: policy.level,
    minimumEvents: policy.minimumEvents,
    assumeIndependentRows: policy.assumeIndependentRows !== undefined,
    bootstrap: { replicates: policy.bootstrap.replicates, seed: policy.seed },
    ...(partialArea === undefined ? {} : { region: partialArea }),
    ...(claim.threshold === undefined ? {} : { threshold: claim.threshold }),
  });
}

/** Everybody, or the subgroup that the claim is about; `undefined` where no row could be in it. */
function populationOf(tally: Tally, { subgroup: named }: Claim): Subgroup | undefined {
  if (named === undefined) return OVERALL;
  const { id: attribute, level } = named;
  return levelsOf(tally, attribute).includes(level) ? subgroup({ attribute, level }) : undefined;
}

function bySubgroup(plan: AuditPlan, tally: Tally, read: ReadClaim): SubgroupTest[] {
  return read.claim.by.flatMap((attribute) => {
    const tests = levelsOf(tally, attribute).map((level) => {
      const of = subgroup({ attribute, level });
      return { subgroup: of, test: testIn(plan, tally, of, read) };
    });
    const raw = tests.map(({ test }) => test.acceptedP);
    // A level that could not be tested stays in the family: it could have failed.
    const adjusted =
      plan.policy.multiplicity !== "none"
        ? adjustP(
            raw.map((p) => p ?? 1),
            "holm",
          )
        : raw;
    return tests.map((tested, i) => ({ ...tested, pAdjusted: raw[i] === null ? null : adjusted[i]! }));
  });
}
