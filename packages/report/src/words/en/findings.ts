import type { Words } from "../../words.ts";

export const findingKind: Words["findingKind"] = {
  verification: {
    name: "Verification bias",
    meaning: "Where the outcome is looked for more often in those flagged, the verified alone mislead.",
  },
  "greatest-gap": {
    name: "Greatest gap",
    meaning: "How far apart the subgroups of an attribute lie at most, beside what chance alone would show.",
  },
  shrinkage: {
    name: "Small crossed subgroups",
    meaning: "What was observed, and the same drawn towards the mean of all: where to look first.",
  },
  "criteria-conflict": {
    name: "Criteria in conflict",
    meaning: "Where event rates differ, error rates and predictive values cannot all be equal.",
  },
  "calibration-within-groups": {
    name: "Calibration within subgroups",
    meaning: "Whether miscalibration is common to all, which recalibration mends, or differs between subgroups.",
  },
  "net-benefit-between-groups": {
    name: "Net benefit between subgroups",
    meaning: "Whether acting on the score does as much good in each subgroup.",
  },
  missingness: {
    name: "Missing data by subgroup",
    meaning: "Patients whose outcome or score is not recorded are seldom like the others.",
  },
  "label-choice": {
    name: "Label choice",
    meaning:
      "A model that predicts a stand-in, such as cost, passes on whatever makes the stand-in differ from the need: patients who get less care cost less and look healthier.",
  },
  "treatment-masking": {
    name: "Treatment masking",
    meaning:
      "A factor that makes clinicians treat at once can look protective, because the treatment works. A model that learns it would send such patients home.",
  },
  "model-probe": {
    name: "What the model makes of a feature",
    meaning:
      "The model is given the same patients with one feature changed. Whether what it answers makes clinical sense is for a clinician to say.",
  },
  "model-run": {
    name: "Running the model",
    meaning: "The scores were made here from the model's file and the inputs that the plan declares.",
  },
  claim: { name: "Claim", meaning: "Performance on these patients beside the performance that was claimed." },
  "cohort-comparison": {
    name: "Cohort comparison",
    meaning:
      "How far these patients differ from those of the reference: who they are, what is recorded, and in what units.",
  },
  drift: { name: "Drift", meaning: "Whether patients, outcomes or the meaning of a score have changed over time." },
  monitoring: {
    name: "Monitoring",
    meaning: "Whether performance in each period stays within what chance alone would give.",
  },
  updating: {
    name: "Updating",
    meaning: "What a recalibration, or another threshold, would do here. It may be a modification of the device.",
  },
  "model-change": {
    name: "Change of model",
    meaning: "Two versions of the model on the same patients, by the same locked plan.",
  },
  readers: { name: "Readers and model", meaning: "Readers with and without the model on the same examinations." },
  sites: { name: "Sites", meaning: "Performance at each site, and how far the sites differ beyond chance." },
  "proxy-association": {
    name: "Proxy association",
    meaning: "How well a feature tells which subgroup a patient belongs to.",
  },
};

