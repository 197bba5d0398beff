import {
  auroc,
  aurocAgainstClaim,
  closedTesting,
  countScores,
  evaluate,
  isUndefined,
  labelFreePerformance,
  locationShift,
  membershipModel,
  modelBasedConcordance,
  proportionAgainstClaim,
  riskAdjustedCharts,
  rowsForAuroc,
  rowsForNetBenefit,
  rowsForObservedExpected,
  rowsForSlope,
  slopeInformationOfNormal,
  thresholdAtFlaggedShare,
  thresholdAtSensitivity,
  type Undefined,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Values } from "../pack.ts";

const ALPHA = 0.05;
const LEVEL = 0.95;

function known<T extends object>(value: T | Undefined): Partial<T> {
  return isUndefined(value) ? {} : value;
}

function values(entries: Record<string, number | Undefined | undefined>): Values {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [key, typeof value === "number" ? value : null]),
  );
}

export const validation: readonly GoldenMethod[] = [
  {
    method: "closed_testing",
    run(params, [table]) {
      const column = (name: string) => table!.numbers(name);
      const found = closedTesting(
        {
          logOdds: column("lp"),
          outcome: column("y"),
          // The pack's own refit model.
          predictors: [column("x1").map((x) => (x - 50) / 10), column("x2").map(Math.log), column("x3")],
        },
        params.has("alpha") ? params.number("alpha") : ALPHA,
      );
      if (isUndefined(found)) return { selected: null };
      const [original, intercept, recalibration] = found.tests;
      return {
        loglik: found.logLikelihoods,
        lr_original_vs_revision: original!.chiSquared,
        p_original: original!.p,
        lr_citl_vs_revision: intercept!.chiSquared,
        p_citl: intercept!.p,
        lr_recal_vs_revision: recalibration!.chiSquared,
        p_recal: recalibration!.p,
        selected: found.selected,
        citl: found.calibrationInTheLarge,
        recal_intercept: found.recalibrationIntercept,
        recal_slope: found.recalibrationSlope,
      };
    },
  },
  {
    method: "drift_c2st",
    run(_params, [reference, current]) {
      // The pack's own membership model.
      const columns = (table: GoldenTable) => [
        table.numbers("x1"),
        table.numbers("x2").map(Math.log),
        table.numbers("x3"),
      ];
      const found = known(membershipModel(columns(reference!), columns(current!)));
      const shift = known(locationShift(reference!.numbers("lp"), current!.numbers("lp")));
      return values({
        apparent_auc: found.apparentAuroc,
        lr_chi2: found.test?.chiSquared,
        lr_df: found.test?.degreesOfFreedom,
        lr_p: found.test?.p,
        lp_sd_ratio: shift.varianceRatio === undefined ? undefined : Math.sqrt(shift.varianceRatio),
        lp_mean_diff: shift.meanDifference,
      });
    },
  },
  {
    method: "cbpe",
    run(params, [table]) {
      const found = known(labelFreePerformance(table!.numbers(params.text("score")), params.number("threshold")));
      return values({
        exp_tp: found.truePositives,
        exp_fp: found.falsePositives,
        exp_fn: found.falseNegatives,
        exp_tn: found.trueNegatives,
        exp_accuracy: found.accuracy,
        exp_sensitivity: found.sensitivity,
        exp_specificity: found.specificity,
        exp_ppv: found.ppv,
        exp_f1: found.f1,
        exp_auc: found.auroc,
        exp_brier: found.brier,
      });
    },
  },
  {
    method: "mbc",
    run(params, [table]) {
      const score = table!.numbers(params.text("score"));
      const observed = evaluate(auroc, countScores(score, table!.numbers(params.text("label"))), {
        level: LEVEL,
        at: {},
        scoreKind: "probability",
        pointOnly: true,
      });
      return values({
        mbc: modelBasedConcordance({ risk: score }),
        c_observed: isUndefined(observed) ? undefined : observed.point.value,
      });
    },
  },
  {
    method: "vendor_claim",
    run(params) {
      const number = (name: string) => params.number(name);
      const share = known(
        proportionAgainstClaim({ hits: number("x"), rows: number("n") }, number("claim"), number("margin")),
      );
      const area = known(
        aurocAgainstClaim(
          { value: number("auc"), standardError: number("auc_se") },
          {
            value: number("auc_claim"),
            ...(params.has("auc_claim_se") ? { standardError: number("auc_claim_se") } : {}),
          },
          number("auc_margin"),
        ),
      );
      return values({
        est: share.value,
        exact_p_two_sided: share.exactP,
        exact_p_worse: share.worseP,
        score_z: share.scoreZ,
        score_p: share.scoreP,
        ni_exact_p: share.nonInferiorityP,
        ni_score_z: share.nonInferiorityZ,
        auc_z_known_claim: area.fixedClaimZ,
        auc_z_claim_se: area.z,
        auc_logit_z: area.logitZ,
        auc_ni_p: area.nonInferiorityP,
      });
    },
  },
  {
    method: "cusum_ra",
    run(params, [table]) {
      const found = known(
        riskAdjustedCharts(table!.numbers("p"), table!.numbers("y"), {
          oddsRatio: params.number("odds_ratio"),
          limit: params.number("h"),
          smoothing: params.number("lambda"),
        }),
      );
      const highest = (path: Float64Array | undefined) => path?.reduce((a, b) => Math.max(a, b));
      return values({
        max_upper: highest(found.upper),
        first_signal: found.firstSignal === undefined ? undefined : table!.numbers("t")[found.firstSignal],
        final_upper: found.upper?.at(-1),
        max_lower: highest(found.lower),
        vlad_final: found.excess?.at(-1),
        vlad_max: highest(found.excess),
        ewma_final: found.smoothed?.at(-1),
      });
    },
  },
  {
    method: "threshold_transport",
    run(params, [table]) {
      const counts = countScores(table!.numbers(params.text("score")), table!.numbers(params.text("label")));
      const share = known(thresholdAtFlaggedShare(counts, params.number("alert_rate")));
      const events = known(thresholdAtSensitivity(counts, params.number("sensitivity")));
      return values({
        t_same_alert: share.threshold,
        alert_at: share.flaggedShare,
        t_same_sens: events.threshold,
        sens_at: events.sensitivity,
        alert_at_same_sens: events.flaggedShare,
      });
    },
  },
  {
    method: "riley_size",
    run(params) {
      const number = (name: string) => params.number(name);
      const prevalence = number("prevalence");
      const information = slopeInformationOfNormal(number("lp_mean"), number("lp_sd"));
      const ratio = rowsForObservedExpected({ prevalence, ratio: number("oe"), width: number("oe_width") }, LEVEL);
      const slope = isUndefined(information) ? undefined : rowsForSlope(information, number("slope_width"), LEVEL);
      const area = rowsForAuroc({ prevalence, auroc: number("cstat"), width: number("c_width") }, LEVEL);
      const benefit = known(
        rowsForNetBenefit(
          { prevalence, threshold: number("threshold"), sensitivity: number("sens"), specificity: number("spec") },
          number("nb_width"),
          LEVEL,
        ),
      );
      const all = [ratio, slope, area, benefit.rows].map((n) => (typeof n === "number" ? Math.ceil(n) : undefined));
      const [oe, steepness, discrimination, benefits] = all;
      return values({
        n_oe: ratio,
        n_oe_ceiling: oe,
        ...known(information),
        n_slope: slope,
        n_slope_ceiling: steepness,
        n_cstat: area,
        n_cstat_ceiling: discrimination,
        snb: benefit.standardised,
        n_snb: benefit.rows,
        n_snb_ceiling: benefits,
        n_required: all.includes(undefined) ? undefined : Math.max(...all.map(Number)),
      });
    },
  },
];
