import type { Text } from "../../document.ts";

const number = (count: string, one: string, many: string): string => `${count} ${count === "1" ? one : many}`;
const sentence = (parts: readonly string[]): string => `${parts.filter((p) => p !== "").join(". ")}.`;
const capital = (text: string): string => {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
};
const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Every sentence of a report. Arguments are facts, formatted; nothing is decided here. */
export const sentences = {
  about: (facts: {
    readonly model: string;
    readonly manufacturer: string | undefined;
    readonly rows: string;
    readonly unit: "prediction" | "patient" | "admission";
    readonly outcome: string;
  }): Text => [
    { strong: facts.model },
    `${facts.manufacturer === undefined ? "" : ` (${facts.manufacturer})`} was audited on ${number(facts.rows, facts.unit, `${facts.unit}s`)}. Outcome: ${stop(facts.outcome)}`,
  ],
  altCurve: (curve: string, subgroup: string, counts: string, facts: readonly string[]): string =>
    sentence([`${curve}, ${subgroup}`, counts, ...facts]),
  altForest: (
    metric: string,
    overall: string,
    estimable: string,
    subgroups: string,
    extremes: { readonly lowest: string; readonly highest: string } | undefined,
  ): string =>
    sentence([
      `Forest plot of ${metric} by subgroup`,
      `Everybody: ${overall}`,
      `${estimable} of ${subgroups} subgroups could be estimated`,
      ...(extremes === undefined ? [] : [`Lowest: ${extremes.lowest}`, `Highest: ${extremes.highest}`]),
    ]),
  altGaps: (metric: string, margin: string, rows: readonly string[]): string =>
    sentence([`Differences in ${metric} between subgroups and their references, margin ${margin}`, ...rows]),
  /** What a drawing shows, for who cannot see it; the numbers are in the table beside it. */
  altChart: (
    title: string,
    mark: "lines" | "bars" | "intervals" | "tiles",
    names: readonly string[],
    rules: readonly string[],
  ): string => {
    const kinds = { lines: "Lines", bars: "Bars", intervals: "Values with intervals", tiles: "Table of shaded tiles" };
    const named = names.filter((name) => name !== "");
    return sentence([
      title,
      named.length > 0 ? `${kinds[mark]}: ${named.join(", ")}` : kinds[mark],
      rules.length > 0 ? `Reference lines: ${rules.join(", ")}` : "",
    ]);
  },
  againstRest: (level: string): string => `${level} against the rest`,
  amountColumns: (column: string, prediction: string, unit: string): string =>
    `${column}, in ${unit}; the prediction is ${prediction}`,
  analysedOf: (n: string): string => `${n} analysed`,
  atThreshold: (metric: string, threshold: string): string => `${metric} at ${threshold}`,
  attributeVersus: (attribute: string, reference: string): string => `${attribute}, against ${reference}`,
  byChance: (mean: string, upper: string): string => `${mean} (up to ${upper})`,
  censoredBefore: (censored: string, horizon: string): string =>
    `by ${horizon}; follow-up of ${censored} ended before, and nothing had happened`,
  classColumns: (column: string, classes: readonly string[], ordered: boolean): string =>
    `${column}; the classes, each with its probability, are ${classes.join(", ")}${ordered ? ", in order" : ""}`,
  contrastHeading: (metric: string, scale: "difference" | "ratio", unit: string): string =>
    scale === "ratio" ? `Ratio of ${metric}` : `Difference in ${metric}${unit === "" ? "" : ` (${unit})`}`,
  countOf: (events: string, n: string): string => `${events} / ${n}`,
  differencesIn: (metric: string): string => `Differences in ${metric}`,
  equivalent: (count: string, of: string, margin: string): string =>
    `Equivalent within the margin (${margin}) for ${count} of ${number(of, "comparison", "comparisons")}.`,
  eventsOf: (events: string, n: string): string => `${number(events, "event", "events")} in ${n}`,
  fewEvents: (least: string): string => `fewer than ${least} events or non-events: unstable`,
  figureBy: (what: string, attribute: string): string => `${what} by ${attribute}`,
  figureBySubgroup: (metric: string): string => `${metric} by subgroup`,
  figureGaps: (metric: string): string => `Differences in ${metric} against the reference`,
  figureOverall: (curve: string): string => `${curve}, everybody`,
  followUpColumns: (
    columns: { readonly time: string; readonly status: string },
    event: string,
    competing: readonly string[],
    censored: readonly string[],
  ): string => {
    const quoted = (of: readonly string[]): string => of.map((level) => `"${level}"`).join(", ");
    const others = competing.length === 0 ? "no competing events" : `competing events are ${quoted(competing)}`;
    return `time in ${columns.time}, status in ${columns.status}; the event is "${event}", ${others}, censored is ${quoted(censored)}`;
  },
  finding: (verdict: string, subject: string): string =>
    stop(subject === "" ? verdict : `${capital(subject)}: ${verdict}`),
  gapDetail: (own: string, other: string | undefined, p: string | undefined): string =>
    `${own}${other === undefined ? "" : ` against ${other}`}.${p === undefined ? "" : ` Adjusted over its family: p ${p}.`}`,
  gapShown: (facts: {
    readonly metric: string;
    readonly subgroup: string;
    readonly comparator: string;
    readonly scale: "difference" | "ratio";
    readonly value: string;
    readonly unit: string;
    readonly margin: string;
  }): Text => [
    { strong: `${facts.metric} differs for ${facts.subgroup}` },
    ` compared with ${facts.comparator}: ${facts.scale} ${facts.value}${facts.scale === "difference" && facts.unit !== "" ? ` ${facts.unit}` : ""}, beyond the margin of ${facts.margin}.`,
  ],
  howSet: (how: "at" | "topFraction" | "capacity", requested: string, flagged: string | undefined): string => {
    const hit = flagged === undefined ? "" : `; flags ${flagged} rows`;
    if (how === "topFraction") return `the highest ${requested} of scores${hit}`;
    if (how === "capacity") return `room for ${requested}, whole ties only${hit}`;
    return `declared${hit}`;
  },
  inconclusive: (
    count: string,
    of: string,
    detectable: { readonly least: string; readonly most: string } | undefined,
  ): string =>
    `Inconclusive for ${count} of ${number(of, "comparison", "comparisons")}: these data cannot tell a gap from none.${
      detectable === undefined
        ? ""
        : detectable.least === detectable.most
          ? ` The smallest gap they could have shown is ${detectable.least}.`
          : ` The smallest gap they could have shown is ${detectable.least} at best and ${detectable.most} at worst.`
    }`,
  inconclusiveDetail: (subgroups: string, different: string | undefined): string =>
    different === undefined
      ? subgroups
      : `${subgroups}. A difference is shown, of uncertain relevance, for: ${different}.`,
  independenceAssumed: (reason: string): string =>
    `Patients have several rows, and the plan keeps intervals that assume independent rows. They are too narrow. The plan's reason: ${stop(reason)}`,
  inUnit: (what: string, unit: string): string => `${what} (${unit})`,
  insideMargin: (margin: string): string => `within the margin, ${margin}`,
  intervalIs: (level: string, range: string): string => `${level} interval ${range}`,
  limitsMove: (metric: string, low: string, high: string): string => `${metric} ${low} and ${high}`,
  madeBy: (version: string): string => `Auscult ${version}`,
  missingOutcome: (count: string): string =>
    `More than 5% of outcomes are missing in ${number(count, "group", "groups")}; results there may not stand for all of its patients.`,
  moreGaps: (count: string): string => `A gap is shown for ${count} more ${count === "1" ? "subgroup" : "subgroups"}.`,
  monteCarlo: (replicates: string, limits: readonly string[]): string =>
    `Intervals from ${replicates} resamples, what chance gives from as many simulations. Had others been drawn, the lower and upper limits for everybody would differ by about (standard error): ${limits.join("; ")}.`,
  noContrasts:
    "No subgroup was compared with another, so nothing is said about differences between patients." as string,
  noInterval: (value: string, why: string): string => `${value} (no interval: ${why})`,
  noIntervalRemark: (why: string): string => `No interval: ${why}.`,
  notDrawn: (subgroups: readonly string[]): string => `Not drawn: ${subgroups.join("; ")}.`,
  notEstimable: (reason: string): string => `not estimable: ${reason}`,
  notEstimableCount: (count: string): string =>
    `Not estimable for ${number(count, "subgroup", "subgroups")}: too little to compute anything, which is not a pass.`,
  notJudged: (count: string): string =>
    `Not judged for ${number(count, "comparison", "comparisons")}: the plan declares no margin, so the size that matters is not known.`,
  ofRows: (rows: string): string => `of ${rows} rows`,
  outcomeColumn: (column: string, positive: string, negative: readonly string[] | undefined): string =>
    `${column}; the event is "${positive}", ${
      negative === undefined
        ? "every other recorded value a non-event"
        : `non-events are ${negative.map((v) => `"${v}"`).join(", ")}`
    }`,
  ofClass: (what: string, level: string): string => `${what}, ${level} against the rest`,
  overall: (metric: string, value: string): Text => [{ strong: `${metric} ${value}` }, " for everybody."],
  patientsOnce: (distinct: string): string => `${distinct} patients, one row each: rows are independent.`,
  patientsRepeated: (distinct: string): string =>
    `${distinct} patients, some with several rows. Intervals that assume independent rows are refused; the block jackknife, which keeps a patient's rows together, takes their place.`,
  patientsRepeatedOverridden: (distinct: string): string =>
    `${distinct} patients, some with several rows. The plan keeps intervals that assume independent rows.`,
  patientsUnknown:
    "The plan names no patient identifier, so whether patients have several rows is not known. Intervals assume that they have not." as string,
  policy: (level: string, multiplicity: string, per: string, contrasts: string, minimumEvents: string): string =>
    `Intervals and verdicts are at ${level}. ${number(contrasts, "comparison", "comparisons")} in the primary metric were declared, ${per}; ${multiplicity}. Estimates from fewer than ${minimumEvents} events, or non-events, are marked.`,
  predictedMean: (mean: string): string => `${mean} was predicted`,
  prevalenceIs: (share: string): string => `prevalence ${share}`,
  primary: (metric: string, reason: string): Text => [
    "The primary metric is ",
    { strong: metric },
    `. ${stop(reason)}`,
  ],
  primaryMetric: (metric: string): string => `${metric}, primary metric`,
  ratioOf: (ratio: string): string => `a ratio of ${ratio}`,
  reproduce: (version: string, seed: number): Text => [
    `Made by Auscult ${version}, seed ${seed}. The same plan, the same files (check the SHA-256 below), the same version and the same clock give this report byte for byte: `,
    { code: "auscult audit PLAN.audit.yaml" },
    ". No network connection was opened.",
  ],
  tableBySubgroup: (metric: string): string => `${metric} by subgroup`,
  tableOfDifferences: (level: string): string =>
    `Against the reference: differences or ratios, with ${level} intervals`,
  tableOfEstimates: (level: string): string => `Estimates, with ${level} intervals`,
  tableOfContrasts: (metric: string): string => `Differences in ${metric}: interval, p, margin and verdict`,
  tableOfCurve: (curve: string): string => `${curve}: points, evenly picked; report.json has all of them`,
  tableOfThresholds: (level: string): string => `Everybody at each threshold, with ${level} intervals`,
  thresholdColumn: (threshold: string): string => `At ${threshold}`,
  tooManyDrawings: (most: string, attributes: readonly string[]): string =>
    `Not drawn, for a page holds ${most} small drawings of a kind: ${attributes.join("; ")}. report.json has their points.`,
  unscored: (score: string, outcome: string): string =>
    `without a score: ${score}; without a known outcome: ${outcome}`,
  partialArea: (of: "falsePositiveRate" | "sensitivity", limit: string, reason: string): string =>
    `The part of the ROC curve that matters, for the partial AUROC: ${of === "sensitivity" ? `sensitivities of ${limit} and more` : `false positive rates up to ${limit}`}. ${stop(reason)}`,
  utilityRange: (low: string, high: string, reason: string): string =>
    `Clinicians would act at risks from ${low} to ${high}. ${stop(reason)}`,
  withInterval: (name: string, level: string): string => `${name} (${level} interval)`,
  withReason: (name: string, reason: string): string => `${name} (${reason})`,
  attestedBy: (statement: string, name: string, role: string, day: string, document: string | undefined): string =>
    `${stop(statement)} ${name}, ${role}, ${day}${document === undefined ? "" : `; ${document}`}.`,
  declaredBy: (name: string, role: string, day: string): string => `${name}, ${role}, ${day}`,
  evidenceRows: (standard: string, edition: string, rows: string): string =>
    `${standard}, ${edition}: ${number(rows, "requirement", "requirements")}`,
  evidenceAt: (items: string, section: string): string => `${items} (${section})`,
  evidenceMissing: (items: string, why: string): string => `${items}: ${why}`,
  logsKept: (months: string, where: string, enough: boolean): string =>
    `Kept for ${number(months, "month", "months")}: ${stop(where)} ${enough ? "That is six months or more." : "Art. 26(6) asks for six months at least."}`,
  ahead: (day: string): string => `applies from ${day}; the evidence is prepared ahead of it`,
  draft: "draft: binds nobody" as string,
  notApplicableRows: (count: string, name: string): string =>
    `${number(count, "requirement does", "requirements do")} not concern the route and role that ${name} declared, and ${count === "1" ? "is" : "are"} left out.`,
  notVerifiedRows: (ids: string): string => `Left out, for nobody has read their source: ${ids}.`,
  preparedOn: (day: string): string =>
    `The sources of this list were read up to ${day}. A later edition may ask for other things.`,
  principle: (clause: string, title: string): string => `${clause}. ${title}`,
  routeDeclared: (facts: {
    readonly route: string;
    readonly role: string;
    readonly markets: string;
    readonly by: string;
  }): string => `Route: ${facts.route}. Role: ${facts.role}. Where: ${facts.markets}. Declared by ${facts.by}.`,
  routeNotDeclared:
    "No route was declared, so no law is listed: only principles and guidelines that are asked for anywhere." as string,
  volume: (rows: string, reason: string): string => `${rows} rows are scored in a day. ${stop(reason)}`,
};
