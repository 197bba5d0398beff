import type { Words } from "../../words.ts";

export const metric: Words["metric"] = {
  timeDependentAuc: {
    name: "AUROC ved horisonten",
    meaning:
      "Sandsynligheden for, at en patient, der får hændelsen inden horisonten, har en højere score end en, der ikke har fået den inden da; 0,5 er plat eller krone, 1 er perfekt. Den siger intet om, hvorvidt risiciene er rigtige.",
  },
  unoC: {
    name: "Unos C",
    meaning:
      "Af par af patienter den andel, hvor den, der fik hændelsen først, havde den højeste score, uanset hvordan opfølgningen tilfældigvis var. 0,5 er plat eller krone.",
  },
  harrellC: {
    name: "Harrells C",
    meaning:
      "Af par, hvor det vides, hvem der fik hændelsen først, den andel, hvor den patient havde den højeste score. Den afhænger af, hvor længe patienterne blev fulgt.",
  },
  observedRisk: {
    name: "Observeret risiko inden horisonten",
    meaning: "Andelen af patienter, der får hændelsen inden horisonten, hvis ingen havde forladt opfølgningen før tid.",
  },
  observedExpectedRisk: {
    name: "O:E-forhold ved horisonten",
    meaning:
      "Observeret risiko inden horisonten over den gennemsnitlige forudsagte risiko. Over 1 er risiciene for lave, under 1 for høje.",
  },
  survivalCalibrationSlope: {
    name: "Kalibreringshældning ved horisonten",
    meaning: "Under 1 er risiciene for ekstreme (høje for høje, lave for lave); over 1 ikke ekstreme nok.",
  },
  horizonBrier: {
    name: "Brier-score ved horisonten",
    meaning:
      "Den gennemsnitlige kvadrerede afstand mellem risikoen og det, der var sket inden horisonten; lavere er bedre. Den afhænger af, hvor hyppig hændelsen er.",
  },
  indexOfPredictionAccuracy: {
    name: "IPA",
    meaning:
      "Hvor meget af usikkerheden ved kun at kende den observerede risiko modellen tager væk; 1 er al, 0 ingen, under 0 lægger den noget til.",
  },
  meanError: {
    name: "Gennemsnitsfejl",
    meaning: "Forudsigelse minus udfald i gennemsnit. Over 0 forudsiger modellen for meget, under 0 for lidt.",
  },
  meanAbsoluteError: {
    name: "Gennemsnitlig absolut fejl",
    meaning: "Hvor langt forudsigelser ligger fra udfald i gennemsnit, uanset retning.",
  },
  rootMeanSquaredError: {
    name: "Kvadratroden af den gennemsnitlige kvadrerede fejl",
    meaning: "Som den gennemsnitlige absolutte fejl, men få store fejl vejer mere.",
  },
  rSquared: {
    name: "R²",
    meaning:
      "Hvor meget af udfaldenes spredning forudsigelserne gør rede for; 1 er al, 0 ingen, under 0 ville gennemsnittet klare sig bedre. Den afhænger af, hvor forskellige patienterne er.",
  },
  concordanceCorrelation: {
    name: "Konkordanskorrelation",
    meaning: "Hvor nær forudsigelse og udfald ligger ved at være ens; 1 er altid ens, 0 er uden sammenhæng.",
  },
  observedExpectedMean: {
    name: "O:E-forhold mellem gennemsnit",
    meaning:
      "Gennemsnitligt udfald over gennemsnitlig forudsigelse. Over 1 er forudsigelserne for lave, under 1 for høje.",
  },
  continuousCalibrationIntercept: {
    name: "Kalibreringsskæring",
    meaning:
      "Hvor linjen for udfald mod forudsigelser begynder; 0 for en kalibreret model. Læs den sammen med hældningen.",
  },
  continuousCalibrationSlope: {
    name: "Kalibreringshældning",
    meaning:
      "Hvordan udfald stiger med forudsigelser. Under 1 er forudsigelserne for ekstreme, over 1 ikke ekstreme nok.",
  },
  agreementLow: {
    name: "Nedre overensstemmelsesgrænse",
    meaning:
      "Sammen med den øvre grænse, mellem hvilke fejl 95 af 100 forudsigelser ligger, hvis fejlene er normalfordelte.",
  },
  agreementHigh: {
    name: "Øvre overensstemmelsesgrænse",
    meaning:
      "Sammen med den nedre grænse, mellem hvilke fejl 95 af 100 forudsigelser ligger, hvis fejlene er normalfordelte.",
  },
  handTillM: {
    name: "Hand–Tills M",
    meaning:
      "Sandsynligheden, over alle par af klasser, for at en patient fra den ene klasse skelnes fra en patient fra den anden; 0,5 er plat eller krone. Den kan skjule én klasse, der aldrig skelnes.",
  },
  ordinalC: {
    name: "Ordinal C",
    meaning:
      "Sandsynligheden, over par af klasser, for at en patient i den højere klasse forventes højere end en i den lavere; 0,5 er plat eller krone. For klasser i rækkefølge.",
  },
  polytomousDiscrimination: {
    name: "Polytomt diskriminationsindeks",
    meaning:
      "Af sæt med én patient fra hver klasse, hvor ofte den rette patient har den højeste sandsynlighed for en klasse. Med K klasser giver tilfældet 1/K.",
  },
  multiClassLogLoss: {
    name: "Log-tab over klasser",
    meaning: "Den gennemsnitlige overraskelse over den klasse, en patient viste sig at høre til; lavere er bedre.",
  },
  multiClassBrier: {
    name: "Brier-score over klasser",
    meaning:
      "Den gennemsnitlige kvadrerede afstand mellem sandsynligheder og det, der skete, summeret over klasser: 0 til 2.",
  },
};

export const curve: Words["curve"] = {
  cumulativeIncidence: {
    name: "Kumuleret incidens",
    meaning:
      "Den observerede risiko for hændelsen inden hvert tidspunkt; en konkurrerende hændelse tager patienter ud af den for altid.",
  },
  horizonCalibration: {
    name: "Kalibreringskurve ved horisonten",
    meaning: "Over den prikkede linje er risiciene for lave, under den for høje.",
  },
  horizonDecision: {
    name: "Beslutningskurve ved horisonten",
    meaning: "Værd at bruge, hvor den fuldt optrukne linje er den højeste af de tre.",
  },
  horizonCalibrationGroups: {
    name: "Observeret risiko ved horisonten efter tiendedel af forudsagt risiko",
    meaning: "En grov kontrol ved siden af kurven.",
  },
  continuousCalibration: {
    name: "Kalibreringskurve for mængder",
    meaning: "Over den prikkede linje er forudsigelserne for lave, under den for høje.",
  },
  continuousCalibrationGroups: {
    name: "Gennemsnitligt udfald efter tiendedel af forudsigelse",
    meaning: "En grov kontrol ved siden af kurven.",
  },
};
