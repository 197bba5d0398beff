import type { PhraseBook } from "@auscult/metrics";

export const cohortComparison = {
  referenceIs: ({ description }) => `The reference: ${description}`,
  referenceTableOnly: () =>
    "Only a published table was given: means and shares are compared; the shape of a distribution, what is missing, and units cannot be.",
  referenceRepeated: () =>
    "Patients here have several rows: intervals are made by drawing whole blocks of patients anew, and p values, which would take rows as independent, are withheld.",
  shiftMargin: ({ margin, reason }) => `A shift below ${margin} was declared not to matter: ${reason}`,
  shiftMarginShort: () => "margin",
  shiftMeaning: () =>
    "Size of a shift: for numbers how far patients moved on average, in the reference’s standard deviations; for levels the share of patients who would have to change level. With many rows any shift is significant, so the size and its interval are judged; the stability index stands beside what chance alone would reach once in twenty times.",
  featuresAgainst: () => "Features of the patients here and of the reference’s",
  caseMixAgainst: () => "Mix of patients here and in the reference",
  rowsHere: () => "Rows here",
  rowsReference: () => "Rows of the reference",
  shiftOfFeatures: () => "Shift of each feature, largest first",
  shiftEffect: () => "Size of the shift",
  shiftVerdict: () => "Verdict",
  pValue: () => "p",
  pAdjusted: () => "p, adjusted",
  meanShift: () => "Mean moved, in standard deviations",
  distanceOrV: () => "Kolmogorov–Smirnov distance, or Cramér’s V",
  psi: () => "Stability index",
  psiByChance: () => "Reached by chance once in twenty",
  jensenShannon: () => "Jensen–Shannon distance",
  shiftTimesImportance: () => "Size × importance",
  shiftImmaterialShort: () => "within the margin",
  shiftShownShort: () => "shift shown",
  shiftNotSettledShort: () => "not settled",
  missingOfFeatures: () => "Missing values of each feature",
  inReference: () => "In the reference",
  here: () => "Here",
  noCodingSigns: () => "No sign of changed units, ranges, decimals or codes was found.",
  codingSigns: () => "Signs of changed units, ranges, decimals and codes",
  codingSign: () => "Sign",
  codingFound: ({ feature, sign }) => `${feature}: ${sign}`,
  shareOfRowsHere: () => "Share of rows here",
  allInOtherUnit: ({ here, reference, ratio }) =>
    `values here fit the reference once taken as ${here} and turned into ${reference} (ratio of medians ${ratio})`,
  someInOtherUnit: ({ here, reference }) =>
    `some rows fit the reference only once taken as ${here} and turned into ${reference}`,
  allDecimals: ({ here, reference, ratio }) =>
    `values here fit the reference once ${here} is read as ${reference}: a decimal mark (ratio of medians ${ratio})`,
  someDecimals: ({ here, reference }) =>
    `some rows fit the reference only once ${here} is read as ${reference}: a decimal mark`,
  outsideRange: () => "outside the reference’s range",
  otherDecimals: ({ before, after }) => `written with ${after} decimals, in the reference with ${before}`,
  levelNew: ({ level }) => `level that the reference does not have: ${level}`,
  levelSpelled: ({ level }) => `level spelled otherwise than in the reference: ${level}`,
  levelGone: ({ level }) => `level of the reference that nobody has here: ${level}`,
  caseMixNeedsRows: () =>
    "Rows of the reference were not given: whether patients can be told apart by all features together cannot be seen from a published table.",
  membershipMeaning: () =>
    "A model that tells patients here from those of the reference by their features: 0.5 means that it cannot, 1 that it always can. Easily told apart, a good result here speaks for transport to other patients; alike, for reproduction only.",
  membershipSeparated: () =>
    "Patients here can be told from the reference’s without error: look for a changed unit, a code or a date among the features.",
  membershipAuroc: () => "AUROC of the membership model, in rows left out of its fit",
  membershipApparent: () => "The same in the rows that it was fitted to (too high)",
  membershipP: () => "p that features tell the two apart",
  kernelDiscrepancy: () => "Kernel discrepancy of all features (below 0 by chance)",
  kernelP: ({ rows }) => `p of the kernel discrepancy (by permutation, ${rows} rows drawn of each)`,
  leftOutHere: () => "Rows here left out, a feature missing",
  leftOutReference: () => "Rows of the reference left out, a feature missing",
  logOddsSpread: () => "Spread of the log odds here over the reference’s",
  logOddsMean: () => "Mean log odds here less the reference’s",
  patientsHere: () => "Patients here",
  patientsInBoth: () => "Patients here who are among the reference’s",
  patientsInBothMeaning: () =>
    "Some patients are in both. If the model was made with the reference’s patients, results here are better than they would be on others: leave those patients out.",
  targetIs: ({ description }) => `The population that the model is meant for: ${description}`,
  targetMargin: ({ margin, reason }) => `A share may differ by ${margin}: ${reason}`,
  targetRepeated: () =>
    "Patients have several rows: shares are of rows, their intervals are made with the number of patients.",
  targetWithoutLevel: ({ level }) => `The population’s figures say nothing of ${level}; it is compared with 0.`,
  targetShares: () => "Shares here less the population’s",
  targetOf: ({ attribute }) => `${attribute}: these patients and the target population`,
  inPopulation: () => "In the population",
  asInPopulation: () => "as in the population",
  pBeyondMargin: () => "p of within the margin, adjusted",
} satisfies Partial<PhraseBook>;