export const findingVerdict: Words["findingVerdict"] = {
  no_material_need_gap: {
    name: "No gap in need that would matter",
    meaning: "At the same score, subgroups have the same need within the declared margin.",
  },
  inconclusive_need_gap: {
    name: "Gap in need inconclusive",
    meaning: "The data cannot tell whether need differs between subgroups at the same score.",
  },
  label_choice_bias_supported: {
    name: "Label choice bias supported",
    meaning:
      "At the same score the stand-in is alike and the need is not: the outcome that the model predicts hides need in one subgroup.",
  },
  label_choice_bias_supported_proxy_overpredicted: {
    name: "Label choice bias supported, stand-in over-predicted",
    meaning:
      "At the same score one subgroup has more need and less of the stand-in: the outcome that the model predicts points the wrong way.",
  },
  general_underprediction: {
    name: "General underprediction",
    meaning: "At the same score both the stand-in and the need differ, in the same direction.",
  },
  need_gap_proxy_inconclusive: {
    name: "Gap in need, cause inconclusive",
    meaning: "Need differs at the same score; whether the stand-in is alike is not settled.",
  },
  no_conflict: {
    name: "No conflict with clinical knowledge",
    meaning: "The model treats the factor in the direction that clinicians declared.",
  },
  direction_not_established: {
    name: "Direction not established",
    meaning: "The data cannot tell in which direction the model treats the factor.",
  },
  conflict_not_assessable: {
    name: "Conflict, cause not assessable",
    meaning: "The model contradicts declared clinical knowledge, and the data do not hold what is needed to say why.",
  },
  conflict_persists_after_adjustment: {
    name: "Conflict persists after adjustment",
    meaning: "The contradiction remains among untreated patients, so treatment does not explain it.",
  },
  conflict_unexplained: {
    name: "Conflict unexplained",
    meaning: "The model contradicts declared clinical knowledge, and patients with the factor are not treated more.",
  },
  treatment_masking_supported: {
    name: "Treatment masking supported",
    meaning:
      "Untreated, patients with the factor do worse, as clinicians say; the model has learnt the effect of treating them.",
  },
  treatment_masking_suspected: {
    name: "Treatment masking suspected",
    meaning: "The contradiction is compatible with treatment hiding the risk; the data do not settle it.",
  },
  order_kept: {
    name: "Declared order kept",
    meaning: "The model's term of the factor goes the way that clinicians declared, at every step that can be told.",
  },
  order_violated: {
    name: "Declared order violated",
    meaning:
      "Somewhere the model gives more of the factor less risk than less of it, against what clinicians declared.",
  },
  negative_control_holds: {
    name: "Negative control holds",
    meaning: "Where nothing of the kind should show, nothing does.",
  },
  negative_control_fails: {
    name: "Negative control fails",
    meaning: "A difference shows where none should: something other than treatment tells these patients apart.",
  },
  negative_control_inconclusive: {
    name: "Negative control inconclusive",
    meaning: "The data cannot tell whether a difference shows where none should.",
  },
  reference_reproduced: {
    name: "Reference predictions reproduced",
    meaning: "The model as run here gives what its vendor says it gives, to within the declared tolerance.",
  },
  reference_not_reproduced: {
    name: "Reference predictions not reproduced",
    meaning:
      "The model as run here differs from the vendor's own predictions by more than the declared tolerance: an input, a unit or a version is not the vendor's. What follows speaks of the model as run here.",
  },
  claim_met: {
    name: "Claim met",
    meaning: "The whole interval lies inside what the claim, with its margin, allows.",
  },
  claim_not_shown: {
    name: "Claim not shown",
    meaning:
      "The interval holds values that meet the claim and values that do not: these data do not show that it holds, nor that it fails.",
  },
  claim_not_met: {
    name: "Claim not met",
    meaning: "The whole interval lies beyond the margin: what was claimed does not hold on these patients.",
  },
  no_material_shift: {
    name: "No shift that would matter",
    meaning: "Every feature’s shift lies below the declared margin, its whole interval included.",
  },
  shift_shown: {
    name: "Shift shown",
    meaning: "The shift of at least one feature lies beyond the declared margin, its whole interval included.",
  },
  shift_not_settled: {
    name: "Shift not settled",
    meaning: "No feature’s shift is shown to be beyond the margin, and not every one is shown to be below it.",
  },
  representative: {
    name: "Like the target population",
    meaning: "The share of every level lies within the margin of the population’s, its whole interval included.",
  },
  not_representative: {
    name: "Unlike the target population",
    meaning: "The share of at least one level lies beyond the margin of the population’s.",
  },
  representativeness_not_settled: {
    name: "Likeness to the target population not settled",
    meaning: "No level’s share is shown to be beyond the margin, and not every one is shown to be within it.",
  },
  update_none: {
    name: "No update selected",
    meaning: "Closed testing selects no update: no larger one fits significantly better.",
  },
  update_intercept: {
    name: "Update of the intercept selected",
    meaning:
      "The risks are too high or too low on the whole; shifting them is the smallest update that fits as well as larger ones.",
  },
  update_recalibration: {
    name: "Recalibration selected",
    meaning:
      "The risks are too high or too low, and too extreme or too timid; intercept and slope are the smallest update that fits as well as larger ones.",
  },
  update_revision: {
    name: "Revision selected",
    meaning:
      "The effects of the inputs differ here: a model fitted anew fits significantly better than any recalibration.",
  },
  claim_not_met_for_some: {
    name: "Claim not met for some patients",
    meaning:
      "The claim is not shown to fail for all patients together, and is not met in at least one subgroup, after adjustment over the subgroups.",
  },
  margin_not_declared: {
    name: "No margin declared",
    meaning: "The plan does not say what gap would matter, so none is judged.",
  },
  signal_shown: {
    name: "Signal shown",
    meaning: "Something has changed that chance alone would hardly give, over everything that was tested.",
  },
  within_limits: {
    name: "Within limits",
    meaning: "No limit was passed, and a change as large as was declared would hardly have stayed hidden.",
  },
  no_signal_inconclusive: {
    name: "No signal, inconclusive",
    meaning: "No change was shown, and these data might well have missed one. It is not evidence that nothing changed.",
  },
  not_assessable: {
    name: "Not assessable",
    meaning: "The data do not hold what is needed to tell. It is neither a pass nor a failure.",
  },
  non_inferior: {
    name: "Not inferior",
    meaning: "Of the disease that the other way of reading finds, this one finds at least the declared share.",
  },
  non_inferiority_not_shown: {
    name: "Not shown to be no worse",
    meaning:
      "The data cannot tell whether the declared share of disease is found. It is not evidence that it is, nor that it is not.",
  },
  inferior: {
    name: "Inferior",
    meaning: "Less than the declared share of disease is found.",
  },
  criteria_met: {
    name: "Acceptance criteria met",
    meaning: "The new version is shown to be no worse than declared, by every criterion.",
  },
  criteria_not_shown: {
    name: "Acceptance criteria not shown",
    meaning: "At least one criterion is not settled by these data. It is not the same as worse, and it is not met.",
  },
  criteria_not_met: {
    name: "Acceptance criteria not met",
    meaning: "By at least one criterion the new version is worse than was accepted.",
  },
  described: { name: "Described", meaning: "Numbers are given; no verdict was asked for." },
  not_estimable: {
    name: "Not estimable",
    meaning: "The analysis could not be done. It is neither a pass nor a failure.",
  },
};

export const findingHead: Words["findingHead"] = {
  what: "What was found",
  whom: "For whom",
  howMany: "How many",
  why: "Why",
  limits: "What limits this",
  choices: "How it was done",
};

export const findingScope: Words["findingScope"] = {
  local: "Made from single patients' rows here; it does not merge with other hospitals' results.",
  counts: "Made from counts.",
};
