import type { Words } from "../../words.ts";

export const reason: Words["reason"] = {
  ONE_CLASS: "alle havde udfaldet, eller ingen havde det",
  ZERO_DENOMINATOR: "ingen at dividere med",
  CONSTANT_SCORE: "alle scorer er ens",
  SEPARATION: "scoren adskiller hændelser fra ikke-hændelser fuldstændigt",
  TOO_FEW_EVENTS: "for få hændelser",
  NON_CONVERGENCE: "modeltilpasningen konvergerede ikke",
  SUPPRESSED: "tilbageholdt for at beskytte patienter",
  MISSING_INPUT: "et input mangler",
  IMPOSSIBLE_PREDICTION: "en risiko på 0 fik udfaldet, eller en risiko på 1 fik det ikke",
  NOT_A_PROBABILITY: "scoren er ikke en sandsynlighed",
  NO_ROWS: "ingen patienter",
  CONSTANT_VALUE: "alle værdier er ens",
  EMPTY_GROUP: "en af grupperne er tom",
  NONE_ABOVE_THRESHOLD: "ingen er over tærskelværdien",
  LABEL_EQUALS_NEED: "udfaldsmålet er selve behovet",
  NON_POSITIVITY: "nogle slags patienter blev alle behandlet, eller ingen af dem blev",
  REFUTED_ASSUMPTION: "data modsiger en af metodens forudsætninger",
  WEIGHTED_ROWS: "metoden er ikke defineret for vægtede rækker",
  IMPUTED_ROWS: "det sammenfattes ikke over imputationer",
  ROWS_NOT_INDEPENDENT: "metoden forudsætter uafhængige rækker, og patienter har flere",
  COMPETING_EVENTS: "andre hændelser udelukker denne, og målet har ikke plads til dem",
  FOLLOW_UP_TOO_SHORT: "ingen blev fulgt ud over tidshorisonten",
};

export const flag: Words["flag"] = {
  FEW_EVENTS: "Få hændelser: Estimatet er ustabilt.",
  FEW_NON_EVENTS: "Få ikke-hændelser: Estimatet er ustabilt.",
  CONSTANT_SCORE: "Alle scorer er ens, så værdien siger intet.",
  FALLBACK_INTERVAL: "Det sædvanlige interval findes ikke her; et bredere er trådt i stedet.",
  CLIPPED_PROBABILITIES: "Risici på præcis 0 eller 1 blev flyttet lidt indad, så deres logit findes.",
  IMPOSSIBLE_PREDICTION:
    "En patient med en risiko på præcis 0 fik udfaldet, eller en med en risiko på præcis 1 fik det ikke.",
  EXTREME_WEIGHTS: "Nogle få rækker bærer meget af vægten.",
  FEW_CLUSTERS: "Få uafhængige grupper af patienter: Intervallet kan være for smalt.",
  REPLICATES_REDRAWN: "Nogle genudtræk kunne ikke beregnes og blev trukket om.",
  INDEPENDENCE_ASSUMED: "Intervallet forudsætter uafhængige rækker, selv om patienter har flere; det er for smalt.",
  LONG_TAIL: "Fejlene har en lang hale: Få patienter bestemmer værdien, og intervallet er for smalt.",
  TRUNCATED_WEIGHTS: "Yderlige vægte blev afskåret ved en angivet grænse.",
};

export const withheld: Words["withheld"] = {
  "rows not independent": "rækkerne er ikke uafhængige",
  "no standard error": "ingen standardfejl uden genudtrækning",
  "too few blocks": "for få patienter med flere rækker",
  "not smooth": "genudtrækning duer ikke til en største værdi, hvor rækker er vægtede, eller patienter går igen",
  "not resampled": "der er ikke foretaget genudtrækning",
  "too few events": "for få hændelser eller ikke-hændelser til et interval, der holder sit niveau",
};

export const verdict: Words["verdict"] = {
  equivalent: {
    name: "Ækvivalent inden for marginen",
    meaning: "Hele intervallet ligger inden for marginen og rummer ingen forskel.",
  },
  equivalent_but_different: {
    name: "Ækvivalent inden for marginen, dog forskellig",
    meaning:
      "Hele intervallet ligger inden for marginen og udelukker, at der ingen forskel er: Der er en forskel, for lille til at have betydning.",
  },
  difference_of_uncertain_relevance: {
    name: "Forskellig, betydning usikker",
    meaning:
      "Intervallet udelukker, at der ingen forskel er, og krydser marginen: Der er en forskel; om den er stor nok til at have betydning, er ikke afgjort.",
  },
  inequity_demonstrated: {
    name: "Forskel påvist",
    meaning: "Hele intervallet ligger uden for marginen: Forskellen er stor nok til at have betydning.",
  },
  inconclusive: {
    name: "Ikke entydig",
    meaning:
      "Intervallet rummer både ingen forskel og en forskel, der ville have betydning. Det er ikke bevis for, at patienter behandles ens.",
  },
  not_estimable: {
    name: "Kan ikke beregnes",
    meaning: "Den ene side kunne ikke beregnes. Det er hverken bestået eller ikke bestået.",
  },
  margin_not_declared: {
    name: "Ingen margin angivet",
    meaning: "Planen siger ikke, hvilken forskel der ville have betydning, så ingen bedømmes.",
  },
};

