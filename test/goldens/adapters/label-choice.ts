import {
  averageRanks,
  correctedPrevalence,
  conditionalInformation,
  correctMisclassification,
  cramersV,
  type Effect,
  type Feature,
  featureProxy,
  gapAtEqualScore,
  gapInWindow,
  groupGivenNeed,
  isUndefined,
  labelAtEqualNeed,
  labelChoiceVerdict,
  meanByPercentile,
  mutualInformation,
  percentiles,
  ratioAtEqualScore,
  shareInTop,
  swapByNeed,
  tippingSensitivity,
  type Undefined,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";

const LEVEL = 0.95;

/** 1 in the level, 0 in the other (every other level where none is named), 2 in neither. */
function sides(table: GoldenTable, level: string, other?: string): Uint8Array {
  return Uint8Array.from(table.texts("group"), (g) => (g === level ? 1 : other === undefined || g === other ? 0 : 2));
}

function given<T extends object>(result: T | Undefined, values: (result: T) => Values): Values {
  return isUndefined(result) ? {} : values(result);
}

function limits(params: Params, name: string): { low: number; high: number } | null {
  if (!params.has(name)) return null;
  const [low, high] = params.numbers(name);
  return low === undefined || high === undefined ? null : { low, high };
}

const binned: GoldenMethod = {
  method: "proxy_binned",
  run(params, [table]) {
    const names = [...new Set(table!.texts("group"))].sort();
    const group = Uint8Array.from(table!.texts("group"), (g) => names.indexOf(g));
    const ranking = averageRanks(table!.numbers("score"));
    const options = { groups: names.length, bins: params.number("bins"), level: LEVEL };
    const need = meanByPercentile(ranking, table!.numbers("need"), group, options);
    const cost = meanByPercentile(ranking, table!.numbers("cost"), group, options);
    const values: Record<string, Value> = {};
    names.forEach((name, g) => {
      values[`need_mean_${name}`] = need[g]!.map((bin) => bin.mean);
      values[`cost_mean_${name}`] = cost[g]!.map((bin) => bin.mean);
      values[`n_${name}`] = need[g]!.map((bin) => bin.rows);
    });
    return values;
  },
};

const gapWindow: GoldenMethod = {
  method: "proxy_gap_window",
  run(params, [table]) {
    const percentile = percentiles(averageRanks(table!.numbers("score")));
    const side = sides(table!, params.text("level1"), params.text("level2"));
    const window = { low: params.number("pct_lo"), high: params.number("pct_hi"), level: LEVEL };
    const result = gapInWindow(percentile, table!.numbers("need"), side, window);
    return given(result, ({ group, reference, gap, ratio }) => ({
      n1: group.rows,
      n2: reference.rows,
      mean1: group.value,
      mean2: reference.value,
      gap: gap.value,
      se: gap.standardError,
      welch_df: gap.degreesOfFreedom,
      welch_p: gap.p,
      lo: gap.interval?.low ?? null,
      hi: gap.interval?.high ?? null,
      ratio,
    }));
  },
};

const regression: GoldenMethod = {
  method: "proxy_regression",
  run(params, [table]) {
    const percentile = percentiles(averageRanks(table!.numbers("score")));
    const side = sides(table!, params.text("level1"));
    const options = { at: [params.number("at_pct")], level: LEVEL };
    const need = table!.numbers("need");
    const ofNeed = gapAtEqualScore(percentile, need, side, options);
    const ofCost = gapAtEqualScore(percentile, table!.numbers("cost").map(Math.log), side, options);
    const ratio = ratioAtEqualScore(percentile, need, side, options);
    return {
      ...given(ofNeed, ({ knots }) => ({ knots })),
      ...given(ofNeed, (gap) => gapKeys("need", gap)),
      ...given(ofCost, (gap) => gapKeys("logcost", gap)),
      ...given(ratio, (effect) => ({ need_poisson_logratio: effect.value, need_poisson_se_hc0: effect.standardError })),
    };
  },
};

function gapKeys(
  name: string,
  { average, at, anyGap }: Exclude<ReturnType<typeof gapAtEqualScore>, Undefined>,
): Values {
  const [there] = at as readonly { readonly gap: Effect }[];
  return {
    [`${name}_gap`]: average.value,
    [`${name}_gap_se_hc1`]: average.standardError,
    [`${name}_gap_at`]: there?.gap.value ?? null,
    [`${name}_gap_at_se_hc1`]: there?.gap.standardError ?? null,
    [`${name}_wald_chi2`]: anyGap?.chiSquared ?? null,
    [`${name}_wald_p`]: anyGap?.p ?? null,
  };
}

const rerank: GoldenMethod = {
  method: "proxy_rerank",
  run(params, [table]) {
    const member = sides(table!, params.text("level1"));
    const fraction = params.number("top_fraction");
    const byScore = shareInTop(table!.numbers("score"), member, fraction);
    const byNeed = shareInTop(table!.numbers("need"), member, fraction);
    const byCost = shareInTop(table!.numbers("cost"), member, fraction);
    if (isUndefined(byScore) || isUndefined(byNeed) || isUndefined(byCost)) return {};
    return {
      share_by_score: byScore.share,
      share_by_need: byNeed.share,
      share_by_cost: byCost.share,
      base_rate: byScore.baseRate,
      ratio: byNeed.share / byScore.share,
    };
  },
};

const swap: GoldenMethod = {
  method: "proxy_swap",
  run(params, [table]) {
    const score = table!.numbers("score");
    const threshold = params.number("threshold_pct");
    const above = Uint8Array.from(percentiles(averageRanks(score)), (r) => (r >= threshold ? 1 : 0));
    const member = sides(table!, params.text("level1"));
    const result = swapByNeed({ score, need: table!.numbers("need"), member, above });
    return given(result, (s) => ({
      n_above: s.above,
      share_before: s.shareBefore,
      swaps: s.swaps,
      share_after: s.shareAfter,
    }));
  },
};

const costAtNeed: GoldenMethod = {
  method: "proxy_cost_at_need",
  run(params, [table]) {
    const side = sides(table!, params.text("level1"));
    const result = labelAtEqualNeed(table!.numbers("cost"), table!.numbers("need"), side, { level: LEVEL });
    return given(result, (r) => ({
      std_mean1: r.group,
      std_mean2: r.reference,
      diff: r.difference.value,
      se: r.difference.standardError,
      ratio: r.ratio,
      n_used: r.rowsUsed,
    }));
  },
};

const labelError: GoldenMethod = {
  method: "proxy_label_error",
  run(params) {
    const accuracy = (of: string) => ({
      sensitivity: params.number(`se_${of}`),
      specificity: params.number(`sp_${of}`),
    });
    const reference = correctedPrevalence(params.number("obs_prev_ref"), accuracy("ref"));
    const group = correctedPrevalence(params.number("obs_prev_grp"), accuracy("grp"), params.number("n_grp"));
    const tipping = tippingSensitivity(
      { observedExpected: params.number("oe_grp") },
      { observedExpected: params.number("oe_ref"), sensitivity: params.number("se_ref") },
    );
    return {
      rogan_gladen_ref: isUndefined(reference) ? null : reference.value,
      rogan_gladen_grp: isUndefined(group) ? null : group.value,
      rg_se_grp: isUndefined(group) ? null : (group.standardError ?? null),
      oe_tipping_sensitivity_grp: typeof tipping === "number" ? tipping : null,
    };
  },
};

const misclassification: GoldenMethod = {
  method: "misclass_correct",
  run(params) {
    const counts = {
      truePositives: params.number("tp"),
      falsePositives: params.number("fp"),
      falseNegatives: params.number("fn"),
      trueNegatives: params.number("tn"),
    };
    const accuracy = { sensitivity: params.number("sens"), specificity: params.number("spec") };
    const result = correctMisclassification(counts, accuracy);
    if (isUndefined(result)) return { prevalence: null, tpr: null, fpr: null, ppv: null, feasible: 0 };
    return {
      prevalence: result.prevalence,
      tpr: result.sensitivity,
      fpr: result.falsePositiveRate,
      ppv: result.ppv,
      naive_tpr: result.observed.sensitivity,
      naive_fpr: result.observed.falsePositiveRate,
      naive_ppv: result.observed.ppv,
      feasible: result.feasible ? 1 : 0,
    };
  },
};

/** The table's columns other than group and need: numbers, or codes where a cell is not one. */
function features(table: GoldenTable): Feature[] {
  return table.columns
    .filter((name) => name !== "group" && name !== "need" && name !== "id")
    .map((id) => {
      const numbers = table.numbers(id);
      const texts = table.texts(id);
      const categorical = texts.some((cell, i) => cell !== "" && Number.isNaN(numbers[i]));
      const levels = [...new Set(texts)].sort();
      return categorical
        ? {
            id,
            kind: "categorical",
            values: Float64Array.from(texts, (t) => levels.indexOf(t)),
            legitimacy: "not declared",
          }
        : { id, kind: "numeric", values: numbers, legitimacy: "not declared" };
    });
}

const information: GoldenMethod = {
  method: "proxy_mi",
  run(params, [table]) {
    const side = sides(table!, params.text("level1"));
    const need = table!.numbers("need");
    const all = features(table!);
    const zip = all.find((f) => f.kind === "categorical");
    if (zip === undefined) return {};
    const names = [...new Set(table!.texts("group"))].sort();
    const group = Uint8Array.from(table!.texts("group"), (g) => names.indexOf(g));
    const values: Record<string, Value> = {};
    for (const feature of all.filter((f) => f.kind === "numeric")) {
      const { aurocForGroup } = featureProxy(feature, side, need, { level: LEVEL });
      values[`auc_${feature.id}`] = isUndefined(aurocForGroup) ? null : aurocForGroup.value;
    }
    return {
      ...values,
      ...given(mutualInformation(zip.values, group), (mi) => ({
        mi_nats: mi.nats,
        mi_bits: mi.nats / Math.LN2,
        mi_miller_madow: mi.millerMadow,
        nmi_by_group_entropy: mi.shareOfGroupEntropy,
        g_stat: mi.test.statistic,
        g_p: mi.test.p,
      })),
      ...given(cramersV(zip.values, group), (v) => ({ cramers_v: v.value, cramers_v_bc: v.corrected })),
      ...given(conditionalInformation(zip.values, group, need), (cmi) => ({
        cmi_nats: cmi.nats,
        cmi_g: cmi.test.statistic,
        cmi_df: cmi.test.degreesOfFreedom,
        cmi_p: cmi.test.p,
      })),
    };
  },
};

const givenNeed: GoldenMethod = {
  method: "proxy_lr_given_need",
  run(params, [table]) {
    const side = sides(table!, params.text("level1"));
    return given(groupGivenNeed(side, table!.numbers("need"), features(table!)), (r) => ({
      lr_chi2: r.test.chiSquared,
      df: r.test.degreesOfFreedom,
      p: r.test.p,
      auc_full: r.aurocWithFeatures,
      auc_need_only: r.aurocNeedOnly,
    }));
  },
};

const verdict: GoldenMethod = {
  method: "proxy_verdict",
  run(params) {
    const gaps = { label: limits(params, "proxy_gap"), need: limits(params, "need_gap") };
    const margins = { label: params.number("proxy_margin"), need: params.number("need_margin") };
    return { verdict: labelChoiceVerdict(gaps, margins) };
  },
};

export const labelChoice: readonly GoldenMethod[] = [
  binned,
  gapWindow,
  regression,
  rerank,
  swap,
  costAtNeed,
  labelError,
  misclassification,
  information,
  givenNeed,
  verdict,
];
