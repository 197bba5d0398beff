import type { Words } from "../../words.ts";

export const metric: Words["metric"] = {
  auroc: {
    name: "AUROC",
    meaning:
      "Sandsynligheden for, at en patient med udfaldet har en højere score end en uden; 0,5 er plat eller krone, 1 er perfekt. Den siger intet om, hvorvidt risiciene er rigtige.",
  },
  partialAuroc: {
    name: "Partiel AUROC, standardiseret",
    meaning:
      "AUROC for den angivne del af kurven alene, hvor scoren ville blive brugt; 0,5 er tilfældigt og 1 perfekt, som for hele kurven.",
  },
  averagePrecision: {
    name: "Gennemsnitlig præcision",
    meaning:
      "PPV i gennemsnit over de tærskelværdier, der hver finder endnu en hændelse. Den stiger med prævalensen, så den sammenlignes ikke mellem undergrupper.",
  },
  sensitivity: { name: "Sensitivitet", meaning: "Af dem med udfaldet den andel, der markeres." },
  specificity: { name: "Specificitet", meaning: "Af dem uden udfaldet den andel, der ikke markeres." },
  falsePositiveRate: { name: "Falsk positiv-rate", meaning: "Af dem uden udfaldet den andel, der markeres." },
  falseNegativeRate: { name: "Falsk negativ-rate", meaning: "Af dem med udfaldet den andel, der overses." },
  ppv: { name: "PPV", meaning: "Positiv prædiktiv værdi: af de markerede den andel, der har udfaldet." },
  npv: { name: "NPV", meaning: "Negativ prædiktiv værdi: af de ikke-markerede den andel, der ikke har udfaldet." },
  selectionRate: { name: "Markeringsandel", meaning: "Andelen af patienter, der markeres: arbejdsbyrden." },
  nne: {
    name: "Antal vurderet pr. fund",
    meaning: "Markerede patienter, der ses, for hver én, der har udfaldet.",
  },
  falseOmissionRate: { name: "Andel overset", meaning: "Af de ikke-markerede den andel, der har udfaldet." },
  falseDiscoveryRate: {
    name: "Andel forgæves markeret",
    meaning: "Af de markerede den andel, der ikke har udfaldet.",
  },
  positiveLikelihoodRatio: {
    name: "Positiv likelihood-ratio",
    meaning: "Hvor mange gange så sandsynlig en markering er hos dem med udfaldet som hos dem uden.",
  },
  negativeLikelihoodRatio: {
    name: "Negativ likelihood-ratio",
    meaning: "Hvor mange gange så sandsynlig ingen markering er hos dem med udfaldet som hos dem uden.",
  },
  accuracy: {
    name: "Andel rigtigt klassificeret",
    meaning: "Hvor udfaldet er sjældent, klarer det sig godt at markere ingen.",
  },
  balancedAccuracy: {
    name: "Balanceret andel rigtige",
    meaning: "Gennemsnittet af sensitivitet og specificitet, som om de to slags patienter var lige hyppige.",
  },
  youden: {
    name: "Youdens indeks",
    meaning: "Sensitivitet plus specificitet minus 1; det vægter en overset og en falsk alarm ens.",
  },
  f1: {
    name: "F1",
    meaning: "Det harmoniske gennemsnit af PPV og sensitivitet; det ser bort fra dem, der med rette ikke markeres.",
  },
  mcc: { name: "Matthews-korrelation", meaning: "Korrelationen mellem markering og udfald." },
  kappa: {
    name: "Cohens kappa",
    meaning: "Overensstemmelse mellem markering og udfald ud over tilfældet; den afhænger af prævalensen.",
  },
  diagnosticOddsRatio: {
    name: "Diagnostisk odds-ratio",
    meaning: "Odds for en markering hos dem med udfaldet divideret med odds hos dem uden.",
  },
  prevalence: { name: "Prævalens", meaning: "Andelen af patienter, der har udfaldet." },
  observedExpectedRatio: {
    name: "O/E-forhold",
    meaning:
      "Observeret divideret med forventet: indtrufne udfald divideret med dem, modellen forudsagde. Over 1 er risiciene for lave, under 1 for høje.",
  },
  calibrationInTheLarge: {
    name: "Gennemsnitlig kalibrering",
    meaning:
      "Hvor meget alle risici skulle flyttes på log-odds-skalaen for at være rigtige i gennemsnit. Over 0 er risiciene for lave.",
  },
  calibrationSlope: {
    name: "Kalibreringshældning",
    meaning: "Under 1 er risiciene for yderlige (de høje for høje, de lave for lave); over 1 er de ikke yderlige nok.",
  },
  integratedCalibrationIndex: {
    name: "ICI",
    meaning:
      "Den gennemsnitlige afstand mellem prædikteret og observeret risiko. Den er over 0 selv for en perfekt model, mest i små grupper.",
  },
  e50: { name: "E50", meaning: "Medianafstanden mellem prædikteret og observeret risiko." },
  e90: {
    name: "E90",
    meaning: "Den afstand mellem prædikteret og observeret risiko, som ni ud af ti patienter holder sig inden for.",
  },
  eMax: { name: "Emax", meaning: "Den største afstand mellem prædikteret og observeret risiko." },
  brierScore: {
    name: "Brier-score",
    meaning:
      "Den gennemsnitlige kvadrerede afstand mellem risiko og udfald; lavere er bedre. Den afhænger af prævalensen.",
  },
  scaledBrierScore: {
    name: "Skaleret Brier-score",
    meaning: "Hvor meget af usikkerheden ved kun at kende prævalensen modellen fjerner; 1 er det hele, 0 er intet.",
  },
  logLoss: {
    name: "Logaritmisk tab",
    meaning: "Den gennemsnitlige overraskelse over udfaldene, givet risiciene; lavere er bedre.",
  },
  miscalibration: {
    name: "Fejlkalibrering (MCB)",
    meaning: "Hvor meget af Brier-scoren der ville forsvinde, hvis risiciene blev rettet uden at ændre rækkefølgen.",
  },
  discriminationComponent: {
    name: "Skelneevne-komponent (DSC)",
    meaning: "Hvor meget Brier-scoren vinder ved at skelne mellem patienter, når risiciene først er rettet.",
  },
  expectedCalibrationError: {
    name: "Forventet kalibreringsfejl, ti inddelinger",
    meaning:
      "Den gennemsnitlige afstand mellem risiko og udfald over inddelinger. Små grupper viser en stor, selv om intet er galt, så den sammenlignes ikke mellem undergrupper.",
  },
  expectedCalibrationErrorDebiased: {
    name: "Kvadreret kalibreringsfejl, korrigeret, ti inddelinger",
    meaning:
      "Den kvadrerede afstand over inddelinger, minus hvad tilfældet alene ville give; omkring 0 for en kalibreret model.",
  },
  netBenefit: {
    name: "Nettonytte",
    meaning: "Hændelser, der handles på, minus dem, der handles på forgæves, vægtet med tærskelværdien, pr. patient.",
  },
  standardisedNetBenefit: {
    name: "Standardiseret nettonytte",
    meaning: "Nettonytte divideret med prævalens: andelen af den størst mulige nytte.",
  },
  netBenefitOverDefault: {
    name: "Nettonytte ud over den bedste standardstrategi",
    meaning: "Nettonytte ud over det bedste af at handle for alle og at handle for ingen; under 0 gør scoren skade.",
  },
};

