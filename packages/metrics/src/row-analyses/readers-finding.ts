import { type AuditPlan, type Cohort, NOT_RECORDED } from "@auscult/core";
import type { Finding, FindingTable } from "../finding.ts";
import type { Phrase } from "../phrases.ts";
import { type Interval, isUndefined, type Reason } from "../result.ts";
import { pairedScreening, type PairedScreening } from "../screening/paired-screening.ts";
import { everywhere, readingVerdict } from "../screening/reading-verdict.ts";
import { limits } from "./numbers.ts";
import { comparisonNumbers } from "./readers-numbers.ts";
import type { Compared, ReadersPlan } from "./compared-readings.ts";

const SOURCE = ["doi:10.1016/S2589-7500(23)00153-X", "Tang, Tang & Chan (2003) Stat Med 22:1217-1233"];

interface Context {
  readonly cohort: Cohort;
  readonly plan: AuditPlan;
  readonly section: ReadersPlan;
  /** Whether a row is a person: else no interval that assumes it is given, and nothing is judged. */
  readonly independent: boolean;
}

export function readersNotAssessed(reason: Reason): Finding {
  return {
    id: "readers",
    kind: "readers",
    subject: { say: "readersSubject" },
    verdict: "not_assessable",
    reason,
    scope: "local",
    exploratory: false,
    numbers: [],
    tables: [],
    charts: [],
    source: SOURCE,
  };
}

type Comparison = ReadersPlan["comparisons"][number];

/** Two strategies on everybody. */
export function comparisonFinding(
  compared: Compared,
  { first, second }: Comparison,
  { plan, section, independent }: Context,
): Finding {
  const { level } = plan.policy;
  const [a, b] = compared.names;
  const found = screen(compared, undefined, level);
  const interval = relative(found, level);
  const verdict = independent ? readingVerdict(interval, compared.margin) : "not_assessable";
  return {
    id: `readers:${first}~${second}`,
    kind: "readers",
    subject: { say: "strategyAgainst", with: { first: a, second: b } },
    verdict,
    ...(verdict !== "not_estimable"
      ? {}
      : {
          reason: isUndefined(found)
            ? found.reason
            : isUndefined(found.truePositives)
              ? found.truePositives.reason
              : "MISSING_INPUT",
        }),
    scope: "local",
    exploratory: false,
    notes: [
      { say: "detectionMargin", with: { least: 1 - compared.margin, reason: compared.reason } },
      ...(independent ? [] : [{ say: "peopleRepeated" as const }]),
      section.verification === "of-recalled" ? { say: "onlyRecalledVerified" } : { say: "everybodyVerified" },
      ...(section.consensus === undefined ? [] : [{ say: "consensusFilters" as const }]),
      { say: "theseReaders" },
    ],
    numbers: comparisonNumbers(compared, found, section.verification, { level, independent }),
    tables: isUndefined(found) ? [] : [pairedTable(compared)],
    charts: [],
    source: SOURCE,
  };
}

