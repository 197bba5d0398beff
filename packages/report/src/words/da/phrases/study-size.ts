import type { PhraseBook } from "@auscult/metrics";

export const studySize = {
  studySizeOf: ({ title }) => `Hvor mange patienter: ${title}`,
  sizeInAll: ({ rows }) => `Til alt det, der spørges om, kræves i alt ${rows} patienter.`,
  sizeUnreachable: () => "Ikke alt det, der spørges om, kan fås med noget antal patienter: se de tomme felter.",
  sizeMonths: ({ months, perMonth }) => `Med ${perMonth} patienter om måneden tager det ${months} måneder.`,
  sizeNoRate: () => "Hvor længe det tager, er ikke angivet: Angiv planSize.perMonth.",
  sizeAnticipated: ({ level, reason }) =>
    `Tallene følger af det, der forventes, ved et konfidensniveau på ${level}; bliver prævalens eller AUROC anderledes, gør de det også. Forventet fordi: ${reason}`,
  sizeSlopeNormal: () =>
    "Tallet for kalibreringshældningen forudsætter, at prædiktionernes log-odds er normalfordelte; er de skæve, kan det blive dobbelt så stort.",
  sizeGroupsAsAll: () =>
    "En gruppe, der ikke angiver sin egen AUROC, log-odds, sensitivitet eller specificitet, regnes med alles.",
  sizeSlopeScores: () =>
    "Tallet for kalibreringshældningen følger af prædiktionerne i planens egne data; grupper uden egne log-odds regnes for at ligne dem.",
  sizeCriteria: () => "Ønsket præcision, og hvad den kræver",
  sizePrecisionOf: () => "Præcision af",
  sizeExpected: () => "Forventet",
  sizeWidth: () => "Intervallets bredde",
  sizeRows: () => "Patienter i gruppen",
  sizeEvents: () => "Hændelser",
  sizeShare: () => "Andel af alle",
  sizeRowsInAll: () => "Patienter i alt",
  sizeMonthsShort: () => "Måneder",
  sizeComparisons: () => "Sammenlignede grupper, og hvad det kræver",
  sizeBetween: () => "Grupper",
  sizeAsked: () => "Skal vises",
  sizeMetric: () => "I",
  sizeMargin: () => "Margin eller forskel",
  sizePower: () => "Styrke",
  sizeOfFirst: () => "Af den første",
  sizeOfSecond: () => "Af den anden",
  sizeShowAlike: () => "ens inden for marginen",
  sizeFindGap: () => "en forskel så stor som denne",
} satisfies Partial<PhraseBook>;
