import {
  concordanceCorrelation,
  continuousCalibration,
  handTillM,
  isUndefined,
  meanOneVsRest,
  mostProbableAgreement,
  multiClassScores,
  polytomousDiscrimination,
  predictionErrors,
  spearman,
  type Undefined,
} from "@auscult/metrics";
import type { GoldenMethod, Values } from "../pack.ts";

const LEVEL = 0.95;

export const outcomes: readonly GoldenMethod[] = [
  {
    method: "multiclass",
    run(_, [table]) {
      const classes = table!.columns.filter((name) => /^p\d+$/.test(name));
      const multiClass = {
        outcome: table!.numbers("y"),
        probability: classes.map((name) => table!.numbers(name)),
      };
      const mean = meanOneVsRest(multiClass);
      const scores = multiClassScores(multiClass);
      const agreement = mostProbableAgreement(multiClass);
      return {
        ...(isUndefined(mean)
          ? nulls(["auc_ovr_macro", "auc_ovr_weighted"])
          : { auc_ovr_macro: mean.macro, auc_ovr_weighted: mean.weighted }),
        auc_ovo_macro_handtill: orNull(handTillM(multiClass)),
        ...(isUndefined(scores)
          ? nulls(["log_loss", "brier_sum"])
          : { log_loss: scores.logLoss, brier_sum: scores.brierSum }),
        ...(isUndefined(agreement)
          ? nulls(["accuracy", "kappa", "kappa_linear", "kappa_quadratic"])
          : {
              accuracy: agreement.accuracy,
              kappa: orNull(agreement.kappa),
              kappa_linear: orNull(agreement.kappaLinear),
              kappa_quadratic: orNull(agreement.kappaQuadratic),
            }),
        pdi: orNull(polytomousDiscrimination(multiClass)),
      };
    },
  },
  {
    method: "continuous",
    run(_, [table]) {
      const prediction = table!.numbers("yhat");
      const outcome = table!.numbers("y");
      const errors = predictionErrors(prediction, outcome, LEVEL);
      const calibration = continuousCalibration(prediction, outcome, LEVEL);
      return {
        ...(isUndefined(errors)
          ? nulls(["r2", "r2_corr", "mae", "rmse", "median_ae", "mean_error", "mean_error_se", "loa_lo", "loa_hi"])
          : {
              r2: orNull(errors.rSquared),
              r2_corr: orNull(errors.squaredCorrelation),
              mae: errors.meanAbsoluteError,
              rmse: errors.rootMeanSquaredError,
              median_ae: errors.medianAbsoluteError,
              mean_error: errors.bias,
              mean_error_se: errors.spread?.biasStandardError ?? null,
              loa_lo: errors.spread?.agreement.low ?? null,
              loa_hi: errors.spread?.agreement.high ?? null,
            }),
        ...(isUndefined(calibration)
          ? nulls(["cal_intercept", "cal_slope", "cal_slope_se", "cal_slope_lo", "cal_slope_hi", "joint_F", "joint_p"])
          : {
              cal_intercept: calibration.intercept,
              cal_slope: calibration.slope,
              cal_slope_se: calibration.slopeStandardError,
              cal_slope_lo: calibration.slopeLow,
              cal_slope_hi: calibration.slopeHigh,
              joint_F: calibration.joint?.f ?? null,
              joint_p: calibration.joint?.p ?? null,
            }),
        ccc: orNull(concordanceCorrelation(prediction, outcome)),
        spearman: orNull(spearman(prediction, outcome)),
      };
    },
  },
];

function orNull(value: number | Undefined): number | null {
  return typeof value === "number" ? value : null;
}

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
