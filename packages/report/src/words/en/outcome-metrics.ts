import type { Words } from "../../words.ts";

export const metric: Words["metric"] = {
  timeDependentAuc: {
    name: "AUROC at the horizon",
    meaning:
      "The chance that a patient who has the event by the horizon has a higher score than one who has not had it by then; 0.5 is a coin toss, 1 is perfect. It says nothing about whether the risks are right.",
  },
  unoC: {
    name: "Uno's C",
    meaning:
      "Of pairs of patients, the share in which the one who had the event first had the higher score, whatever the follow-up happened to be. 0.5 is a coin toss.",
  },
  harrellC: {
    name: "Harrell's C",
    meaning:
      "Of pairs in which it is known who had the event first, the share in which that one had the higher score. It depends on how long patients were followed.",
  },
  observedRisk: {
    name: "Observed risk by the horizon",
    meaning: "The share of patients who have the event by the horizon, had nobody left follow-up early.",
  },
  observedExpectedRisk: {
    name: "O:E ratio at the horizon",
    meaning:
      "Observed risk by the horizon over the mean predicted risk. Above 1 the risks are too low, below 1 too high.",
  },
  survivalCalibrationSlope: {
    name: "Calibration slope at the horizon",
    meaning: "Below 1 the risks are too extreme (high ones too high, low ones too low); above 1 not extreme enough.",
  },
  horizonBrier: {
    name: "Brier score at the horizon",
    meaning:
      "The mean squared distance between risk and what had happened by the horizon; lower is better. It depends on how common the event is.",
  },
  indexOfPredictionAccuracy: {
    name: "IPA",
    meaning:
      "How much of the uncertainty of knowing only the observed risk the model takes away; 1 is all, 0 none, below 0 it adds some.",
  },
  meanError: {
    name: "Mean error",
    meaning: "Prediction less outcome, on average. Above 0 the model predicts too much, below 0 too little.",
  },
  meanAbsoluteError: {
    name: "Mean absolute error",
    meaning: "How far predictions lie from outcomes on average, whichever way.",
  },
  rootMeanSquaredError: {
    name: "Root mean squared error",
    meaning: "As the mean absolute error, but a few large errors weigh more.",
  },
  rSquared: {
    name: "R²",
    meaning:
      "How much of the outcomes' spread the predictions account for; 1 is all, 0 none, below 0 the mean would do better. It depends on how varied the patients are.",
  },
  concordanceCorrelation: {
    name: "Concordance correlation",
    meaning: "How near prediction and outcome lie to being equal; 1 is always equal, 0 unrelated.",
  },
  observedExpectedMean: {
    name: "O:E ratio of means",
    meaning: "Mean outcome over mean prediction. Above 1 the predictions are too low, below 1 too high.",
  },
  continuousCalibrationIntercept: {
    name: "Calibration intercept",
    meaning: "Where the line of outcomes on predictions starts; 0 for a calibrated model. Read it with the slope.",
  },
  continuousCalibrationSlope: {
    name: "Calibration slope",
    meaning: "How outcomes rise with predictions. Below 1 the predictions are too extreme, above 1 not extreme enough.",
  },
  agreementLow: {
    name: "Lower limit of agreement",
    meaning: "With the upper limit, between what errors 95 in 100 predictions lie, if errors are normal.",
  },
  agreementHigh: {
    name: "Upper limit of agreement",
    meaning: "With the lower limit, between what errors 95 in 100 predictions lie, if errors are normal.",
  },
  handTillM: {
    name: "Hand–Till M",
    meaning:
      "The chance, over all pairs of classes, that a patient of one class is told from a patient of the other; 0.5 is a coin toss. It can hide one class that is never told.",
  },
  ordinalC: {
    name: "Ordinal C",
    meaning:
      "The chance, over pairs of classes, that a patient of the higher class is expected higher than one of the lower; 0.5 is a coin toss. For classes in order.",
  },
  polytomousDiscrimination: {
    name: "Polytomous discrimination index",
    meaning:
      "Of sets of one patient from each class, how often the right patient has the highest probability of a class. With K classes chance gives 1/K.",
  },
  multiClassLogLoss: {
    name: "Log loss over classes",
    meaning: "The mean surprise at the class that a patient turned out to be of; lower is better.",
  },
  multiClassBrier: {
    name: "Brier score over classes",
    meaning: "The mean squared distance between probabilities and what happened, summed over classes: 0 to 2.",
  },
};

export const curve: Words["curve"] = {
  cumulativeIncidence: {
    name: "Cumulative incidence",
    meaning: "The observed risk of the event by each time; a competing event takes patients out of it for good.",
  },
  horizonCalibration: {
    name: "Calibration curve at the horizon",
    meaning: "Above the dotted line the risks are too low, below it too high.",
  },
  horizonDecision: {
    name: "Decision curve at the horizon",
    meaning: "Worth using where the solid line is the highest of the three.",
  },
  horizonCalibrationGroups: {
    name: "Observed risk at the horizon by tenth of predicted risk",
    meaning: "A rough check beside the curve.",
  },
  continuousCalibration: {
    name: "Calibration curve of amounts",
    meaning: "Above the dotted line the predictions are too low, below it too high.",
  },
  continuousCalibrationGroups: {
    name: "Mean outcome by tenth of prediction",
    meaning: "A rough check beside the curve.",
  },
};
