import type { PhraseBook } from "@auscult/metrics";

export const claims = {
  claimOn: ({ claim, metric }) => `${claim} (${metric})`,
  claimOnOf: ({ claim, metric, group }) => `${claim} (${metric}; ${group})`,
  claimed: () => "Angivet",
  claimWithMargin: () => "det angivne med sin margin",
  claimedFrom: () => "Angivet, nedre ende",
  claimedTo: () => "Angivet, øvre ende",
  measuredHere: () => "Målt her",
  differenceFromClaim: () => "Forskel fra det angivne",
  ratioToClaim: () => "Forhold til det angivne",
  lowestAccepted: () => "Laveste værdi, der med sin margin stadig svarer til det angivne",
  highestAccepted: () => "Højeste værdi, der med sin margin stadig svarer til det angivne",
  pNotAccepted: () => "p for en sand værdi, der afviger mere fra det angivne end marginen (lille: holder)",
  pAccepted: () => "p for en sand værdi, der med sin margin svarer til det angivne (lille: holder ikke)",
  claimPopulation: ({ population }) => `Angivet for: ${population}`,
  claimSource: ({ source }) => `Kilde til det angivne: ${source}`,
  claimMargin: ({ reason }) => `Begrundelse for marginen: ${reason}`,
  claimFixed: () =>
    "Værdien er angivet uden interval og uden antallet af patienter bag den. Den behandles som et eksakt tal; forskellens interval rummer kun usikkerheden i denne audit.",
  claimFromSample: () =>
    "Usikkerheden på den angivne værdi er beregnet ud fra det antal patienter og hændelser, der blev offentliggjort med den.",
  claimFromCounts: () => "Den angivne værdi og dens usikkerhed er beregnet ud fra den offentliggjorte 2 × 2-tabel.",
  claimIsRange: () =>
    "Der er angivet et spænd. Det er opfyldt fra sin dårligste ende; forskellen regnes fra den nærmeste ende og er nul inden for spændet.",
  claimSuperior: () => "Hele intervallet er bedre end det angivne.",
  claimSubgroupsNotMet: ({ groups }) => `Det angivne holder ikke hos: ${groups}.`,
  claimSubgroupFamily: () =>
    "Undergrupper: »holder ikke« står efter justering ad modum Holm over niveauerne af én egenskab; »holder« siges om hvert niveau for sig.",
  claimByGroup: () => "Det angivne pr. undergruppe",
  claimVerdictHere: () => "Vurdering",
  claimMetShort: () => "holder",
  claimNotShownShort: () => "ikke vist",
  claimNotMetShort: () => "holder ikke",
  claimNotEstimableShort: () => "kan ikke beregnes",
  claimNoMarginShort: () => "ingen margin angivet",
  expectedOfPatients: () => "AUROC at forvente hos disse patienter",
  observedLessExpected: () => "Målt minus forventet",
  claimExplained: () => "Fra det angivne til det målte, trin for trin",
  claimStep: () => "Trin",
  changeFromBefore: () => "Ændring fra trinnet før",
  stepClaimed: () => "Som angivet",
  stepCaseMix: () => "Forventet hos disse patienter",
  stepMiscalibration: () => "… med rekalibrerede risici",
  stepObserved: () => "Som målt her",
  stepPrevalence: ({ prevalence }) => `Forventet ved prævalens ${prevalence}`,
  caseMixMeaning: () =>
    "Trinnene: den AUROC, man må forvente hos disse patienter, hvis modellens risici var rigtige – patienter, der er lettere eller sværere at skelne, ændrer den i sig selv; den samme med risiciene rekalibreret her, som viser, hvad for yderlige eller for forsigtige risici koster; og det, der blev målt. En anden patientsammensætning er ingen fejl ved modellen, men den lavere ydeevne er virkelig for patienterne.",
  prevalenceMeaning: () =>
    "Trinnene: hvad en anden prævalens i sig selv ændrer, selv om sensitivitet og specificitet er som angivet; resten kommer af dem.",
  publishedMean: () => "Middelværdi af de offentliggjorte steder",
  publishedLow: () => "Hvor endnu et sådant sted ville ligge, nedre",
  publishedHigh: () => "Hvor endnu et sådant sted ville ligge, øvre",
  likePublishedSites: () => "Værdien her ligger, hvor endnu et af de offentliggjorte steder ville ligge.",
  unlikePublishedSites: () =>
    "Værdien her ligger uden for det område, hvor endnu et af de offentliggjorte steder ville ligge.",
  pAdjustedNotMet: () => "p for »holder«, justeret",
} satisfies Partial<PhraseBook>;
