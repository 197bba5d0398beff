import type { Words } from "../../words.ts";

export const metric: Words["metric"] = {
  auroc: {
    name: "AUROC",
    meaning:
      "The chance that a patient with the outcome has a higher score than one without it; 0.5 is a coin toss, 1 is perfect. It says nothing about whether the risks are right.",
  },
  partialAuroc: {
    name: "Partial AUROC, standardised",
    meaning:
      "AUROC of the declared part of the curve alone, where the score would be used; 0.5 is chance and 1 perfect, as for the whole.",
  },
  averagePrecision: {
    name: "Average precision",
    meaning:
      "PPV averaged over the thresholds that find each further event. It rises with prevalence, so it is not compared between subgroups.",
  },
  sensitivity: { name: "Sensitivity", meaning: "Of those with the outcome, the share who are flagged." },
  specificity: { name: "Specificity", meaning: "Of those without the outcome, the share who are not flagged." },
  falsePositiveRate: {
    name: "False positive rate",
    meaning: "Of those without the outcome, the share who are flagged.",
  },
  falseNegativeRate: { name: "False negative rate", meaning: "Of those with the outcome, the share who are missed." },
  ppv: { name: "PPV", meaning: "Of those flagged, the share who have the outcome." },
  npv: { name: "NPV", meaning: "Of those not flagged, the share who do not have the outcome." },
  selectionRate: { name: "Selection rate", meaning: "The share of patients who are flagged: the workload." },
  nne: { name: "Number needed to evaluate", meaning: "Flagged patients seen for each one who has the outcome." },
  falseOmissionRate: {
    name: "False omission rate",
    meaning: "Of those not flagged, the share who have the outcome.",
  },
  falseDiscoveryRate: {
    name: "False discovery rate",
    meaning: "Of those flagged, the share who do not have the outcome.",
  },
  positiveLikelihoodRatio: {
    name: "Positive likelihood ratio",
    meaning: "How many times likelier a flag is in those with the outcome than in those without it.",
  },
  negativeLikelihoodRatio: {
    name: "Negative likelihood ratio",
    meaning: "How many times likelier no flag is in those with the outcome than in those without it.",
  },
  accuracy: {
    name: "Accuracy",
    meaning: "The share classified rightly. Where the outcome is rare, flagging nobody scores high.",
  },
  balancedAccuracy: {
    name: "Balanced accuracy",
    meaning: "The mean of sensitivity and specificity, as if both kinds of patient were equally common.",
  },
  youden: {
    name: "Youden's index",
    meaning: "Sensitivity plus specificity less 1; it weighs a miss and a false alarm alike.",
  },
  f1: { name: "F1", meaning: "The harmonic mean of PPV and sensitivity; it ignores those rightly not flagged." },
  mcc: { name: "Matthews correlation", meaning: "The correlation of flag and outcome." },
  kappa: { name: "Cohen's kappa", meaning: "Agreement of flag and outcome beyond chance; it depends on prevalence." },
  diagnosticOddsRatio: {
    name: "Diagnostic odds ratio",
    meaning: "The odds of a flag in those with the outcome over the odds in those without it.",
  },
  prevalence: { name: "Prevalence", meaning: "The share of patients who have the outcome." },
  observedExpectedRatio: {
    name: "O:E ratio",
    meaning:
      "Outcomes that happened over outcomes that the model predicted. Above 1 the risks are too low, below 1 too high.",
  },
  calibrationInTheLarge: {
    name: "Calibration-in-the-large",
    meaning:
      "How far all risks would have to move, on the log-odds scale, to be right on average. Above 0 the risks are too low.",
  },
  calibrationSlope: {
    name: "Calibration slope",
    meaning: "Below 1 the risks are too extreme (high ones too high, low ones too low); above 1 not extreme enough.",
  },
  integratedCalibrationIndex: {
    name: "ICI",
    meaning:
      "The average distance between predicted and observed risk. It is above 0 even for a perfect model, more so in small groups.",
  },
  e50: { name: "E50", meaning: "The median distance between predicted and observed risk." },
  e90: {
    name: "E90",
    meaning: "The distance between predicted and observed risk that nine patients in ten stay within.",
  },
  eMax: { name: "Emax", meaning: "The largest distance between predicted and observed risk." },
  brierScore: {
    name: "Brier score",
    meaning: "The mean squared distance between risk and outcome; lower is better. It depends on prevalence.",
  },
  scaledBrierScore: {
    name: "Scaled Brier score",
    meaning: "How much of the uncertainty of knowing only the prevalence the model takes away; 1 is all, 0 none.",
  },
  logLoss: { name: "Log loss", meaning: "The mean surprise at the outcomes, given the risks; lower is better." },
  miscalibration: {
    name: "Miscalibration (MCB)",
    meaning: "How much of the Brier score would go if the risks were put right without changing their order.",
  },
  discriminationComponent: {
    name: "Discrimination component (DSC)",
    meaning: "How much the Brier score gains from telling patients apart, once the risks are put right.",
  },
  expectedCalibrationError: {
    name: "Expected calibration error, ten bins",
    meaning:
      "The average distance between risk and outcome over bins. Small groups show a large one though nothing is wrong, so it is not compared between subgroups.",
  },
  expectedCalibrationErrorDebiased: {
    name: "Squared calibration error, debiased, ten bins",
    meaning: "The squared distance over bins, less what chance alone would give; about 0 for a calibrated model.",
  },
  netBenefit: {
    name: "Net benefit",
    meaning: "Events acted on, less those acted on in vain weighed by the threshold, for each patient.",
  },
  standardisedNetBenefit: {
    name: "Standardised net benefit",
    meaning: "Net benefit over prevalence: the share of the greatest possible benefit.",
  },
  netBenefitOverDefault: {
    name: "Net benefit over the best default",
    meaning: "Net benefit beyond the better of acting on everybody and on nobody; below 0 the score does harm.",
  },
};

export const curve: Words["curve"] = {
  roc: {
    name: "ROC curve",
    meaning: "Each point is a threshold: further left is fewer false alarms, further up fewer missed events.",
  },
  precisionRecall: {
    name: "Precision–recall curve",
    meaning: "What share of flagged patients have the outcome, as more of the events are found.",
  },
  calibrationCurve: {
    name: "Calibration curve",
    meaning:
      "Above the dotted line the risks are too low, below it too high. Drawn only where there are risks to judge.",
  },
  calibrationGroups: { name: "Observed risk by tenth of predicted risk", meaning: "A rough check beside the curve." },
  calibrationIsotonic: {
    name: "Isotonic calibration curve",
    meaning:
      "The share with the outcome along the ranking, with no smoothing. Inside the band the risks may be right; outside it they are not.",
  },
  decisionCurve: {
    name: "Decision curve",
    meaning: "Worth using where the solid line is the highest of the three.",
  },
  scoreDistribution: {
    name: "Score distribution",
    meaning:
      "Bars are shares of those with the outcome (upwards) and without it (downwards). The less they overlap, the better the score tells them apart.",
  },
};
