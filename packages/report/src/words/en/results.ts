import type { Words } from "../../words.ts";

export const reason: Words["reason"] = {
  ONE_CLASS: "all had the outcome, or none had",
  ZERO_DENOMINATOR: "nobody to divide by",
  CONSTANT_SCORE: "all scores are the same",
  SEPARATION: "the score separates events from non-events completely",
  TOO_FEW_EVENTS: "too few events",
  NON_CONVERGENCE: "the fit did not converge",
  SUPPRESSED: "withheld to protect patients",
  MISSING_INPUT: "an input is missing",
  IMPOSSIBLE_PREDICTION: "a risk of 0 had the outcome, or a risk of 1 had not",
  NOT_A_PROBABILITY: "the score is not a probability",
  NO_ROWS: "no patients",
  CONSTANT_VALUE: "all values are the same",
  EMPTY_GROUP: "one of the groups is empty",
  NONE_ABOVE_THRESHOLD: "nobody is above the threshold",
  LABEL_EQUALS_NEED: "the label is the need itself",
  NON_POSITIVITY: "some kinds of patients were all treated, or none were",
  REFUTED_ASSUMPTION: "the data contradict an assumption of the method",
  WEIGHTED_ROWS: "the method is not defined for weighted rows",
  IMPUTED_ROWS: "it is not pooled over imputations",
  ROWS_NOT_INDEPENDENT: "the method assumes independent rows, and patients have several",
  COMPETING_EVENTS: "other events preclude this one, and the measure has no place for them",
  FOLLOW_UP_TOO_SHORT: "nobody was followed beyond the horizon",
};

export const flag: Words["flag"] = {
  FEW_EVENTS: "Few events: the estimate is unstable.",
  FEW_NON_EVENTS: "Few non-events: the estimate is unstable.",
  CONSTANT_SCORE: "All scores are the same, so the value carries no information.",
  FALLBACK_INTERVAL: "The usual interval does not exist here; a wider one took its place.",
  CLIPPED_PROBABILITIES: "Risks of exactly 0 or 1 were moved inwards so that their logit exists.",
  IMPOSSIBLE_PREDICTION: "A patient given a risk of exactly 0 had the outcome, or one given exactly 1 had not.",
  EXTREME_WEIGHTS: "A few rows carry much of the weight.",
  FEW_CLUSTERS: "Few independent groups of patients: the interval may be too narrow.",
  REPLICATES_REDRAWN: "Some resamples could not be computed and were drawn again.",
  INDEPENDENCE_ASSUMED: "The interval assumes independent rows though patients have several; it is too narrow.",
  LONG_TAIL: "Errors have a long tail: a few patients rule the value, and the interval is too narrow.",
  TRUNCATED_WEIGHTS: "Extreme weights were cut at a stated limit.",
};

export const withheld: Words["withheld"] = {
  "rows not independent": "rows are not independent",
  "no standard error": "no standard error without resampling",
  "too few blocks": "too few patients with several rows",
  "not smooth": "resampling does not serve a largest value where rows are weighted or patients repeat",
  "not resampled": "nothing was resampled",
  "too few events": "too few events or non-events for an interval that holds its level",
};

export const verdict: Words["verdict"] = {
  equivalent: {
    name: "Equivalent within the margin",
    meaning: "The whole interval lies within the margin and holds no difference.",
  },
  equivalent_but_different: {
    name: "Equivalent within the margin, though different",
    meaning:
      "The whole interval lies within the margin and excludes no difference: there is a difference, too small to matter.",
  },
  difference_of_uncertain_relevance: {
    name: "Different, relevance uncertain",
    meaning:
      "The interval excludes no difference and crosses the margin: there is a difference; whether it is large enough to matter is not settled.",
  },
  inequity_demonstrated: {
    name: "Gap shown",
    meaning: "The whole interval lies beyond the margin: the difference is large enough to matter.",
  },
  inconclusive: {
    name: "Inconclusive",
    meaning:
      "The interval holds both no difference and a difference that would matter. It is not evidence that patients are treated alike.",
  },
  not_estimable: {
    name: "Not estimable",
    meaning: "One side could not be computed. It is neither a pass nor a failure.",
  },
  margin_not_declared: {
    name: "No margin declared",
    meaning: "The plan does not say what difference would matter, so none is judged.",
  },
};

export const summary: Words["summary"] = {
  "gap-shown": "Gap shown",
  equivalent: "Equivalent within the margin",
  inconclusive: "Inconclusive",
  "not-judged": "Not judged",
  "not-estimable": "Not estimable",
};

