import type { PhraseBook } from "@auscult/metrics";

export const modelChange = {
  versionAgainst: ({ version }) => `Version ${version}`,
  versionAgainstOld: ({ version, old }) => `Version ${version} mod version ${old}, på de samme patienter`,
  changeDescribed: ({ description }) => `Hvad der er ændret: ${description}`,
  criteriaTogether: () =>
    "Kriterierne er kun opfyldt, hvor hvert enkelt er det, hvert med fuld konfidens. Ikke vist er ikke det samme som ringere, og det er ikke opfyldt.",
  changeClustered: () =>
    "Patienter har flere rækker: Fejlene er grupperet efter patient, og de parrede test, der forudsætter uafhængige rækker, er ikke brugt.",
  fixedScores: () =>
    "Begge versioner tages, som de er. Er den nye lavet eller valgt med disse patienter, ser den bedre ud, end den er.",
  metricNewLessOld: ({ metric }) => `${metric}: ny version minus gammel`,
  ppvNewOverOld: ({ threshold }) => `PPV ved ${threshold}: ny version i forhold til gammel`,
  leftOutWithoutOutcome: () => "Udeladt: uden udfald",
  leftOutWithoutOld: () => "Udeladt: uden den gamle versions score",
  leftOutWithoutNew: () => "Udeladt: uden den nye versions score",
  noChange: () => "ingen ændring",
  acceptanceCriteria: () => "Acceptkriterier, angivet på forhånd",
  criterion: () => "Kriterium",
  oldVersion: () => "Gammel version",
  newVersion: () => "Ny version",
  changeValue: () => "Ændring",
  acceptedLoss: () => "Accepteret tab",
  judgedAs: () => "Bedømt",
  why: () => "Hvorfor",
  criterionMet: () => "opfyldt",
  criterionNotShown: () => "ikke vist",
  criterionNotMet: () => "ikke opfyldt",
  criterionNotEstimable: () => "kan ikke estimeres",
  reclassifiedAt: ({ threshold }) => `Patienter markeret ved ${threshold} efter version`,
  byOutcome: () => "Patienter",
  flaggedByBoth: () => "Af begge",
  flaggedByNewOnly: () => "Kun af den nye",
  flaggedByOldOnly: () => "Kun af den gamle",
  flaggedByNeither: () => "Af ingen",
  withTheOutcome: () => "med udfaldet",
  withoutTheOutcome: () => "uden udfaldet",
} satisfies Partial<PhraseBook>;
