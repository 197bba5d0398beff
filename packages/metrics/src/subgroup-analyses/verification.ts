import { type AuditPlan, type CategoricalColumn, type Cohort, EVENT, hasLevel, UNKNOWN } from "@auscult/core";
import {
  type CorrectedRate,
  correctForVerification,
  type VerificationCorrected,
  type VerificationStratum,
} from "../data-problems/begg-greenes.ts";
import type { FindingTable } from "../finding.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Beside, RowAnalysis } from "../row-analysis.ts";
import { attributeGroups } from "./attribute-groups.ts";

/**
 * Sensitivity and specificity at each threshold where the outcome was looked for more often in some: those verified
 * alone, and corrected, for everybody and in each subgroup.
 *
 * Intervals assume independent rows; they are left out where patients have several, or rows have weights.
 *
 * @see methods I4; Begg & Greenes (1983) Biometrics 39:207-215, doi:10.2307/2530820.
 */
export const verificationAnalysis: RowAnalysis = {
  id: "verification",
  source: ["doi:10.2307/2530820"],
  columns: ({ verification }) => (verification === undefined ? [] : [verification.column, ...verification.strata]),
  analyse(cohort, { verification }, beside) {
    if (verification === undefined || beside.thresholds.length === 0) return [];
    const verified = hasLevel(columnIn(cohort, verification.column), verification.verified);
    if (verified === undefined) return [];
    const strata = stratumOf(cohort, verification);
    const populations = populationsOf(cohort, beside);
    const dependent =
      (beside.tally.patients?.repeated === true && !beside.options.assumeIndependentRows) ||
      cohort.weight !== undefined;
    const rows = beside.thresholds.flatMap((threshold) =>
      populations.map(({ name, member }) => {
        const counted = count(cohort, { verified, strata, member, threshold });
        const found = correctForVerification(counted, beside.options.level);
        return rowOf(name, threshold, counted, found, dependent);
      }),
    );
    const notes = beside.thresholds.map((threshold): Label => {
      const all = count(cohort, { verified, strata, member: () => true, threshold });
      const share = (which: keyof VerificationStratum): number => {
        const rowsOf = all.reduce((n, s) => n + s[which].rows, 0);
        return rowsOf === 0 ? 0 : Math.round((1000 * all.reduce((n, s) => n + s[which].verified, 0)) / rowsOf) / 10;
      };
      return { say: "verifiedShare", with: { flagged: share("flagged"), unflagged: share("unflagged"), threshold } };
    });
    return [
      {
        id: "verification",
        kind: "verification",
        subject: { say: "verificationBias" },
        verdict: "described",
        scope: "local",
        exploratory: false,
        notes: [{ say: "verificationNote" }, ...notes],
        numbers: [],
        tables: [{ id: "corrected", caption: { say: "verificationCaption" }, columns: COLUMNS, rows }],
        charts: [],
        source: verificationAnalysis.source,
      },
    ];
  },
};

const COLUMNS: FindingTable["columns"] = [
  { id: "subgroup", label: { say: "group" }, unit: "text" },
  { id: "threshold", label: { say: "threshold" }, unit: "number" },
  { id: "rows", label: { say: "rows" }, unit: "count" },
  { id: "verified", label: { say: "verifiedRows" }, unit: "count" },
  { id: "naiveSensitivity", label: { say: "sensitivityOfVerified" }, unit: "proportion" },
  { id: "sensitivity", label: { say: "sensitivityCorrected" }, unit: "proportion" },
  { id: "sensitivityLow", label: { say: "low" }, unit: "proportion" },
  { id: "sensitivityHigh", label: { say: "high" }, unit: "proportion" },
  { id: "naiveSpecificity", label: { say: "specificityOfVerified" }, unit: "proportion" },
  { id: "specificity", label: { say: "specificityCorrected" }, unit: "proportion" },
  { id: "specificityLow", label: { say: "low" }, unit: "proportion" },
  { id: "specificityHigh", label: { say: "high" }, unit: "proportion" },
  { id: "why", label: { say: "whyNot" }, unit: "text" },
];

function columnIn(cohort: Cohort, name: string): CategoricalColumn {
  const column = cohort.columns.categorical.get(name);
  if (column === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
  return column;
}

/** A number for each row: the crossing of the declared strata, a missing level being one of its own. */
function stratumOf(cohort: Cohort, { strata }: NonNullable<AuditPlan["verification"]>): Int32Array {
  const code = new Int32Array(cohort.rows);
  for (const { codes, levels } of strata.map((name) => columnIn(cohort, name)))
    for (let row = 0; row < cohort.rows; row++) {
      const level = Number.isNaN(codes[row]!) ? levels.length : codes[row]!;
      code[row] = code[row]! * (levels.length + 1) + level;
    }
  return code;
}

interface Population {
  readonly name: Label;
  readonly member: (row: number) => boolean;
}

/** Everybody, then each level of each attribute. */
function populationsOf(cohort: Cohort, beside: Beside): Population[] {
  const groups = attributeGroups(beside).filter(({ crossed }) => !crossed);
  return [
    { name: { subgroup: "overall" }, member: () => true },
    ...groups.flatMap(({ id, subgroups }) => {
      const attribute = cohort.attributes.find((a) => a.id === id)!;
      return subgroups.map((subgroup): Population => {
        const code = attribute.levels.indexOf(subgroup.of[0]!.level);
        return { name: { subgroup: subgroup.id }, member: (row) => attribute.codes[row] === code };
      });
    }),
  ];
}

function count(
  cohort: Cohort,
  of: {
    readonly verified: Float64Array;
    readonly strata: Int32Array;
    readonly member: Population["member"];
    readonly threshold: number;
  },
): VerificationStratum[] {
  const made = () => ({ rows: 0, verified: 0, events: 0 });
  const strata = new Map<number, { flagged: ReturnType<typeof made>; unflagged: ReturnType<typeof made> }>();
  for (let row = 0; row < cohort.rows; row++) {
    if (!of.member(row) || Number.isNaN(cohort.score[row]!)) continue;
    const key = of.strata[row]!;
    const stratum = strata.get(key) ?? { flagged: made(), unflagged: made() };
    strata.set(key, stratum);
    const cell = cohort.score[row]! >= of.threshold ? stratum.flagged : stratum.unflagged;
    cell.rows += 1;
    if (of.verified[row] !== 1 || cohort.outcome[row] === UNKNOWN) continue;
    cell.verified += 1;
    if (cohort.outcome[row] === EVENT) cell.events += 1;
  }
  return [...strata.values()];
}

function rowOf(
  name: Label,
  threshold: number,
  strata: readonly VerificationStratum[],
  found: VerificationCorrected | Undefined,
  dependent: boolean,
) {
  const cells = strata.flatMap(({ flagged, unflagged }) => [flagged, unflagged]);
  const total = (key: "rows" | "verified"): number => cells.reduce((n, cell) => n + cell[key], 0);
  const head = [name, threshold, total("rows"), total("verified")];
  if (isUndefined(found)) {
    const why: Label | null = found.reason === "MISSING_INPUT" ? { say: "noneVerified" } : { say: "tooFew" };
    return [...head, null, null, null, null, null, null, null, null, why];
  }
  const limits = ({ value, interval }: CorrectedRate) =>
    dependent || interval === undefined ? [value, null, null] : [value, interval.low, interval.high];
  const naive = (value: number | Undefined) => (typeof value === "number" ? value : null);
  return [
    ...head,
    naive(found.naiveSensitivity),
    ...limits(found.sensitivity),
    naive(found.naiveSpecificity),
    ...limits(found.specificity),
    null,
  ];
}
