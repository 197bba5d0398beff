import type { Sentences } from "../sentences.ts";

const number = (count: string, one: string, many: string): string => `${count} ${count === "1" ? one : many}`;
const sentence = (parts: readonly string[]): string => `${parts.filter((p) => p !== "").join(". ")}.`;
const capital = (text: string): string => {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
};
const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const UNIT = {
  prediction: ["prædiktion", "prædiktioner"],
  patient: ["patient", "patienter"],
  admission: ["indlæggelse", "indlæggelser"],
} as const;

/** Every sentence of a report. Arguments are facts, formatted; nothing is decided here. */
export const sentences: Sentences = {
  about: ({ model, manufacturer, rows, unit, outcome }) => [
    { strong: model },
    `${manufacturer === undefined ? "" : ` (${manufacturer})`} er auditeret på ${number(rows, UNIT[unit][0], UNIT[unit][1])}. Udfald: ${stop(outcome)}`,
  ],
  altCurve: (curve, subgroup, counts, facts) => sentence([`${curve}, ${subgroup}`, counts, ...facts]),
  altForest: (metric, overall, estimable, subgroups, extremes) =>
    sentence([
      `Forestplot af ${metric} efter undergruppe`,
      `Alle: ${overall}`,
      `${estimable} af ${subgroups} undergrupper kunne beregnes`,
      ...(extremes === undefined ? [] : [`Lavest: ${extremes.lowest}`, `Højest: ${extremes.highest}`]),
    ]),
  altGaps: (metric, margin, rows) =>
    sentence([`Forskelle i ${metric} mellem undergrupper og deres reference, margin ${margin}`, ...rows]),
  altChart: (title, mark, names, rules) => {
    const kinds = {
      lines: "Linjer",
      bars: "Søjler",
      intervals: "Værdier med intervaller",
      tiles: "Tabel med farvede felter",
    };
    const named = names.filter((name) => name !== "");
    return sentence([
      title,
      named.length > 0 ? `${kinds[mark]}: ${named.join(", ")}` : kinds[mark],
      rules.length > 0 ? `Referencelinjer: ${rules.join(", ")}` : "",
    ]);
  },
  againstRest: (level) => `${level} mod resten`,
  amountColumns: (column, prediction, unit) => `${column}, i ${unit}; forudsigelsen er ${prediction}`,
  analysedOf: (n) => `${n} analyseret`,
  atThreshold: (metric, threshold) => `${metric} ved ${threshold}`,
  attributeVersus: (attribute, reference) => `${attribute}, mod ${reference}`,
  byChance: (mean, upper) => `${mean} (op til ${upper})`,
  censoredBefore: (censored, horizon) =>
    `inden ${horizon}; opfølgningen af ${censored} sluttede før, uden at noget var sket`,
  classColumns: (column, classes, ordered) =>
    `${column}; klasserne, hver med sin sandsynlighed, er ${classes.join(", ")}${ordered ? ", i rækkefølge" : ""}`,
  contrastHeading: (metric, scale, unit) =>
    scale === "ratio" ? `Forhold for ${metric}` : `Forskel i ${metric}${unit === "" ? "" : ` (${unit})`}`,
  countOf: (events, n) => `${events} / ${n}`,
  differencesIn: (metric) => `Forskelle i ${metric}`,
  equivalent: (count, of, margin) =>
    `Ækvivalent inden for marginen (${margin}) for ${count} af ${number(of, "sammenligning", "sammenligninger")}.`,
  eventsOf: (events, n) => `${number(events, "hændelse", "hændelser")} blandt ${n}`,
  fewEvents: (least) => `færre end ${least} hændelser eller ikke-hændelser: ustabilt`,
  figureBy: (what, attribute) => `${what} efter ${attribute}`,
  figureBySubgroup: (metric) => `${metric} efter undergruppe`,
  figureGaps: (metric) => `Forskelle i ${metric} i forhold til referencen`,
  figureOverall: (curve) => `${curve}, alle`,
  followUpColumns: ({ time, status }, event, competing, censored) => {
    const quoted = (of: readonly string[]): string => of.map((level) => `»${level}«`).join(", ");
    const others =
      competing.length === 0 ? "ingen konkurrerende hændelser" : `konkurrerende hændelser er ${quoted(competing)}`;
    return `tid i ${time}, status i ${status}; hændelsen er »${event}«, ${others}, censureret er ${quoted(censored)}`;
  },
  finding: (verdict, subject) => stop(subject === "" ? verdict : `${capital(subject)}: ${verdict}`),
  gapDetail: (own, other, p) =>
    `${own}${other === undefined ? "" : ` mod ${other}`}.${p === undefined ? "" : ` Justeret over familien: p ${p}.`}`,
  gapShown: ({ metric, subgroup, comparator, scale, value, unit, margin }) => [
    { strong: `${metric} er anderledes for ${subgroup}` },
    ` sammenlignet med ${comparator}: ${scale === "ratio" ? "forhold" : "forskel"} ${value}${scale === "difference" && unit !== "" ? ` ${unit}` : ""}, uden for marginen på ${margin}.`,
  ],
  howSet: (how, requested, flagged) => {
    const hit = flagged === undefined ? "" : `; markerer ${flagged} rækker`;
    if (how === "topFraction") return `de højeste ${requested} af scorerne${hit}`;
    if (how === "capacity") return `plads til ${requested}, kun hele grupper af lige scorer${hit}`;
    return `angivet i planen${hit}`;
  },
  inconclusive: (count, of, detectable) =>
    `Ikke entydig for ${count} af ${number(of, "sammenligning", "sammenligninger")}: Disse data kan ikke afgøre, om der er en forskel.${
      detectable === undefined
        ? ""
        : detectable.least === detectable.most
          ? ` Den mindste forskel, de kunne have vist, er ${detectable.least}.`
          : ` Den mindste forskel, de kunne have vist, er ${detectable.least} i bedste og ${detectable.most} i værste fald.`
    }`,
  inconclusiveDetail: (subgroups, different) =>
    different === undefined
      ? subgroups
      : `${subgroups}. Der er vist en forskel, hvis betydning er usikker, for: ${different}.`,
  independenceAssumed: (reason) =>
    `Patienter har flere rækker, og planen beholder intervaller, der forudsætter uafhængige rækker. De er for smalle. Planens begrundelse: ${stop(reason)}`,
  inUnit: (what, unit) => `${what} (${unit})`,
  insideMargin: (margin) => `inden for marginen, ${margin}`,
  intervalIs: (level, range) => `${level}-konfidensinterval ${range}`,
  limitsMove: (metric, low, high) => `${metric} ${low} og ${high}`,
  madeBy: (version) => `Auscult ${version}`,
  missingOutcome: (count) =>
    `Mere end 5\u00A0% af udfaldene mangler i ${number(count, "gruppe", "grupper")}; resultaterne dér gælder måske ikke alle gruppens patienter.`,
  moreGaps: (count) => `En forskel er påvist for yderligere ${number(count, "undergruppe", "undergrupper")}.`,
  monteCarlo: (replicates, limits) =>
    `Konfidensintervallerne bygger på ${replicates} genudtræk, og hvad tilfældet giver, på lige så mange simulationer. Var andre blevet trukket, ville nedre og øvre grænse for alle afvige med omkring (standardfejl): ${limits.join("; ")}.`,
  noContrasts: "Ingen undergruppe er sammenlignet med en anden, så der siges intet om forskelle mellem patienter.",
  noInterval: (value, why) => `${value} (intet interval: ${why})`,
  noIntervalRemark: (why) => `Intet interval: ${why}.`,
  notDrawn: (subgroups) => `Ikke tegnet: ${subgroups.join("; ")}.`,
  notEstimable: (reason) => `kan ikke beregnes: ${reason}`,
  notEstimableCount: (count) =>
    `Kan ikke beregnes for ${number(count, "undergruppe", "undergrupper")}: for lidt at regne på, hvilket ikke er bestået.`,
  notJudged: (count) =>
    `Ikke bedømt for ${number(count, "sammenligning", "sammenligninger")}: Planen angiver ingen margin, så det vides ikke, hvor stor en forskel der har betydning.`,
  ofRows: (rows) => `af ${rows} rækker`,
  outcomeColumn: (column, positive, negative) =>
    `${column}; hændelsen er »${positive}«, ${
      negative === undefined
        ? "enhver anden registreret værdi er en ikke-hændelse"
        : `ikke-hændelser er ${negative.map((v) => `»${v}«`).join(", ")}`
    }`,
  ofClass: (what, level) => `${what}, ${level} mod resten`,
  overall: (metric, value) => [{ strong: `${metric} ${value}` }, " for alle."],
  patientsOnce: (distinct) => `${distinct} patienter, én række hver: Rækkerne er uafhængige.`,
  patientsRepeated: (distinct) =>
    `${distinct} patienter, nogle med flere rækker. Intervaller, der forudsætter uafhængige rækker, afvises; blok-jackknife, som holder en patients rækker sammen, træder i stedet.`,
  patientsRepeatedOverridden: (distinct) =>
    `${distinct} patienter, nogle med flere rækker. Planen beholder intervaller, der forudsætter uafhængige rækker.`,
  patientsUnknown:
    "Planen nævner ingen patientidentifikation, så det vides ikke, om patienter har flere rækker. Intervallerne forudsætter, at de ikke har.",
  policy: (level, multiplicity, per, contrasts, minimumEvents) =>
    `Intervaller og bedømmelser er på niveauet ${level}. Planen angiver ${number(contrasts, "sammenligning", "sammenligninger")} af det primære mål, ${per}; ${multiplicity}. Estimater fra færre end ${minimumEvents} hændelser eller ikke-hændelser er mærket.`,
  predictedMean: (mean) => `${mean} var forudsagt`,
  prevalenceIs: (share) => `prævalens ${share}`,
  primary: (metric, reason) => ["Det primære mål er ", { strong: metric }, `. ${stop(reason)}`],
  primaryMetric: (metric) => `${metric}, primært mål`,
  ratioOf: (ratio) => `et forhold på ${ratio}`,
  reproduce: (version, seed) => [
    `Lavet af Auscult ${version}, startværdi ${seed}. Samme plan, samme filer (se SHA-256 nedenfor), samme version og samme ur giver denne rapport byte for byte: `,
    { code: "auscult audit PLAN.audit.yaml" },
    ". Der blev ikke åbnet nogen netværksforbindelse.",
  ],
  tableBySubgroup: (metric) => `${metric} efter undergruppe`,
  tableOfDifferences: (level) => `I forhold til referencen: forskelle eller forhold, med ${level}-konfidensintervaller`,
  tableOfEstimates: (level) => `Estimater, med ${level}-konfidensintervaller`,
  tableOfContrasts: (metric) => `Forskelle i ${metric}: interval, p, margin og bedømmelse`,
  tableOfCurve: (curve) => `${curve}: punkter, jævnt udvalgt; report.json har dem alle`,
  tableOfThresholds: (level) => `Alle, ved hver tærskelværdi, med ${level}-konfidensintervaller`,
  thresholdColumn: (threshold) => `Ved ${threshold}`,
  tooManyDrawings: (most, attributes) =>
    `Ikke tegnet, for en side rummer ${most} små tegninger af en slags: ${attributes.join("; ")}. report.json har deres punkter.`,
  unscored: (score, outcome) => `uden score: ${score}; uden kendt udfald: ${outcome}`,
  partialArea: (of, limit, reason) =>
    `Den del af ROC-kurven, det gælder, til partiel AUROC: ${of === "sensitivity" ? `sensitiviteter på ${limit} og derover` : `falsk positiv-rater op til ${limit}`}. ${stop(reason)}`,
  utilityRange: (low, high, reason) => `Klinikere ville handle ved risici fra ${low} til ${high}. ${stop(reason)}`,
  withInterval: (name, level) => `${name} (${level}-KI)`,
  withReason: (name, reason) => `${name} (${reason})`,
  attestedBy: (statement, name, role, day, document) =>
    `${stop(statement)} ${name}, ${role}, ${day}${document === undefined ? "" : `; ${document}`}.`,
  declaredBy: (name, role, day) => `${name}, ${role}, ${day}`,
  evidenceRows: (standard, edition, rows) => `${standard}, ${edition}: ${rows} krav`,
  evidenceAt: (items, section) => `${items} (${section})`,
  evidenceMissing: (items, why) => `${items}: ${why}`,
  logsKept: (months, where, enough) =>
    `Opbevares i ${number(months, "måned", "måneder")}: ${stop(where)} ${enough ? "Det er seks måneder eller mere." : "Art. 26, stk. 6, beder om mindst seks måneder."}`,
  ahead: (day) => `gælder fra ${day}; evidensen er forberedt forud`,
  draft: "udkast: binder ingen",
  notApplicableRows: (count, name) =>
    `${count} krav vedrører ikke den vej og rolle, som ${name} har angivet, og er udeladt.`,
  notVerifiedRows: (ids) => `Udeladt, fordi ingen har læst deres kilde: ${ids}.`,
  preparedOn: (day) => `Listens kilder er læst til og med ${day}. En senere udgave kan bede om andet.`,
  principle: (clause, title) => `${clause}. ${title}`,
  routeDeclared: ({ route, role, markets, by }) => `Vej: ${route}. Rolle: ${role}. Hvor: ${markets}. Angivet af ${by}.`,
  routeNotDeclared:
    "Ingen vej er angivet, så ingen lov er nævnt: kun principper og retningslinjer, der efterspørges overalt.",
  volume: (rows, reason) => `${rows} rækker får en score på en dag. ${stop(reason)}`,
};
