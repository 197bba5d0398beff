import { observedLessExpected } from "../claims/explain-auroc.ts";
import { afterAdjustment, type ClaimTest, countsInBlocks } from "../claims/test-claim.ts";
import type { FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import { explainOptions, type TestedClaim, unitOf } from "./claim-parts.ts";
import { limits } from "./numbers.ts";
import { subgroupLabel } from "./subgroup-label.ts";

/** The claim at each level of each subgroup; for an AUROC with what these patients would show if the model were right. */
export function subgroupTable(tested: TestedClaim): FindingTable {
  const { read, tally, plan, subgroups } = tested;
  const { metric } = read;
  const unit = unitOf(metric);
  const ratio = metric.contrast === "ratio";
  const explained = metric.id === "auroc" && tally.scoreKind === "probability";
  return {
    id: "subgroups",
    caption: { say: "claimByGroup" },
    columns: [
      { id: "group", label: { say: "group" }, unit: "text" },
      { id: "n", label: { say: "patientsN" }, unit: "count" },
      { id: "events", label: { say: "eventsN" }, unit: "count" },
      { id: "value", label: { say: "measuredHere" }, unit },
      { id: "low", label: { say: "low" }, unit },
      { id: "high", label: { say: "high" }, unit },
      { id: "gap", label: { say: ratio ? "ratioToClaim" : "differenceFromClaim" }, unit: ratio ? "ratio" : "number" },
      { id: "verdict", label: { say: "claimVerdictHere" }, unit: "text" },
      { id: "p", label: { say: "pAdjustedNotMet" }, unit: "p" },
      ...(explained
        ? ([
            { id: "expected", label: { say: "expectedOfPatients" }, unit },
            { id: "lessExpected", label: { say: "observedLessExpected" }, unit: "number" },
            { id: "lessExpectedLow", label: { say: "low" }, unit: "number" },
            { id: "lessExpectedHigh", label: { say: "high" }, unit: "number" },
          ] as const)
        : []),
    ],
    rows: subgroups.map(({ subgroup, test, pAdjusted }) => {
      const { estimate } = test.measured;
      return [
        subgroupLabel(tally, subgroup),
        estimate.n,
        estimate.events,
        estimate.value,
        ...limits(test.judged),
        test.gap?.value ?? null,
        short(afterAdjustment(test.verdict, pAdjusted, plan.policy.level)),
        pAdjusted,
        ...(explained ? expectedOf(tested, subgroup, test) : []),
      ];
    }),
  };
}

function expectedOf(
  { tally, plan }: TestedClaim,
  subgroup: TestedClaim["population"],
  test: ClaimTest,
): (number | null)[] {
  const independent = plan.policy.assumeIndependentRows !== undefined;
  const found = observedLessExpected(countsInBlocks(tally, subgroup, test.measured, independent), explainOptions(plan));
  if (isUndefined(found)) return [null, null, null, null];
  return [found.expected.value, found.difference.value, ...limits(found.difference.interval)];
}

function short(verdict: ClaimTest["verdict"]): Label {
  const words = {
    claim_met: "claimMetShort",
    claim_not_shown: "claimNotShownShort",
    claim_not_met: "claimNotMetShort",
    not_estimable: "claimNotEstimableShort",
    margin_not_declared: "claimNoMarginShort",
  } as const;
  return { say: words[verdict] };
}
