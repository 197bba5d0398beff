import type { Words } from "../../words.ts";

export const methods: Words["methods"] = [
  {
    heading: "Hvad der tælles",
    paragraphs: [
      "Højere score betyder større risiko. En patient er markeret, når scoren er på eller over tærskelværdien. Rækker uden score eller uden kendt udfald tælles overalt og analyseres ingen steder; en manglende egenskab er sin egen undergruppe. Summen over en egenskabs undergrupper er lig med totalen.",
      "Et resultat, der ikke kan beregnes, vises med sin begrundelse. Det bliver aldrig til nul eller én og tæller aldrig som bestået.",
    ],
  },
  {
    heading: "Hvor sikre vi er",
    paragraphs: [
      "Hvert estimat har et konfidensinterval, beregnet med den metode, der står ved siden af, og som er valgt, fordi den har den rette dækning i små undergrupper. Hvor patienter har flere rækker, afvises intervaller, der forudsætter uafhængige rækker, og en jackknife over blokke af patienter træder i stedet.",
      "Kalibreringsfejl (ICI, E50, E90, Emax, ECE, MCB) kan ikke blive mindre end 0, og tilfældet løfter dem: Det sædvanlige bootstrap-interval, som ligger for højt for dem, er erstattet af ét, hvor det løft er trukket fra, og hvis nedre grænse er 0, når fejlen ikke er større, end tilfældet giver. Genudtræk foretages af de optalte scorer, af hele patienter, hvor disse har flere rækker, og følger alene af planens seed.",
      "En p-værdi gives aldrig uden intervallet. Den mindste påviselige forskel er beregnet ud fra antallet af patienter og målets niveau, ikke ud fra den forskel, der blev set: Det er den forskel, som en undersøgelse af denne størrelse ville vise fire gange ud af fem.",
    ],
  },
  {
    heading: "Hvordan forskelle bedømmes",
    paragraphs: [
      "Hver undergruppe sammenlignes med den reference, planen angiver, eller med alle andre. Bedømmelsen aflæses af ét interval, på det angivne niveau, mod den margin, planen angiver. Overskriften siger kun, at en forskel er påvist, hvis den også står efter Holms justering over den angivne familie.",
      "At en forskel ikke er påvist, er ikke bevis for, at der ingen er. Det er kun et interval, der ligger helt inden for marginen.",
    ],
  },
];

export const limits: Words["limits"] = [
  "Undergrupper kan have forskellig AUROC, fordi deres patienter er forskellige, ikke fordi modellen behandler dem forskelligt: En gruppe, hvis patienter ligner hinanden, er sværere at rangordne.",
  "Sensitivitet, PPV og markeringsandel ved én tærskelværdi afhænger af, hvordan risici fordeler sig; grupper med forskellig prævalens kan ikke på én gang have samme PPV, sensitivitet og falsk positiv-rate, medmindre prædiktionen er perfekt.",
  "En kalibreret model af et skævt udfald er en kalibreret skævhed. Kalibrering inden for undergrupper viser ikke, at udfaldet er det rigtige.",
  "Auscult viser med sin SHA-256, hvilken plan der blev brugt. Auscult kan ikke vise, hvornår planen blev skrevet.",
  "En ændring af modellen eller dens tærskelværdi på grundlag af denne rapport kan være en ændring af et medicinsk udstyr: Tag det op med fabrikanten.",
];

export const glossary: Words["glossary"] = [
  {
    name: "Undergruppe",
    meaning: "Patienter, der har samme niveau af en egenskab, f.eks. kvinder, eller af to egenskaber.",
  },
  { name: "Reference", meaning: "Den undergruppe, der sammenlignes med, angivet i planen med begrundelse." },
  { name: "Kohorte", meaning: "De rækker, der auditeres, én for hver analyseenhed." },
  { name: "Score", meaning: "Det, modellen gav: en sandsynlighed eller et tal, hvor kun rækkefølgen betyder noget." },
  {
    name: "Hændelse",
    meaning: "En række, hvor udfaldet indtraf; en ikke-hændelse er en række, hvor det ikke indtraf.",
  },
  { name: "Markeret", meaning: "Med en score på eller over tærskelværdien." },
  { name: "Interval", meaning: "De værdier, som data er forenelige med, på det angivne niveau." },
  {
    name: "Margin",
    meaning: "Den største forskel, der ikke har klinisk betydning, angivet i planen med begrundelse.",
  },
  {
    name: "Forskel påvist",
    meaning: "Hele intervallet ligger uden for marginen, også efter justering over familien.",
  },
  { name: "Ækvivalent inden for marginen", meaning: "Hele intervallet ligger inden for marginen." },
  { name: "Ikke entydig", meaning: "Data kan ikke afgøre det. Der skal flere patienter til, ikke en anden læsning." },
  {
    name: "Mindste påviselige forskel",
    meaning: "Den forskel, som en undersøgelse af denne størrelse ville vise fire gange ud af fem.",
  },
  { name: "Familie", meaning: "De sammenligninger, der blev angivet sammen og justeres sammen." },
  {
    name: "Eksplorativ",
    meaning: "Ikke angivet i planen eller uden for familien: et spørgsmål til den næste undersøgelse.",
  },
  {
    name: "Blok",
    meaning:
      "Et sæt patienter, der holdes sammen, når usikkerheden beregnes, så én patients rækker ikke tæller som mange.",
  },
];
