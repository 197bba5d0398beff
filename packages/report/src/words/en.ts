import type { Words } from "../words.ts";
import * as audit from "./en/audit.ts";
import { files } from "./en/files.ts";
import * as findings from "./en/findings.ts";
import { labels } from "./en/labels.ts";
import * as metrics from "./en/metrics.ts";
import { phrases } from "./en/phrases.ts";
import * as outcomeMetrics from "./en/outcome-metrics.ts";
import * as outcomes from "./en/outcomes.ts";
import * as prose from "./en/prose.ts";
import * as results from "./en/results.ts";
import { sentences } from "./en/sentences.ts";
import * as standards from "./en/standards.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

const day = (iso: string): string => {
  const [year, month, date] = iso.slice(0, 10).split("-");
  return [...(date === undefined ? [] : [Number(date)]), MONTHS[Number(month) - 1] ?? "", year].join(" ").trim();
};

export const en: Words = {
  language: "en",
  numbers: { decimal: ".", group: ",", percent: "%", to: " to ", withheld: "withheld" },
  date: (iso) => `${day(iso)}, ${iso.slice(11, 16)} UTC`,
  day,
  label: labels,
  file: files,
  sentence: sentences,
  phrase: phrases,
  ...audit,
  ...findings,
  ...outcomes,
  ...metrics,
  metric: { ...metrics.metric, ...outcomeMetrics.metric },
  curve: { ...metrics.curve, ...outcomeMetrics.curve },
  ...prose,
  ...results,
  ...standards,
  differenceUnit: {
    probability: "",
    proportion: "percentage points",
    "log-odds": "log-odds",
    ratio: "",
    "per-patient": "per patient",
    patients: "patients",
    score: "",
    "squared-probability": "",
    amount: "",
    count: "",
    number: "",
    p: "",
  },
  family: {
    discrimination: "Discrimination",
    threshold: "Rates",
    calibration: "Calibration",
    utility: "Clinical utility",
    error: "Errors of prediction",
  },
  scoreKind: { probability: "a probability", ordinal: "ordinal: only the order means something" },
  direction: {
    "higher-is-riskier": "higher means riskier",
    "lower-is-riskier": "lower meant riskier in the source; turned round, so that here higher means riskier",
  },
  unitOfAnalysis: {
    prediction: "one for each prediction",
    patient: "one for each patient",
    admission: "one for each admission",
  },
  take: {
    all: "all of them",
    first: "the first where there are several",
    last: "the last where there are several",
    highest: "the highest score where there are several",
  },
  multiplicity: {
    holm: "p-values are adjusted by Holm's method",
    dunnett:
      "p-values are adjusted by Dunnett's method against one reference, by Holm's where rows are not independent",
    none: "p-values are not adjusted",
  },
  familyPer: { attribute: "one family for each attribute", audit: "one family in all" },
  against: { reference: "the reference", rest: "everybody else" },
  ledgerStep: {
    "incomplete-original": "rows before imputation",
    "other-imputations": "other completed copies of the same rows",
    "first-per-patient": "later predictions of the same patient",
    "first-per-admission": "later predictions of the same admission",
    "last-per-patient": "earlier predictions of the same patient",
    "last-per-admission": "earlier predictions of the same admission",
    "highest-per-patient": "lower-scored predictions of the same patient",
    "highest-per-admission": "lower-scored predictions of the same admission",
  },
};
