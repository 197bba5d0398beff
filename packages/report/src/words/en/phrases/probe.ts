import type { PhraseBook } from "@auscult/metrics";

export const probe = {
  effectOfFeature: ({ feature }) => `The score by ${feature}`,
  curve: () => "Curve",
  patientsThere: () => "Patients there",
  meanScore: () => "Mean score",
  tenthCentile: () => "10th centile of patients",
  ninetiethCentile: () => "90th centile of patients",
  scoresByFeature: ({ feature }) => `Scores of the patients with each value of ${feature}`,
  modelByFeature: ({ feature }) => `What the model makes of ${feature}`,
  noModelToAsk: () =>
    "There is no model here to ask. Shown are the scores of the patients who have each value; they differ in much else, so a difference between them is not what the feature does in the model.",
  askedOf: ({ rows, support }) =>
    `The model was asked about ${rows} patients, each given one value after another, everything else kept. Nothing is said of values that fewer than ${support} patients have.`,
  dependenceTearsApart: () =>
    "Partial dependence is the mean over all of them, the band where eight in ten of their own curves lie. Where features go together it asks about patients whom nobody is like.",
  localEffectsStayNear: () =>
    "Accumulated local effects ask only patients near each value, and so do not; they are drawn around the mean score.",
  observedIsConfounded: () =>
    "Observed scores are those of the patients who have each value; they differ in much else (confounded).",
  probeIsNotCausal: () => "All of this is about the model. It says nothing of what the feature does to patients.",
  observedScores: () => "Observed scores",
  partialDependence: () => "Partial dependence",
  localEffects: () => "Accumulated local effects",
  changeFromTo: ({ from, to }) => `Change in the model's answer from ${from} to ${to}, same patients`,
  localChange: () => "Change by accumulated local effects, lowest to highest",
  spanOfDependence: () => "Span of partial dependence",
} satisfies Partial<PhraseBook>;
