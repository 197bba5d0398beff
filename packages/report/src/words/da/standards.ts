import type { StandardWords } from "../standards.ts";

export const evidence: StandardWords["evidence"] = {
  "device.identification": "identifikation af udstyret",
  "intended-purpose": "erklæret formål",
  "target-population": "målpopulation",
  "users-and-workflow": "brugere og arbejdsgang",
  "plan.prespecified": "plan fastlagt, før udfald blev læst",
  "acceptance-criteria": "acceptkriterier med en ansvarlig",
  "metric.rationale": "hvorfor disse mål",
  "fairness.rationale": "hvorfor disse grupper, og hvad man ved om ulighed",
  "reference-standard": "udfaldets definition",
  provenance: "dataoprindelse",
  "data.preparation": "forberedelse af data",
  "data.lawful-basis": "retsgrundlag, optegnelse efter art. 4a",
  "cohort.flow": "rækkernes vej til analysen",
  "cohort.description": "beskrivelse af kohorten",
  "cohort.representativeness": "repræsentativitet",
  "cohort.development-comparison": "sammenligning med udviklingsdata",
  missingness: "manglende data",
  inputquality: "inputkvalitet",
  samplesize: "hvor stor en forskel data kunne vise",
  "leakage.independence": "uafhængighed af træningsdata",
  "overall.discrimination": "evne til at skelne, samlet",
  "overall.calibration": "kalibrering, samlet",
  "overall.classification": "ydeevne ved tærskelværdier, samlet",
  "subgroup.discrimination": "evne til at skelne efter undergruppe",
  "subgroup.calibration": "kalibrering efter undergruppe",
  "subgroup.classification": "ydeevne ved tærskelværdier efter undergruppe",
  "subgroup.intersectional": "krydsende undergrupper",
  "subgroup.multiplicity": "forud fastlagte og eksplorative sammenligninger holdt adskilt",
  "uncertainty.intervals": "intervaller",
  "cluster.heterogeneity": "forskelle mellem afdelinger",
  "proxy.label-choice": "valg af udfaldsmål",
  "proxy.treatment-masking": "behandlingsmaskering",
  "proxy.label-measurement": "måling af udfaldet i hver gruppe",
  "proxy.feature-association": "variable, der står i stedet for en gruppe",
  "threshold.utility": "klinisk nytte",
  "threshold.rationale": "hvorfor disse tærskelværdier",
  "threshold.workload": "arbejdsbyrde",
  "local.validation": "lokal validering mod angivet ydeevne",
  "drift.covariate": "ændring i scorer og input over tid",
  "drift.performance": "ydeevne over tid",
  "drift.calibration": "kalibrering over tid",
  "drift.subgroup": "ændring over tid efter undergruppe",
  "robustness.sensitivity": "følsomhedsanalyser",
  "disclosure.control": "diskretionering",
  reproducibility: "hvordan rapporten genskabes",
  limitations: "begrænsninger, og hvad der ikke er vurderet",
  "mitigation.log": "fund, handlinger og deres virkning",
  "risk.linkage": "henvisning til risikofilen",
  "human-oversight-statement": "menneskeligt tilsyn",
  "ifu.performance-statement": "ydeevnetabel til brugsanvisningen",
  "monitoring.plan": "plan for overvågning",
  "pccp.reference": "forud fastlagte ændringer",
  "change-history": "ændringshistorik",
  "incident.escalation": "vej for hændelser",
  "persons-and-signatures": "personer og underskrifter",
  "standards-list": "liste over standarder",
  "governance.involvement": "inddragelse, finansiering og interesser",
  "evidence.index": "fortegnelse over evidens",
};

export const status: StandardWords["status"] = {
  "criterion-met": {
    name: "Kriterium opfyldt",
    meaning:
      "Der er et kriterium, som en navngiven person har fastlagt forud; intervallet opfylder det, og intet, som kravet beder om, mangler.",
  },
  "criterion-not-met": {
    name: "Kriterium ikke opfyldt",
    meaning: "Intervallet viser, at et angivet kriterium ikke er opfyldt.",
  },
  inconclusive: {
    name: "Ikke entydig",
    meaning: "Intervallet er foreneligt med begge dele, eller en gruppe er for lille. Det er ikke bestået.",
  },
  "evidence-present": {
    name: "Evidens foreligger",
    meaning:
      "Der er resultater eller udsagn; der er ikke sat noget kriterium for dem, eller en del af det, der bedes om, mangler.",
  },
  gap: { name: "Mangel", meaning: "Auditten kunne have givet evidensen, og planen bad ikke om den." },
  "not-assessed": {
    name: "Ikke vurderet",
    meaning: "Ud over, hvad prædiktioner og udfald kan vise, og ingen bekræfter det.",
  },
};

