import type { ScoreCounts } from "@auscult/core";
import {
  brierDifference,
  brierScore,
  calibrationErrors,
  calibrationWithinGroups,
  binnedCalibration,
  clusteredRecalibration,
  corpDecomposition,
  countScores,
  curveAt,
  expectedBrier,
  flexibleCalibration,
  hosmerLemeshow,
  type Interval,
  isUndefined,
  kishRows,
  type LikelihoodRatioTest,
  logLossOf,
  moderateCalibrationTest,
  murphyDecomposition,
  observedExpected,
  observedExpectedIntervals,
  recalibrate,
  recalibrateIntercept,
  recalibrationTests,
  scaledBrierScore,
  smoothedCalibrationErrors,
  spiegelhalterTest,
  type Undefined,
  undefinedBecause,
  valProbIndices,
  waldInterval,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Values } from "../pack.ts";

const LEVEL = 0.95;
const NONE = undefinedBecause("MISSING_INPUT");

function columns(params: Params, table: GoldenTable): { score: Float64Array; outcome: Float64Array } {
  return { score: table.numbers(params.text("score")), outcome: table.numbers(params.text("label")) };
}

function countsOf(params: Params, table: GoldenTable): ScoreCounts {
  const { score, outcome } = columns(params, table);
  return countScores(score, outcome, params.has("weight") ? table.numbers(params.text("weight")) : undefined);
}

function known<T extends object>(value: T | Undefined): Partial<T> {
  return isUndefined(value) ? {} : value;
}

/** What is not given is not estimable. */
function values(entries: Record<string, Values[string] | undefined>): Values {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value ?? null]));
}

function limits(prefix: string, interval: Interval | undefined): Record<string, number | undefined> {
  return { [`${prefix}_lo`]: interval?.low, [`${prefix}_hi`]: interval?.high };
}

function pAndChiSquared(
  name: string,
  test: LikelihoodRatioTest | Undefined | undefined,
): Record<string, number | undefined> {
  const { chiSquared, p } = known(test ?? NONE);
  return { [name]: chiSquared, [`${name}_p`]: p };
}

/** The rows of each group, groups sorted. */
function byGroup(params: Params, table: GoldenTable): ScoreCounts[] {
  const { score, outcome } = columns(params, table);
  const group = table.texts(params.text("group"));
  return [...new Set(group)].sort().map((name) => {
    const of = (column: Float64Array) => column.filter((_, i) => group[i] === name);
    return countScores(of(score), of(outcome));
  });
}

