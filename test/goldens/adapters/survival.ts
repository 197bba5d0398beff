import {
  type FollowUp,
  harrellC,
  ipcwBrier,
  isUndefined,
  kaplanMeier,
  observedExpectedRisk,
  survivalCalibrationSlope,
  timeDependentAuc,
  unoC,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Values } from "../pack.ts";

const LEVEL = 0.95;

export const survival: readonly GoldenMethod[] = [
  {
    method: "cindex_harrell",
    run(params, [table]) {
      const fit = harrellC(followUp(params, table!, "event"), score(params, table!));
      if (isUndefined(fit)) return nulls(["c", "se", "concordant", "discordant", "tied_risk", "tied_time"]);
      return {
        c: fit.value,
        se: fit.standardError,
        concordant: fit.concordant,
        discordant: fit.discordant,
        tied_risk: fit.tiedScore,
        tied_time: fit.tiedTime,
      };
    },
  },
  {
    method: "cindex_uno",
    run(params, [table]) {
      const fit = unoC(followUp(params, table!, "event"), score(params, table!), params.number("tau"));
      return { c: isUndefined(fit) ? null : fit.value };
    },
  },
  {
    method: "td_auc",
    run(params, [table]) {
      const auc = timeDependentAuc(followUp(params, table!, "event"), score(params, table!), params.number("horizon"));
      const brier = ipcwBrier(followUp(params, table!, "event"), score(params, table!), params.number("horizon"));
      return {
        ...(isUndefined(auc) ? nulls(["auc", "auc_se"]) : { auc: auc.value, auc_se: auc.standardError }),
        ...(isUndefined(brier)
          ? nulls(["brier", "brier_se", "brier_null", "ipa"])
          : { brier: brier.value, brier_se: brier.standardError, brier_null: brier.uninformative, ipa: brier.ipa }),
      };
    },
  },
  {
    method: "km_oe",
    run(params, [table]) {
      const horizon = params.number("horizon");
      const km = kaplanMeier(followUp(params, table!, "event"), horizon, LEVEL);
      const ratio = observedExpectedRisk(followUp(params, table!, "event"), score(params, table!), horizon, LEVEL);
      return {
        ...(isUndefined(km)
          ? nulls(["km_surv", "greenwood_se", "loglog_lo", "loglog_hi"])
          : {
              km_surv: km.survival,
              greenwood_se: km.standardError,
              loglog_lo: km.interval?.low ?? null,
              loglog_hi: km.interval?.high ?? null,
            }),
        ...(isUndefined(ratio)
          ? nulls(["observed_risk", "expected_risk", "oe", "oe_log_lo", "oe_log_hi"])
          : {
              observed_risk: ratio.observed,
              expected_risk: ratio.expected,
              oe: ratio.value,
              oe_log_lo: ratio.interval?.low ?? null,
              oe_log_hi: ratio.interval?.high ?? null,
            }),
      };
    },
  },
  {
    method: "cr_metrics",
    run(params, [table]) {
      const followed = followUp(params, table!, "status");
      const horizon = params.number("horizon");
      const auc = timeDependentAuc(followed, score(params, table!), horizon);
      const brier = ipcwBrier(followed, score(params, table!), horizon);
      const ratio = observedExpectedRisk(followed, score(params, table!), horizon, LEVEL);
      return {
        auc: isUndefined(auc) ? null : auc.value,
        brier: isUndefined(brier) ? null : brier.value,
        cif: isUndefined(ratio) ? null : ratio.observed,
        oe: isUndefined(ratio) ? null : ratio.value,
      };
    },
  },
  {
    method: "surv_cal_slope",
    run(params, [table]) {
      const horizon = params.has("horizon") ? { horizon: params.number("horizon") } : {};
      const followed = followUp(params, table!, "event");
      const efron = survivalCalibrationSlope(followed, score(params, table!), LEVEL, horizon);
      const breslow = survivalCalibrationSlope(followed, score(params, table!), LEVEL, { ...horizon, ties: "breslow" });
      return {
        ...(isUndefined(efron)
          ? nulls(["slope_efron", "se_efron", "lo", "hi"])
          : { slope_efron: efron.value, se_efron: efron.standardError, lo: efron.low, hi: efron.high }),
        ...(isUndefined(breslow)
          ? nulls(["slope_breslow", "se_breslow"])
          : { slope_breslow: breslow.value, se_breslow: breslow.standardError }),
      };
    },
  },
];

function followUp(params: Params, table: GoldenTable, status: "event" | "status"): FollowUp {
  return { time: table.numbers(params.text("time")), status: table.numbers(params.text(status)) };
}

function score(params: Params, table: GoldenTable): Float64Array {
  return table.numbers(params.text("score"));
}

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
