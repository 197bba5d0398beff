import type { PhraseBook } from "@auscult/metrics";

export const cohortComparison = {
  referenceIs: ({ description }) => `Referencen: ${description}`,
  referenceTableOnly: () =>
    "Der er kun givet en offentliggjort tabel: Middelværdier og andele sammenlignes; en fordelings form, manglende værdier og enheder kan ikke sammenlignes.",
  referenceRepeated: () =>
    "Patienter har her flere rækker: Intervaller er lavet ved at trække hele blokke af patienter på ny, og p-værdier, der ville forudsætte uafhængige rækker, er udeladt.",
  shiftMargin: ({ margin, reason }) => `En forskydning under ${margin} er angivet som uden betydning: ${reason}`,
  shiftMarginShort: () => "margin",
  shiftMeaning: () =>
    "Forskydningens størrelse: for tal, hvor langt patienterne i gennemsnit har flyttet sig, målt i referencens standardafvigelser; for kategorier den andel af patienterne, der skulle skifte kategori. Med mange rækker er enhver forskydning signifikant, så størrelsen og dens interval bedømmes; stabilitetsindekset står ved siden af det, tilfældet alene ville nå én gang ud af tyve.",
  featuresAgainst: () => "Patienternes egenskaber her og i referencen",
  caseMixAgainst: () => "Patientsammensætningen her og i referencen",
  rowsHere: () => "Rækker her",
  rowsReference: () => "Rækker i referencen",
  shiftOfFeatures: () => "Forskydning af hver variabel, den største først",
  shiftEffect: () => "Forskydningens størrelse",
  shiftVerdict: () => "Vurdering",
  pValue: () => "p",
  pAdjusted: () => "p, justeret",
  meanShift: () => "Middelværdien flyttet, i standardafvigelser",
  distanceOrV: () => "Kolmogorov–Smirnov-afstand eller Cramérs V",
  psi: () => "Stabilitetsindeks",
  psiByChance: () => "Nås tilfældigt én gang ud af tyve",
  jensenShannon: () => "Jensen–Shannon-afstand",
  shiftTimesImportance: () => "Størrelse × vigtighed",
  shiftImmaterialShort: () => "inden for marginen",
  shiftShownShort: () => "forskydning vist",
  shiftNotSettledShort: () => "ikke afgjort",
  missingOfFeatures: () => "Manglende værdier for hver variabel",
  inReference: () => "I referencen",
  here: () => "Her",
  noCodingSigns: () => "Der er ikke fundet tegn på ændrede enheder, intervaller, decimaler eller koder.",
  codingSigns: () => "Tegn på ændrede enheder, intervaller, decimaler og koder",
  codingSign: () => "Tegn",
  codingFound: ({ feature, sign }) => `${feature}: ${sign}`,
  shareOfRowsHere: () => "Andel af rækkerne her",
  allInOtherUnit: ({ here, reference, ratio }) =>
    `værdierne her passer med referencen, når de læses som ${here} og omregnes til ${reference} (forhold mellem medianerne ${ratio})`,
  someInOtherUnit: ({ here, reference }) =>
    `nogle rækker passer kun med referencen, når de læses som ${here} og omregnes til ${reference}`,
  allDecimals: ({ here, reference, ratio }) =>
    `værdierne her passer med referencen, når ${here} læses som ${reference}: et decimaltegn (forhold mellem medianerne ${ratio})`,
  someDecimals: ({ here, reference }) =>
    `nogle rækker passer kun med referencen, når ${here} læses som ${reference}: et decimaltegn`,
  outsideRange: () => "uden for referencens interval",
  otherDecimals: ({ before, after }) => `skrevet med ${after} decimaler, i referencen med ${before}`,
  levelNew: ({ level }) => `kategori, som referencen ikke har: ${level}`,
  levelSpelled: ({ level }) => `kategori stavet anderledes end i referencen: ${level}`,
  levelGone: ({ level }) => `kategori i referencen, som ingen har her: ${level}`,
  caseMixNeedsRows: () =>
    "Referencens rækker er ikke givet: Om patienterne kan skelnes på alle variable tilsammen, kan ikke ses af en offentliggjort tabel.",
  membershipMeaning: () =>
    "En model, der skelner patienterne her fra referencens på deres variable: 0,5 betyder, at den ikke kan, 1, at den altid kan. Er de lette at skelne, taler et godt resultat her for, at modellen kan overføres til andre patienter; ligner de hinanden, kun for, at resultatet kan gentages.",
  membershipSeparated: () =>
    "Patienterne her kan skelnes fejlfrit fra referencens: Led efter en ændret enhed, en kode eller en dato blandt variablene.",
  membershipAuroc: () => "AUROC for tilhørsmodellen, i rækker, den ikke er tilpasset",
  membershipApparent: () => "Den samme i de rækker, den er tilpasset (for høj)",
  membershipP: () => "p for, at variablene skelner de to",
  kernelDiscrepancy: () => "Kerneafstand for alle variable (under 0 ved et tilfælde)",
  kernelP: ({ rows }) => `p for kerneafstanden (ved permutation, ${rows} rækker trukket af hver)`,
  leftOutHere: () => "Udeladte rækker her, en variabel mangler",
  leftOutReference: () => "Udeladte rækker i referencen, en variabel mangler",
  logOddsSpread: () => "Spredningen af log-odds her i forhold til referencens",
  logOddsMean: () => "Middel-log-odds her minus referencens",
  patientsHere: () => "Patienter her",
  patientsInBoth: () => "Patienter her, der er blandt referencens",
  patientsInBothMeaning: () =>
    "Nogle patienter er begge steder. Er modellen lavet med referencens patienter, er resultaterne her bedre, end de ville være på andre: Udelad de patienter.",
  targetIs: ({ description }) => `Den population, modellen er beregnet til: ${description}`,
  targetMargin: ({ margin, reason }) => `En andel må afvige med ${margin}: ${reason}`,
  targetRepeated: () =>
    "Patienter har flere rækker: Andelene er af rækker, og deres intervaller er lavet med antallet af patienter.",
  targetWithoutLevel: ({ level }) => `Populationens tal siger intet om ${level}; den sammenlignes med 0.`,
  targetShares: () => "Andele her minus populationens",
  targetOf: ({ attribute }) => `${attribute}: disse patienter og målpopulationen`,
  inPopulation: () => "I populationen",
  asInPopulation: () => "som i populationen",
  pBeyondMargin: () => "p for inden for marginen, justeret",
} satisfies Partial<PhraseBook>;
