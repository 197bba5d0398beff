import type { Words } from "../../words.ts";

export const outcomeKind: Words["outcomeKind"] = {
  binary: "hændelsen skete eller skete ikke",
  "time-to-event": "tid til en hændelse, med opfølgning der kan slutte før den",
  continuous: "en mængde",
  "multi-class": "én af flere klasser",
};

export const sectionOfKind: Words["sectionOfKind"] = {
  binary: {},
  "time-to-event": { discrimination: "Risiko over tid" },
  continuous: {},
  "multi-class": { discrimination: "ROC og precision–recall for hver klasse" },
};

export const calibrationIntro: Words["calibrationIntro"] = {
  binary:
    "En kalibreret model mener, hvad den siger: Af de patienter, der får en risiko på 20\u00A0%, har 20 ud af 100 udfaldet. En model kan rangordne patienter godt og alligevel give risici, der er for høje eller for lave, samlet eller for én undergruppe.",
  "time-to-event":
    "En kalibreret model mener, hvad den siger: Af de patienter, der får en risiko på 20\u00A0%, har 20 ud af 100 hændelsen inden tidshorisonten. Patienter, hvis opfølgning sluttede før den, repræsenteres af dem som dem, der blev fulgt længere, så det hverken tæller som en hændelse eller som ingen at forlade opfølgningen.",
  continuous:
    "En kalibreret model mener, hvad den siger: Af de patienter, den forudsiger en mængde for, er gennemsnittet den mængde. En model kan ramme rigtigt i gennemsnit og alligevel forudsige for meget for de lave og for lidt for de høje.",
  "multi-class":
    "En kalibreret model mener, hvad den siger: Af de patienter, der får en sandsynlighed på 20\u00A0% for en klasse, hører 20 ud af 100 til den. Hver klasse ses mod resten; en model kan have ret i en hyppig klasse og uret i en sjælden.",
};

export const discriminationIntro: Words["discriminationIntro"] = {
  binary:
    "Hvor godt scoren rangordner patienter med udfaldet over patienter uden det, ved alle tærskelværdier på én gang.",
  "time-to-event":
    "Den observerede risiko for hændelsen inden hvert tidspunkt, for alle og for tre grupper efter score. Jo bedre scoren skelner patienter, jo længere går linjerne fra hinanden.",
  continuous: "Hvordan forudsigelser og udfald ligger i forhold til hinanden.",
  "multi-class":
    "Hvor godt hver klasses sandsynlighed rangordner klassens patienter over alle andre, ved alle tærskelværdier på én gang.",
};

export const methodsOfKind: Words["methodsOfKind"] = {
  binary: [],
  "time-to-event": [
    {
      heading: "Opfølgning og tidshorisont",
      paragraphs: [
        "En hændelse præcis på tidshorisonten er sket inden den. Om den, der blev censureret før horisonten, fik hændelsen, vides ikke: Sådanne patienter tæller i alle nævnere og bærer ingen vægt, og de, der blev fulgt, vægtes med det omvendte af sandsynligheden for at være fulgt så længe. Den sandsynlighed beregnes med Kaplan–Meier for censureringen inden for hver undergruppe, for hvor undergrupper følges forskelligt, ville én fælles kurve forvride forskellen mellem dem. Det forudsætter, at det inden for en undergruppe intet siger om risikoen at forlade opfølgningen.",
        "Standardfejlene medregner, at denne sandsynlighed selv er beregnet. Sandsynligheder under 5\u00A0% regnes som 5\u00A0% og mærkes. Den observerede risiko er Aalen–Johansens kumulerede incidens: En konkurrerende hændelse, som død af en anden årsag, er ikke censurering, og den, der har haft en, kan ikke længere få hændelsen.",
      ],
    },
  ],
  continuous: [
    {
      heading: "Mængder",
      paragraphs: [
        "En fejl er forudsigelsen minus udfaldet, så en positiv gennemsnitsfejl betyder, at modellen forudsiger for meget. Undergruppers gennemsnit sammenlignes med Welchs t, som ikke antager samme spredning; andre mål ud fra hvert enkelt interval. R² er én minus de kvadrerede fejl over udfaldets egen spredning: Den kan være negativ og afhænger af, hvor forskellige patienterne i en undergruppe er.",
      ],
    },
  ],
  "multi-class": [
    {
      heading: "Flere klasser",
      paragraphs: [
        "Hver klasse vurderes først mod alle de andre, ved sin egen sandsynlighed. Gennemsnit over klasser kommer derefter, for et gennemsnit kan skjule en sjælden klasse, som modellen aldrig finder. Brier-scoren er summeret over klasserne: Nogle programmer giver det halve.",
      ],
    },
  ],
};
