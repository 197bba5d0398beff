import {
  adjustP,
  betaBinomial,
  bonferroniCritical,
  countScores,
  equalisedOdds,
  detectableGap,
  dunnettCritical,
  dunnettP,
  equityVerdict,
  evaluate,
  type FlagCounts,
  generalizedEntropy,
  groupAgainstOverall,
  hanleyMcNeilError,
  heterogeneity,
  isUndefined,
  type MeanEffect,
  metrics,
  newcombe5,
  newcombeError,
  powerOfDifference,
  powerOfEquivalence,
  type Proportion,
  proportionRange,
  rangeInference,
  type RateGaps,
  rateGaps,
  shrink,
  shrunkError,
  type Undefined,
  sidakCritical,
  smallestDetectableDifference,
  waldInterval,
  wilsonLimits,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";
import { number } from "./proportions.ts";

const LEVEL = 0.95;

export const subgroups: readonly GoldenMethod[] = [
  { method: "eb_normal", run: (_params, [table]) => ebNormal(table!) },
  { method: "eb_betabinom", run: (_params, [table]) => ebBetaBinomial(table!) },
  { method: "fair_gaps", run: (params, [table]) => gaps(params, table!) },
  { method: "group_summary", run: (params, [table]) => summary(params, table!) },
  { method: "group_vs_overall_prop", run: (params, [table]) => againstOverall(params, table!) },
  { method: "range_inference", run: (_params, [table]) => range(table!) },
  { method: "p_adjust", run: (_params, [table]) => adjustments(Array.from(table!.numbers("p"))) },
  { method: "dunnett_crit", run: (params) => dunnett(params) },
  { method: "power_two_prop", run: (params) => powerOfProportions(params) },
  { method: "power_auc", run: (params) => powerOfAuroc(params) },
  { method: "equity_verdict", run: (params) => verdictOf(params) },
  { method: "generalized_entropy", run: (params, [table]) => entropy(params, table!) },
];

function adjustments(p: readonly number[]): Values {
  const methods = ["holm", "hochberg", "bonferroni", "bh", "by"] as const;
  const tested = p.filter((value) => !Number.isNaN(value));
  const all = (adjusted: readonly number[]): Value => {
    const rest = adjusted.values();
    return p.map((value) => (Number.isNaN(value) ? null : (rest.next().value ?? null)));
  };
  return Object.fromEntries(methods.map((method) => [method, all(adjustP(tested, method))]));
}

function dunnett(params: Params): Values {
  const variances = { subgroups: params.numbers("var_groups"), reference: params.number("var_ref") };
  const level = params.number("level");
  return {
    crit: number(dunnettCritical(variances, level)),
    bonferroni: bonferroniCritical(variances.subgroups.length, level),
    sidak: sidakCritical(variances.subgroups.length, level),
    p_adj_at: number(dunnettP(params.number("z_at"), variances)),
  };
}

function powerOfProportions(params: Params): Values {
  const plan = {
    p1: params.number("p1"),
    p2: params.number("p2"),
    n1: params.number("n1"),
    n2: params.number("n2"),
  };
  const power = powerOfDifference(plan, LEVEL);
  const detectable = smallestDetectableDifference(plan, { level: LEVEL, power: params.number("power") });
  const margin = params.number("margin");
  return {
    power_pooled_null: isUndefined(power) ? null : power.pooled,
    power_unpooled: isUndefined(power) ? null : power.unpooled,
    mdd_up: detectable.up,
    mdd_down: detectable.down,
    tost_power: number(powerOfEquivalence(plan, { margin, difference: 0, alpha: 1 - LEVEL })),
    tost_power_at_diff: number(powerOfEquivalence(plan, { margin, difference: plan.p1 - plan.p2, alpha: 1 - LEVEL })),
  };
}

function powerOfAuroc(params: Params): Values {
  const planned = [params.number("auc"), params.number("n_pos"), params.number("n_neg")] as const;
  const error = newcombeError(...planned);
  const hanleyMcNeil = hanleyMcNeilError(...planned);
  const both = Math.hypot(hanleyMcNeil, params.number("se_ref"));
  return {
    se_hanley_mcneil: hanleyMcNeil,
    se_newcombe: error,
    half_width_newcombe: (waldInterval(planned[0], error, LEVEL)?.high ?? Number.NaN) - planned[0],
    mdd_vs_ref: detectableGap(both, { level: LEVEL, power: params.number("power") }),
  };
}

function verdictOf(params: Params): Values {
  const interval =
    params.has("ci_lo") && params.has("ci_hi") ? { low: params.number("ci_lo"), high: params.number("ci_hi") } : null;
  const margin = params.number("margin");
  return { verdict: equityVerdict(interval, { low: -margin, high: margin }) };
}

function ebNormal(table: GoldenTable): Values {
  const errors = table.numbers("se");
  const estimates = Array.from(table.numbers("est"), (value, i) => ({ value, standardError: errors[i]! }));
  const found = heterogeneity(estimates, LEVEL);
  if (isUndefined(found)) return {};
  const { derSimonianLaird: dl, restrictedMaximumLikelihood: reml, pauleMandel: pm } = found;
  const shrunk = (effect: MeanEffect) => estimates.map((e) => shrink(e, effect, estimates, LEVEL));
  return {
    Q: found.q,
    Q_p: found.p,
    I2_dl: 100 * found.iSquared,
    tau2_DL: dl.tauSquared,
    mu_DL: dl.mean,
    mu_se_DL: dl.standardError,
    tau2_REML: reml.tauSquared,
    mu_REML: reml.mean,
    mu_se_REML: reml.standardError,
    tau2_PM: pm.tauSquared,
    mu_PM: pm.mean,
    mu_se_PM: pm.standardError,
    blup_REML: shrunk(reml).map((s) => s.value),
    blup_se_REML: shrunk(reml).map((s) => s.standardError),
    blup_DL: shrunk(dl).map((s) => s.value),
    shrinkage_factor_DL: shrunk(dl).map((s) => s.shrinkage),
    mu_se_REML_KH: reml.knappHartung,
  };
}

function ebBetaBinomial(table: GoldenTable): Values {
  const rows = table.numbers("n");
  const groups = Array.from(table.numbers("x"), (hits, i) => ({ hits, rows: rows[i]! }));
  const found = betaBinomial(groups, { level: LEVEL, fewest: 2 });
  if (isUndefined(found)) return {};
  return {
    alpha: found.alpha,
    beta: found.beta,
    loglik: found.logLikelihood,
    prior_mean: found.mean,
    prior_n: found.priorRows,
    eb_mean: found.shrunk.map((s) => s.value),
    eb_lo: found.shrunk.map((s) => s.interval?.low ?? null),
    eb_hi: found.shrunk.map((s) => s.interval?.high ?? null),
  };
}

function entropy(params: Params, table: GoldenTable): Values {
  const groups = [...groupRows(params, table).values()].map((rows) => flagCounts(params, table, rows));
  const found = generalizedEntropy(groups);
  if (isUndefined(found)) return {};
  return {
    ge2: found.squared,
    theil: found.theil,
    ge2_between: found.squaredBetween,
    ge2_within: found.squaredWithin,
    theil_between: found.theilBetween,
    coef_variation: found.aif360Coefficient,
  };
}

function gaps(params: Params, table: GoldenTable): Values {
  const groups = [...groupRows(params, table)].map(([name, rows]) => ({
    name,
    cells: flagCounts(params, table, rows),
  }));
  const reference = groups.findIndex((g) => g.name === params.text("reference"));
  const gapsOf = (of: (cells: FlagCounts) => Proportion): RateGaps =>
    rateGaps(
      groups.map((g) => of(g.cells)),
      reference,
      LEVEL,
    );
  const all = Object.fromEntries(Object.entries(RATES).map(([rate, of]) => [rate, gapsOf(of)]));
  const out: Record<string, Value> = {};
  for (const [rate, found] of Object.entries(all)) {
    for (const [g, { name }] of groups.entries()) {
      const gap = found.groups[g]!;
      Object.assign(out, limits(`${rate}_${name}`, gap.rate, ""));
      if (g === reference) continue;
      Object.assign(out, limits(`${rate}_diff_${name}`, gap.difference, "_newcombe"));
      Object.assign(out, limits(`${rate}_ratio_${name}`, gap.ratio, "_koopman"));
    }
    out[`${rate}_maxmin_diff`] = orNull(found.range);
    out[`${rate}_minmax_ratio`] = orNull(found.leastOverGreatest);
  }
  out["equalized_odds_difference"] = orNull(equalisedOdds(all["tpr"]!, all["fpr"]!));
  return out;
}

const RATES: Readonly<Record<string, (cells: FlagCounts) => Proportion>> = {
  tpr: (c) => ({ hits: c.truePositives, rows: c.truePositives + c.falseNegatives }),
  fpr: (c) => ({ hits: c.falsePositives, rows: c.falsePositives + c.trueNegatives }),
  ppv: (c) => ({ hits: c.truePositives, rows: c.truePositives + c.falsePositives }),
  npv: (c) => ({ hits: c.trueNegatives, rows: c.trueNegatives + c.falseNegatives }),
  selection_rate: (c) => ({
    hits: c.truePositives + c.falsePositives,
    rows: c.truePositives + c.falsePositives + c.trueNegatives + c.falseNegatives,
  }),
};

function orNull(value: number | Undefined | undefined): Value {
  return typeof value === "number" ? value : null;
}

function limits(
  key: string,
  found: { readonly value: number | Undefined; readonly low: number; readonly high: number } | Undefined,
  method: string,
): Values {
  const defined = isUndefined(found) ? undefined : found;
  return {
    [key]: orNull(defined?.value),
    [`${key}${method}_lo`]: orNull(defined?.low),
    [`${key}${method}_hi`]: orNull(defined?.high),
  };
}

function summary(params: Params, table: GoldenTable): Values {
  const score = table.numbers(params.text("score"));
  const outcome = table.numbers(params.text("label"));
  const out: Record<string, Value> = {};
  for (const [name, rows] of groupRows(params, table)) {
    const counts = countScores(
      rows.map((i) => score[i]!),
      rows.map((i) => outcome[i]!),
    );
    const flags = flagCounts(params, table, rows);
    const value = (id: string): number | undefined => {
      const metric = metrics.find((m) => m.id === id)!;
      const found = evaluate(metric, counts, { level: LEVEL, at: {}, scoreKind: "probability", pointOnly: true });
      return isUndefined(found) ? undefined : found.point.value;
    };
    const events = flags.truePositives + flags.falseNegatives;
    const flagged = flags.truePositives + flags.falsePositives;
    const auc = value("auroc");
    const limits = auc === undefined ? undefined : newcombe5(auc, events, rows.length - events, LEVEL);
    Object.assign(out, {
      [`${name}_n`]: rows.length,
      [`${name}_n_pos`]: events,
      [`${name}_auc`]: auc ?? null,
      [`${name}_auc_lo`]: limits?.low ?? null,
      [`${name}_auc_hi`]: limits?.high ?? null,
      ...rate(`${name}_tpr`, `${name}_tpr`, { hits: flags.truePositives, rows: events }),
      ...rate(`${name}_ppv`, `${name}_ppv`, { hits: flags.truePositives, rows: flagged }),
      ...rate(`${name}_selection_rate`, `${name}_selection`, { hits: flagged, rows: rows.length }),
      [`${name}_oe`]: value("observedExpectedRatio") ?? null,
      [`${name}_brier`]: value("brierScore") ?? null,
    });
  }
  return out;
}

function rate(key: string, limitKey: string, proportion: Proportion): Values {
  const found = proportion.rows > 0 ? wilsonLimits(proportion, LEVEL) : undefined;
  return {
    [key]: found?.value ?? null,
    [`${limitKey}_lo`]: found?.low ?? null,
    [`${limitKey}_hi`]: found?.high ?? null,
  };
}

function proportions(table: GoldenTable): Proportion[] {
  const rows = table.numbers("n");
  return Array.from(table.numbers("x"), (hits, i) => ({ hits, rows: rows[i]! }));
}

function againstOverall(params: Params, table: GoldenTable): Values {
  const at = table.texts("group").indexOf(params.text("level"));
  const groups = proportions(table);
  const rest = groups.reduce((sum, g, i) => (i === at ? sum : { hits: sum.hits + g.hits, rows: sum.rows + g.rows }), {
    hits: 0,
    rows: 0,
  });
  const found = groupAgainstOverall(groups[at]!, rest, LEVEL);
  if (isUndefined(found)) return nulls(["p_group", "p_overall", "diff", "se", "lo", "hi", "se_naive_independent"]);
  return {
    p_group: found.group,
    p_overall: found.overall,
    diff: found.difference,
    se: found.standardError,
    lo: found.interval.low,
    hi: found.interval.high,
    se_naive_independent: found.naiveStandardError,
  };
}

function range(table: GoldenTable): Values {
  const groups = proportions(table);
  const found = proportionRange(groups, LEVEL);
  const wald = rangeInference(groups.filter((g) => g.rows > 0).map(shrunkError), { level: LEVEL });
  if (isUndefined(found) || isUndefined(wald)) return nulls(RANGE);
  const { pearson, cochran } = found;
  return {
    range: found.value,
    pearson_chi2: isUndefined(pearson) ? null : pearson.chiSquared,
    pearson_df: isUndefined(pearson) ? null : pearson.degreesOfFreedom,
    pearson_p: isUndefined(pearson) ? null : pearson.p,
    wald_Q: isUndefined(cochran) ? null : cochran.q,
    wald_p: isUndefined(cochran) ? null : cochran.p,
    tukey_crit: found.critical,
    range_lo: found.interval.low,
    range_hi: found.interval.high,
    range_wald_lo: wald.interval.low,
    range_wald_hi: wald.interval.high,
    expected_range_under_homogeneity: found.expectedUnderEquality,
    max_abs_z: found.greatestZ,
    tukey_p: found.p,
  };
}
const RANGE = ["range", "pearson_chi2", "pearson_df", "pearson_p", "wald_Q", "wald_p", "tukey_crit", "range_lo"].concat(
  ["range_hi", "range_wald_lo", "range_wald_hi", "expected_range_under_homogeneity", "max_abs_z", "tukey_p"],
);

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}

function groupRows(params: Params, table: GoldenTable): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [i, name] of table.texts(params.text("group")).entries()) rows.set(name, [...(rows.get(name) ?? []), i]);
  return rows;
}

function flagCounts(params: Params, table: GoldenTable, rows: readonly number[]): FlagCounts {
  const score = table.numbers(params.text("score"));
  const outcome = table.numbers(params.text("label"));
  const threshold = params.number("threshold");
  const count = (event: number, flagged: boolean): number =>
    rows.filter((i) => outcome[i] === event && score[i]! >= threshold === flagged).length;
  return {
    truePositives: count(1, true),
    falsePositives: count(0, true),
    falseNegatives: count(1, false),
    trueNegatives: count(0, false),
  };
}
