import type { ScoreCounts } from "@auscult/core";
import {
  auroc,
  aurocUnionInterval,
  aurocVsOverall,
  averagePrecision,
  boydInterval,
  clusteredAuroc,
  clusteredAurocDifference,
  countScores,
  delong,
  delongLogit,
  delongPaired,
  delongUnpaired,
  delongWald,
  type Evaluated,
  evaluate,
  hanleyMcNeilError,
  isUndefined,
  moverDifference,
  newcombe5,
  partialAurocFpr,
  partialAurocSensitivity,
  precisionRecallAreas,
  type Undefined,
  uninformativeAveragePrecision,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Values } from "../pack.ts";

const LEVEL = 0.95;

export const discrimination: readonly GoldenMethod[] = [
  {
    method: "auroc",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const result = evaluateAuroc(counts);
      const size = sizes(counts);
      return { auc: isUndefined(result) ? null : result.point.value, n_pos: size.events, n_neg: size.nonEvents };
    },
  },
  {
    method: "auroc_delong",
    run: (params, [table]) =>
      ifBothClasses(
        countsOf(params, table!),
        ["auc", "var", "se", "wald_lo", "wald_hi", "logit_lo", "logit_hi"],
        (counts) => {
          const fit = delong(counts);
          const wald = delongWald(fit, LEVEL);
          const onLogit = delongLogit(fit, LEVEL);
          return {
            auc: fit.value,
            var: fit.variance ?? null,
            se: fit.variance === undefined ? null : Math.sqrt(fit.variance),
            wald_lo: wald?.low ?? null,
            wald_hi: wald?.high ?? null,
            logit_lo: onLogit?.low ?? null,
            logit_hi: onLogit?.high ?? null,
          };
        },
      ),
  },
  {
    method: "auroc_weighted_se",
    run: (params, [table]) =>
      ifBothClasses(countsOf(params, table!), ["auc", "se", "logit_lo", "logit_hi"], (counts) => {
        const fit = delong(counts);
        const onLogit = delongLogit(fit, LEVEL);
        return {
          auc: fit.value,
          se: fit.variance === undefined ? null : Math.sqrt(fit.variance),
          logit_lo: onLogit?.low ?? null,
          logit_hi: onLogit?.high ?? null,
        };
      }),
  },
  {
    method: "auroc_newcombe5",
    run: (params, [table]) =>
      ifBothClasses(countsOf(params, table!), ["auc", "lo", "hi"], (counts) => {
        const { value } = delong(counts);
        const { events, nonEvents } = sizes(counts);
        const { low, high } = newcombe5(value, events, nonEvents, LEVEL);
        return { auc: value, lo: low, hi: high };
      }),
  },
  {
    method: "auroc_ci_small",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const result = evaluateAuroc(counts);
      const keys = ["auc", "df", "logit_t_lo", "logit_t_hi", "guarded_lo", "guarded_hi", "fallback"];
      if (isUndefined(result)) return nulls(keys);
      const { point, interval, flags } = result;
      const guarded = aurocUnionInterval(counts, point, LEVEL);
      return {
        auc: point.value,
        df: point.degreesOfFreedom ?? null,
        logit_t_lo: interval?.low ?? null,
        logit_t_hi: interval?.high ?? null,
        guarded_lo: guarded.low,
        guarded_hi: guarded.high,
        fallback: flags.includes("FALLBACK_INTERVAL") ? 1 : 0,
      };
    },
  },
  {
    method: "auroc_hanley_mcneil",
    run: (params, [table]) =>
      ifBothClasses(countsOf(params, table!), ["auc", "se"], (counts) => {
        const { value } = delong(counts);
        const { events, nonEvents } = sizes(counts);
        return { auc: value, se: hanleyMcNeilError(value, events, nonEvents) };
      }),
  },
  {
    method: "average_precision",
    run(params, [table]) {
      const counts = countsOf(params, table!);
      const result = evaluate(averagePrecision, counts, { level: LEVEL, at: {}, scoreKind: "ordinal" });
      const { events, nonEvents } = sizes(counts);
      const prevalence = events + nonEvents > 0 ? uninformativeAveragePrecision(counts) : null;
      if (isUndefined(result)) return { ...nulls(["ap", "ci_logit_lo", "ci_logit_hi"]), prevalence };
      // The pack prints Boyd's interval below the 20 events from which the metric gives it.
      const { value } = result.point;
      const interval = counts.weighted === undefined ? boydInterval(value, events, LEVEL) : undefined;
      return { ap: value, ci_logit_lo: interval?.low ?? null, ci_logit_hi: interval?.high ?? null, prevalence };
    },
  },
  {
    method: "auprc_variants",
    run: (params, [table]) => {
      const keys = ["ap_step", "trapezoid_anchor1", "trapezoid_horizontal", "davis_goadrich_integral"];
      const counts = countsOf(params, table!);
      if (sizes(counts).events === 0) return nulls(keys);
      const areas = precisionRecallAreas(counts);
      return {
        ap_step: areas.step,
        trapezoid_anchor1: areas.trapezoidFromOne,
        trapezoid_horizontal: areas.trapezoidHorizontal,
        davis_goadrich_integral: areas.davisGoadrich,
      };
    },
  },
  {
    method: "auroc_delong_paired",
    run(params, [table]) {
      const column = (name: string): Float64Array => table!.numbers(params.text(name));
      const fit = delongPaired(column("score"), column("score2"), column("label"), LEVEL);
      if (isUndefined(fit)) return nulls(["auc1", "auc2", "diff", "cov", "se_diff", "z", "p", "ci_lo", "ci_hi"]);
      return {
        auc1: fit.first,
        auc2: fit.second,
        diff: fit.difference,
        cov: fit.covariance,
        se_diff: fit.standardError,
        z: fit.test?.z ?? null,
        p: fit.test?.p ?? null,
        ci_lo: fit.low,
        ci_hi: fit.high,
      };
    },
  },
  {
    method: "auroc_delong_unpaired",
    run(params, [table]) {
      const fit = delongUnpaired(countsOf(params, table!, "level1"), countsOf(params, table!, "level2"), LEVEL);
      if (isUndefined(fit)) {
        return nulls(["auc1", "auc2", "diff", "se_diff", "z", "p_normal", "df_welch", "p_t", "ci_lo", "ci_hi"]);
      }
      return {
        auc1: fit.first,
        auc2: fit.second,
        diff: fit.difference,
        se_diff: fit.standardError,
        z: fit.test?.z ?? null,
        p_normal: fit.test?.p ?? null,
        df_welch: fit.test?.degreesOfFreedom ?? null,
        p_t: fit.test?.pT ?? null,
        ci_lo: fit.low,
        ci_hi: fit.high,
      };
    },
  },
  {
    method: "auroc_vs_overall",
    run(params, [table]) {
      const fit = aurocVsOverall(countsOf(params, table!), countsOf(params, table!, "everybody"), LEVEL);
      if (isUndefined(fit)) return nulls(["auc_group", "auc_overall", "diff", "se_diff", "ci_lo", "ci_hi"]);
      return {
        auc_group: fit.group,
        auc_overall: fit.overall,
        diff: fit.difference,
        se_diff: fit.standardError,
        ci_lo: fit.low,
        ci_hi: fit.high,
      };
    },
  },
  {
    method: "pauc",
    run: (params, [table]) =>
      ifBothClasses(countsOf(params, table!), ["pauc_fpr", "pauc_fpr_mcclish", "pauc_sens"], (counts) => {
        const fpr = partialAurocFpr(counts, params.number("max_fpr"));
        const sensitivity = partialAurocSensitivity(counts, params.number("min_sens"));
        return { pauc_fpr: fpr.raw, pauc_fpr_mcclish: fpr.standardised, pauc_sens: sensitivity.raw };
      }),
  },
  {
    method: "auroc_diff_mover",
    run(params, [table]) {
      const [first, second] = ["level1", "level2"].map((level) => {
        const counts = countsOf(params, table!, level);
        const result = evaluateAuroc(counts);
        if (isUndefined(result)) return undefined;
        const { value } = result.point;
        return {
          ordinary: { value, ...result.interval! },
          guarded: { value, ...aurocUnionInterval(counts, result.point, LEVEL) },
        };
      });
      if (first === undefined || second === undefined) return nulls(["diff", "lo", "hi", "guarded_lo", "guarded_hi"]);
      const ordinary = moverDifference(first.ordinary, second.ordinary);
      const guarded = moverDifference(first.guarded, second.guarded);
      return {
        diff: first.ordinary.value - second.ordinary.value,
        lo: ordinary.low,
        hi: ordinary.high,
        guarded_lo: guarded.low,
        guarded_hi: guarded.high,
      };
    },
  },
  {
    method: "auroc_cluster_obuchowski",
    run(params, [table]) {
      const column = (name: string): Float64Array => table!.numbers(params.text(name));
      const cluster = table!.texts(params.text("cluster"));
      const fit = clusteredAuroc(column("score"), column("label"), cluster, LEVEL);
      const one = isUndefined(fit)
        ? nulls(["auc", "se", "logit_lo", "logit_hi", "se_naive"])
        : {
            auc: fit.value,
            se: fit.standardError,
            logit_lo: fit.interval?.low ?? null,
            logit_hi: fit.interval?.high ?? null,
            se_naive: fit.independentStandardError ?? null,
          };
      if (!params.has("score2")) return one;
      const apart = clusteredAurocDifference(column("score"), column("score2"), column("label"), cluster);
      if (isUndefined(apart)) return { ...one, ...nulls(["auc2", "diff", "se_diff", "z", "p"]) };
      return {
        ...one,
        auc2: apart.second,
        diff: apart.difference,
        se_diff: apart.standardError,
        z: apart.test?.z ?? null,
        p: apart.test?.p ?? null,
      };
    },
  },
];