export const summary: Words["summary"] = {
  "gap-shown": "Forskel påvist",
  equivalent: "Ækvivalent inden for marginen",
  inconclusive: "Ikke entydig",
  "not-judged": "Ikke bedømt",
  "not-estimable": "Kan ikke beregnes",
};

export const intervalMethod: Words["intervalMethod"] = {
  wilson: { name: "Wilson", source: "Wilson 1927, J Am Stat Assoc 22:209" },
  "clopper-pearson": { name: "Clopper–Pearson", source: "Clopper & Pearson 1934, Biometrika 26:404" },
  "exact-poisson": { name: "Eksakt Poisson", source: "Garwood 1936, Biometrika 28:437" },
  "logit-t": {
    name: "DeLong, logit, t",
    source: "DeLong et al. 1988, Biometrics 44:837; Pohar Perme & Manevski 2019, Stat Methods Med Res 28:3696",
  },
  "newcombe-5": { name: "Newcombe, metode 5", source: "Newcombe 2006, Stat Med 25:559" },
  logit: { name: "Logit", source: "Normalinterval på logit-skalaen" },
  log: { name: "Log", source: "Normalinterval på log-skalaen" },
  wald: { name: "Wald", source: "Estimatet og dets standardfejl, normalfraktil" },
  mover: { name: "MOVER", source: "Zou & Donner 2008, Stat Med 27:1693" },
  newcombe: { name: "Newcombe, hybrid score", source: "Newcombe 1998, Stat Med 17:873" },
  "miettinen-nurminen": { name: "Miettinen–Nurminen, score", source: "Miettinen & Nurminen 1985, Stat Med 4:213" },
  koopman: { name: "Koopman, score", source: "Koopman 1984, Biometrics 40:513" },
  tango: { name: "Tangos scoreinterval", source: "Tango 1998, Stat Med 17:891" },
  tang: { name: "Tangs scoreinterval", source: "Tang, Tang & Chan 2003, Stat Med 22:1217" },
  "wilson-scaled": {
    name: "Wilson, skaleret",
    source: "Wilson-grænser for den observerede andel divideret med den gennemsnitlige prædikterede risiko",
  },
  jackknife: {
    name: "Blok-jackknife",
    source: "Én blok af patienter udelades ad gangen; Efron & Stein 1981, Ann Stat 9:586",
  },
  "profile-likelihood": { name: "Profil-likelihood", source: "Venzon & Moolgavkar 1988, Appl Stat 37:87" },
  "bootstrap-percentile": { name: "Bootstrap, percentil", source: "Efron & Tibshirani 1993" },
  "bootstrap-bca": { name: "Bootstrap, BCa", source: "Efron 1987, J Am Stat Assoc 82:171" },
  "bootstrap-basic": { name: "Bootstrap, basal", source: "Davison & Hinkley 1997" },
  "bootstrap-normal": { name: "Bootstrap, normal", source: "Davison & Hinkley 1997" },
  "bootstrap-debiased": {
    name: "Bootstrap, korrigeret: tilfældets tillæg er trukket fra",
    source: "Davison & Hinkley 1997; Andrews 2000",
  },
  "bootstrap-studentised": { name: "Bootstrap, studentiseret", source: "Davison & Hinkley 1997" },
  guarded: {
    name: "Sikret (det bredeste af to)",
    source: "Foreningen af DeLong-logit-t- og Newcombe-intervallet, hvor der er få hændelser",
  },
  delong: {
    name: "DeLong",
    source: "DeLong et al. 1988, Biometrics 44:837; Sun & Xu 2014, IEEE Signal Process Lett 21:1389",
  },
  "effective-n-wilson": {
    name: "Wilson, effektive rækker",
    source: "Wilson-grænser med rækker divideret med designeffekten; Korn & Graubard 1998, Surv Methodol 24:193",
  },
  rubin: { name: "Rubins regler", source: "Rubin 1987; Barnard & Rubin 1999, Biometrika 86:948" },
  morris: { name: "Morris", source: "Morris 1983, J Am Stat Assoc 78:47" },
  "empirical-bayes-plug-in": {
    name: "Empirisk Bayes, indsat",
    source: "Trukket mod gennemsnittet; usikkerheden er undervurderet",
  },
  tukey: { name: "Tukey, simultan", source: "Studentiseret variationsbredde; Hsu 1996" },
  "log-log": {
    name: "Log–log",
    source: "Normalinterval på log(−log)-skalaen; Kalbfleisch & Prentice 2002",
  },
  t: { name: "t", source: "Estimatet og dets standardfejl, t-fraktil" },
  published: {
    name: "Som offentliggjort",
    source: "Grænser, der blev offentliggjort eller er beregnet ud fra de offentliggjorte tal",
  },
};

export const summaryShort: Words["summaryShort"] = {
  "gap-shown": "Forskel påvist",
  equivalent: "Ækvivalent",
  inconclusive: "Ikke entydig",
  "not-judged": "Ikke bedømt",
  "not-estimable": "Ej beregnelig",
};