export const curve: Words["curve"] = {
  roc: {
    name: "ROC-kurve",
    meaning:
      "Hvert punkt er en tærskelværdi: længere til venstre er færre falske alarmer, længere op er færre oversete hændelser.",
  },
  precisionRecall: {
    name: "Præcision–sensitivitet-kurve",
    meaning: "Hvor stor en andel af markerede patienter der har udfaldet, efterhånden som flere af hændelserne findes.",
  },
  calibrationCurve: {
    name: "Kalibreringskurve",
    meaning:
      "Over den prikkede linje er risiciene for lave, under den for høje. Kun tegnet, hvor der er risici at bedømme.",
  },
  calibrationGroups: {
    name: "Observeret risiko efter tiendedel af prædikteret risiko",
    meaning: "En grov kontrol ved siden af kurven.",
  },
  calibrationIsotonic: {
    name: "Isoton kalibreringskurve",
    meaning:
      "Andelen med udfaldet ned gennem rangordenen, uden udglatning. Inden for båndet kan risiciene være rigtige; uden for det er de ikke.",
  },
  decisionCurve: {
    name: "Beslutningskurve",
    meaning: "Scoren er værd at bruge, hvor den fuldt optrukne linje er den højeste af de tre.",
  },
  scoreDistribution: {
    name: "Fordeling af scorer",
    meaning:
      "Søjlerne er andele af dem med udfaldet (opad) og uden det (nedad). Jo mindre de overlapper, desto bedre skelner scoren mellem dem.",
  },
};