/** The same in every level of a subgroup: not inferior only where it is so in each. */
export function everywhereFinding(
  compared: Compared,
  { first, second }: Comparison,
  attribute: string,
  { cohort, plan, independent }: Context,
): Finding {
  const { level } = plan.policy;
  const { levels, codes, label } = cohort.attributes.find(({ id }) => id === attribute)!;
  const present = levels.filter(
    (name, code) => compared.rows.some((row) => codes[row] === code) || name !== NOT_RECORDED,
  );
  const parts = present.map((name) => {
    const code = levels.indexOf(name);
    const members = Uint32Array.from(compared.rows.keys()).filter((k) => codes[compared.rows[k]!] === code);
    const found = screen(compared, members, level);
    const interval = independent ? relative(found, level) : null;
    return { name, rows: members.length, found, interval, verdict: readingVerdict(interval, compared.margin) };
  });
  const verdict = independent ? everywhere(parts.map((part) => part.verdict)) : "not_assessable";
  const [a, b] = compared.names;
  return {
    id: `readers:${first}~${second}:${attribute}`,
    kind: "readers",
    subject: { say: "strategyAgainstBy", with: { first: a, second: b, attribute: label } },
    verdict,
    ...(verdict === "not_estimable" ? { reason: "NO_ROWS" as const } : {}),
    scope: "local",
    exploratory: false,
    notes: [{ say: "everywhereTest" }, ...(independent ? [] : [{ say: "peopleRepeated" as const }])],
    numbers: [],
    tables: [
      {
        id: "levels",
        caption: { say: "relativeDetectionBy", with: { attribute: label } },
        columns: [
          { id: "level", label, unit: "text" },
          { id: "rows", label: { say: "rows" }, unit: "count" },
          { id: "first", label: { say: "foundBy", with: { strategy: a } }, unit: "count" },
          { id: "second", label: { say: "foundBy", with: { strategy: b } }, unit: "count" },
          { id: "ratio", label: { say: "relativeDetection" }, unit: "ratio" },
          { id: "low", label: { say: "low" }, unit: "ratio" },
          { id: "high", label: { say: "high" }, unit: "ratio" },
          { id: "verdict", label: { say: "judged" }, unit: "text" },
        ],
        rows: parts.map(({ name, rows, found, interval, verdict: of }) => {
          const detected = isUndefined(found) ? undefined : found.truePositives;
          const table = detected === undefined || isUndefined(detected) ? undefined : detected.table;
          return [
            name,
            rows,
            table === undefined ? 0 : table.both + table.onlyFirst,
            table === undefined ? 0 : table.both + table.onlySecond,
            detected === undefined || isUndefined(detected) ? null : detected.value,
            ...limits(interval),
            VERDICT_WORDS[of],
          ];
        }),
      },
    ],
    charts: [
      {
        id: "levels",
        title: { say: "relativeDetectionBy", with: { attribute: label } },
        table: "levels",
        mark: "intervals",
        x: "level",
        y: "ratio",
        low: "low",
        high: "high",
        log: true,
        rules: [
          { axis: "y", at: 1, kind: "ideal", label: { say: "asManyFound" } },
          { axis: "y", at: 1 - compared.margin, kind: "margin", label: { say: "leastFound" } },
        ],
      },
    ],
    source: SOURCE,
  };
}

const VERDICT_WORDS: Readonly<Record<ReturnType<typeof readingVerdict>, Phrase>> = {
  non_inferior: { say: "notInferiorShort" },
  non_inferiority_not_shown: { say: "notShownShort" },
  inferior: { say: "inferiorShort" },
  not_estimable: { say: "notEstimableShort" },
};

function screen(compared: Compared, members: Uint32Array | undefined, level: number) {
  const { recalled, verified, disease, margin } = compared;
  const of = (values: Uint8Array): Uint8Array =>
    members === undefined ? values : Uint8Array.from(members, (k) => values[k]!);
  return pairedScreening(
    { first: of(recalled[0]), second: of(recalled[1]), verified: of(verified), disease: of(disease) },
    margin,
    level,
  );
}

function relative(found: PairedScreening | ReturnType<typeof screen>, level: number): Interval | null {
  if (isUndefined(found) || isUndefined(found.truePositives)) return null;
  return { ...found.truePositives.score, level, method: "tang" };
}

/** Who was recalled by whom, by what was found. */
function pairedTable({ recalled, verified, disease, names }: Compared): FindingTable {
  const [first, second] = recalled;
  const counts = [0, 1, 2].map(() => ({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }));
  for (let k = 0; k < first.length; k++) {
    const what = verified[k] === 1 ? (disease[k] === 1 ? 0 : 1) : 2;
    const cell = first[k] === 1 ? (second[k] === 1 ? "both" : "onlyFirst") : second[k] === 1 ? "onlySecond" : "neither";
    counts[what]![cell] += 1;
  }
  return {
    id: "paired",
    caption: { say: "recalledByWhom" },
    columns: [
      { id: "what", label: { say: "truth" }, unit: "text" },
      { id: "both", label: { say: "byBoth" }, unit: "count" },
      { id: "onlyFirst", label: { say: "onlyBy", with: { strategy: names[0] } }, unit: "count" },
      { id: "onlySecond", label: { say: "onlyBy", with: { strategy: names[1] } }, unit: "count" },
      { id: "neither", label: { say: "byNeither" }, unit: "count" },
    ],
    rows: (["withDisease", "withoutDisease", "notVerified"] as const).map((say, i) => {
      const { both, onlyFirst, onlySecond, neither } = counts[i]!;
      return [{ say }, both, onlyFirst, onlySecond, neither];
    }),
  };
}
