import type { PhraseBook } from "@auscult/metrics";

export const subgroups = {
  attribute: () => "Attribute",
  metric: () => "Metric",
  comparedWith: () => "Compared with",
  subgroupsCompared: () => "Subgroups",
  lowest: () => "Lowest",
  highest: () => "Highest",
  pAllEqual: () => "p, were all equal",
  crossOf: ({ first, second }) => `${first} × ${second}`,
  greatestGaps: () => "between subgroups",
  greatestGap: () => "Greatest difference",
  greatestRatio: () => "Greatest ratio",
  gapByChance: () => "Expected were all equal",
  ratioByChance: () => "Expected were all equal",
  greatestGapsCaption: ({ level }) =>
    `Greatest difference between any two subgroups, simultaneous interval at ${level}`,
  greatestRatiosCaption: ({ level }) => `Greatest ratio between any two subgroups, simultaneous interval at ${level}`,
  greatestGapNote: () =>
    "The greatest of several gaps is large by chance alone: read it beside what would be expected were all subgroups equal. It is no verdict; verdicts are on each subgroup against its comparator.",
  subgroupsLeftOut: ({ attribute, metric, subgroups: left }) =>
    `${attribute}, ${metric}: left out, because it has no value or no interval: ${left}.`,
  shrunkOf: ({ metric, attribute }) => `${metric} by ${attribute}`,
  asObserved: () => "As observed",
  shrunk: () => "Drawn towards the mean",
  weightOfMean: () => "Weight of the mean",
  shrinkageNote: () =>
    "Values drawn towards the mean tell where to look first. They are never a verdict on equity: the method draws subgroups together whether or not they differ.",
  noSpreadNote: ({ limit }) =>
    `These data cannot tell the subgroups from equal ones, so every value is drawn to the mean. They do not exclude a standard deviation between subgroups of ${limit} on the scale of the model.`,
  criteriaConflict: () => "what equal predictive value and sensitivity would force",
  criteriaConflictCaption: () =>
    "The false positive rate that would follow if PPV and sensitivity were the comparator's",
  criteriaConflictNote: () =>
    "Arithmetic, not an estimate: false positive rate = prevalence / (1 − prevalence) × (1 − PPV) / PPV × sensitivity. With unequal event rates equal PPV and equal sensitivity force unequal false positive rates, however good the model. It does not say which criterion to give up; calibration at the threshold and net benefit in each subgroup are the clinical ones.",
  prevalenceHere: () => "Event rate",
  prevalenceThere: () => "Event rate, comparator",
  falsePositivesHere: () => "False positive rate",
  falsePositivesThere: () => "False positive rate, comparator",
  falsePositivesImplied: () => "It would have to be",
  forcedGap: () => "Forced gap",
  calibrationTests: () => "joint tests",
  calibrationTestsCaption: () => "Joint likelihood-ratio tests of calibration in the subgroups of each attribute",
  calibrationTestsNote: () =>
    "A test says whether, not how much: with many patients a trifle is found, with few a large error is missed. Read each subgroup's O:E, calibration-in-the-large and slope first.",
  question: () => "Question",
  chiSquared: () => "χ²",
  degreesOfFreedom: () => "Degrees of freedom",
  p: () => "p",
  equalInTheLarge: () => "Is calibration-in-the-large the same in all?",
  anyMiscalibration: () => "Are the predictions right as they are in all?",
  groupGivenRecalibration: () => "After one recalibration for all, do subgroups still differ?",
  slopeInteraction: () => "Is the slope the same in all?",
  netBenefitGaps: () => "each subgroup against its comparator",
  netBenefitGapsCaption: ({ prevalence }) =>
    `Net benefit of acting on the score; at a common prevalence of ${prevalence} in the last columns`,
  netBenefitGapsNote: () =>
    "A raw gap mostly shows that one subgroup has more events. Look first for subgroups in which the model does worse than the better of treating everybody and treating nobody (a value below 0).",
  netBenefitHere: () => "Net benefit",
  netBenefitThere: () => "Net benefit, comparator",
  overDefaultHere: () => "More than the better default",
  standardisedGap: () => "Difference, relative to the best possible",
  gapAtCommonPrevalence: () => "Difference at a common prevalence",
  verificationBias: () => "corrected after Begg and Greenes",
  verificationCaption: () =>
    "Sensitivity and specificity of those verified alone, and corrected for whom the outcome was not looked for",
  verificationNote: () =>
    'The outcome was looked for more often in some than in others, and "not verified" is not "negative". The correction supposes that, within the same flag and stratum, those not verified have the outcome as often as those verified. Every other number in this report is of verified patients alone: sensitivity is then too high and specificity too low where the flagged were verified more often.',
  verifiedShare: ({ flagged, unflagged, threshold }) =>
    `At ${threshold}, ${flagged}% of the flagged and ${unflagged}% of the others were verified.`,
  verifiedRows: () => "Verified",
  sensitivityOfVerified: () => "Sensitivity, verified alone",
  sensitivityCorrected: () => "Sensitivity, corrected",
  specificityOfVerified: () => "Specificity, verified alone",
  specificityCorrected: () => "Specificity, corrected",
  whyNot: () => "Why not",
  noneVerified: () => "of some flag and stratum nobody was verified",
  tooFew: () => "no event, or nothing but events, is expected",
  missingnessBySubgroup: () => "who is not recorded",
  missingnessCaption: ({ tolerated }) =>
    `Share of rows without a score or an outcome: subgroups with the least and the most, and how many exceed ${tolerated}%`,
  missingnessNote: () =>
    "Rows without a score or an outcome are left out of performance. Where their share differs between subgroups, the results speak of patients selected differently in each.",
  missingField: () => "Missing",
  theScore: () => "Score",
  theOutcome: () => "Outcome",
  leastMissing: () => "Least in",
  mostMissing: () => "Most in",
  aboveTolerated: () => "Subgroups above it",
  eventRateBounds: () => "Between what the event rate must lie, whatever the missing outcomes were",
  eventRateKnown: () => "Of known outcomes",
  eventRateLow: () => "At least",
  eventRateHigh: () => "At most",
} satisfies Partial<PhraseBook>;
