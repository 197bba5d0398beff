import { shiftVerdict, type ShiftVerdict, together } from "../cohort-comparison/shift-verdict.ts";
import type { Finding, FindingChart, FindingTable } from "../finding.ts";
import { adjustP } from "../inference/p-adjust.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { Compared, ComparedFeature } from "./compared-features.ts";
import { codingTable } from "./coding-table.ts";
import { missingTable } from "./missing-table.ts";
import { limits, plainNumber } from "./numbers.ts";

interface Judged {
  readonly feature: ComparedFeature;
  readonly pAdjusted: number | null;
  readonly verdict: ShiftVerdict | "not_estimable";
}

/** Every declared feature beside the reference's, ranked by size times importance. */
export function featuresFinding(compared: Compared): Finding {
  const { reference, rows, blocks, plan } = compared;
  const judged = judge(compared);
  const verdicts = judged.flatMap(({ verdict }) => (verdict === "not_estimable" ? [] : [verdict]));
  const missing = missingTable(compared);
  const coding = codingTable(compared);
  const notes: Label[] = [
    { say: "referenceIs", with: { description: reference.description } },
    ...(rows === undefined ? [{ say: "referenceTableOnly" } as const] : []),
    ...(blocks === undefined ? [] : [{ say: "referenceRepeated" } as const]),
    ...(reference.margin === undefined
      ? []
      : [{ say: "shiftMargin", with: { margin: reference.margin.effect, reason: reference.margin.reason } } as const]),
    { say: "shiftMeaning" },
    ...coding.notes,
  ];
  return {
    id: "cohort-comparison:features",
    kind: "cohort-comparison",
    subject: { say: "featuresAgainst", with: { reference: reference.description } },
    verdict: verdicts.length === 0 ? "not_estimable" : together(verdicts),
    ...(verdicts.length === 0 ? { reason: "NO_ROWS" as const } : {}),
    scope: "local",
    exploratory: false,
    notes,
    numbers: [
      plainNumber(["rowsHere", { say: "rowsHere" }, "count"], compared.cohort.rows),
      plainNumber(["rowsReference", { say: "rowsReference" }, "count"], rows?.rows ?? reference.table?.n ?? 0),
    ],
    tables: [featureTable(judged), ...(missing === undefined ? [] : [missing]), ...coding.tables],
    charts: [chart(plan.reference?.margin?.effect)],
    source: [
      "Yurdakul & Naranjo (2020) J Risk Model Valid 14(4)",
      "Smirnov (1948) Ann Math Stat 19:279-281",
      "Vallender (1974) Theory Probab Appl 18:784-786",
      "Endres & Schindelin (2003) IEEE Trans Inf Theory 49:1858-1860",
    ],
  };
}

function judge({ features, plan, reference, options }: Compared): Judged[] {
  const raw = features.map(({ shift }) => (isUndefined(shift) ? null : shift.p));
  const tested = raw.map((p) => p ?? 1);
  const adjusted = plan.policy.multiplicity === "holm" ? adjustP(tested, "holm") : tested;
  const all = features.map((feature, i): Judged => {
    const pAdjusted = raw[i] === null ? null : adjusted[i]!;
    const verdict = isUndefined(feature.shift)
      ? "not_estimable"
      : shiftVerdict(feature.shift, pAdjusted, reference.margin?.effect, options.level);
    return { feature, pAdjusted, verdict };
  });
  return all.sort((a, b) => weight(b.feature) - weight(a.feature));
}

/** Size of a shift times the feature's importance; 1 where none is declared. */
function weight({ shift, declared }: ComparedFeature): number {
  return isUndefined(shift) ? -1 : shift.effect * (declared.importance ?? 1);
}

function featureTable(judged: readonly Judged[]): FindingTable {
  const important = judged.some(({ feature }) => feature.declared.importance !== undefined);
  return {
    id: "features",
    caption: { say: "shiftOfFeatures" },
    columns: [
      { id: "feature", label: { say: "feature" }, unit: "text" },
      { id: "effect", label: { say: "shiftEffect" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
      { id: "verdict", label: { say: "shiftVerdict" }, unit: "text" },
      { id: "p", label: { say: "pValue" }, unit: "p" },
      { id: "pAdjusted", label: { say: "pAdjusted" }, unit: "p" },
      { id: "meanShift", label: { say: "meanShift" }, unit: "number" },
      { id: "statistic", label: { say: "distanceOrV" }, unit: "number" },
      { id: "psi", label: { say: "psi" }, unit: "number" },
      { id: "psiByChance", label: { say: "psiByChance" }, unit: "number" },
      { id: "jensenShannon", label: { say: "jensenShannon" }, unit: "number" },
      ...(important
        ? [{ id: "weight", label: { say: "shiftTimesImportance" as const }, unit: "number" as const }]
        : []),
    ],
    rows: judged.map(({ feature, pAdjusted, verdict }) => {
      const { declared, shift } = feature;
      const words: Label = { say: WORDS[verdict] };
      if (isUndefined(shift))
        return [
          declared.column,
          null,
          null,
          null,
          words,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          ...(important ? [null] : []),
        ];
      const { stability } = shift;
      return [
        declared.column,
        shift.effect,
        ...limits(shift.interval),
        words,
        shift.p,
        pAdjusted,
        shift.meanShift,
        shift.statistic,
        stability?.psi ?? null,
        shift.p === null ? null : (stability?.critical95 ?? null),
        shift.jensenShannon,
        ...(important ? [weight(feature)] : []),
      ];
    }),
  };
}

const WORDS = {
  no_material_shift: "shiftImmaterialShort",
  shift_shown: "shiftShownShort",
  shift_not_settled: "shiftNotSettledShort",
  margin_not_declared: "claimNoMarginShort",
  not_estimable: "claimNotEstimableShort",
} as const;

function chart(margin: number | undefined): FindingChart {
  return {
    id: "features",
    title: { say: "shiftOfFeatures" },
    table: "features",
    mark: "intervals",
    x: "feature",
    y: "effect",
    low: "low",
    high: "high",
    rules: margin === undefined ? [] : [{ axis: "y", at: margin, kind: "margin", label: { say: "shiftMarginShort" } }],
  };
}
