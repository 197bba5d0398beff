import type { Words } from "../../words.ts";

export const section: Words["section"] = {
  summary: "Summary",
  identification: "What was audited",
  asked: "What was asked: the plan",
  cohort: "Patients",
  overall: "Performance overall",
  subgroups: "Performance by subgroup",
  pitfalls: "Does it predict the right thing?",
  "local-validation": "Does it hold here, and has it held since?",
  calibration: "Calibration",
  utility: "Clinical utility",
  distribution: "Score distribution",
  discrimination: "ROC and precision–recall",
  thresholds: "Thresholds",
  "data-quality": "Missing data",
  "not-assessed": "What was not assessed",
  evidence: "Evidence matrix",
  gmlp: "Good machine learning practice: worksheet",
  deployer: "The deployer's record",
  "sign-off": "Attestations and sign-off",
  "full-results": "Every metric in every subgroup",
  methods: "Methods and limits",
  provenance: "Provenance and how to reproduce",
  glossary: "Glossary",
};

export const notAssessed: Words["notAssessed"] = {
  NO_SUBGROUPS: { name: "Subgroups", meaning: "The plan names none, so who the model works for is not known." },
  NO_INTERSECTIONS: {
    name: "Intersections of attributes",
    meaning: "The plan names none; a gap in, say, older women would not be seen.",
  },
  NO_MARGIN: {
    name: "Verdicts on differences",
    meaning: "The plan declares no margin for the primary metric, so no difference is judged.",
  },
  NO_THRESHOLDS: {
    name: "Performance at a threshold",
    meaning: "The plan declares no threshold, so who would be flagged and missed is not known.",
  },
  THRESHOLDS_NOT_FOR_KIND: {
    name: "Performance at a threshold",
    meaning:
      "Who would be flagged and missed at a threshold is computed for binary outcomes only, not for this kind of outcome.",
  },
  IMPUTATIONS: {
    name: "Curves and further analyses",
    meaning:
      "Estimates and differences are pooled over the imputations by Rubin's rules. Curves, and the analyses beside the metrics, are not.",
  },
  ANALYSES_NOT_FOR_KIND: {
    name: "Label choice, treatment masking and the manufacturer's claim",
    meaning:
      "These analyses are made for binary outcomes. Whether this outcome stands in for another need, or is hidden by treatment, was not tested.",
  },
  COMPETING_EVENTS: {
    name: "Measures without a place for competing events",
    meaning:
      "Harrell's C, Uno's C and the Cox calibration slope would count a competing event as censored, as if the event could still come; they are not computed.",
  },
  NO_UTILITY_RANGE: { name: "Decision curve", meaning: "The plan does not say at what risks clinicians would act." },
  ORDINAL_SCORE: {
    name: "Calibration and net benefit",
    meaning: "The score is ordinal: it ranks patients and gives no probability to check.",
  },
  NO_CURVE: { name: "Curves", meaning: "Not drawn where they cannot be estimated:" },
  SUBGROUP_NOT_ESTIMABLE: {
    name: "Subgroups too small",
    meaning: "The primary metric could not be computed, which is neither a pass nor a failure, for:",
  },
  NO_PATIENT_IDENTIFIER: {
    name: "Repeated patients",
    meaning: "The plan names no patient identifier; if patients repeat, intervals are too narrow.",
  },
  NO_SITE: { name: "Differences between sites", meaning: "The plan names no site." },
  NO_PERIOD: { name: "Change over time", meaning: "The plan names no period." },
  NO_MONITORING: { name: "Change over time", meaning: "The plan names a period and does not ask for monitoring." },
  NO_LABEL_CHOICE: {
    name: "Label choice",
    meaning:
      "Whether the outcome stands in for the need that is meant (as cost has stood in for illness) was not tested.",
  },
  NO_TREATMENT_MASKING: {
    name: "Treatment masking",
    meaning: "Whether treatment given because of the risk hides that risk was not tested.",
  },
  NO_CLAIM: { name: "The manufacturer's claim", meaning: "No published performance was given to compare with." },
  NO_ROUTE: {
    name: "Legal requirements",
    meaning: "Nobody declared the regulatory route, so the evidence matrix lists no law.",
  },
  OUTCOME_VALIDITY: {
    name: "Validity of the outcome",
    meaning:
      "The audit takes the recorded outcome as the truth. Whether it is recorded alike for all patients is for those who know the record.",
  },
  DEVELOPMENT_DATA: {
    name: "Independence from development data",
    meaning: "Whether these patients were used to develop the model cannot be seen from its predictions.",
  },
  HUMAN_OVERSIGHT: {
    name: "Use by clinicians",
    meaning: "How clinicians read, follow or override the score is not in the data.",
  },
  CLINICAL_EFFECT: {
    name: "Effect on patients",
    meaning: "Whether using the model improves anyone's course takes a trial or a comparison over time.",
  },
  CYBERSECURITY: { name: "Security, logging and robustness", meaning: "Outside an audit of predictions and outcomes." },
};

export const exploratory: Words["exploratory"] = {
  CONTRASTS_OUTSIDE_FAMILY: (count) =>
    `${count} comparisons lie outside the declared family. They are shown unadjusted, as questions to ask.`,
  MULTIPLICITY_NOT_ADJUSTED: (count) =>
    `The plan asks for no adjustment over the ${count} comparisons of the family: some gaps will be shown by chance.`,
  METRICS_WITHOUT_MARGIN: (count) =>
    `${count} metrics are compared between subgroups without a declared margin. Differences in them are not judged.`,
  FINDINGS: (count) => `${count} of the further analyses were not fixed in the plan.`,
};

export const problem: Words["problem"] = {
  PLAN_UNREADABLE: "The plan cannot be read",
  PLAN_UNKNOWN_KEY: "The plan has an unknown key",
  PLAN_INVALID: "The plan has an invalid value",
  FILE_MISSING: "A file is missing",
  FILE_EMPTY: "A file is empty",
  FILE_UNREADABLE: "A file cannot be read",
  FILE_CHANGED: "A file changed while it was read",
  FILE_REPEATED: "A file is named twice",
  FORMAT_UNKNOWN: "A file's format is not known",
  CSV_MALFORMED: "A CSV file is malformed",
  ENCODING_INVALID: "A file's text is not in its encoding",
  COLUMN_MISSING: "A column is missing",
  COLUMN_DUPLICATE: "A column occurs twice",
  VALUE_INVALID: "A value is invalid",
  SCORE_OUT_OF_RANGE: "A score is out of range",
  OUTCOME_LEVEL_UNKNOWN: "An outcome has an undeclared level",
  LEVEL_UNKNOWN: "An attribute has an undeclared level",
  IDENTIFIER_MISSING: "An identifier is missing",
  NO_ROWS: "There are no rows",
  ENGINE_MISSING: "An engine is not installed",
  OUTPUT_UNWRITABLE: "The output cannot be written",
  REPORT_UNREADABLE: "The report cannot be read",
  MODEL_UNREADABLE: "The model's file cannot be used",
  MODEL_INPUT: "The data do not fit the model's inputs",
  MODEL_OUTPUT: "The model's output cannot be used",
  MODEL_SLOW: "The model took too long",
  MODEL_FAILED: "The model failed",
  MODEL_RUNTIME_MISSING: "A package that runs the model is not installed",
};
