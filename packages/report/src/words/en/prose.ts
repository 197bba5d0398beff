import type { Words } from "../../words.ts";

export const methods: Words["methods"] = [
  {
    heading: "What is counted",
    paragraphs: [
      "Higher scores mean higher risk. A patient is flagged when the score is at or above the threshold. Rows without a score or a known outcome are counted everywhere and analysed nowhere; a missing attribute is a subgroup of its own. Sums over the subgroups of an attribute equal the total.",
      "A result that cannot be computed is shown with its reason. It never becomes zero or one and never counts as a pass.",
    ],
  },
  {
    heading: "How sure we are",
    paragraphs: [
      "Every estimate has an interval made by the method named beside it, chosen because it covers as it should in small subgroups. Where patients have several rows, intervals that assume independent rows are refused, and the jackknife over blocks of patients takes their place.",
      "Calibration errors (ICI, E50, E90, Emax, ECE, MCB) cannot fall below 0, and chance lifts them: the usual bootstrap interval, which lies too high for them, is replaced by one from which that lift is taken off, and whose lower limit is 0 where the error is no larger than chance gives. Resamples are drawn from the counted scores, of whole patients where these have several rows, and follow from the plan's seed alone.",
      "A p-value is never given without the interval. The smallest detectable gap is computed from the numbers of patients and the level of the metric, not from the gap that was seen: it is the gap that a study of this size would show four times in five.",
    ],
  },
  {
    heading: "How differences are judged",
    paragraphs: [
      "Each subgroup is compared with the reference that the plan declares, or with everybody else. The verdict is read from one interval, at the declared level, against the margin that the plan declares. The headline says a gap is shown only if it also holds after Holm's adjustment over the declared family.",
      "Failing to show a gap is not evidence that there is none. Only an interval wholly within the margin is.",
    ],
  },
];

export const limits: Words["limits"] = [
  "Subgroups can differ in AUROC because their patients differ, not because the model treats them differently: a group whose patients are all alike is harder to rank.",
  "Sensitivity, PPV and selection rate at one threshold depend on how risks are distributed; groups with different prevalence cannot have equal PPV, sensitivity and false positive rate at once unless prediction is perfect.",
  "A calibrated model of a biased outcome is a calibrated bias. Calibration within subgroups does not show that the outcome is the right one.",
  "Auscult shows which plan was used, by its SHA-256. It cannot show when the plan was written.",
  "A change to the model or its threshold on the strength of this report may be a change to a medical device: raise it with the manufacturer.",
];

export const glossary: Words["glossary"] = [
  { name: "Subgroup", meaning: "Patients who share a level of an attribute, such as women, or of two attributes." },
  { name: "Reference", meaning: "The subgroup compared against, declared in the plan with the reason." },
  { name: "Cohort", meaning: "The rows under audit, one for each unit of analysis." },
  { name: "Score", meaning: "What the model gave: a probability, or a number whose order alone means something." },
  { name: "Event", meaning: "A row whose outcome happened; a non-event is one whose outcome did not." },
  { name: "Flagged", meaning: "With a score at or above the threshold." },
  { name: "Interval", meaning: "The values that the data are compatible with, at the level stated." },
  {
    name: "Margin",
    meaning: "The largest difference that does not matter clinically, declared in the plan with the reason.",
  },
  { name: "Gap shown", meaning: "The whole interval lies beyond the margin, also after adjustment over the family." },
  { name: "Equivalent within the margin", meaning: "The whole interval lies within the margin." },
  { name: "Inconclusive", meaning: "The data cannot tell. More patients are needed, not a different reading." },
  { name: "Smallest detectable gap", meaning: "The gap that a study of this size would show four times in five." },
  { name: "Family", meaning: "The comparisons that were declared together and are adjusted together." },
  { name: "Exploratory", meaning: "Not declared in the plan, or outside the family: a question for the next study." },
  {
    name: "Block",
    meaning:
      "A set of patients kept together when uncertainty is computed, so that one patient's rows do not count as many.",
  },
];