export const missing: StandardWords["missing"] = {
  "not-asked": "planen bad ikke om det",
  "not-estimable": "det kunne ikke beregnes",
  "needs-attestation": "en person skal bekræfte det",
  "beyond-audit": "prædiktioner og udfald kan ikke vise det, og ingen bekræfter det",
};

export const verification: StandardWords["verification"] = {
  P: { name: "P", meaning: "bestemmelsen er læst i en primær kilde" },
  S: {
    name: "S",
    meaning: "bestemmelsen er kun læst i en sekundær kilde: se originalen efter, før der bygges på den",
  },
};

export const force: StandardWords["force"] = {
  law: "lov",
  guidance: "vejledning",
  principles: "principper",
  standard: "standard",
  "reporting-guideline": "rapporteringsvejledning",
  "appraisal-tool": "bedømmelsesværktøj",
  consensus: "konsensus",
  "data-holder-rule": "dataejers regel",
  voluntary: "frivillig",
};

export const route: StandardWords["route"] = {
  "art6-1": "medicinsk udstyr, som et bemyndiget organ vurderer (AI-forordningens art. 6, stk. 1)",
  "art6-2": "anvendelse nævnt i bilag III, ikke udstyr (AI-forordningens art. 6, stk. 2)",
  both: "udstyr og anvendelse nævnt i bilag III (AI-forordningens art. 6, stk. 1 og 2)",
  "class-i": "medicinsk udstyr uden bemyndiget organ",
  "mdr-5-5": "fremstillet og brugt på hospitalet (MDR art. 5, stk. 5)",
  research: "forskning; ikke taget i brug",
};

export const dutyRole: StandardWords["dutyRole"] = { provider: "udbyder", deployer: "idriftsætter", both: "begge" };

export const market: StandardWords["market"] = {
  EU: "Den Europæiske Union",
  DK: "Danmark",
  UK: "Storbritannien",
  US: "USA",
};

export const part: StandardWords["part"] = { author: "Forfatter", reviewer: "Gennemgået af", approver: "Godkendt af" };

export const decisionRole: StandardWords["decisionRole"] = {
  informs: "oplyser en beslutning, som en person træffer",
  drives: "styrer en beslutning",
  replaces: "erstatter en persons beslutning",
};

export const beforeUse: StandardWords["beforeUse"] = {
  gap: "Tag de påviste forskelle op med fabrikanten, og beslut, om og hvordan scoren imens må bruges for disse patienter:",
  open: "Læs ikke de åbne sammenligninger som enighed. Indsaml flere patienter, eller angiv risikoen, og hvem der accepterer den.",
  "not-judged":
    "Fastlæg sammen med klinikere, hvilken forskel der ville have betydning, og auditér igen: Forskelle blev set og ikke bedømt.",
  "not-estimable": "Beslut, om scoren må bruges for grupper, der er for små til at blive auditeret:",
  finding: "Lad klinikere og fabrikanten svare på disse fund, før scoren styrer behandlingen:",
  calibration:
    "Undersøg, om risici, der er for høje eller for lave, ændrer, hvad klinikere gør. En rekalibrering eller en anden tærskelværdi kan være en ændring af udstyret: Tag det op med fabrikanten.",
  "missing-outcome": "Find ud af, hvorfor udfald mangler, og hos hvem:",
  "no-subgroups":
    "Nævn de undergrupper, der betyder noget, og auditér igen: Man ved intet om, hvem modellen tjener dårligere.",
  "no-claim":
    "Bed fabrikanten om den angivne ydeevne, og sammenlign den med denne rapport: Der er ikke givet nogen angivelse.",
  "no-label-choice":
    "Lad dem, der kender journalen, bedømme, om udfaldet er det behov, der menes: Det er ikke undersøgt.",
  sign: "Lad navngivne personer gennemgå og godkende rapporten: Ingen er angivet.",
};
