import type { PhraseBook } from "@auscult/metrics";

export const subgroups = {
  attribute: () => "Egenskab",
  metric: () => "Mål",
  comparedWith: () => "Sammenlignet med",
  subgroupsCompared: () => "Undergrupper",
  lowest: () => "Lavest",
  highest: () => "Højest",
  pAllEqual: () => "p, hvis alle var ens",
  crossOf: ({ first, second }) => `${first} × ${second}`,
  greatestGaps: () => "mellem undergrupper",
  greatestGap: () => "Største forskel",
  greatestRatio: () => "Største forhold",
  gapByChance: () => "Forventet, hvis alle var ens",
  ratioByChance: () => "Forventet, hvis alle var ens",
  greatestGapsCaption: ({ level }) => `Største forskel mellem to undergrupper, simultant interval på niveau ${level}`,
  greatestRatiosCaption: ({ level }) => `Største forhold mellem to undergrupper, simultant interval på niveau ${level}`,
  greatestGapNote: () =>
    "Den største af flere forskelle er stor alene ved et tilfælde: Læs den ved siden af det, der ville være at vente, hvis alle undergrupper var ens. Den er ingen konklusion; konklusioner gælder hver undergruppe over for det, den sammenlignes med.",
  subgroupsLeftOut: ({ attribute, metric, subgroups: left }) =>
    `${attribute}, ${metric}: udeladt, fordi der ingen værdi eller intet interval er: ${left}.`,
  shrunkOf: ({ metric, attribute }) => `${metric} efter ${attribute}`,
  asObserved: () => "Som observeret",
  shrunk: () => "Trukket mod gennemsnittet",
  weightOfMean: () => "Gennemsnittets vægt",
  shrinkageNote: () =>
    "Værdier trukket mod gennemsnittet viser, hvor man først bør se efter. De er aldrig en konklusion om lighed: Metoden trækker undergrupper sammen, hvad enten de er forskellige eller ej.",
  noSpreadNote: ({ limit }) =>
    `Data kan ikke skelne undergrupperne fra ens grupper, så alle værdier trækkes helt til gennemsnittet. De udelukker ikke en standardafvigelse mellem undergrupper på ${limit} på modellens skala.`,
  criteriaConflict: () => "hvad samme prædiktive værdi og sensitivitet ville tvinge igennem",
  criteriaConflictCaption: () =>
    "Den falsk positiv-rate, der ville følge, hvis PPV og sensitivitet var som i sammenligningsgruppen",
  criteriaConflictNote: () =>
    "Regning, ikke et estimat: falsk positiv-rate = prævalens / (1 − prævalens) × (1 − PPV) / PPV × sensitivitet. Med forskellig hyppighed af udfaldet tvinger samme PPV og samme sensitivitet forskellige falsk positiv-rater igennem, uanset hvor god modellen er. Det siger ikke, hvilket kriterium der bør opgives; kalibrering ved tærskelværdien og nettogevinst i hver undergruppe er de kliniske.",
  prevalenceHere: () => "Hændelsesrate",
  prevalenceThere: () => "Hændelsesrate, sammenligning",
  falsePositivesHere: () => "Falsk positiv-rate",
  falsePositivesThere: () => "Falsk positiv-rate, sammenligning",
  falsePositivesImplied: () => "Den måtte være",
  forcedGap: () => "Påtvungen forskel",
  calibrationTests: () => "samlede test",
  calibrationTestsCaption: () => "Samlede likelihood ratio-test af kalibreringen i hver egenskabs undergrupper",
  calibrationTestsNote: () =>
    "En test siger om, ikke hvor meget: Med mange patienter findes en bagatel, med få overses en stor fejl. Læs først hver undergruppes O:E, kalibrering i det store og hældning.",
  question: () => "Spørgsmål",
  chiSquared: () => "χ²",
  degreesOfFreedom: () => "Frihedsgrader",
  p: () => "p",
  equalInTheLarge: () => "Er kalibreringen i det store den samme i alle?",
  anyMiscalibration: () => "Er prædiktionerne rigtige, som de er, i alle?",
  groupGivenRecalibration: () => "Er undergrupperne stadig forskellige efter én rekalibrering for alle?",
  slopeInteraction: () => "Er hældningen den samme i alle?",
  netBenefitGaps: () => "hver undergruppe over for dens sammenligningsgruppe",
  netBenefitGapsCaption: ({ prevalence }) =>
    `Nettogevinst ved at handle efter scoren; i de sidste kolonner ved en fælles prævalens på ${prevalence}`,
  netBenefitGapsNote: () =>
    "En rå forskel viser mest, at den ene undergruppe har flere hændelser. Se først efter undergrupper, hvor modellen gør det dårligere end det bedste af at behandle alle og at behandle ingen (en værdi under 0).",
  netBenefitHere: () => "Nettogevinst",
  netBenefitThere: () => "Nettogevinst, sammenligning",
  overDefaultHere: () => "Mere end den bedste enkle regel",
  standardisedGap: () => "Forskel i forhold til det bedst mulige",
  gapAtCommonPrevalence: () => "Forskel ved fælles prævalens",
  verificationBias: () => "korrigeret efter Begg og Greenes",
  verificationCaption: () =>
    "Sensitivitet og specificitet hos de verificerede alene og korrigeret for dem, hos hvem udfaldet ikke blev undersøgt",
  verificationNote: () =>
    'Udfaldet blev oftere undersøgt hos nogle end hos andre, og "ikke verificeret" er ikke "negativ". Korrektionen forudsætter, at de ikke verificerede inden for samme markering og stratum har udfaldet lige så ofte som de verificerede. Alle andre tal i denne rapport gælder kun verificerede patienter: Sensitiviteten er da for høj og specificiteten for lav, hvor de markerede oftere blev verificeret.',
  verifiedShare: ({ flagged, unflagged, threshold }) =>
    `Ved ${threshold} blev ${flagged} % af de markerede og ${unflagged} % af de andre verificeret.`,
  verifiedRows: () => "Verificeret",
  sensitivityOfVerified: () => "Sensitivitet, kun verificerede",
  sensitivityCorrected: () => "Sensitivitet, korrigeret",
  specificityOfVerified: () => "Specificitet, kun verificerede",
  specificityCorrected: () => "Specificitet, korrigeret",
  whyNot: () => "Hvorfor ikke",
  noneVerified: () => "for en markering og et stratum blev ingen verificeret",
  tooFew: () => "der ventes ingen hændelser eller kun hændelser",
  missingnessBySubgroup: () => "hvem der ikke er registreret",
  missingnessCaption: ({ tolerated }) =>
    `Andel af rækker uden score eller udfald: undergrupper med mindst og mest, og hvor mange der overstiger ${tolerated} %`,
  missingnessNote: () =>
    "Rækker uden score eller udfald indgår ikke i ydeevnen. Er deres andel forskellig mellem undergrupper, handler resultaterne om patienter, der er udvalgt forskelligt i hver.",
  missingField: () => "Mangler",
  theScore: () => "Score",
  theOutcome: () => "Udfald",
  leastMissing: () => "Mindst i",
  mostMissing: () => "Mest i",
  aboveTolerated: () => "Undergrupper over det",
  eventRateBounds: () => "Mellem hvilke grænser hændelsesraten må ligge, hvad end de manglende udfald var",
  eventRateKnown: () => "Af kendte udfald",
  eventRateLow: () => "Mindst",
  eventRateHigh: () => "Højst",
} satisfies Partial<PhraseBook>;
