import type { PhraseBook } from "@auscult/metrics";

export const probe = {
  effectOfFeature: ({ feature }) => `Scoren efter ${feature}`,
  curve: () => "Kurve",
  patientsThere: () => "Patienter der",
  meanScore: () => "Gennemsnitlig score",
  tenthCentile: () => "10. percentil af patienterne",
  ninetiethCentile: () => "90. percentil af patienterne",
  scoresByFeature: ({ feature }) => `Scorer for patienterne med hver værdi af ${feature}`,
  modelByFeature: ({ feature }) => `Hvad modellen gør med ${feature}`,
  noModelToAsk: () =>
    "Der er ingen model at spørge her. Vist er scorerne for de patienter, der har hver værdi; de adskiller sig på meget andet, så en forskel mellem dem er ikke det, variablen gør i modellen.",
  askedOf: ({ rows, support }) =>
    `Modellen blev spurgt om ${rows} patienter, der hver fik den ene værdi efter den anden, mens alt andet blev holdt fast. Der siges intet om værdier, som færre end ${support} patienter har.`,
  dependenceTearsApart: () =>
    "Partiel afhængighed er gennemsnittet over dem alle, og båndet er, hvor otte ud af ti af deres egne kurver ligger. Hvor variable følges ad, spørger den om patienter, som ingen ligner.",
  localEffectsStayNear: () =>
    "Akkumulerede lokale effekter spørger kun patienter nær hver værdi og gør det derfor ikke; de er tegnet omkring den gennemsnitlige score.",
  observedIsConfounded: () =>
    "Observerede scorer er for de patienter, der har hver værdi; de adskiller sig på meget andet (confounding).",
  probeIsNotCausal: () => "Alt dette handler om modellen. Det siger intet om, hvad variablen gør ved patienterne.",
  observedScores: () => "Observerede scorer",
  partialDependence: () => "Partiel afhængighed",
  localEffects: () => "Akkumulerede lokale effekter",
  changeFromTo: ({ from, to }) => `Ændring i modellens svar fra ${from} til ${to}, de samme patienter`,
  localChange: () => "Ændring ved akkumulerede lokale effekter, fra laveste til højeste",
  spanOfDependence: () => "Spændvidde af den partielle afhængighed",
} satisfies Partial<PhraseBook>;
