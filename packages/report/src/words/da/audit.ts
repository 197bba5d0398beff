import type { Words } from "../../words.ts";

export const section: Words["section"] = {
  summary: "Sammenfatning",
  identification: "Hvad der blev auditeret",
  asked: "Hvad der blev spurgt om: planen",
  cohort: "Patienter",
  overall: "Samlet ydeevne",
  subgroups: "Ydeevne efter undergruppe",
  pitfalls: "Forudsiger modellen det rigtige?",
  "local-validation": "Gælder det her, og har det holdt siden?",
  calibration: "Kalibrering",
  utility: "Klinisk nytte",
  distribution: "Fordeling af scorer",
  discrimination: "ROC og præcision–sensitivitet",
  thresholds: "Tærskelværdier",
  "data-quality": "Manglende data",
  "not-assessed": "Hvad der ikke er vurderet",
  evidence: "Evidensmatrix",
  gmlp: "God praksis for maskinlæring: arbejdsark",
  deployer: "Idriftsætterens optegnelse",
  "sign-off": "Bekræftelser og underskrifter",
  "full-results": "Alle mål i alle undergrupper",
  methods: "Metoder og begrænsninger",
  provenance: "Dataoprindelse, og hvordan rapporten genskabes",
  glossary: "Ordliste",
};

export const notAssessed: Words["notAssessed"] = {
  NO_SUBGROUPS: {
    name: "Undergrupper",
    meaning: "Planen nævner ingen, så det vides ikke, hvem modellen virker for.",
  },
  NO_INTERSECTIONS: {
    name: "Krydsende undergrupper",
    meaning: "Planen nævner ingen; en forskel hos f.eks. ældre kvinder ville ikke blive set.",
  },
  NO_MARGIN: {
    name: "Bedømmelse af forskelle",
    meaning: "Planen angiver ingen margin for det primære mål, så ingen forskel bedømmes.",
  },
  NO_THRESHOLDS: {
    name: "Ydeevne ved en tærskelværdi",
    meaning: "Planen angiver ingen tærskelværdi, så det vides ikke, hvem der ville blive markeret og overset.",
  },
  THRESHOLDS_NOT_FOR_KIND: {
    name: "Ydeevne ved en tærskelværdi",
    meaning:
      "Hvem der ville blive markeret og overset ved en tærskelværdi, beregnes kun for udfald, der sker eller ikke sker; ikke for et udfald af denne art.",
  },
  IMPUTATIONS: {
    name: "Kurver og øvrige analyser",
    meaning:
      "Estimater og forskelle er sammenfattet over imputationerne med Rubins regler. Kurver og analyserne ved siden af målene er ikke.",
  },
  ANALYSES_NOT_FOR_KIND: {
    name: "Valg af udfaldsmål, maskering ved behandling og fabrikantens påstand",
    meaning:
      "Disse analyser er lavet for udfald, der sker eller ikke sker. Det er ikke undersøgt, om udfaldet her træder i stedet for et andet behov eller skjules af behandling.",
  },
  COMPETING_EVENTS: {
    name: "Mål uden plads til konkurrerende hændelser",
    meaning:
      "Harrells C, Unos C og Cox-kalibreringshældningen ville tælle en konkurrerende hændelse som censurering, som om hændelsen stadig kunne ske; de beregnes ikke.",
  },
  NO_UTILITY_RANGE: {
    name: "Beslutningskurve",
    meaning: "Planen siger ikke, ved hvilke risici klinikere ville handle.",
  },
  ORDINAL_SCORE: {
    name: "Kalibrering og nettonytte",
    meaning: "Scoren er ordinal: Den rangordner patienter og giver ingen sandsynlighed at kontrollere.",
  },
  NO_CURVE: { name: "Kurver", meaning: "Ikke tegnet, hvor de ikke kan beregnes:" },
  SUBGROUP_NOT_ESTIMABLE: {
    name: "For små undergrupper",
    meaning: "Det primære mål kunne ikke beregnes, hvilket hverken er bestået eller ikke bestået, for:",
  },
  NO_PATIENT_IDENTIFIER: {
    name: "Patienter, der går igen",
    meaning: "Planen nævner ingen patientidentifikation; hvis patienter går igen, er intervallerne for smalle.",
  },
  NO_SITE: { name: "Forskelle mellem afdelinger", meaning: "Planen nævner ingen afdeling eller andet sted." },
  NO_PERIOD: { name: "Ændring over tid", meaning: "Planen nævner ingen periode." },
  NO_MONITORING: { name: "Ændring over tid", meaning: "Planen nævner en periode, men beder ikke om overvågning." },
  NO_LABEL_CHOICE: {
    name: "Valg af udfaldsmål",
    meaning:
      "Om udfaldet står i stedet for det behov, der menes (som udgifter har stået i stedet for sygdom), er ikke undersøgt.",
  },
  NO_TREATMENT_MASKING: {
    name: "Behandlingsmaskering",
    meaning: "Om behandling, der gives på grund af risikoen, skjuler den risiko, er ikke undersøgt.",
  },
  NO_CLAIM: {
    name: "Fabrikantens angivelser",
    meaning: "Ingen offentliggjort ydeevne er angivet til sammenligning.",
  },
  NO_ROUTE: {
    name: "Retlige krav",
    meaning: "Ingen har angivet den regulatoriske vej, så evidensmatrixen nævner ingen lov.",
  },
  OUTCOME_VALIDITY: {
    name: "Udfaldets validitet",
    meaning:
      "Auditten tager det registrerede udfald for sandheden. Om det registreres ens for alle patienter, må de vurdere, der kender journalen.",
  },
  DEVELOPMENT_DATA: {
    name: "Uafhængighed af udviklingsdata",
    meaning: "Om disse patienter blev brugt til at udvikle modellen, kan ikke ses af dens prædiktioner.",
  },
  HUMAN_OVERSIGHT: {
    name: "Klinikeres brug",
    meaning: "Hvordan klinikere læser, følger eller tilsidesætter scoren, fremgår ikke af data.",
  },
  CLINICAL_EFFECT: {
    name: "Virkning for patienter",
    meaning: "Om brug af modellen forbedrer nogens forløb, kræver et forsøg eller en sammenligning over tid.",
  },
  CYBERSECURITY: {
    name: "Sikkerhed, logning og robusthed",
    meaning: "Ligger uden for en audit af prædiktioner og udfald.",
  },
};

