import {
  boundingFactor,
  type CommonEffect,
  cochranArmitage,
  counterfactualPerformance,
  eValue,
  isUndefined,
  jonckheereTerpstra,
  mantelHaenszel,
  marginalContrasts,
  modelContrast,
  ratioAfterBias,
  reclassifiedByFactor,
  standardisedRisk,
  treatmentMaskingVerdict,
  type Undefined,
  untreatedRisk,
  untreatedWeights,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";

const LEVEL = 0.95;

function given<T extends object>(result: T | Undefined, values: (result: T) => Values): Values {
  return isUndefined(result) ? {} : values(result);
}

function number(value: number | Undefined | null | undefined): Value {
  return typeof value === "number" ? value : null;
}

function valueOf(result: { readonly value: number } | Undefined): Value {
  return isUndefined(result) ? null : result.value;
}

function limits(params: Params, name: string): { low: number; high: number } | null {
  if (!params.has(name)) return null;
  const [low, high] = params.numbers(name);
  return low === undefined || high === undefined ? null : { low, high };
}

function asthma(table: GoldenTable) {
  return {
    outcome: table.numbers("death"),
    factor: table.numbers("asthma"),
    treatment: table.numbers("icu"),
    covariates: [table.numbers("age"), table.numbers("sev"), table.numbers("copd")],
  };
}

const contrasts: GoldenMethod = {
  method: "masked_contrasts",
  run(params, [table]) {
    const columns = { ...asthma(table!), factor: table!.numbers(params.text("factor")) };
    const { outcome, treatment, outcomeTreated, outcomeUntreated } = marginalContrasts(columns, LEVEL);
    const score = table!.numbers("p");
    const counterfactual = { ifPresent: table!.numbers("p_cf1"), ifAbsent: table!.numbers("p_cf0") };
    const toggled = modelContrast(columns, score, counterfactual, LEVEL);
    const between = modelContrast(columns, score, undefined, LEVEL);
    return {
      ...given(outcome, ({ difference, ratio }) => ({
        obs_rd: difference.value,
        obs_rd_lo: difference.interval.low,
        obs_rd_hi: difference.interval.high,
        obs_rr_lo: ratio?.interval.low ?? null,
        obs_rr_hi: ratio?.interval.high ?? null,
      })),
      ...given(toggled, ({ effect, logOdds }) => ({
        model_pdp_diff: effect.value,
        model_pdp_logit_diff: logOdds?.value ?? null,
      })),
      ...given(between, ({ effect }) => ({ model_score_diff: effect.value })),
      rd_treated: isUndefined(outcomeTreated) ? null : outcomeTreated.difference.value,
      rd_untreated: isUndefined(outcomeUntreated) ? null : outcomeUntreated.difference.value,
      treat_rate_factor: isUndefined(treatment) ? null : treatment.risk.with,
      treat_rate_nofactor: isUndefined(treatment) ? null : treatment.risk.without,
    };
  },
};

const standardised: GoldenMethod = {
  method: "masked_standardised",
  run(_params, [table]) {
    const columns = asthma(table!);
    const plain = standardisedRisk(columns, { level: LEVEL });
    const adjusted = standardisedRisk(columns, { level: LEVEL, world: "adjusted for treatment" });
    return {
      ...given(plain, (r) => ({
        rd_std: r.difference.value,
        rd_std_se_fixedX: r.difference.standardError,
        risk1: r.riskWith,
        risk0: r.riskWithout,
        rr_std: r.ratio,
        logor: r.logOdds.value,
        logor_se: r.logOdds.standardError,
        one_sided_p_harm: r.pHarmful,
        one_sided_p_protect: r.pProtective,
      })),
      ...given(adjusted, (r) => ({
        rd_std_icu_adj: r.difference.value,
        rd_std_icu_adj_se: r.difference.standardError,
        logor_icu_adj: r.logOdds.value,
        logor_icu_adj_se: r.logOdds.standardError,
      })),
    };
  },
};

const ipw: GoldenMethod = {
  method: "masked_ipw",
  run(_params, [table]) {
    const weights = untreatedWeights(asthma(table!));
    if (isUndefined(weights)) return {};
    const risk = untreatedRisk(weights, LEVEL);
    const values: Record<string, Value> = {};
    for (const [key, of] of [
      ["1", risk.with],
      ["0", risk.without],
    ] as const) {
      values[`risk_untreated_${key}`] = of.risk;
      values[`se_stacked_${key}`] = of.standardError;
      values[`se_fixedw_${key}`] = of.fixedWeightsStandardError;
      values[`max_weight_${key}`] = of.positivity.maximumWeight;
      values[`ess_${key}`] = of.positivity.effectiveRows;
    }
    return {
      ...values,
      rd_untreated: risk.difference.value,
      rd_se_stacked: risk.difference.standardError,
      rr_untreated: risk.ratio,
    };
  },
};

const performance: GoldenMethod = {
  method: "cf_performance",
  run(_params, [table]) {
    const weights = untreatedWeights(asthma(table!));
    if (isUndefined(weights)) return {};
    const result = counterfactualPerformance(weights, table!.numbers("p"), LEVEL);
    return given(result, ({ factual, untreated, untreatedUnweighted, positivity }) => ({
      auc_factual: number(factual.auroc),
      auc_untreated_naive: number(untreatedUnweighted.auroc),
      auc_cf: number(untreated.auroc),
      brier_factual: factual.brierScore,
      brier_cf: untreated.brierScore,
      oe_factual: valueOf(factual.observedExpected),
      oe_cf: valueOf(untreated.observedExpected),
      oe_cf_factor: valueOf(untreated.observedExpectedWith),
      oe_cf_nofactor: valueOf(untreated.observedExpectedWithout),
      oe_factual_factor: valueOf(factual.observedExpectedWith),
      ess: positivity.effectiveRows,
    }));
  },
};

const strata: GoldenMethod = {
  method: "mh_strata",
  run(_params, [table]) {
    const [x1, n1, x2, n2] = ["x1", "n1", "x2", "n2"].map((name) => table!.numbers(name));
    const list = Array.from(x1!, (x, s) => ({
      events: { with: x, without: x2![s]! },
      rows: { with: n1![s]!, without: n2![s]! },
    }));
    const interval = (effect: CommonEffect | Undefined): readonly [Value, Value] =>
      isUndefined(effect) ? [null, null] : [effect.interval?.low ?? null, effect.interval?.high ?? null];
    return given(mantelHaenszel(list, LEVEL), (mh) => ({
      mh_or: valueOf(mh.oddsRatio),
      mh_or_lo: interval(mh.oddsRatio)[0],
      mh_or_hi: interval(mh.oddsRatio)[1],
      cmh_chi2: mh.test && !isUndefined(mh.test) ? mh.test.chiSquared : null,
      cmh_p: isUndefined(mh.test) ? null : mh.test.p,
      mh_rr: valueOf(mh.riskRatio),
      mh_rr_lo: interval(mh.riskRatio)[0],
      mh_rr_hi: interval(mh.riskRatio)[1],
      mh_rd: mh.riskDifference.value,
      mh_rd_se_sato: mh.riskDifference.standardError,
      mh_rd_se_gr: mh.riskDifferenceErrorGreenland,
      breslow_day_chi2: isUndefined(mh.homogeneity) ? null : mh.homogeneity.chiSquared,
      breslow_day_p: isUndefined(mh.homogeneity) ? null : mh.homogeneity.p,
    }));
  },
};

const trend: GoldenMethod = {
  method: "trend_tests",
  run(_params, [table]) {
    const stage = table!.numbers("stage");
    const death = table!.numbers("death");
    const levels = [...new Set(stage)]
      .sort((a, b) => a - b)
      .map((score) => {
        const rows = [...stage.keys()].filter((i) => stage[i] === score);
        return { score, rows: rows.length, events: rows.filter((i) => death[i] === 1).length };
      });
    return {
      ...given(cochranArmitage(levels), (t) => ({ ca_chi2: t.chiSquared, ca_p: t.p })),
      ...given(jonckheereTerpstra(death, stage), (t) => ({
        jt_stat: t.statistic,
        jt_mean: t.mean,
        jt_var: t.variance,
        jt_z: t.z,
        jt_p: t.p,
      })),
    };
  },
};

const reclassified: GoldenMethod = {
  method: "masked_reclass",
  run(params, [table]) {
    const predictions = { ifPresent: table!.numbers("p_cf1"), ifAbsent: table!.numbers("p_cf0") };
    const { factor, outcome } = asthma(table!);
    return given(reclassifiedByFactor(factor, predictions, outcome, params.number("threshold")), (r) => ({
      n_factor: r.withFactor,
      n_deescalated: r.deescalated,
      n_escalated: r.escalated,
      share_deescalated: r.shareDeescalated,
      deaths_deescalated: r.eventsDeescalated,
      alert_rate_factor: r.flaggedShare,
      alert_rate_factor_if_absent: r.flaggedShareIfAbsent,
    }));
  },
};

const strength: GoldenMethod = {
  method: "evalue",
  run(params) {
    const interval = { low: params.number("lo"), high: params.number("hi") };
    const bound = boundingFactor(params.number("rr_ud"), params.number("rr_eu"));
    return {
      ...given(eValue(params.number("rr"), interval), (e) => ({ evalue_point: e.point, evalue_ci: e.limit })),
      bounding_factor: bound,
      rr_after_max_bias: ratioAfterBias(params.number("rr"), bound),
    };
  },
};

const verdict: GoldenMethod = {
  method: "masked_verdict",
  run(params) {
    const contrasts = {
      model: limits(params, "model"),
      treatment: limits(params, "treat"),
      untreated: limits(params, "untreated"),
    };
    return { verdict: treatmentMaskingVerdict(contrasts, params.number("direction") < 0 ? -1 : 1) };
  },
};

export const treatmentMasking: readonly GoldenMethod[] = [
  contrasts,
  standardised,
  ipw,
  performance,
  strata,
  trend,
  reclassified,
  strength,
  verdict,
];
