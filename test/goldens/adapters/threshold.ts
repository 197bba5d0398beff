import {
  confusion,
  countScores,
  evaluate,
  type Evaluated,
  isUndefined,
  katzRatio,
  koopmanRatio,
  metrics,
  pairedPredictiveValue,
  predictiveValuesAtPrevalence,
  type Undefined,
  woolfOddsRatio,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";
import { limits, number } from "./proportions.ts";

const LEVEL = 0.95;

/** Golden key → metric id. */
const RATES = {
  sensitivity: "sensitivity",
  specificity: "specificity",
  ppv: "ppv",
  npv: "npv",
  fpr: "falsePositiveRate",
  fnr: "falseNegativeRate",
  for_rate: "falseOmissionRate",
  fdr: "falseDiscoveryRate",
  accuracy: "accuracy",
  balanced_accuracy: "balancedAccuracy",
  youden: "youden",
  f1: "f1",
  mcc: "mcc",
  kappa: "kappa",
  alert_rate: "selectionRate",
  prevalence: "prevalence",
  nne: "nne",
  lr_pos: "positiveLikelihoodRatio",
  lr_neg: "negativeLikelihoodRatio",
  dor: "diagnosticOddsRatio",
} as const;

export const threshold: readonly GoldenMethod[] = [
  { method: "threshold_metrics", run: (params, [table]) => all(params, table!) },
  { method: "lr_ci", run: (params, [table]) => likelihoodRatios(params, table!) },
  { method: "f1_mcc_ci", run: (params, [table]) => f1AndMcc(params, table!) },
  { method: "pv_prev_adjusted", run: (params, [table]) => adjusted(params, table!) },
  { method: "paired_ppv", run: (params, [table]) => paired(params, table!) },
];

function countsOf(params: Params, table: GoldenTable): ReturnType<typeof countScores> {
  const weights = params.has("weight") ? table.numbers(params.text("weight")) : undefined;
  return countScores(table.numbers(params.text("score")), table.numbers(params.text("label")), weights);
}

function at(params: Params, table: GoldenTable, id: string): Evaluated | undefined {
  const metric = metrics.find((m) => m.id === id)!;
  const found = evaluate(metric, countsOf(params, table), {
    level: LEVEL,
    at: { threshold: params.number("threshold") },
    scoreKind: "ordinal",
  });
  return isUndefined(found) ? undefined : found;
}

function cellsOf(params: Params, table: GoldenTable): { tp: number; fp: number; fn: number; tn: number } {
  const cells = confusion(countsOf(params, table), params.number("threshold"));
  return {
    tp: cells.truePositives.sum,
    fp: cells.falsePositives.sum,
    fn: cells.falseNegatives.sum,
    tn: cells.trueNegatives.sum,
  };
}

function all(params: Params, table: GoldenTable): Values {
  const values = Object.entries(RATES).map(([key, id]): [string, Value] => [
    key,
    at(params, table, id)?.point.value ?? null,
  ]);
  return { ...cellsOf(params, table), ...Object.fromEntries(values) };
}

function likelihoodRatios(params: Params, table: GoldenTable): Values {
  const { tp, fp, fn, tn } = cellsOf(params, table);
  const flagged = [
    { hits: tp, rows: tp + fn },
    { hits: fp, rows: fp + tn },
  ] as const;
  const passedOver = [
    { hits: fn, rows: tp + fn },
    { hits: tn, rows: fp + tn },
  ] as const;
  const value = (id: string): Value => at(params, table, id)?.point.value ?? null;
  return {
    lr_pos: value("positiveLikelihoodRatio"),
    ...limits("lr_pos", katzRatio(...flagged, LEVEL)),
    lr_neg: value("negativeLikelihoodRatio"),
    ...limits("lr_neg", katzRatio(...passedOver, LEVEL)),
    dor: value("diagnosticOddsRatio"),
    ...limits("dor", woolfOddsRatio(...flagged, LEVEL)),
    ...limits("lr_pos_score", koopmanRatio(...flagged, LEVEL)),
    ...limits("lr_neg_score", koopmanRatio(...passedOver, LEVEL)),
  };
}

function f1AndMcc(params: Params, table: GoldenTable): Values {
  const f1 = at(params, table, "f1");
  const mcc = at(params, table, "mcc");
  return {
    f1: f1?.point.value ?? null,
    ...limits("f1_wilson", f1?.interval),
    mcc: mcc?.point.value ?? null,
    mcc_delta_se: mcc?.point.standardError ?? null,
  };
}

function adjusted(params: Params, table: GoldenTable): Values {
  const { tp, fp, fn, tn } = cellsOf(params, table);
  const cells = { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn };
  const found = known(predictiveValuesAtPrevalence(cells, params.number("prevalence"), LEVEL));
  return {
    ppv: found === undefined ? null : number(found.ppv),
    ...limits("ppv", found?.ppvInterval),
    npv: found === undefined ? null : number(found.npv),
    ...limits("npv", found?.npvInterval),
    nne: found === undefined ? null : number(found.nne),
  };
}

function paired(params: Params, table: GoldenTable): Values {
  const flags = (column: string): Uint8Array =>
    Uint8Array.from(table.numbers(params.text(column)), (s) => (s >= params.number("threshold") ? 1 : 0));
  const outcome = table.numbers(params.text("label"));
  const found = known(pairedPredictiveValue(outcome, flags("score"), flags("score2"), LEVEL));
  return {
    ppv1: found?.first ?? null,
    ppv2: found?.second ?? null,
    rel_ppv: found?.ratio ?? null,
    log_se: found?.logError ?? null,
    lo: found?.interval.low ?? null,
    hi: found?.interval.high ?? null,
    wgs_chi2: found?.chiSquared ?? null,
    wgs_p: found?.p ?? null,
  };
}

function known<T extends object>(value: T | Undefined): T | undefined {
  return isUndefined(value) ? undefined : value;
}
