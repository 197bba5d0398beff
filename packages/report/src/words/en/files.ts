import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "The numbers behind the figures",
  attachment: "The report itself as data (JSON): every figure, table and sentence of this document comes from it.",
  disclosureHeading: "Disclosure control",
  notControlled:
    "None was applied: this report can hold counts of a few patients, and is for the place where their data are. Declare disclosure in the plan before it leaves.",
  controlled: ({ rule, minimum, round, counts, estimates, comparisons, curves, findings }) =>
    `${rule}: no count above 0 and below ${minimum} is shown or can be worked out from what is shown${round === undefined ? "" : `; counts are rounded to multiples of ${round}`}. Withheld, some because they are small and some because they would give those back: ${counts} counts, ${estimates} estimates, ${comparisons} comparisons, ${curves} curves, and tables or numbers of ${findings} analyses. Curves are drawn at common scores only, with at least ${minimum} patients of each kind, or none, between one and the next. What is withheld is not zero, not missing and not a pass. The whole result stays where the patients' data are.`,
  disclosureRule: {
    denmark: "Danish rule for extracts of health data",
    nhs: "NHS England rule",
    cms: "CMS cell size policy",
    custom: "Rule of this plan",
  },
};
