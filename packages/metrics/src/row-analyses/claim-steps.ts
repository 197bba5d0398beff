import { type AurocExplained, explainAuroc } from "../claims/explain-auroc.ts";
import { type ClaimedRates, claimAtPrevalence } from "../claims/explain-predictive-value.ts";
import { countsInBlocks } from "../claims/test-claim.ts";
import type { FindingTable } from "../finding.ts";
import { totalsOf } from "../inference/totals.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import { explainOptions, type TestedClaim, unitOf } from "./claim-parts.ts";
import { limits } from "./numbers.ts";

/** A claim explained step by step, from what was claimed to what was measured. */
export interface Steps {
  readonly table: FindingTable;
  readonly meaning: Label;
}

/** Steps for an AUROC of a probability, and for a predictive value whose sensitivity and specificity were claimed too. */
export function stepsOf(tested: TestedClaim): Steps | undefined {
  const { metric, published } = tested.read;
  if (tested.test.measured.estimate.value === null || published.from < published.to) return undefined;
  if (metric.id === "auroc") return aurocSteps(tested);
  return metric.id === "ppv" || metric.id === "npv" ? predictiveValueSteps(tested, metric.id) : undefined;
}

function aurocSteps(tested: TestedClaim): Steps | undefined {
  const { tally, plan, population, test } = tested;
  if (tally.scoreKind !== "probability") return undefined;
  const independent = plan.policy.assumeIndependentRows !== undefined;
  const found = explainAuroc(countsInBlocks(tally, population, test.measured, independent), explainOptions(plan));
  if (isUndefined(found)) return undefined;
  return { table: table(tested, aurocRows(tested, found)), meaning: { say: "caseMixMeaning" } };
}

function aurocRows({ read }: TestedClaim, found: AurocExplained): FindingTable["rows"] {
  const claimed = read.published.from;
  const { expected, recalibrated, observed, miscalibration, remainder } = found;
  const shifted = expected.interval;
  return [
    [{ say: "stepClaimed" }, claimed, ...limits(null), null, null, null],
    [
      { say: "stepCaseMix" },
      expected.value,
      ...limits(expected.interval),
      expected.value - claimed,
      shifted === null ? null : shifted.low - claimed,
      shifted === null ? null : shifted.high - claimed,
    ],
    [
      { say: "stepMiscalibration" },
      recalibrated.value,
      ...limits(recalibrated.interval),
      miscalibration.value,
      ...limits(miscalibration.interval),
    ],
    [
      { say: "stepObserved" },
      observed.value,
      ...limits(observed.interval),
      remainder.value,
      ...limits(remainder.interval),
    ],
  ];
}

function predictiveValueSteps(tested: TestedClaim, which: "ppv" | "npv"): Steps | undefined {
  const { read, test, plan } = tested;
  const claimed = claimedRates(tested);
  if (claimed === undefined) return undefined;
  const { prevalence } = totalsOf(test.measured.counts);
  const here = claimAtPrevalence(which, claimed, prevalence, plan.policy.level);
  if (isUndefined(here)) return undefined;
  const { value } = test.measured.estimate;
  const rows: FindingTable["rows"] = [
    [
      { say: "stepClaimed" },
      read.published.from,
      ...limits(
        read.published.interval === null
          ? null
          : { ...read.published.interval, level: plan.policy.level, method: "published" },
      ),
      null,
      null,
      null,
    ],
    [
      { say: "stepPrevalence", with: { prevalence } },
      here.value,
      ...limits(here.interval),
      here.value - read.published.from,
      null,
      null,
    ],
    [{ say: "stepObserved" }, value, ...limits(test.judged), value! - here.value, null, null],
  ];
  return { table: table(tested, rows), meaning: { say: "prevalenceMeaning" } };
}

/** Sensitivity and specificity behind the predictive value: from its own 2 × 2 table, or claimed beside it at the same threshold. */
function claimedRates({ read, plan }: TestedClaim): ClaimedRates | undefined {
  const { claim } = read;
  if (claim.counts !== undefined) return { counts: claim.counts };
  const beside = (metric: string): number | undefined => {
    const found = plan.claims.find(
      (other) =>
        other.metric === metric &&
        other.threshold === claim.threshold &&
        other.subgroup?.id === claim.subgroup?.id &&
        other.subgroup?.level === claim.subgroup?.level,
    );
    return typeof found?.value === "number" ? found.value : undefined;
  };
  const [sensitivity, specificity] = [beside("sensitivity"), beside("specificity")];
  return sensitivity === undefined || specificity === undefined ? undefined : { sensitivity, specificity };
}

function table({ read }: TestedClaim, rows: FindingTable["rows"]): FindingTable {
  const unit = unitOf(read.metric);
  return {
    id: "steps",
    caption: { say: "claimExplained" },
    columns: [
      { id: "step", label: { say: "claimStep" }, unit: "text" },
      { id: "value", label: { say: "value" }, unit },
      { id: "low", label: { say: "low" }, unit },
      { id: "high", label: { say: "high" }, unit },
      { id: "change", label: { say: "changeFromBefore" }, unit: "number" },
      { id: "changeLow", label: { say: "low" }, unit: "number" },
      { id: "changeHigh", label: { say: "high" }, unit: "number" },
    ],
    rows,
  };
}
