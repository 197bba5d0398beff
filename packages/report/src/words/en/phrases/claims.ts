import type { PhraseBook } from "@auscult/metrics";

export const claims = {
  claimOn: ({ claim, metric }) => `${claim} (${metric})`,
  claimOnOf: ({ claim, metric, group }) => `${claim} (${metric}; ${group})`,
  claimed: () => "Claimed",
  claimWithMargin: () => "claim with its margin",
  claimedFrom: () => "Claimed, lower end",
  claimedTo: () => "Claimed, upper end",
  measuredHere: () => "Measured here",
  differenceFromClaim: () => "Difference from the claim",
  ratioToClaim: () => "Ratio to the claim",
  lowestAccepted: () => "Lowest value that still meets the claim, with its margin",
  highestAccepted: () => "Highest value that still meets the claim, with its margin",
  pNotAccepted: () => "p of a true value that misses the claim by more than the margin (small: met)",
  pAccepted: () => "p of a true value that meets the claim, with its margin (small: not met)",
  claimPopulation: ({ population }) => `Claimed of: ${population}`,
  claimSource: ({ source }) => `Source of the claim: ${source}`,
  claimMargin: ({ reason }) => `Why this margin: ${reason}`,
  claimFixed: () =>
    "The claim came without an interval and without the number of patients that it rests on. It is treated as an exact number; the interval of the difference holds the uncertainty of this audit only.",
  claimFromSample: () =>
    "The claim's own uncertainty was made from the number of patients and events published with it.",
  claimFromCounts: () => "The claimed value and its uncertainty were made from the published 2 × 2 table.",
  claimIsRange: () =>
    "A range was claimed. It is met from its worse end on; the difference is from the nearer end, and none inside the range.",
  claimSuperior: () => "The whole interval is better than the claim.",
  claimSubgroupsNotMet: ({ groups }) => `The claim is not met in: ${groups}.`,
  claimSubgroupFamily: () =>
    "Subgroups: “not met” stands after adjustment by Holm over the levels of one attribute; “met” is said of each level by itself.",
  claimByGroup: () => "The claim by subgroup",
  claimVerdictHere: () => "Verdict",
  claimMetShort: () => "met",
  claimNotShownShort: () => "not shown",
  claimNotMetShort: () => "not met",
  claimNotEstimableShort: () => "not estimable",
  claimNoMarginShort: () => "no margin declared",
  expectedOfPatients: () => "AUROC expected of these patients",
  observedLessExpected: () => "Measured less expected",
  claimExplained: () => "From the claim to what was measured, step by step",
  claimStep: () => "Step",
  changeFromBefore: () => "Change from the step before",
  stepClaimed: () => "As claimed",
  stepCaseMix: () => "Expected of these patients",
  stepMiscalibration: () => "… with risks recalibrated",
  stepObserved: () => "As measured here",
  stepPrevalence: ({ prevalence }) => `Expected at prevalence ${prevalence}`,
  caseMixMeaning: () =>
    "The steps: the AUROC to expect of these patients if the model’s risks were right, which patients who are easier or harder to tell apart change by themselves; the same with the risks recalibrated here, which shows what too extreme or too timid risks cost; and what was measured. Another mix of patients is no fault of the model, but the lower performance is real for them.",
  prevalenceMeaning: () =>
    "The steps: what another prevalence changes by itself, though sensitivity and specificity be as claimed; what is left comes of them.",
  pAdjustedNotMet: () => "p of met, adjusted",
} satisfies Partial<PhraseBook>;
