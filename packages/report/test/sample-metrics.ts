import type { ComposeInput } from "../src/index.ts";

type Facts = ComposeInput["metrics"][number];

const rate = (id: string, name: string): Facts => ({
  id,
  name,
  family: "threshold",
  unit: "proportion",
  range: [0, 1],
  ideal: id === "selectionRate" ? null : 1,
  better: id === "selectionRate" ? "neither" : "higher",
  thresholded: true,
  monotoneInvariant: true,
  intervalScale: "wilson",
  headline: true,
  contrast: "difference",
  requires: { score: "ordinal", events: 1, nonEvents: 0 },
  source: ["Wilson 1927 J Am Stat Assoc 22:209"],
});

export const SAMPLE_METRICS: readonly Facts[] = [
  {
    ...rate("auroc", "AUROC"),
    family: "discrimination",
    unit: "probability",
    uninformative: 0.5,
    thresholded: false,
    source: ["DeLong, DeLong & Clarke-Pearson 1988 Biometrics 44:837"],
  },
  rate("sensitivity", "Sensitivity"),
  rate("specificity", "Specificity"),
  rate("ppv", "PPV"),
  rate("npv", "NPV"),
  rate("selectionRate", "Selection rate"),
  {
    ...rate("observedExpectedRatio", "O:E ratio"),
    family: "calibration",
    unit: "ratio",
    range: [0, Number.POSITIVE_INFINITY],
    better: "towards-ideal",
    thresholded: false,
    contrast: "ratio",
    source: ["Debray et al. 2017 BMJ 356:i6460"],
  },
  {
    ...rate("calibrationSlope", "Calibration slope"),
    family: "calibration",
    unit: "ratio",
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    better: "towards-ideal",
    thresholded: false,
    source: ["Van Calster et al. 2016 J Clin Epidemiol 74:167"],
  },
  {
    ...rate("netBenefit", "Net benefit"),
    family: "utility",
    unit: "per-patient",
    range: [Number.NEGATIVE_INFINITY, 1],
    ideal: null,
    source: ["Vickers & Elkin 2006 Med Decis Making 26:565"],
  },
];

export const SAMPLE_CURVES: ComposeInput["curveKinds"] = [
  {
    id: "roc",
    name: "ROC curve",
    x: "falsePositiveRate",
    y: "sensitivity",
    source: ["Hanley & McNeil 1982 Radiology 143:29"],
  },
  {
    id: "precisionRecall",
    name: "Precision-recall curve",
    x: "sensitivity",
    y: "ppv",
    source: ["Davis & Goadrich 2006 ICML"],
  },
  {
    id: "calibrationCurve",
    name: "Calibration curve",
    x: "predicted",
    y: "observed",
    source: ["Austin & Steyerberg 2014 Stat Med 33:517"],
  },
  {
    id: "decisionCurve",
    name: "Decision curve",
    x: "threshold",
    y: "netBenefit",
    source: ["Vickers & Elkin 2006 Med Decis Making 26:565"],
  },
  { id: "scoreDistribution", name: "Score distribution", x: "from", y: "eventShare", source: [] },
];
