import type { AppliedModelCard, CardResult } from "@auscult/core";
import { metrics } from "@auscult/metrics";

/** How cards name a metric, small letters and digits only → its id. What is not here is left for a person to decide. */
const METRIC_OF: Readonly<Record<string, string>> = {
  sensitivity: "sensitivity",
  recall: "sensitivity",
  truepositiverate: "sensitivity",
  tpr: "sensitivity",
  specificity: "specificity",
  truenegativerate: "specificity",
  tnr: "specificity",
  auc: "auroc",
  auroc: "auroc",
  rocauc: "auroc",
  aucroc: "auroc",
  cstatistic: "auroc",
  areaundertheroccurve: "auroc",
  areaunderthereceiveroperatingcharacteristiccurve: "auroc",
  ppv: "ppv",
  precision: "ppv",
  positivepredictivevalue: "ppv",
  npv: "npv",
  negativepredictivevalue: "npv",
  accuracy: "accuracy",
  prevalence: "prevalence",
  brierscore: "brierScore",
  averageprecision: "averagePrecision",
  positivelikelihoodratio: "positiveLikelihoodRatio",
  negativelikelihoodratio: "negativeLikelihoodRatio",
  calibrationslope: "calibrationSlope",
};

const LONGEST = 300;
/** "sensitivity was 88.5% (95% CI: 80.4%, 94.1%)": a candidate for a person to confirm, never a claim by itself. */
const IN_WORDS =
  /\b(sensitivity|specificity|AUROC|AUC|PPV|NPV)\b[^.;\d]{0,40}?(\d+(?:\.\d+)?)\s*(%?)\s*\(\s*(\d+(?:\.\d+)?)\s*%\s*CI:?\s*(\d+(?:\.\d+)?)\s*%?\s*(?:,|-|–|to)\s*(\d+(?:\.\d+)?)\s*%?\s*\)/gi;

/**
 * The `claims` section that a card's results suggest, as YAML to be put into a plan. Nothing is filled in that the card
 * does not say: margin and threshold stay comments, results in words or under other names too.
 */
export function draftClaims(card: AppliedModelCard, file: string): string {
  const head = [
    `# Claims of ${card.model} ${card.release} (${card.developer}), drafted from ${file}`,
    `# (CHAI Applied Model Card ${card.version}). Check each; declare margins before the data are read.`,
  ].map(oneLine);
  const entries: string[] = [];
  const left: string[] = [];
  const times = new Map<string, number>();
  for (const result of card.results) {
    const metric = METRIC_OF[plain(result.label)];
    if (result.value !== undefined && metric !== undefined) {
      const time = (times.get(metric) ?? 0) + 1;
      times.set(metric, time);
      entries.push(...entry(card, result, metric, result.value, result.interval, time));
    } else left.push(...leftOver(card, result));
  }
  const claims = entries.length === 0 ? ["claims: []"] : ["claims:", ...entries];
  return `${[...head, ...claims, ...left].join("\n")}\n`;
}

function entry(
  card: AppliedModelCard,
  { place, population }: Pick<CardResult, "place" | "population">,
  id: string,
  value: number,
  interval: CardResult["interval"],
  time: number,
): string[] {
  const metric = metrics.find((m) => m.id === id);
  const name = `card-${id}${time === 1 ? "" : `-${time}`}`;
  return [
    `  - id: ${name}`,
    `    metric: ${id}`,
    ...(metric?.thresholded === true ? ["    # threshold: the score from which patients are flagged here"] : []),
    `    value: ${tidy(value)}`,
    ...(interval === undefined
      ? ["    # no interval in the card: without sample: { n: …, events: … } the claim is treated as an exact number"]
      : [`    interval: { low: ${tidy(interval.low)}, high: ${tidy(interval.high)}, level: ${tidy(interval.level)} }`]),
    `    population: ${JSON.stringify(cut(population === "" ? "not stated in the card" : population))}`,
    '    # margin: { difference: …, reason: "…" }',
    `    source: ${JSON.stringify(cut(`${card.model} ${card.release}, CHAI Applied Model Card ${card.version}, ${place}`))}`,
  ];
}

/** What could not be read as a claim: shown with its line, with a draft as comments where the words have the usual form. */
function leftOver(card: AppliedModelCard, result: CardResult): string[] {
  const { label, written, line, place } = result;
  const said = oneLine(`# line ${line}, ${place}: ${label === "" ? "" : `${label}: `}${cut(written)}`);
  const drafts = [...written.matchAll(IN_WORDS)].flatMap(([, name, value, percent, level, low, high]) => {
    const id = METRIC_OF[plain(name!)]!;
    const per = percent === "%" ? 100 : 1;
    const interval = { low: Number(low) / per, high: Number(high) / per, level: Number(level) / 100 };
    return entry(card, result, id, Number(value) / per, interval, 1).map((text) => `# ${text}`);
  });
  return [said, ...drafts];
}

/** A share of percent without the tail of the division: 0.892, not 0.8920000000000001. */
function tidy(x: number): number {
  return Number(x.toPrecision(12));
}

function plain(label: string): string {
  return label.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, " ");
}
