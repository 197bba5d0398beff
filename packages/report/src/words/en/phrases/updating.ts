import type { PhraseBook } from "@auscult/metrics";

export const updating = {
  updatingSubject: () => "What an update of the model would do here",
  updatingWarning: () =>
    "This describes, and does not advise. Recalibrating the model, refitting it or moving its threshold here may be a modification of the medical device under Regulation (EU) 2017/745, and may make the hospital its provider under Article 25 of the AI Act, Regulation (EU) 2024/1689. Ask the manufacturer before anything is changed.",
  updatingReason: ({ reason }) => `Why it was asked: ${reason}`,
  updatingClosed: () =>
    "The model’s inputs were not given, so refitting it was not tested: of a closed model only the intercept and the slope can be updated.",
  updatingRepeated: () =>
    "Patients have several rows: the tests are Wald’s with errors summed over blocks of patients, against recalibration; refitting is not tested.",
  updatingNoneMeaning: () =>
    "No larger update fits significantly better. With few events this is not proof that none is needed: see the calibration and its intervals.",
  updatingCorrected: () =>
    "After the update: corrected for optimism by the bootstrap, since the update was fitted to the rows that it is judged on.",
  carriedMeaning: () =>
    "Each way of carrying the vendor’s threshold over keeps something else. “The same risk” keeps its clinical meaning once the risks are recalibrated. What each gives is corrected for having been chosen here; with tied scores a target is met only nearly.",
  leftOutCertain: () => "Rows left out, a risk of exactly 0 or 1",
  updateIntercept: () => "Intercept of the update",
  updateSlope: () => "Slope of the update",
  closedTests: () => "Closed testing: each smaller update against the larger one",
  smallerUpdate: () => "Smaller",
  largerUpdate: () => "Larger",
  updateNone: () => "as it is",
  updateOfIntercept: () => "intercept",
  updateOfBoth: () => "intercept and slope",
  updateOfAll: () => "model refitted",
  beforeAndAfter: () => "Before and after the selected update",
  quantity: () => "Quantity",
  before: () => "Before",
  afterCorrected: () => "After, corrected for optimism",
  afterApparent: () => "After, uncorrected",
  carriedThresholds: () => "The vendor’s threshold carried over to these patients",
  vendorsThreshold: () => "the vendor’s",
  whatIsKept: () => "What is kept",
  keptTarget: () => "To be kept",
  thresholdHere: () => "Threshold on the score here",
  flaggedShare: () => "Share flagged",
  flaggedApparent: () => "Share flagged, uncorrected",
  sensitivityApparent: () => "Sensitivity, uncorrected",
  whyNone: () => "Remark",
  nothingToKeep: () => "nothing was declared or claimed that could be kept",
  notReachable: () => "no threshold gives it here",
  keepThreshold: () => "the threshold itself",
  keepRisk: () => "the risk, once recalibrated",
  keepAlertRate: () => "the share flagged",
  keepSensitivity: () => "the sensitivity",
  keepNetBenefit: () => "the net benefit",
} satisfies Partial<PhraseBook>;