export const exploratory: Words["exploratory"] = {
  CONTRASTS_OUTSIDE_FAMILY: (count) =>
    `${count} sammenligninger ligger uden for den angivne familie. De vises ujusteret, som spørgsmål, der bør stilles.`,
  MULTIPLICITY_NOT_ADJUSTED: (count) =>
    `Planen beder ikke om justering over familiens ${count} sammenligninger: Nogle forskelle vil blive vist ved et tilfælde.`,
  METRICS_WITHOUT_MARGIN: (count) =>
    `${count} mål sammenlignes mellem undergrupper uden en angivet margin. Forskelle i dem bedømmes ikke.`,
  FINDINGS: (count) => `${count} af de øvrige analyser var ikke fastlagt i planen.`,
};

export const problem: Words["problem"] = {
  PLAN_UNREADABLE: "Planen kan ikke læses",
  PLAN_UNKNOWN_KEY: "Planen har en ukendt nøgle",
  PLAN_INVALID: "Planen har en ugyldig værdi",
  FILE_MISSING: "En fil mangler",
  FILE_EMPTY: "En fil er tom",
  FILE_UNREADABLE: "En fil kan ikke læses",
  FILE_CHANGED: "En fil blev ændret, mens den blev læst",
  FILE_REPEATED: "En fil er nævnt to gange",
  FORMAT_UNKNOWN: "En fils format er ukendt",
  CSV_MALFORMED: "En CSV-fil er misdannet",
  ENCODING_INVALID: "En fils tekst er ikke i dens tegnkodning",
  COLUMN_MISSING: "En kolonne mangler",
  COLUMN_DUPLICATE: "En kolonne forekommer to gange",
  VALUE_INVALID: "En værdi er ugyldig",
  SCORE_OUT_OF_RANGE: "En score er uden for sit område",
  OUTCOME_LEVEL_UNKNOWN: "Et udfald har et niveau, der ikke er angivet",
  LEVEL_UNKNOWN: "En egenskab har et niveau, der ikke er angivet",
  IDENTIFIER_MISSING: "En identifikation mangler",
  NO_ROWS: "Der er ingen rækker",
  ENGINE_MISSING: "Et regneværk er ikke installeret",
  OUTPUT_UNWRITABLE: "Resultatet kan ikke skrives",
  MODEL_UNREADABLE: "Modellens fil kan ikke bruges",
  MODEL_INPUT: "Data passer ikke til modellens input",
  MODEL_OUTPUT: "Modellens resultat kan ikke bruges",
  MODEL_SLOW: "Modellen tog for lang tid",
  MODEL_FAILED: "Modellen fejlede",
  MODEL_RUNTIME_MISSING: "En pakke, der kører modellen, er ikke installeret",
  REPORT_UNREADABLE: "Rapporten kan ikke læses",
};
