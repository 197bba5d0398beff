import type { StandardWords } from "../standards.ts";

export const evidence: StandardWords["evidence"] = {
  "device.identification": "identification of the device",
  "intended-purpose": "intended purpose",
  "target-population": "target population",
  "users-and-workflow": "users and workflow",
  "plan.prespecified": "plan fixed before outcomes were read",
  "acceptance-criteria": "acceptance criteria with an owner",
  "metric.rationale": "why these metrics",
  "fairness.rationale": "why these groups and what is known of inequalities",
  "reference-standard": "definition of the outcome",
  provenance: "origin of the data",
  "data.preparation": "preparation of the data",
  "data.lawful-basis": "lawful basis, Art. 4a record",
  "cohort.flow": "flow of rows",
  "cohort.description": "description of the cohort",
  "cohort.representativeness": "representativeness",
  "cohort.development-comparison": "comparison with development data",
  missingness: "missing data",
  inputquality: "quality of inputs",
  samplesize: "what size of gap the data could show",
  "leakage.independence": "independence from training data",
  "overall.discrimination": "discrimination overall",
  "overall.calibration": "calibration overall",
  "overall.classification": "performance at thresholds overall",
  "subgroup.discrimination": "discrimination by subgroup",
  "subgroup.calibration": "calibration by subgroup",
  "subgroup.classification": "performance at thresholds by subgroup",
  "subgroup.intersectional": "intersections of subgroups",
  "subgroup.multiplicity": "declared and exploratory comparisons told apart",
  "uncertainty.intervals": "intervals",
  "cluster.heterogeneity": "differences between sites",
  "proxy.label-choice": "label choice",
  "proxy.treatment-masking": "treatment masking",
  "proxy.label-measurement": "measurement of the outcome in each group",
  "proxy.feature-association": "features that stand in for a group",
  "threshold.utility": "clinical utility",
  "threshold.rationale": "why these thresholds",
  "threshold.workload": "workload",
  "local.validation": "local validation against a claim",
  "drift.covariate": "drift of scores and inputs",
  "drift.performance": "performance over time",
  "drift.calibration": "calibration over time",
  "drift.subgroup": "drift by subgroup",
  "robustness.sensitivity": "sensitivity analyses",
  "disclosure.control": "disclosure control",
  reproducibility: "how to reproduce",
  limitations: "limits and what was not assessed",
  "mitigation.log": "findings, actions and their effect",
  "risk.linkage": "link to the risk file",
  "human-oversight-statement": "human oversight",
  "ifu.performance-statement": "performance table for the instructions for use",
  "monitoring.plan": "plan for monitoring",
  "pccp.reference": "predetermined changes",
  "change-history": "change history",
  "incident.escalation": "route for incidents",
  "persons-and-signatures": "persons and signatures",
  "standards-list": "list of standards",
  "governance.involvement": "involvement, funding and interests",
  "evidence.index": "index of evidence",
};

export const status: StandardWords["status"] = {
  "criterion-met": {
    name: "Criterion met",
    meaning:
      "A criterion set in advance by a named person exists; the interval satisfies it, and nothing that the requirement asks for is missing.",
  },
  "criterion-not-met": { name: "Criterion not met", meaning: "The interval shows that a declared criterion failed." },
  inconclusive: {
    name: "Inconclusive",
    meaning: "The interval agrees with both, or a group is too small. It is not a pass.",
  },
  "evidence-present": {
    name: "Evidence present",
    meaning: "Results or statements exist; no criterion was set for them, or part of what is asked for is missing.",
  },
  gap: { name: "Gap", meaning: "The audit could have given the evidence, and the plan did not ask for it." },
  "not-assessed": {
    name: "Not assessed",
    meaning: "Beyond what predictions and outcomes can show, and nobody attests it.",
  },
};

export const missing: StandardWords["missing"] = {
  "not-asked": "the plan did not ask for it",
  "not-estimable": "it could not be computed",
  "needs-attestation": "a person has to attest it",
  "beyond-audit": "predictions and outcomes cannot show it, and nobody attests it",
};

export const verification: StandardWords["verification"] = {
  P: { name: "P", meaning: "the clause was read in a primary source" },
  S: { name: "S", meaning: "the clause was read in a secondary source only: check the original before relying on it" },
};

export const force: StandardWords["force"] = {
  law: "law",
  guidance: "guidance",
  principles: "principles",
  standard: "standard",
  "reporting-guideline": "reporting guideline",
  "appraisal-tool": "appraisal tool",
  consensus: "consensus",
  "data-holder-rule": "rule of a data holder",
  voluntary: "voluntary",
};

export const route: StandardWords["route"] = {
  "art6-1": "medical device that a notified body assesses (AI Act Art. 6(1))",
  "art6-2": "use listed in Annex III, not a device (AI Act Art. 6(2))",
  both: "device and use listed in Annex III (AI Act Art. 6(1) and 6(2))",
  "class-i": "medical device without a notified body",
  "mdr-5-5": "made and used in the hospital (MDR Art. 5(5))",
  research: "research; not put into service",
};

export const dutyRole: StandardWords["dutyRole"] = { provider: "provider", deployer: "deployer", both: "both" };

export const market: StandardWords["market"] = {
  EU: "European Union",
  DK: "Denmark",
  UK: "United Kingdom",
  US: "United States",
};

export const part: StandardWords["part"] = { author: "Author", reviewer: "Reviewer", approver: "Approver" };

export const decisionRole: StandardWords["decisionRole"] = {
  informs: "informs a decision that a person makes",
  drives: "drives a decision",
  replaces: "replaces a person's decision",
};

export const beforeUse: StandardWords["beforeUse"] = {
  gap: "Take the gaps shown to the manufacturer, and decide whether and how the score may be used for these patients meanwhile:",
  open: "Do not read the open comparisons as agreement. Gather more patients, or state the risk and who accepts it.",
  "not-judged":
    "Declare, with clinicians, what difference would matter, and audit again: differences were seen and not judged.",
  "not-estimable": "Decide whether the score may be used for groups too small to be audited:",
  finding: "Have clinicians and the manufacturer answer these findings before the score steers care:",
  calibration:
    "Check whether risks that are too high or too low change what clinicians do. A recalibration or another threshold may be a modification of the device: raise it with the manufacturer.",
  "missing-outcome": "Find out why outcomes are missing, and in whom:",
  "no-subgroups":
    "Name the subgroups that matter and audit again: nothing is known of whom the model serves less well.",
  "no-claim": "Ask the manufacturer for the performance claimed and compare it with this report: no claim was given.",
  "no-label-choice":
    "Have those who know the record judge whether the outcome is the need that is meant: it was not tested.",
  sign: "Have the report reviewed and approved by named persons: none are declared.",
};
