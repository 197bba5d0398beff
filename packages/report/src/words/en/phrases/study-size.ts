import type { PhraseBook } from "@auscult/metrics";

export const studySize = {
  studySizeOf: ({ title }) => `How many patients: ${title}`,
  sizeInAll: ({ rows }) => `For everything that is asked, ${rows} patients in all are needed.`,
  sizeUnreachable: () => "Not everything that is asked can be had by any number of patients: see the empty cells.",
  sizeMonths: ({ months, perMonth }) => `At ${perMonth} patients a month that takes ${months} months.`,
  sizeNoRate: () => "How long it takes is not stated: declare planSize.perMonth.",
  sizeAnticipated: ({ level, reason }) =>
    `The numbers follow from what is expected, at a confidence level of ${level}; if prevalence or AUROC turn out otherwise, so do they. Expected because: ${reason}`,
  sizeSlopeNormal: () =>
    "The number for the calibration slope supposes log odds of the predictions that are normal; where they are skewed it can be twice as large.",
  sizeGroupsAsAll: () =>
    "A group that declares no AUROC, log odds, sensitivity or specificity of its own is reckoned with everybody's.",
  sizeSlopeScores: () =>
    "The number for the calibration slope follows from the predictions in the plan's own data; groups without log odds of their own are taken to be alike.",
  sizeCriteria: () => "Precision wanted, and what it takes",
  sizePrecisionOf: () => "Precision of",
  sizeExpected: () => "Expected",
  sizeWidth: () => "Width of the interval",
  sizeRows: () => "Patients of the group",
  sizeEvents: () => "Events",
  sizeShare: () => "Share of all",
  sizeRowsInAll: () => "Patients in all",
  sizeMonthsShort: () => "Months",
  sizeComparisons: () => "Groups compared, and what it takes",
  sizeBetween: () => "Groups",
  sizeAsked: () => "To be shown",
  sizeMetric: () => "In",
  sizeMargin: () => "Margin or gap",
  sizePower: () => "Power",
  sizeOfFirst: () => "Of the first",
  sizeOfSecond: () => "Of the second",
  sizeShowAlike: () => "alike within the margin",
  sizeFindGap: () => "a gap as large as this",
} satisfies Partial<PhraseBook>;
