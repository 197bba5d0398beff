import {
  binByReference,
  binnedDistances,
  countLevels,
  countScores,
  distributionDistances,
  isUndefined,
  kernelDiscrepancy,
  levelTest,
  locationShift,
  observedExpected,
  populationStability,
  prevalenceFromFlags,
  prevalenceFromRisks,
  rankShift,
  recalibrateIntercept,
  type Undefined,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Value, Values } from "../pack.ts";

function known<T extends object>(value: T | Undefined): Partial<T> {
  return isUndefined(value) ? {} : value;
}

function values(entries: Record<string, Value | undefined>): Values {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value ?? null]));
}

function over(value: number | undefined, unit: number | undefined): number | undefined {
  return value === undefined || unit === undefined || unit === 0 ? undefined : value / unit;
}

export const drift: readonly GoldenMethod[] = [
  {
    method: "monthly_chart",
    run(_params, [table]) {
      const [month, score, outcome] = ["month", "p", "y"].map((name) => table!.numbers(name));
      const months = [...new Set(month)]
        .sort((a, b) => a - b)
        .map((at) => {
          const of = (column: Float64Array) => column.filter((_, i) => month![i] === at);
          const counts = countScores(of(score!), of(outcome!));
          return { ...known(observedExpected(counts)), citl: known(recalibrateIntercept(counts)).intercept };
        });
      const list = (of: (at: (typeof months)[number]) => number | undefined): Value =>
        months.map((at) => of(at) ?? null);
      return {
        observed: list((at) => at.observed),
        expected: list((at) => at.expected),
        z: list((at) => at.z),
        oe: list((at) => at.ratio),
        citl: list((at) => at.citl),
      };
    },
  },
  {
    method: "drift_psi",
    run(params, [reference, current]) {
      const name = params.text("variable");
      const samples =
        params.raw["categorical"] === true
          ? countLevels(reference!.texts(name), current!.texts(name))
          : binByReference(reference!.numbers(name), current!.numbers(name), params.number("bins"));
      const stability = isUndefined(samples) ? {} : known(populationStability(samples));
      const distances = isUndefined(samples) ? {} : known(binnedDistances(samples));
      return values({
        n_bins: known(samples).reference?.length,
        psi_laplace: stability.psi,
        psi_clip: stability.clipped,
        chi2_approx: stability.chiSquared,
        p_chi2_approx: stability.p,
        psi_crit_95: stability.critical95,
        js_div_nats: distances.jensenShannonNats,
        js_distance_base2: distances.jensenShannonDistance,
        hellinger: distances.hellinger,
        tvd: distances.totalVariation,
        linf: distances.largest,
      });
    },
  },
  {
    method: "drift_numeric",
    run(params, tables) {
      const [reference, current] = tables.map((table) => table.numbers(params.text("variable")));
      const distances = known(distributionDistances(reference!, current!));
      const shift = known(locationShift(reference!, current!));
      const ranks = known(rankShift(reference!, current!));
      return values({
        ks_d: distances.kolmogorovSmirnov,
        ks_p_kolmogorov_limit: distances.kolmogorovSmirnovP,
        wasserstein: distances.wasserstein,
        wasserstein_scaled_refsd: over(distances.wasserstein, shift.referenceDeviation),
        energy_distance: distances.energy,
        smd: shift.standardisedDifference,
        smd_pooled: shift.pooledDifference,
        variance_ratio: shift.varianceRatio,
        auc_cur_vs_ref: ranks.probability,
        wilcoxon_p: ranks.p,
      });
    },
  },
  {
    method: "drift_chi2",
    run(params, tables) {
      const [reference, current] = tables.map((table) => table.texts(params.text("variable")));
      const samples = countLevels(reference!, current!);
      const found = isUndefined(samples) ? {} : known(levelTest(samples));
      return values({
        chi2: found.chiSquared,
        df: found.degreesOfFreedom,
        p: found.p,
        g: found.g,
        g_p: found.gP,
        cramers_v: found.cramersV,
        new_categories: found.newLevels,
      });
    },
  },
  {
    method: "drift_mmd",
    run(params, [reference, current]) {
      const columns = (table: GoldenTable, rows: number) =>
        params.texts("variables").map((name) => table.numbers(name).slice(0, rows));
      const found = known(
        kernelDiscrepancy(columns(reference!, params.number("n_ref")), columns(current!, params.number("n_cur"))),
      );
      return values({
        median_sq_dist: found.medianSquaredDistance,
        mmd2_unbiased: found.unbiased,
        mmd2_biased: found.biased,
      });
    },
  },
  {
    method: "label_shift",
    run(params, [reference, current]) {
      const counts = countScores(reference!.numbers("score"), reference!.numbers("y"));
      const scores = current!.numbers("score");
      const flags = known(prevalenceFromFlags(counts, scores, params.number("threshold")));
      const outcome = reference!.numbers("y");
      const risks = known(prevalenceFromRisks(outcome.filter((y) => y === 1).length / outcome.length, scores));
      return values({
        bbse_prevalence: flags.prevalence,
        bbse_prevalence_clipped: flags.clipped,
        em_prevalence: risks.prevalence,
        weight_pos: risks.eventWeight,
        weight_neg: risks.nonEventWeight,
        tpr: flags.sensitivity,
        fpr: flags.falsePositiveRate,
      });
    },
  },
];
