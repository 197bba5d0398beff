import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "The numbers behind the figures",
  attachment: "The report itself as data (JSON): every figure, table and sentence of this document comes from it.",
  notStated: "Not stated in this audit; for the developer to fill in.",
  notLocked: "The plan was not locked before the outcomes were read, so this report cannot show that it came first.",
  locked: ({ date, declared, auscult, sha256, deviations }) =>
    `The plan was locked on ${date}${declared ? " (a date that was declared, not read from the clock)" : ""} by Auscult ${auscult}, SHA-256 ${sha256}. ${
      deviations === 0
        ? "The plan that was used says the same."
        : `The plan that was used differs from it in ${deviations} ${deviations === 1 ? "place" : "places"}.`
    }`,
  deviations: "Deviations from the locked plan",
  changes: "What changed since the previous report",
  since: ({ title, date, auscult, changes }) =>
    `Against "${title}" of ${date}, by Auscult ${auscult}: ${changes === 0 ? "nothing changed in the plan, the verdicts and the main estimates." : `${changes} ${changes === 1 ? "change" : "changes"} in the plan, the verdicts and the main estimates. A change of an estimate is not a finding: read it with its interval.`}`,
  planChanges: "Changes in the plan",
  resultChanges: "Changes in verdicts and main estimates",
  path: "Place in the plan",
  was: "Was",
  is: "Is",
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
