import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "Tallene bag figurerne",
  attachment: "Selve rapporten som data (JSON): hver figur, tabel og sætning i dette dokument kommer fra den.",
  notStated: "Ikke angivet i denne audit; udfyldes af udvikleren.",
  notLocked: "Planen blev ikke låst, før udfaldene blev læst, så rapporten kan ikke vise, at planen kom først.",
  locked: ({ date, declared, auscult, sha256, deviations }) =>
    `Planen blev låst ${date}${declared ? " (en dato, der er angivet og ikke læst af uret)" : ""} med Auscult ${auscult}, SHA-256 ${sha256}. ${
      deviations === 0
        ? "Den anvendte plan siger det samme."
        : `Den anvendte plan afviger fra den ${deviations === 1 ? "ét sted" : `${deviations} steder`}.`
    }`,
  deviations: "Afvigelser fra den låste plan",
  changes: "Hvad der er ændret siden forrige rapport",
  since: ({ title, date, auscult, changes }) =>
    `I forhold til »${title}« fra ${date}, med Auscult ${auscult}: ${changes === 0 ? "Intet er ændret i planen, bedømmelserne og de vigtigste estimater." : `${changes} ${changes === 1 ? "ændring" : "ændringer"} i planen, bedømmelserne og de vigtigste estimater. En ændring af et estimat er ikke et fund: Læs den sammen med intervallet.`}`,
  planChanges: "Ændringer i planen",
  resultChanges: "Ændringer i bedømmelser og vigtigste estimater",
  path: "Sted i planen",
  was: "Var",
  is: "Er",
  disclosureHeading: "Diskretionering",
  notControlled:
    "Der er ikke diskretioneret: Rapporten kan indeholde antal på få patienter og hører til der, hvor deres data er. Angiv disclosure i planen, før den forlader stedet.",
  controlled: ({ rule, minimum, round, counts, estimates, comparisons, curves, findings }) =>
    `${rule}: Intet antal over 0 og under ${minimum} er vist eller kan regnes ud af det viste${round === undefined ? "" : `; antal er afrundet til multipla af ${round}`}. Tilbageholdt, nogle fordi de er små, og nogle fordi de ville røbe de små: ${counts} antal, ${estimates} estimater, ${comparisons} sammenligninger, ${curves} kurver samt tabeller eller tal fra ${findings} analyser. Kurver er kun tegnet ved fælles scorer med mindst ${minimum} patienter af hver slags, eller ingen, fra den ene til den næste. Det tilbageholdte er ikke nul, mangler ikke og er ikke bestået. Det fulde resultat bliver der, hvor patienternes data er.`,
  disclosureRule: {
    denmark: "Den danske regel for udtræk af sundhedsdata",
    nhs: "NHS Englands regel",
    cms: "CMS' regel om cellestørrelse",
    custom: "Planens egen regel",
  },
};
