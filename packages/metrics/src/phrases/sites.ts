import type { Fact } from "../phrases.ts";

export interface SitesPhrases {
  readonly sitesOn: { readonly metric: Fact };
  readonly sitesLeftOut: { readonly pooled: number; readonly all: number };
  readonly sitesTooFew: null;
  readonly predictionMeaning: null;
  readonly predictionNeedsThree: null;
  readonly noSpreadFound: null;
  readonly sitesRepeated: null;
  readonly allSitesTogether: null;
  readonly withinSiteAuroc: null;
  readonly meanOfSites: null;
  readonly predictionLow: null;
  readonly predictionHigh: null;
  readonly tauSquared: null;
  readonly tauSquaredHigh: null;
  readonly iSquared: null;
  readonly cochranQ: { readonly df: number };
  readonly cochranP: null;
  readonly sitesPooled: null;
  readonly siteNotEstimable: null;
  readonly siteTooSmall: null;
  readonly siteNotPooled: null;
  readonly bySite: null;
  readonly site: null;
  readonly anotherSite: null;
}
