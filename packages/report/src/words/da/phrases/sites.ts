import type { PhraseBook } from "@auscult/metrics";

export const sites = {
  sitesOn: ({ metric }) => `${metric} for hver afdeling`,
  sitesLeftOut: ({ pooled, all }) =>
    `Sammenfatningen er lavet af ${pooled} af ${all} afdelinger; de andre er for små eller kan ikke beregnes og vises, som de er.`,
  sitesTooFew: () => "Færre end to afdelinger er store nok, så der er ingen sammenfatning på tværs.",
  predictionMeaning: () =>
    "Middelværdiens interval siger, hvor gennemsnittet af sådanne afdelinger ligger; prædiktionsintervallet, hvor værdien for endnu en sådan afdeling ville ligge.",
  predictionNeedsThree: () => "Et prædiktionsinterval kræver tre afdelinger.",
  noSpreadFound: () =>
    "Der er ikke fundet spredning mellem afdelingerne ud over tilfældet. Det siger ikke, at de er ens: se, hvad data ikke kan udelukke.",
  sitesRepeated: () =>
    "Patienter har flere rækker: Afdelingernes fejl tager højde for det, men sammenfatningen forudsætter, at afdelingerne er uafhængige, hvilket patienter set to steder bryder.",
  allSitesTogether: () => "Alle afdelinger samlet, også par på tværs",
  withinSiteAuroc: () => "AUROC for par inden for afdelinger",
  meanOfSites: () => "Middelværdi af afdelinger",
  predictionLow: () => "Prædiktionsinterval, nedre",
  predictionHigh: () => "Prædiktionsinterval, øvre",
  tauSquared: () => "Varians mellem afdelinger, τ²",
  tauSquaredHigh: () => "τ², som data ikke kan udelukke",
  iSquared: () => "Andel af spredningen ud over tilfældet, I²",
  cochranQ: ({ df }) => `Cochrans Q med ${df} frihedsgrader`,
  cochranP: () => "p for Q, alle afdelinger ens",
  sitesPooled: () => "Afdelinger i sammenfatningen",
  siteNotEstimable: () => "kan ikke beregnes",
  siteTooSmall: () => "for få hændelser eller ikke-hændelser til sammenfatningen",
  siteNotPooled: () => "uden en fejl, en sammenfatning kunne bruge",
  bySite: () => "Pr. afdeling",
  site: () => "Afdeling",
  anotherSite: () => "Endnu en sådan afdeling (prædiktion)",
} satisfies Partial<PhraseBook>;
