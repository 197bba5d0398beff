import type { PhraseBook } from "@auscult/metrics";

export const sites = {
  sitesOn: ({ metric }) => `${metric} at each site`,
  sitesLeftOut: ({ pooled, all }) =>
    `The summary is made of ${pooled} of ${all} sites; the others are too small or not estimable, and are shown as they are.`,
  sitesTooFew: () => "Fewer than two sites are large enough, so there is no summary over sites.",
  predictionMeaning: () =>
    "The interval of the mean says where the average of such sites lies; the prediction interval where the value of one more such site would lie.",
  predictionNeedsThree: () => "A prediction interval needs three sites.",
  noSpreadFound: () =>
    "No spread between sites was found beyond chance. That does not say that they are equal: see what the data cannot exclude.",
  sitesRepeated: () =>
    "Patients have several rows: the sites’ errors are robust to it, but the summary takes sites as independent of each other, which patients seen at two sites break.",
  allSitesTogether: () => "All sites together, pairs across sites too",
  withinSiteAuroc: () => "AUROC of pairs within sites",
  meanOfSites: () => "Mean of sites",
  predictionLow: () => "Prediction interval, lower",
  predictionHigh: () => "Prediction interval, upper",
  tauSquared: () => "Variance between sites, τ²",
  tauSquaredHigh: () => "τ² that the data cannot exclude",
  iSquared: () => "Share of the spread beyond chance, I²",
  cochranQ: ({ df }) => `Cochran’s Q on ${df} degrees of freedom`,
  cochranP: () => "p of Q, sites all alike",
  sitesPooled: () => "Sites in the summary",
  siteNotEstimable: () => "not estimable",
  siteTooSmall: () => "too few events or non-events for the summary",
  siteNotPooled: () => "without an error that a summary could use",
  bySite: () => "By site",
  site: () => "Site",
  anotherSite: () => "Another such site (prediction)",
} satisfies Partial<PhraseBook>;
