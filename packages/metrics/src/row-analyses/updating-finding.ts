import type { AuditPlan } from "@auscult/core";
import type { Finding, FindingNumber, FindingTable } from "../finding.ts";
import { metrics } from "../metrics.ts";
import type { Label } from "../phrases.ts";
import { isUndefined, type Reason } from "../result.ts";
import { carryThreshold } from "../updating/carry-threshold.ts";
import { fitUpdate } from "../updating/fit-update.ts";
import { type Asked, judgeUpdate } from "../updating/judge-update.ts";
import { type SelectedUpdate, selectUpdate } from "../updating/select-update.ts";
import { UPDATE_VERDICTS } from "../updating/update-verdict.ts";
import type { UpdateRows } from "../updating/update-rows.ts";
import { plainNumber } from "./numbers.ts";
import { carriedTable, judgedTable, testsTable } from "./updating-tables.ts";

const REPLICATES = 200;
/** Each fits the update and every metric anew; with the resample's own chance taken off so many are enough. */
const JUDGED_REPLICATES = 100;
const JUDGED = ["observedExpectedRatio", "calibrationInTheLarge", "calibrationSlope", "brierScore", "logLoss", "auroc"];
const AT_THRESHOLD = ["netBenefit"];

export interface UpdatingInput {
  readonly plan: AuditPlan;
  readonly updating: NonNullable<AuditPlan["updating"]>;
  readonly rows: UpdateRows;
  readonly leftOut: { readonly certain: number; readonly predictors: number };
}

const HEAD = {
  id: "updating",
  kind: "updating",
  subject: { say: "updatingSubject" },
  scope: "local",
  exploratory: false,
  source: ["Vergouwe et al. (2017) Stat Med 36:4529-4539", "Van Calster et al. (2019) BMC Med 17:230"],
} as const;

/** Said of every update, whatever it would give. */
const WARNING: Label = { say: "updatingWarning" };

export function notUpdated(reason: Reason): Finding {
  return { ...HEAD, verdict: "not_estimable", reason, notes: [WARNING], numbers: [], tables: [], charts: [] };
}

export function updatingFinding(input: UpdatingInput): Finding {
  const { plan, updating, rows, leftOut } = input;
  const { level, seed } = plan.policy;
  const found = selectUpdate(rows, 1 - level);
  if (isUndefined(found)) return notUpdated(found.reason);
  const judged = judgeUpdate(found.selected, rows, askedOf(updating), { seed, replicates: JUDGED_REPLICATES });
  const { threshold: risk } = updating;
  const carried =
    risk === undefined
      ? []
      : carryThreshold(rows, { risk, keep: keptOf(plan, updating), level, seed, replicates: REPLICATES });
  const tables: FindingTable[] = [
    testsTable(found),
    ...(isUndefined(judged) ? [] : [judgedTable(judged)]),
    ...(carried.length === 0 ? [] : [carriedTable(carried)]),
  ];
  return {
    ...HEAD,
    verdict: UPDATE_VERDICTS[found.selected],
    notes: notesOf(input, found, carried.length > 0),
    numbers: [
      ...coefficientsOf(found, rows),
      plainNumber(["rows", { say: "rows" }, "count"], rows.outcome.length),
      plainNumber(["leftOutCertain", { say: "leftOutCertain" }, "count"], leftOut.certain),
      ...(updating.predictors === undefined
        ? []
        : [plainNumber(["leftOutPredictors", { say: "rowsLeftOutMissing" }, "count"], leftOut.predictors)]),
    ],
    tables,
    charts:
      risk === undefined
        ? []
        : [
            {
              id: "thresholds",
              title: { say: "carriedThresholds" },
              table: "thresholds",
              mark: "intervals",
              x: "kept",
              y: "threshold",
              low: "low",
              high: "high",
              rules: [{ axis: "y", at: risk, kind: "threshold", label: { say: "vendorsThreshold" } }],
            },
          ],
  };
}

function askedOf({ threshold }: UpdatingInput["updating"]): Asked[] {
  const find = (id: string) => metrics.filter((metric) => metric.id === id);
  return [
    ...JUDGED.flatMap(find).map((metric) => ({ metric })),
    ...(threshold === undefined ? [] : AT_THRESHOLD.flatMap(find).map((metric) => ({ metric, threshold }))),
  ];
}

/** What is to be kept: declared, or else as claimed of everybody at the same threshold. */
function keptOf({ claims }: AuditPlan, { keep, threshold }: UpdatingInput["updating"]) {
  const claimed = (metric: string): number | undefined => {
    const claim = claims.find((c) => c.metric === metric && c.threshold === threshold && c.subgroup === undefined);
    return typeof claim?.value === "number" ? claim.value : undefined;
  };
  const kept = {
    alertRate: keep.alertRate ?? claimed("selectionRate"),
    sensitivity: keep.sensitivity ?? claimed("sensitivity"),
    netBenefit: keep.netBenefit ?? claimed("netBenefit"),
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

function notesOf({ updating, rows }: UpdatingInput, { selected }: SelectedUpdate, carried: boolean): Label[] {
  return [
    WARNING,
    { say: "updatingReason", with: { reason: updating.reason } },
    ...(updating.predictors === undefined ? [{ say: "updatingClosed" } as const] : []),
    ...(rows.cluster === undefined ? [] : [{ say: "updatingRepeated" } as const]),
    ...(selected === "no_update" ? [{ say: "updatingNoneMeaning" } as const] : [{ say: "updatingCorrected" } as const]),
    ...(carried ? [{ say: "carriedMeaning" } as const] : []),
  ];
}

/** The coefficients of a closed model's updates. Of a refitted model they are many, and its own business. */
function coefficientsOf({ selected }: SelectedUpdate, rows: UpdateRows): FindingNumber[] {
  if (selected === "no_update" || selected === "revision") return [];
  const fit = fitUpdate(selected, rows);
  if (isUndefined(fit)) return [];
  const [intercept, slope] = fit.coefficients;
  return [
    plainNumber(["intercept", { say: "updateIntercept" }, "log-odds"], intercept!),
    ...(slope === undefined ? [] : [plainNumber(["slope", { say: "updateSlope" }, "ratio"], slope)]),
  ];
}
