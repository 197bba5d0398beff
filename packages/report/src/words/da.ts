import type { Words } from "../words.ts";
import * as audit from "./da/audit.ts";
import { files } from "./da/files.ts";
import * as findings from "./da/findings.ts";
import { labels } from "./da/labels.ts";
import * as metrics from "./da/metrics.ts";
import { phrases } from "./da/phrases.ts";
import * as outcomeMetrics from "./da/outcome-metrics.ts";
import * as outcomes from "./da/outcomes.ts";
import * as prose from "./da/prose.ts";
import * as results from "./da/results.ts";
import { sentences } from "./da/sentences.ts";
import * as standards from "./da/standards.ts";

const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");

const day = (iso: string): string => {
  const [year, month, date] = iso.slice(0, 10).split("-");
  return [...(date === undefined ? [] : [`${Number(date)}.`]), MONTHS[Number(month) - 1] ?? "", year].join(" ").trim();
};

export const da: Words = {
  language: "da",
  numbers: { decimal: ",", group: ".", percent: "\u00A0%", to: " til ", withheld: "tilbageholdt" },
  date: (iso) => `${day(iso)} kl. ${iso.slice(11, 16).replace(":", ".")} UTC`,
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
    proportion: "procentpoint",
    "log-odds": "log-odds",
    ratio: "",
    "per-patient": "pr. patient",
    patients: "patienter",
    score: "",
    "squared-probability": "",
    amount: "",
    count: "",
    number: "",
    p: "",
  },
  family: {
    discrimination: "Evne til at skelne",
    threshold: "Andele",
    calibration: "Kalibrering",
    utility: "Klinisk nytte",
    error: "Fejl i forudsigelsen",
  },
  scoreKind: { probability: "en sandsynlighed", ordinal: "ordinal: kun rækkefølgen betyder noget" },
  direction: {
    "higher-is-riskier": "højere betyder større risiko",
    "lower-is-riskier": "lavere betød større risiko i kilden; vendt om, så højere her betyder større risiko",
  },
  unitOfAnalysis: {
    prediction: "én for hver prædiktion",
    patient: "én for hver patient",
    admission: "én for hver indlæggelse",
  },
  take: {
    all: "alle",
    first: "den første, hvor der er flere",
    last: "den sidste, hvor der er flere",
    highest: "den højeste score, hvor der er flere",
  },
  multiplicity: {
    holm: "p-værdier er justeret med Holms metode",
    dunnett:
      "p-værdier er justeret med Dunnetts metode over for én reference, med Holms, hvor rækker ikke er uafhængige",
    none: "p-værdier er ikke justeret",
  },
  familyPer: { attribute: "én familie for hver egenskab", audit: "én familie i alt" },
  against: { reference: "referencen", rest: "alle andre" },
  ledgerStep: {
    "incomplete-original": "rækker før imputation",
    "other-imputations": "andre udfyldte kopier af de samme rækker",
    "first-per-patient": "senere prædiktioner for samme patient",
    "first-per-admission": "senere prædiktioner for samme indlæggelse",
    "last-per-patient": "tidligere prædiktioner for samme patient",
    "last-per-admission": "tidligere prædiktioner for samme indlæggelse",
    "highest-per-patient": "prædiktioner med lavere score for samme patient",
    "highest-per-admission": "prædiktioner med lavere score for samme indlæggelse",
  },
};
