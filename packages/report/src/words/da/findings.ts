import type { Words } from "../../words.ts";

export const findingKind: Words["findingKind"] = {
  verification: {
    name: "Verifikationsbias",
    meaning: "Hvor udfaldet oftere undersøges hos dem, der markeres, vildleder de verificerede alene.",
  },
  "greatest-gap": {
    name: "Største forskel",
    meaning:
      "Hvor langt en egenskabs undergrupper højst ligger fra hinanden, ved siden af hvad tilfældet alene ville vise.",
  },
  shrinkage: {
    name: "Små krydsede undergrupper",
    meaning: "Det observerede og det samme trukket mod gennemsnittet af alle: hvor man først bør se efter.",
  },
  "criteria-conflict": {
    name: "Kriterier i modstrid",
    meaning: "Hvor hændelsesrater er forskellige, kan fejlrater og prædiktive værdier ikke alle være ens.",
  },
  "calibration-within-groups": {
    name: "Kalibrering i undergrupper",
    meaning: "Om fejlkalibrering er fælles for alle, hvad rekalibrering retter, eller forskellig mellem undergrupper.",
  },
  "net-benefit-between-groups": {
    name: "Nettogevinst mellem undergrupper",
    meaning: "Om det gør lige så meget gavn i hver undergruppe at handle efter scoren.",
  },
  missingness: {
    name: "Manglende data efter undergruppe",
    meaning: "Patienter, hvis udfald eller score ikke er registreret, ligner sjældent de andre.",
  },
  "label-choice": {
    name: "Valg af udfaldsmål",
    meaning:
      "En model, der forudsiger et stedfortrædende mål, f.eks. udgifter, fører alt det videre, der gør målet forskelligt fra behovet: Patienter, der får mindre behandling, koster mindre og ser raskere ud.",
  },
  "treatment-masking": {
    name: "Behandlingsmaskering",
    meaning:
      "En faktor, der får klinikere til straks at behandle, kan se beskyttende ud, fordi behandlingen virker. En model, der lærer det, ville sende sådanne patienter hjem.",
  },
  claim: { name: "Angivet ydeevne", meaning: "Ydeevnen hos disse patienter ved siden af den ydeevne, der er angivet." },
  "cohort-comparison": {
    name: "Sammenligning af kohorter",
    meaning: "Hvor langt disse patienter er fra referencens: hvem de er, hvad der registreres, og i hvilke enheder.",
  },
  drift: {
    name: "Modeldrift",
    meaning: "Om patienter, udfald eller betydningen af en score har ændret sig over tid.",
  },
  monitoring: {
    name: "Overvågning",
    meaning: "Om ydeevnen i hver periode holder sig inden for det, tilfældet alene ville give.",
  },
  updating: {
    name: "Opdatering",
    meaning: "Hvad en rekalibrering eller en anden tærskelværdi ville gøre her. Det kan være en ændring af udstyret.",
  },
  "model-change": {
    name: "Skift af model",
    meaning: "To versioner af modellen på de samme patienter, efter den samme låste plan.",
  },
  readers: { name: "Bedømmere og model", meaning: "Bedømmere med og uden modellen på de samme undersøgelser." },
  sites: {
    name: "Afdelinger",
    meaning: "Ydeevnen hvert sted, og hvor meget stederne er forskellige ud over tilfældet.",
  },
  "model-probe": {
    name: "Hvad modellen gør med en variabel",
    meaning:
      "Modellen får de samme patienter med én variabel ændret. Om det, den svarer, giver klinisk mening, må en kliniker afgøre.",
  },
  "model-run": {
    name: "Kørsel af modellen",
    meaning: "Scorerne er lavet her ud fra modellens fil og de input, planen angiver.",
  },
  "proxy-association": {
    name: "Stedfortrædende sammenhæng",
    meaning: "Hvor godt en variabel røber, hvilken undergruppe en patient hører til.",
  },
};

