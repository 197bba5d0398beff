import {
  betaBinomial,
  type FlagCounts,
  generalizedEntropy,
  heterogeneity,
  isUndefined,
  type MeanEffect,
  shrink,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Values } from "../pack.ts";

const LEVEL = 0.95;

export const subgroups: readonly GoldenMethod[] = [
  { method: "eb_normal", run: (_params, [table]) => ebNormal(table!) },
  { method: "eb_betabinom", run: (_params, [table]) => ebBetaBinomial(table!) },
  { method: "generalized_entropy", run: (params, [table]) => entropy(params, table!) },
];

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