export const intervalMethod: Words["intervalMethod"] = {
  wilson: { name: "Wilson", source: "Wilson 1927, J Am Stat Assoc 22:209" },
  "clopper-pearson": { name: "Clopper–Pearson", source: "Clopper & Pearson 1934, Biometrika 26:404" },
  "exact-poisson": { name: "Exact Poisson", source: "Garwood 1936, Biometrika 28:437" },
  "logit-t": {
    name: "DeLong, logit, t",
    source: "DeLong et al. 1988, Biometrics 44:837; Pohar Perme & Manevski 2019, Stat Methods Med Res 28:3696",
  },
  "newcombe-5": { name: "Newcombe, method 5", source: "Newcombe 2006, Stat Med 25:559" },
  logit: { name: "Logit", source: "Normal interval on the logit scale" },
  log: { name: "Log", source: "Normal interval on the log scale" },
  wald: { name: "Wald", source: "Estimate and its standard error, normal quantile" },
  mover: { name: "MOVER", source: "Zou & Donner 2008, Stat Med 27:1693" },
  newcombe: { name: "Newcombe hybrid score", source: "Newcombe 1998, Stat Med 17:873" },
  "miettinen-nurminen": { name: "Miettinen–Nurminen score", source: "Miettinen & Nurminen 1985, Stat Med 4:213" },
  koopman: { name: "Koopman score", source: "Koopman 1984, Biometrics 40:513" },
  tango: { name: "Tango score", source: "Tango 1998, Stat Med 17:891" },
  tang: { name: "Tang score", source: "Tang, Tang & Chan 2003, Stat Med 22:1217" },
  "wilson-scaled": {
    name: "Wilson, scaled",
    source: "Wilson limits of the observed share over the mean predicted risk",
  },
  jackknife: { name: "Block jackknife", source: "Leave one block of patients out; Efron & Stein 1981, Ann Stat 9:586" },
  "profile-likelihood": { name: "Profile likelihood", source: "Venzon & Moolgavkar 1988, Appl Stat 37:87" },
  "bootstrap-percentile": { name: "Bootstrap, percentile", source: "Efron & Tibshirani 1993" },
  "bootstrap-bca": { name: "Bootstrap, BCa", source: "Efron 1987, J Am Stat Assoc 82:171" },
  "bootstrap-basic": { name: "Bootstrap, basic", source: "Davison & Hinkley 1997" },
  "bootstrap-normal": { name: "Bootstrap, normal", source: "Davison & Hinkley 1997" },
  "bootstrap-debiased": {
    name: "Bootstrap, debiased: what chance adds is taken off",
    source: "Davison & Hinkley 1997; Andrews 2000",
  },
  "bootstrap-studentised": { name: "Bootstrap, studentised", source: "Davison & Hinkley 1997" },
  guarded: {
    name: "Guarded (widest of two)",
    source: "Union of the DeLong logit t and the Newcombe intervals, where events are few",
  },
  delong: {
    name: "DeLong",
    source: "DeLong et al. 1988, Biometrics 44:837; Sun & Xu 2014, IEEE Signal Process Lett 21:1389",
  },
  "effective-n-wilson": {
    name: "Wilson, effective rows",
    source: "Wilson limits with rows over the design effect; Korn & Graubard 1998, Surv Methodol 24:193",
  },
  rubin: { name: "Rubin's rules", source: "Rubin 1987; Barnard & Rubin 1999, Biometrika 86:948" },
  morris: { name: "Morris", source: "Morris 1983, J Am Stat Assoc 78:47" },
  "empirical-bayes-plug-in": {
    name: "Empirical Bayes, plug-in",
    source: "Shrunk towards the mean; its uncertainty is understated",
  },
  tukey: { name: "Tukey, simultaneous", source: "Studentised range; Hsu 1996" },
  "log-log": {
    name: "Log–log",
    source: "Normal interval on the log(−log) scale; Kalbfleisch & Prentice 2002",
  },
  t: { name: "t", source: "Estimate and its standard error, t quantile" },
  published: { name: "As published", source: "Limits that were published, or made from the published numbers" },
};

export const summaryShort: Words["summaryShort"] = {
  "gap-shown": "Gap shown",
  equivalent: "Equivalent",
  inconclusive: "Inconclusive",
  "not-judged": "Not judged",
  "not-estimable": "Not estimable",
};