export const findingVerdict: Words["findingVerdict"] = {
  no_material_need_gap: {
    name: "Ingen forskel i behov af betydning",
    meaning: "Ved samme score har undergrupperne samme behov inden for den angivne margin.",
  },
  inconclusive_need_gap: {
    name: "Forskel i behov ikke entydig",
    meaning: "Data kan ikke afgøre, om behovet er forskelligt mellem undergrupper ved samme score.",
  },
  label_choice_bias_supported: {
    name: "Skævhed fra valg af udfaldsmål understøttet",
    meaning:
      "Ved samme score er det stedfortrædende mål ens, og behovet er det ikke: Det udfald, modellen forudsiger, skjuler behov i én undergruppe.",
  },
  label_choice_bias_supported_proxy_overpredicted: {
    name: "Skævhed fra valg af udfaldsmål understøttet, stedfortræderen overvurderet",
    meaning:
      "Ved samme score har én undergruppe større behov og mindre af det stedfortrædende mål: Det udfald, modellen forudsiger, peger den forkerte vej.",
  },
  general_underprediction: {
    name: "Generel undervurdering",
    meaning: "Ved samme score er både det stedfortrædende mål og behovet forskellige, i samme retning.",
  },
  need_gap_proxy_inconclusive: {
    name: "Forskel i behov, årsag ikke entydig",
    meaning: "Behovet er forskelligt ved samme score; om det stedfortrædende mål er ens, er ikke afgjort.",
  },
  no_conflict: {
    name: "Ingen konflikt med klinisk viden",
    meaning: "Modellen behandler faktoren i den retning, klinikerne har angivet.",
  },
  direction_not_established: {
    name: "Retning ikke fastslået",
    meaning: "Data kan ikke afgøre, i hvilken retning modellen behandler faktoren.",
  },
  conflict_not_assessable: {
    name: "Konflikt, årsag kan ikke vurderes",
    meaning: "Modellen modsiger angivet klinisk viden, og data rummer ikke det, der skal til for at sige hvorfor.",
  },
  conflict_persists_after_adjustment: {
    name: "Konflikt består efter justering",
    meaning: "Modsigelsen består blandt ubehandlede patienter, så behandling forklarer den ikke.",
  },
  conflict_unexplained: {
    name: "Konflikt uforklaret",
    meaning: "Modellen modsiger angivet klinisk viden, og patienter med faktoren behandles ikke mere.",
  },
  treatment_masking_supported: {
    name: "Behandlingsmaskering understøttet",
    meaning:
      "Ubehandlede patienter med faktoren klarer sig dårligere, som klinikerne siger; modellen har lært virkningen af at behandle dem.",
  },
  treatment_masking_suspected: {
    name: "Mistanke om behandlingsmaskering",
    meaning: "Modsigelsen er forenelig med, at behandling skjuler risikoen; data afgør det ikke.",
  },
  order_kept: {
    name: "Angivet rækkefølge holdt",
    meaning: "Modellens led for faktoren går den vej, klinikerne har angivet, på hvert trin, der kan bedømmes.",
  },
  order_violated: {
    name: "Angivet rækkefølge brudt",
    meaning:
      "Et sted giver modellen mere af faktoren mindre risiko end mindre af den, imod det, klinikerne har angivet.",
  },
  negative_control_holds: {
    name: "Negativ kontrol holder",
    meaning: "Hvor intet af den art burde vise sig, gør intet det.",
  },
  negative_control_fails: {
    name: "Negativ kontrol holder ikke",
    meaning: "En forskel viser sig, hvor ingen burde: andet end behandling skiller disse patienter.",
  },
  negative_control_inconclusive: {
    name: "Negativ kontrol ikke afgjort",
    meaning: "Data kan ikke afgøre, om en forskel viser sig, hvor ingen burde.",
  },
  reference_reproduced: {
    name: "Referenceprædiktioner genskabt",
    meaning:
      "Modellen, som den er kørt her, giver det, leverandøren siger, den giver, inden for den angivne tolerance.",
  },
  reference_not_reproduced: {
    name: "Referenceprædiktioner ikke genskabt",
    meaning:
      "Modellen, som den er kørt her, afviger fra leverandørens egne prædiktioner med mere end den angivne tolerance: Et input, en enhed eller en version er ikke leverandørens. Det følgende handler om modellen, som den er kørt her.",
  },
  claim_met: {
    name: "Det angivne holder",
    meaning: "Hele intervallet ligger inden for det, den angivne værdi med sin margin tillader.",
  },
  claim_not_shown: {
    name: "Det angivne er ikke vist",
    meaning:
      "Intervallet rummer både værdier, der svarer til det angivne, og værdier, der ikke gør: Data viser hverken, at det holder, eller at det ikke gør.",
  },
  claim_not_met: {
    name: "Det angivne holder ikke",
    meaning: "Hele intervallet ligger uden for marginen: Det angivne holder ikke for disse patienter.",
  },
  no_material_shift: {
    name: "Ingen forskydning af betydning",
    meaning: "Hver variabels forskydning ligger under den angivne margin, med hele sit interval.",
  },
  shift_shown: {
    name: "Forskydning vist",
    meaning: "Mindst én variabels forskydning ligger over den angivne margin, med hele sit interval.",
  },
  shift_not_settled: {
    name: "Forskydning ikke afgjort",
    meaning: "Ingen variabels forskydning er vist at ligge over marginen, og ikke alle er vist at ligge under den.",
  },
  representative: {
    name: "Som målpopulationen",
    meaning: "Andelen på hvert niveau ligger inden for marginen af populationens, med hele sit interval.",
  },
  not_representative: {
    name: "Ikke som målpopulationen",
    meaning: "Andelen på mindst ét niveau ligger uden for marginen af populationens.",
  },
  representativeness_not_settled: {
    name: "Lighed med målpopulationen ikke afgjort",
    meaning: "Ingen andel er vist at ligge uden for marginen, og ikke alle er vist at ligge inden for den.",
  },
  update_none: {
    name: "Ingen opdatering valgt",
    meaning: "Lukket testning vælger ingen opdatering: Ingen større passer signifikant bedre.",
  },
  update_intercept: {
    name: "Opdatering af skæringen valgt",
    meaning:
      "Risiciene er samlet set for høje eller for lave; at forskyde dem er den mindste opdatering, der passer lige så godt som større.",
  },
  update_recalibration: {
    name: "Rekalibrering valgt",
    meaning:
      "Risiciene er for høje eller for lave og for yderlige eller for forsigtige; skæring og hældning er den mindste opdatering, der passer lige så godt som større.",
  },
  update_revision: {
    name: "Ny tilpasning valgt",
    meaning:
      "Variablenes virkning er en anden her: En model, der tilpasses på ny, passer signifikant bedre end enhver rekalibrering.",
  },
  claim_not_met_for_some: {
    name: "Det angivne holder ikke for nogle patienter",
    meaning:
      "For alle patienter under ét er det ikke vist, at det angivne ikke holder, men det holder ikke i mindst én undergruppe, efter justering over undergrupperne.",
  },
  margin_not_declared: {
    name: "Ingen margin angivet",
    meaning: "Planen siger ikke, hvilken forskel der ville have betydning, så ingen bedømmes.",
  },
  signal_shown: {
    name: "Signal påvist",
    meaning: "Noget har ændret sig, som tilfældet alene næppe ville give, over alt det, der er testet.",
  },
  within_limits: {
    name: "Inden for grænserne",
    meaning: "Ingen grænse er passeret, og en ændring så stor som den angivne ville næppe være forblevet skjult.",
  },
  no_signal_inconclusive: {
    name: "Intet signal, ikke entydigt",
    meaning:
      "Ingen ændring er påvist, og disse data kunne godt have overset en. Det er ikke evidens for, at intet har ændret sig.",
  },
  not_assessable: {
    name: "Kan ikke vurderes",
    meaning: "Data rummer ikke det, der skal til for at afgøre det. Det er hverken bestået eller dumpet.",
  },
  non_inferior: {
    name: "Ikke ringere",
    meaning: "Af den sygdom, den anden granskningsmåde finder, finder denne mindst den angivne andel.",
  },
  non_inferiority_not_shown: {
    name: "Ikke vist at være ikke ringere",
    meaning: "Data kan ikke afgøre, om den angivne andel af sygdommen findes. Det er hverken evidens for eller imod.",
  },
  inferior: {
    name: "Ringere",
    meaning: "Mindre end den angivne andel af sygdommen findes.",
  },
  criteria_met: {
    name: "Acceptkriterier opfyldt",
    meaning: "Den nye version er vist ikke at være ringere end angivet, efter hvert kriterium.",
  },
  criteria_not_shown: {
    name: "Acceptkriterier ikke vist",
    meaning:
      "Mindst ét kriterium er ikke afgjort af disse data. Det er ikke det samme som ringere, og det er ikke opfyldt.",
  },
  criteria_not_met: {
    name: "Acceptkriterier ikke opfyldt",
    meaning: "Efter mindst ét kriterium er den nye version ringere, end det var accepteret.",
  },
  described: { name: "Beskrevet", meaning: "Tal er givet; ingen bedømmelse blev ønsket." },
  not_estimable: {
    name: "Kan ikke beregnes",
    meaning: "Analysen kunne ikke udføres. Det er hverken bestået eller ikke bestået.",
  },
};

export const findingHead: Words["findingHead"] = {
  what: "Hvad der blev fundet",
  whom: "For hvem",
  howMany: "Hvor mange",
  why: "Hvorfor",
  limits: "Hvad der begrænser dette",
  choices: "Hvordan det er gjort",
};

export const findingScope: Words["findingScope"] = {
  local: "Lavet ud fra enkelte patienters rækker her; kan ikke lægges sammen med andre hospitalers resultater.",
  counts: "Lavet ud fra optællinger.",
};
