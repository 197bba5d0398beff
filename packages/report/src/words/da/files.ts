import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "Tallene bag figurerne",
  attachment: "Selve rapporten som data (JSON): hver figur, tabel og sætning i dette dokument kommer fra den.",
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
