import {
  clusteredProportion,
  completeCases,
  correctForVerification,
  countScores,
  delong,
  isUndefined,
  poolImputations,
  type PoolingScale,
  undefinedBecause,
  type Undefined,
  type Verified,
  weightedProportion,
  type WeightTotals,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";

const LEVEL = 0.95;

export const dataProblems: readonly GoldenMethod[] = [
  { method: "rubin", run: (params, [table]) => rubin(params, table!) },
  { method: "rubin_auc", run: (_params, [table]) => rubinAuroc(table!) },
  { method: "weighted_prop", run: (params, [table]) => weightedSensitivity(params, table!) },
  { method: "cluster_prop", run: (params, [table]) => clusteredSensitivity(params, table!) },
  { method: "begg_greenes", run: (_params, [table]) => verification(table!) },
  { method: "complete_case", run: (_params, [table]) => complete(table!) },
];

const orNull = (value: number | undefined | Undefined): Value => (typeof value === "number" ? value : null);

function rubin(params: Params, table: GoldenTable): Values {
  const errors = table.numbers("se");
  const estimates = Array.from(table.numbers("est"), (value, i) => ({ value, standardError: errors[i]! }));
  const pooled = poolImputations(estimates, {
    scale: params.text("transform") as PoolingScale,
    level: LEVEL,
    ...(params.has("n") ? { completeDegreesOfFreedom: params.number("n") - params.number("k") } : {}),
  });
  if (isUndefined(pooled)) return nulls(RUBIN);
  return {
    qbar: pooled.pooled,
    within: pooled.within,
    between: pooled.between,
    total: pooled.total,
    df: pooled.degreesOfFreedom,
    riv: pooled.relativeIncrease,
    lambda: pooled.betweenShare,
    fmi: pooled.fractionMissing,
    est: pooled.value,
    lo: orNull(pooled.interval?.low),
    hi: orNull(pooled.interval?.high),
  };
}
const RUBIN = ["qbar", "within", "between", "total", "df", "riv", "lambda", "fmi", "est", "lo", "hi"];

function rubinAuroc(table: GoldenTable): Values {
  const imputation = table.numbers("imp");
  const score = table.numbers("p");
  const outcome = table.numbers("y");
  const each = [...new Set(imputation)].map((m) => {
    const rows = [...imputation.keys()].filter((i) => imputation[i] === m);
    const counts = countScores(
      rows.map((i) => score[i]!),
      rows.map((i) => outcome[i]!),
    );
    const both = [counts.positives, counts.negatives].every((side) => side.some((n) => n > 0));
    if (!both) return undefinedBecause("ONE_CLASS");
    const { value, variance } = delong(counts);
    return variance === undefined ? undefinedBecause("TOO_FEW_EVENTS") : { value, standardError: Math.sqrt(variance) };
  });
  const pooled = poolImputations(each, { scale: "logit", level: LEVEL });
  return {
    auc_each: each.map((e) => (isUndefined(e) ? null : e.value)),
    se_each: each.map((e) => (isUndefined(e) ? null : e.standardError)),
    ...(isUndefined(pooled)
      ? nulls(["auc", "lo", "hi", "df", "fmi"])
      : {
          auc: pooled.value,
          lo: orNull(pooled.interval?.low),
          hi: orNull(pooled.interval?.high),
          df: pooled.degreesOfFreedom,
          fmi: pooled.fractionMissing,
        }),
  };
}

function weightedSensitivity(params: Params, table: GoldenTable): Values {
  const score = table.numbers(params.text("score"));
  const outcome = table.numbers(params.text("label"));
  const weight = table.numbers(params.text("weight"));
  const totals = (keep: (i: number) => boolean): WeightTotals => {
    const chosen = weight.filter((_, i) => outcome[i] === 1 && keep(i));
    return {
      rows: chosen.length,
      weight: chosen.reduce((a, w) => a + w, 0),
      squares: chosen.reduce((a, w) => a + w * w, 0),
    };
  };
  const threshold = params.number("threshold");
  const found = weightedProportion(
    {
      hits: totals((i) => score[i]! >= threshold),
      misses: totals((i) => score[i]! < threshold),
      sampleRows: table.rows,
    },
    LEVEL,
  );
  if (isUndefined(found))
    return nulls(["est", "se", "kish_neff", "effective_n", "logit_lo", "logit_hi", "wilson_effn_lo", "wilson_effn_hi"]);
  return {
    est: found.value,
    se: found.standardError,
    kish_neff: found.kishRows,
    effective_n: orNull(found.effectiveRows),
    logit_lo: orNull(found.logitInterval?.low),
    logit_hi: orNull(found.logitInterval?.high),
    wilson_effn_lo: found.interval.low,
    wilson_effn_hi: found.interval.high,
  };
}

function clusteredSensitivity(params: Params, table: GoldenTable): Values {
  const score = table.numbers(params.text("score"));
  const outcome = table.numbers(params.text("label"));
  const cluster = table.texts(params.text("cluster"));
  const ids = [...new Set(cluster)];
  const at = new Map(ids.map((id, c) => [id, c]));
  const hits = new Float64Array(ids.length);
  const rows = new Float64Array(ids.length);
  for (const [i, id] of cluster.entries()) {
    if (outcome[i] !== 1) continue;
    rows[at.get(id)!]! += 1;
    if (score[i]! >= params.number("threshold")) hits[at.get(id)!]! += 1;
  }
  const found = clusteredProportion(hits, rows, LEVEL, { normal: true });
  if (isUndefined(found))
    return nulls([
      "est",
      "se_cluster",
      "design_effect",
      "effective_n",
      "wilson_effn_lo",
      "wilson_effn_hi",
      "n",
      "n_clusters",
    ]);
  return {
    est: found.value,
    se_cluster: found.standardError,
    design_effect: orNull(found.designEffect),
    effective_n: orNull(found.effectiveRows),
    wilson_effn_lo: found.interval.low,
    wilson_effn_hi: found.interval.high,
    n: found.rows,
    n_clusters: found.clusters,
  };
}

function verification(table: GoldenTable): Values {
  const test = table.numbers("test");
  const verified = table.numbers("verified");
  const disease = table.numbers("disease");
  const of = (flag: number): Verified => {
    const rows = [...test.keys()].filter((i) => test[i] === flag);
    const seen = rows.filter((i) => verified[i] === 1);
    return { rows: rows.length, verified: seen.length, events: seen.filter((i) => disease[i] === 1).length };
  };
  const found = correctForVerification([{ flagged: of(1), unflagged: of(0) }], LEVEL);
  if (isUndefined(found)) return nulls(BEGG_GREENES);
  const { sensitivity, specificity } = found;
  return {
    naive_sens: orNull(found.naiveSensitivity),
    naive_spec: orNull(found.naiveSpecificity),
    sens: sensitivity.value,
    spec: specificity.value,
    logit_sens_se: orNull(sensitivity.logitStandardError),
    logit_spec_se: orNull(specificity.logitStandardError),
    sens_lo: orNull(sensitivity.interval?.low),
    sens_hi: orNull(sensitivity.interval?.high),
    spec_lo: orNull(specificity.interval?.low),
    spec_hi: orNull(specificity.interval?.high),
    prevalence: found.prevalence,
  };
}
const BEGG_GREENES = ["naive_sens", "naive_spec", "sens", "spec", "logit_sens_se", "logit_spec_se"].concat([
  "sens_lo",
  "sens_hi",
  "spec_lo",
  "spec_hi",
  "prevalence",
]);

function complete(table: GoldenTable): Values {
  const score = table.numbers("p");
  const outcome = table.numbers("y");
  const group = table.texts("group").map((g) => (g === "NA" ? "" : g));
  const levels = ["", ...new Set(group.filter((g) => g !== ""))];
  const fields = [
    { id: "y", missing: Array.from(outcome, Number.isNaN) },
    { id: "p", missing: Array.from(score, Number.isNaN) },
    { id: "group", missing: group.map((g) => g === "") },
  ];
  const found = completeCases(fields, { codes: group.map((g) => levels.indexOf(g)), levels }, { level: LEVEL });
  const missing = (id: string): number => found.fields.find((f) => f.id === id)!.missing;
  const auroc = (keep: (i: number) => boolean): Value => {
    const counts = countScores(
      score.filter((_, i) => keep(i)),
      outcome.filter((_, i) => keep(i)),
    );
    const both = [counts.positives, counts.negatives].every((side) => side.some((n) => n > 0));
    return both ? delong(counts).value : null;
  };
  return {
    n_total: found.rows,
    n_missing_y: missing("y"),
    n_missing_p: missing("p"),
    n_missing_group: missing("group"),
    n_complete: found.complete,
    auc_complete: auroc((i) => found.isComplete[i]!),
    auc_ignore_group: auroc(() => true),
  };
}

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
