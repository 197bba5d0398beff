import type { PhraseBook } from "@auscult/metrics";

export const labelChoice = {
  labelForNeed: ({ label, need }) => `${label} standing in for ${need}`,
  labelAtEqualSeverity: ({ label }) => `${label} at equal severity`,
  labelRatioAtEqualSeverity: ({ label, group, reference }) =>
    `${label} of ${group} relative to ${reference} at equal severity`,
  groupAgainst: ({ group, reference }) => `${group} against ${reference}`,
  notLevel: ({ level }) => `not ${level}`,
  byTheScore: () => "the score",
  percentileAndAbove: ({ percentile }) => `percentile ${percentile} and above`,
  percentileBecause: ({ percentile, because }) => `${percentile}: ${because}`,
  percentileAlone: ({ percentile }) => `percentile ${percentile} alone`,
  capacityOf: ({ places, percentile }) => `the ${places} highest (percentile ${percentile} and above)`,

  ratioAtEqualScore: ({ measure, group, reference }) =>
    `${measure} at equal score, ratio of means, ${group} / ${reference}`,
  differenceAtEqualScore: ({ measure, group, reference }) =>
    `${measure} at equal score, difference, ${group} − ${reference}`,
  differenceWithinPercentiles: ({ measure, group, reference }) =>
    `${measure} within percentiles of the score, difference, ${group} − ${reference}`,
  labelAtEqualNeed: ({ label, need, group, reference }) =>
    `${label} at equal ${need}, ratio of means, ${group} / ${reference}`,
  shareInTop: ({ group, top, by }) => `Share of ${group} in ${top}, ordered by ${by}`,
  moreInTop: ({ group, top, need }) =>
    `More of ${group} in ${top} if ordered by ${need}, known exactly, than by the score`,
  shareIfNeediest: ({ group, top }) =>
    `Share of ${group} in ${top} if the neediest below took the places of the least needy`,
  shareAfterSwaps: ({ group, percentile }) =>
    `Share of ${group} from the authors' percentile ${percentile} up after their exchange, as corrected in 2022`,
  shareAfterPublishedSwaps: ({ group, percentile }) =>
    `The same from percentile ${percentile} up for ${group} by the faulty loop printed in 2019 (not a result)`,
  tippingRatio: ({ need, group, reference }) =>
    `${need}: recording in ${group} relative to ${reference} at which both would have the same true prevalence`,

  measureByPercentile: ({ measure }) => `${measure} by percentile of the score`,
  percentileOfScore: () => "Percentile of the score",
  labelAtEachNeed: ({ label, need }) => `${label} at each level of ${need}`,
  labelByNeed: ({ label, need, rows }) => `${label} by ${need} (levels with at least ${rows} rows of each group)`,
  meansAtThresholds: () => "Means among those selected, and in the percentile of the threshold alone",
  measure: () => "Measure",
  where: () => "Where",
  rowsOf: ({ group }) => `${group}, rows`,
  meanOf: ({ group }) => `${group}, mean`,
  whoIsInTop: () => "Who is in the top, by the score and by what it could have been (by a need: were it known exactly)",
  orderedBy: () => "Ordered by",
  shareOf: ({ group }) => `Share of ${group}`,
  shareOfEverybody: ({ group }) => `${group} among all`,
  inTheTop: ({ group }) => `${group} in the top`,
  places: () => "Places",
  moreThanByScore: () => "More than by the score",
  whatFallsOnTop: () => "What falls on the top (after Obermeyer 2019, table 2)",
  what: () => "What",
  share: () => "Share",
  shareOfAll: ({ measure }) => `Share of all ${measure}`,
  standardError: () => "Standard error",
  publishedStandardError: () => "As in the paper (all rows)",
  exchangesOfPlaces: ({ group }) => `Share of ${group} above the threshold if places were exchanged for need`,
  procedure: () => "Procedure",
  exchanged: () => "Exchanged",
  shareBefore: () => "Share before",
  shareAfter: () => "Share after",
  neediestForLeastNeedy: () => "neediest below for least needy above",
  authorsLoopCorrected: () => "the authors' loop, corrected by their erratum of 2022",
  authorsLoopPublished: () => "the authors' loop as published in 2019, which skips (not a result)",
  rowsAccountedFor: () => "Rows accounted for",
  withScore: () => "With a score",
  andMeasure: ({ measure }) => `and ${measure}`,
  tippingContour: ({ need, group, reference }) =>
    `Gap in true prevalence of ${need}, ${group} − ${reference}, by how much of it is recorded; empty where the data rule the supposition out`,
  recordedOfNeed: ({ group }) => `Recorded of those in need, ${group}`,
  gapInTruePrevalence: ({ group, reference }) => `Gap in true prevalence, ${group} − ${reference}`,
  tippingLine: () => "where the gap changes its sign",

  featuresTellGroup: () => "p that the features tell the group beyond need",
  aurocOfNeed: () => "AUROC for the group of need alone (apparent)",
  aurocOfNeedAndFeatures: () => "AUROC for the group of need and features (apparent)",
  featuresAndGroup: () => "How far each feature tells the group, alone and among patients with the same need",
  declaredAs: () => "Declared as",
  aurocForGroup: () => "AUROC for the group",
  mutualInformation: () => "Mutual information, nats",
  byChance: () => "Expected by chance",
  cramersV: () => "Cramér's V, corrected",
  informationGivenNeed: () => "Information given need, nats",
  pGivenNeed: () => "p given need",
  physiologyOrNeed: () => "physiology or need",
  accessToCare: () => "access to care",
  identity: () => "identity",
  notDeclared: () => "not declared",
  declarationDecides: () =>
    "Whether a tie between a feature and the group is legitimate is a clinical and legal judgement, declared for each feature in the plan. These numbers support or question it; they do not decide it.",
  blindIsNotFair: () =>
    "Leaving the group or its stand-ins out of a model does not make it alike for the groups: it can worsen calibration in the smaller group. Leaving them in can fix a bad adjustment in place. Compare performance within groups with and without them.",
  notCounterfactual: () =>
    "An association says nothing of what a patient's score would have been had they belonged to the other group.",

  gapHigher: ({ by }) => `${by} higher`,
  gapLower: ({ by }) => `${by} lower`,
  gapTimes: ({ ratio }) => `${ratio} times as high`,
  leadSupported: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}. The mean of “${label}”, which the score stands for, is alike: ${labelGap}, inside the declared margin. So the score is right about “${label}” in both groups and wrong about “${need}”: someone in the group ${passedOver} has to have more of this need to be given the same score.`,
  leadOverpredicted: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}, while the mean of “${label}”, which the score stands for, is ${labelGap}: the two point in opposite directions. Someone in the group ${passedOver} has to have more of this need to be given the same score.`,
  leadGeneral: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}, and the mean of “${label}” is ${labelGap}: both differ in the same direction. The score is wrong about the group ${passedOver} altogether. That is ordinary miscalibration, and not the choice of the label alone.`,
  leadProxyInconclusive: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}: someone in the group ${passedOver} has to have more of this need to be given the same score. The mean of “${label}” is ${labelGap}, which is neither inside its margin nor clearly beyond no difference, so whether the choice of “${label}” is the cause is not settled.`,
  leadNoGap: ({ need, group, reference, needGap }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}: inside the declared margin. As far as this measure shows, a score means the same need in both groups.`,
  leadNoGapWeak: ({ need }) =>
    `“${need}” is recorded only for those who get care, so a gap may be hidden: see the limits.`,
  leadInconclusive: ({ need, group, reference, needGap }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}. The interval holds both no difference and a difference that would matter: these data cannot tell. That is not a finding that the groups are alike.`,
  leadNoMargin: ({ label, need, group, reference, labelGap, needGap }) =>
    `Compared with the group ${reference} at the same score, the mean of “${need}” in the group ${group} is ${needGap}, and the mean of “${label}” is ${labelGap}. Margins were not declared for both, so no verdict is given.`,
  leadWhom: ({ group, reference, groupRows, referenceRows }) =>
    `The group ${group} (${groupRows} rows), compared with the group ${reference} (${referenceRows} rows).`,
  leadPlaces: ({ top, because, group, members, places, share }) =>
    `${capital(top)} – ${stop(because)} Of ${places} places by the score, ${members} (${share}) are held by the group ${group}.`,
  leadPlacesMore: ({ need, members, more }) =>
    `Given by “${need}”, were it known exactly, it would be about ${members}: ${more} more.`,
  leadPlacesFewer: ({ need, members, fewer }) =>
    `Given by “${need}”, were it known exactly, it would be about ${members}: ${fewer} fewer.`,
  leadPlacesAlike: ({ need, members }) =>
    `Given by “${need}”, were it known exactly, it would be about as many (${members}).`,
  leadNobodyAbove: ({ top }) => `${capital(top)}: nobody is there, so nothing can be said of its places.`,
  leadCheaper: ({ label, need, group, reference, ratio }) =>
    `At the same level of “${need}”, the mean of “${label}” in the group ${group} is ${ratio} times that in the group ${reference}. The same need leaves less “${label}” behind in the group ${group}, so a score for “${label}” hides part of it.`,
  leadDearer: ({ label, need, group, reference, ratio }) =>
    `At the same level of “${need}”, the mean of “${label}” in the group ${group} is ${ratio} times that in the group ${reference}: not lower, so that less “${label}” for the same need does not explain the gap on this measure.`,
  leadMechanismOpen: ({ label, need, ratio }) =>
    `At the same level of “${need}”, the ratio of the means of “${label}” is ${ratio}; the interval holds 1, so how the gap comes about is not settled by this measure.`,

  needSeenOnlyWithCare: ({ need }) =>
    `“${need}” is recorded only for those who get care. Need of those who get less care is hidden, which draws every gap towards none: a gap that is found is, if anything, too small, and one that is not found may be there. Read it beside a need that does not depend on care.`,
  byNeedUpperBound: ({ need }) =>
    `Places “by ${need}” suppose that it is known exactly. No model knows it so well: what another model would do lies between, and can be shown by naming its score under alternatives.`,
  alreadyHelped: () =>
    "Patients whom the programme has already helped may have less need because of it. Use scores from before anyone entered it.",
  marginRatio: ({ measure, low, high, reason }) =>
    `Margin of “${measure}”, declared beforehand: a ratio from ${low} to ${high}. ${reason}`,
  marginDifference: ({ measure, by, reason }) =>
    `Margin of “${measure}”, declared beforehand: a difference of ${by} either way. ${reason}`,
  noMargin: ({ measure }) => `No margin was declared for “${measure}”.`,
  percentilesFromScore: ({ rows }) =>
    `Percentiles are made over the ${rows} rows with a score here, not over the population that the vendor used.`,
  percentilesOwn: ({ column }) => `Percentiles are the programme's own, from column ${column}.`,
  tiedScores: ({ rows, all }) =>
    `${rows} of ${all} rows share their score with another. Tied rows share a percentile; where a boundary runs through them, each counts by its chance of a place.`,
  patientsRepeat: () =>
    "Patients have several rows here: errors are made over blocks of patients, and whole blocks are drawn in the bootstrap.",
  rowsRepeatWithoutPatient: ({ rows }) =>
    `${rows} rows are the same as another in score, label, need and group. If they are the same patients, name the patient's column: otherwise intervals are too narrow.`,
  placesResampled: ({ replicates }) =>
    `Intervals of places and exchanges: bootstrap by patient, ranked anew in each of ${replicates} replicates.`,
  swapsAsCorrected: ({ group }) =>
    `The authors' exchange is run as corrected by their erratum of 1 September 2022: the loop printed in 2019 passed over patients and gave too small a change (46.5% where the authors now say 59%). It uses the authors' percentiles 1 to 100, so that percentile 97 and above holds four in a hundred. It moves places towards ${group} only, and would show a gain for any group: it is a picture of the size, not a test.`,
  swapsAsPublishedToo: () =>
    "The faulty loop of 2019 was run besides (legacySwapLoop), to reproduce the printed figure. It is not a result.",
  swapsNeedUnweighted: () => "Rows are weighted, so no exchange of whole patients is simulated.",
  cannotNeedMissing: ({ need, group, groupRows, reference, referenceRows }) =>
    `“${need}” is there for ${groupRows} rows of ${group} and ${referenceRows} of ${reference}. Both are needed to compare. If it is not recorded in one group, that itself is a finding; otherwise check the column and its missing values.`,
  cannotLabelIsNeed: ({ label, need }) =>
    `“${need}” is “${label}” itself, or a straight line of it, so no gap between the two could ever show. Name a measure of need that was recorded otherwise.`,
  cannotConstant: ({ measure }) => `“${measure}” has one value in all rows, so nothing can differ. Check the column.`,
  cannotGroupEmpty: ({ group, groupRows, reference, referenceRows }) =>
    `${groupRows} rows with a score are of ${group} and ${referenceRows} of ${reference}. Both are needed to compare.`,
  cannotNoScores: () => "No row of either group has a score.",
  cannotOther: () => "The model at equal score could not be fitted; the reason is given with the verdict.",
} satisfies Partial<PhraseBook>;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
