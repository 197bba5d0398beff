import type { PhraseBook } from "@auscult/metrics";

export const updating = {
  updatingSubject: () => "Hvad en opdatering af modellen ville gøre her",
  updatingWarning: () =>
    "Dette beskriver og råder ikke. At rekalibrere modellen, tilpasse den på ny eller flytte dens tærskelværdi her kan være en ændring af det medicinske udstyr efter forordning (EU) 2017/745 og kan gøre hospitalet til udbyder efter artikel 25 i AI-forordningen, forordning (EU) 2024/1689. Spørg fabrikanten, før noget ændres.",
  updatingReason: ({ reason }) => `Hvorfor der blev spurgt: ${reason}`,
  updatingClosed: () =>
    "Modellens input er ikke givet, så en ny tilpasning er ikke testet: I en lukket model kan kun skæring og hældning opdateres.",
  updatingRepeated: () =>
    "Patienter har flere rækker: Testene er Walds med fejl summeret over blokke af patienter, mod rekalibrering; en ny tilpasning testes ikke.",
  updatingNoneMeaning: () =>
    "Ingen større opdatering passer signifikant bedre. Med få hændelser er det intet bevis for, at ingen er nødvendig: se kalibreringen og dens intervaller.",
  updatingCorrected: () =>
    "Efter opdateringen: korrigeret for optimisme ved bootstrap, da opdateringen er tilpasset de rækker, den bedømmes på.",
  carriedMeaning: () =>
    "Hver måde at overføre leverandørens tærskelværdi på bevarer noget andet. »Samme risiko« bevarer dens kliniske betydning, når risiciene er rekalibreret. Det, hver giver, er korrigeret for at være valgt her; med ens scorer nås et mål kun omtrent.",
  leftOutCertain: () => "Udeladte rækker, en risiko på præcis 0 eller 1",
  updateIntercept: () => "Opdateringens skæring",
  updateSlope: () => "Opdateringens hældning",
  closedTests: () => "Lukket testning: hver mindre opdatering mod den større",
  smallerUpdate: () => "Mindre",
  largerUpdate: () => "Større",
  updateNone: () => "som den er",
  updateOfIntercept: () => "skæring",
  updateOfBoth: () => "skæring og hældning",
  updateOfAll: () => "modellen tilpasset på ny",
  beforeAndAfter: () => "Før og efter den valgte opdatering",
  quantity: () => "Mål",
  before: () => "Før",
  afterCorrected: () => "Efter, korrigeret for optimisme",
  afterApparent: () => "Efter, ukorrigeret",
  carriedThresholds: () => "Leverandørens tærskelværdi overført til disse patienter",
  vendorsThreshold: () => "leverandørens",
  whatIsKept: () => "Hvad der bevares",
  keptTarget: () => "Skal bevares",
  thresholdHere: () => "Tærskelværdi på scoren her",
  flaggedShare: () => "Andel markeret",
  flaggedApparent: () => "Andel markeret, ukorrigeret",
  sensitivityApparent: () => "Sensitivitet, ukorrigeret",
  whyNone: () => "Bemærkning",
  nothingToKeep: () => "intet er angivet, der kunne bevares",
  notReachable: () => "ingen tærskelværdi giver det her",
  keepThreshold: () => "tærskelværdien selv",
  keepRisk: () => "risikoen, når den er rekalibreret",
  keepAlertRate: () => "andelen, der markeres",
  keepSensitivity: () => "sensitiviteten",
  keepNetBenefit: () => "nettogevinsten",
} satisfies Partial<PhraseBook>;