export const calibration: readonly GoldenMethod[] = [
  {
    method: "cal_logistic",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const large = known(recalibrateIntercept(counts));
      const free = known(recalibrate(counts));
      const tests = known(recalibrationTests(counts));
      const overall = known(tests.overall ?? NONE);
      return values({
        citl: large.intercept,
        citl_se: large.standardError,
        ...limits("citl", waldInterval(large.intercept ?? Number.NaN, large.standardError ?? 0, LEVEL)),
        intercept: free.intercept,
        slope: free.slope,
        intercept_se: free.interceptStandardError,
        slope_se: free.slopeStandardError,
        cov_ab: free.covariance,
        ...limits("slope", waldInterval(free.slope ?? Number.NaN, free.slopeStandardError ?? 0, LEVEL)),
        cox_lr_chi2: overall.chiSquared,
        cox_lr_p: overall.p,
        citl_lr_chi2: tests.inTheLarge?.chiSquared,
        citl_lr_p: tests.inTheLarge?.p,
        slope_given_lr_chi2: known(tests.slopeGivenIntercept ?? NONE).chiSquared,
        loglik_original: tests.logLikelihoodOriginal,
        loglik_recal: free.logLikelihood,
      });
    },
  },
  {
    method: "oe_ratio",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const oe = known(observedExpected(counts));
      const intervals = known(observedExpectedIntervals(counts, LEVEL));
      return values({
        observed: oe.observed,
        expected: oe.expected,
        oe: oe.ratio,
        log_se: oe.logStandardError,
        ...limits("log", intervals.log),
        ...limits("wilson", intervals.wilson),
        ...limits("cp", intervals.clopperPearson),
        ...limits("poisson_exact", intervals.exactPoisson),
        z_h0: oe.z,
        p_h0: oe.p,
      });
    },
  },
  {
    method: "brier_suite",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const brier = known(brierScore.point(counts, {}));
      const scaled = known(scaledBrierScore.point(counts, {}));
      const test = known(spiegelhalterTest(counts));
      const corp = known(corpDecomposition(counts));
      const loss = logLossOf(counts);
      const expected = expectedBrier(counts);
      return values({
        brier: brier.value,
        brier_se: brier.standardError,
        brier_null: corp.uncertainty,
        scaled_brier: scaled.value,
        expected_brier: typeof expected === "number" ? expected : null,
        spiegelhalter_z: test.z,
        spiegelhalter_p: test.p,
        log_loss: isUndefined(loss) ? null : loss.value,
      });
    },
  },
  {
    method: "valprob_indices",
    run(params, [table]) {
      const v = known(valProbIndices(countsOf(params, table!)));
      const after = known(v.recalibrated ?? NONE);
      return values({
        Dxy: v.dxy,
        C: v.c,
        R2_nagelkerke_fixed: v.r2,
        D: v.discrimination,
        D_chi2: v.discriminationChiSquared,
        U: after.unreliability,
        U_chi2: after.unreliabilityChiSquared,
        Q: after.quality,
        R2_nagelkerke_recalibrated: after.r2,
        D_recalibrated: after.discrimination,
      });
    },
  },
  {
    method: "corp",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const corp = corpDecomposition(counts);
      if (isUndefined(corp)) return values({});
      const errors = calibrationErrors(counts, corp.recalibrated);
      return values({
        brier: corp.brier,
        mcb: corp.miscalibration,
        dsc: corp.discrimination,
        unc: corp.uncertainty,
        ici_isotonic: errors.ici,
        emax_isotonic: errors.eMax,
      });
    },
  },
  {
    method: "brier_diff_paired",
    run(params, [table]) {
      const { score, outcome } = columns(params, table!);
      const found = known(brierDifference(outcome, score, table!.numbers(params.text("score2"))));
      return values({ diff: found.value, se: found.standardError, z: found.z, p: found.p });
    },
  },
  {
    method: "cal_cluster",
    run(params, [table]) {
      const cluster = codes(table!.texts(params.text("cluster")));
      const found = known(clusteredRecalibration({ ...columns(params, table!), cluster }));
      return values({
        slope: found.slope,
        slope_se_cr: found.slopeStandardError,
        intercept_se_cr: found.interceptStandardError,
        citl: found.calibrationInTheLarge,
        citl_se_cr: found.calibrationInTheLargeStandardError,
        slope_se_hc0: found.slopeStandardErrorIgnoringClusters,
      });
    },
  },
  {
    method: "cal_weighted",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const free = known(recalibrate(counts));
      const large = known(recalibrateIntercept(counts));
      return values({
        intercept: free.intercept,
        slope: free.slope,
        intercept_se: free.interceptStandardError,
        slope_se: free.slopeStandardError,
        citl: large.intercept,
        citl_se: large.standardError,
        kish_neff: kishRows(counts),
      });
    },
  },
  {
    method: "ece",
    run(params, [table]) {
      const found = known(binnedCalibration(countsOf(params, table!), binning(params)));
      return values({
        ece: found.ece,
        mce: found.maximum,
        rmsce_plugin: found.rootMeanSquare,
        ece2_plugin: found.squared,
        ece2_debiased: found.squaredDebiased,
        ece_l2_debiased: found.rootDebiased,
        n_bins_nonempty: found.bins,
      });
    },
  },
  {
    method: "murphy_bins",
    run(params, [table]) {
      const found = known(murphyDecomposition(countsOf(params, table!), binning(params)));
      return values({
        brier: found.brier,
        reliability: found.reliability,
        resolution: found.resolution,
        uncertainty: found.uncertainty,
        within_bin_variance: found.withinBinVariance,
        within_bin_covariance: found.withinBinCovariance,
        reliability_bc: found.debiased?.reliability,
        resolution_bc: found.debiased?.resolution,
        uncertainty_bc: found.debiased?.uncertainty,
      });
    },
  },
  {
    method: "ici_rcs",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const curve = flexibleCalibration(counts, params.has("knots") ? { knots: params.number("knots") } : {});
      if (isUndefined(curve)) return values({ ici: undefined, e50: undefined, e90: undefined, emax: undefined });
      const errors = calibrationErrors(counts, curve.observed);
      const { observed, low, high } = curveAt(curve, params.numbers("at"), LEVEL);
      const test = known(moderateCalibrationTest(counts, curve));
      return values({
        knots: [...curve.knots],
        ici: errors.ici,
        e50: errors.e50,
        e90: errors.e90,
        emax: errors.eMax,
        fit_at: [...observed],
        lo_at: [...low],
        hi_at: [...high],
        moderate_lr_chi2: test.chiSquared,
        moderate_lr_df: test.degreesOfFreedom,
        moderate_lr_p: test.p,
      });
    },
  },
  {
    method: "ici_smooth",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const line = smoothedCalibrationErrors(counts, "lowess");
      const parabola = smoothedCalibrationErrors(counts, "loess");
      return values({
        ici_lowess: line.ici,
        e50_lowess: line.e50,
        e90_lowess: line.e90,
        emax_lowess: line.eMax,
        ici_loess_direct: parabola.ici,
        e90_loess_direct: parabola.e90,
        emax_loess_direct: parabola.eMax,
      });
    },
  },
  {
    method: "hosmer_lemeshow",
    run(params, [table]) {
      const found = known(hosmerLemeshow(countsOf(params, table!), params.number("groups")));
      return values({
        chi2: found.chiSquared,
        groups: found.groups,
        p_external_df_g: found.pExternal,
        p_development_df_gm2: found.pDevelopment,
      });
    },
  },
  {
    method: "cal_groups_lr",
    run(params, [table]) {
      const found = known(calibrationWithinGroups(byGroup(params, table!)));
      const groups = (found.groups ?? []).map(known);
      return values({
        citl_by_group: groups.map((g) => g.intercept ?? null),
        citl_se_by_group: groups.map((g) => g.standardError ?? null),
        ...pAndChiSquared("lr_equal_citl", found.equalInTheLarge),
        ...pAndChiSquared("lr_any_miscal", found.anyMiscalibration),
        ...pAndChiSquared("lr_group_given_recal", found.groupGivenRecalibration),
        ...pAndChiSquared("lr_slope_interaction", found.slopeInteraction),
      });
    },
  },
];

function binning(params: Params): { bins: number; scheme: "width" | "mass" } {
  const scheme = params.text("scheme");
  if (scheme !== "width" && scheme !== "mass") throw new TypeError(`scheme ${scheme} is neither width nor mass`);
  return { bins: params.number("bins"), scheme };
}

function codes(texts: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const code = seen.get(text) ?? seen.size;
    seen.set(text, code);
    return code;
  });
}