function evaluateAuroc(counts: ScoreCounts): Evaluated | Undefined {
  return evaluate(auroc, counts, { level: LEVEL, at: {}, scoreKind: "ordinal" });
}

/** The counts of a case: its score, label and, where named, weight; of one level of a group where the parameter `level` names one. */
function countsOf(params: Params, table: GoldenTable, level = "level"): ScoreCounts {
  const keep = rowsOf(params, table, level);
  const column = (name: string): number[] => pick(table.numbers(params.text(name)), keep);
  return countScores(column("score"), column("label"), params.has("weight") ? column("weight") : undefined);
}

function rowsOf(params: Params, table: GoldenTable, level: string): number[] {
  const all = Array.from({ length: table.rows }, (_, i) => i);
  if (!params.has("group") || !params.has(level)) return all;
  const group = table.texts(params.text("group"));
  const wanted = params.text(level);
  return all.filter((i) => group[i] === wanted);
}

function pick(values: ArrayLike<number>, rows: readonly number[]): number[] {
  return rows.map((i) => values[i]!);
}

function sizes({ negatives, positives, weighted }: ScoreCounts): { events: number; nonEvents: number } {
  const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  return { events: total(weighted?.positiveRows ?? positives), nonEvents: total(weighted?.negativeRows ?? negatives) };
}

function ifBothClasses(counts: ScoreCounts, keys: readonly string[], run: (counts: ScoreCounts) => Values): Values {
  const { events, nonEvents } = sizes(counts);
  return events > 0 && nonEvents > 0 ? run(counts) : nulls(keys);
}

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
