import { type AuditPlan, type Cohort, EVENT, NOT_RECORDED, UNKNOWN } from "@auscult/core";
import { acceptance, allCriteria } from "../model-change/acceptance.ts";
import {
  type ChangedMetric,
  type VersionChange,
  versionChange,
  type VersionedRows,
} from "../model-change/paired-versions.ts";
import type { Label } from "../phrases.ts";
import type { Undefined } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { modelChangeFinding, modelChangeNotAssessed } from "./model-change-finding.ts";
import type { ChangeOf, ComparedRows, JudgedCriterion } from "./version-changes.ts";

type ChangePlan = NonNullable<AuditPlan["modelChange"]>;

/**
 * Is the new version of the model no worse than the old, by criteria declared beforehand? Both on the same rows: overall
 * and in each level of the subgroups, with what changes place across each threshold.
 *
 * @see IMDRF (2025) Predetermined change control plans; DeLong et al (1988) Biometrics 44:837-845; Tango (1998) Stat Med
 * 17:891-908.
 */
export const modelChangeAnalysis: RowAnalysis = {
  id: "modelChange",
  source: [
    "FDA, Health Canada & MHRA (2023) Predetermined change control plans: guiding principles",
    "DeLong et al. (1988) Biometrics 44:837-845",
    "Tango (1998) Stat Med 17:891-908",
  ],
  columns({ modelChange }) {
    return modelChange === undefined ? [] : [modelChange.score.column];
  },
  analyse(cohort, plan, { thresholds }) {
    const { modelChange: section, policy } = plan;
    if (section === undefined) return [];
    if (cohort.weight !== undefined) return [modelChangeNotAssessed(section.version, "WEIGHTED_ROWS")];
    const groups = groupsOf(cohort, plan, section);
    const metrics = measuresOf(plan, thresholds);
    const changes = groups.map(({ rows }) =>
      metrics.map(({ metric, threshold }) => versionChange(rows, metric, threshold, policy.level)),
    );
    const changeIn = (group: number, metric: ChangedMetric, threshold: number | undefined): VersionChange | Undefined =>
      changes[group]![metrics.findIndex((m) => m.metric === metric && m.threshold === threshold)]!;
    const criteria = section.acceptance.map((criterion): JudgedCriterion => {
      const { metric, threshold, everywhere } = criterion;
      const judged = groups.flatMap(({ name, rows }, i) => {
        if (i > 0 && !everywhere) return [];
        const change = changeIn(i, metric, threshold);
        return [{ name, change, verdict: acceptance(change, criterion, enough(rows, policy.minimumEvents)) }];
      });
      return { criterion, judged, verdict: allCriteria(judged.map(({ verdict }) => verdict)) };
    });
    const overTime = groups.map(
      ({ name, rows }, i): ChangeOf => ({
        name,
        rows: rows.outcome.length,
        events: rows.outcome.reduce((sum, y) => sum + y, 0),
        changes: metrics.map((measure, k) => ({ ...measure, change: changes[i]![k]! })),
      }),
    );
    const verdict = allCriteria(criteria.map((c) => c.verdict));
    return [
      modelChangeFinding({ verdict, criteria, changes: overTime, all: groups[0]! }, { plan, section, thresholds }),
    ];
  },
};

/** Everybody, then every level that has rows, of rows on which both versions and the outcome are known. */
function groupsOf(cohort: Cohort, plan: AuditPlan, { score, subgroups }: ChangePlan): ComparedRows[] {
  const renewed = turned(cohort, plan, score.column);
  const known = Uint32Array.from({ length: cohort.rows }, (_, row) => row).filter(
    (row) => cohort.outcome[row] !== UNKNOWN && !Number.isNaN(cohort.score[row]!) && !Number.isNaN(renewed[row]!),
  );
  const count = (lacks: (row: number) => boolean): number => {
    let n = 0;
    for (let row = 0; row < cohort.rows; row++) if (lacks(row)) n += 1;
    return n;
  };
  const leftOut = {
    outcome: count((row) => cohort.outcome[row] === UNKNOWN),
    old: count((row) => cohort.outcome[row] !== UNKNOWN && Number.isNaN(cohort.score[row]!)),
    renewed: count(
      (row) => cohort.outcome[row] !== UNKNOWN && !Number.isNaN(cohort.score[row]!) && Number.isNaN(renewed[row]!),
    ),
  };
  const { patient, patients } = cohort;
  const clustered = patients?.repeated === true && plan.policy.assumeIndependentRows === undefined;
  const of = (name: Label, members: Uint32Array): ComparedRows => ({
    name,
    leftOut,
    clustered,
    rows: {
      old: Float64Array.from(members, (row) => cohort.score[row]!),
      renewed: Float64Array.from(members, (row) => renewed[row]!),
      outcome: Uint8Array.from(members, (row) => (cohort.outcome[row] === EVENT ? 1 : 0)),
      ...(clustered && patient !== undefined ? { cluster: Uint32Array.from(members, (row) => patient[row]!) } : {}),
    },
  });
  const followed = cohort.attributes.filter(({ id }) => subgroups === undefined || subgroups.includes(id));
  return [
    of({ say: "everybody" }, known),
    ...followed.flatMap(({ label, levels, codes }) =>
      levels.flatMap((level, code) => {
        const members = known.filter((row) => codes[row] === code);
        return members.length === 0 && level === NOT_RECORDED ? [] : [of(`${label}: ${level}`, members)];
      }),
    ),
  ];
}

/** What is compared: every metric of the criteria, and the usual ones at every declared threshold. */
function measuresOf({ score, modelChange }: AuditPlan, thresholds: readonly number[]) {
  const probability = score?.kind === "probability";
  const at = (threshold: number) =>
    (["sensitivity", "specificity", "ppv", ...(probability ? (["netBenefit"] as const) : [])] as const).map(
      (metric) => ({
        metric,
        threshold,
      }),
    );
  const declared = modelChange!.acceptance.flatMap(({ threshold }) => (threshold === undefined ? [] : [threshold]));
  const all: { readonly metric: ChangedMetric; readonly threshold: number | undefined }[] = [
    { metric: "auroc", threshold: undefined },
    ...(probability ? [{ metric: "brierScore", threshold: undefined } as const] : []),
    ...[...new Set([...thresholds, ...declared])].flatMap(at),
  ];
  return all;
}

function enough({ outcome }: VersionedRows, minimum: number): boolean {
  const events = outcome.reduce((sum, y) => sum + y, 0);
  return events >= minimum && outcome.length - events >= minimum;
}

/** The new version's scores, turned as the old one's were. */
function turned({ columns, scoreKind }: Cohort, { score }: AuditPlan, name: string): Float64Array {
  const values = columns.numeric.get(name);
  if (values === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
  if (score?.direction !== "lower-is-riskier") return values;
  return values.map((v) => (scoreKind === "probability" ? 1 - v : -v));
}
