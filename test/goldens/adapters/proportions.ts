import {
  agrestiCaffoDifference,
  fisherExactP,
  isUndefined,
  katzRatio,
  koopmanRatio,
  mcNemar,
  meeDifference,
  miettinenNurminenDifference,
  miettinenNurminenRatio,
  newcombeDifference,
  newcombePairedDifference,
  oddsRatio,
  pairedRatio,
  pooledTest,
  type Proportion,
  proportionLimits,
  proportionMarginTest,
  proportionRatio,
  type Range,
  tangoDifference,
  tangRatio,
  type Undefined,
  waldDifference,
  woolfOddsRatio,
} from "@auscult/metrics";
import type { GoldenMethod, GoldenTable, Params, Value, Values } from "../pack.ts";

const LEVEL = 0.95;

export const proportions: readonly GoldenMethod[] = [
  { method: "prop_ci", run: (params, [table]) => one(params, table!) },
  { method: "prop_diff_ci", run: (params, [table]) => difference(...two(params, table!)) },
  { method: "prop_ratio_ci", run: (params, [table]) => ratio(...two(params, table!)) },
  { method: "paired_prop", run: (params, [table]) => paired(params, table!) },
  { method: "prop_margin_test", run: (params, [table]) => margin(params, ...two(params, table!)) },
];

function one(params: Params, table: GoldenTable): Values {
  const i = table.texts("row").indexOf(params.text("row"));
  const of = { hits: table.numbers("x")[i]!, rows: table.numbers("n")[i]! };
  const found = proportionLimits(of, LEVEL);
  const by = isUndefined(found) ? undefined : found;
  return {
    est: by === undefined ? null : of.hits / of.rows,
    ...limits("wilson", by?.wilson),
    ...limits("wilson_cc", by?.wilsonContinuity),
    ...limits("cp", by?.clopperPearson),
    ...limits("midp", by?.midP),
    ...limits("ac", by?.agrestiCoull),
    ...limits("jeffreys", by?.jeffreys),
    ...limits("logit", by?.logit),
  };
}

function two(params: Params, table: GoldenTable): [Proportion, Proportion] {
  const i = table.texts("table").indexOf(params.text("table"));
  const at = (column: string): number => table.numbers(column)[i]!;
  return [
    { hits: at("x1"), rows: at("n1") },
    { hits: at("x2"), rows: at("n2") },
  ];
}

function difference(first: Proportion, second: Proportion): Values {
  const pooled = pooledTest(first, second);
  return {
    diff: isUndefined(pooled) ? null : first.hits / first.rows - second.hits / second.rows,
    ...limits("newcombe", newcombeDifference(first, second, LEVEL)),
    ...limits("mn", miettinenNurminenDifference(first, second, LEVEL)),
    ...limits("mee", meeDifference(first, second, LEVEL)),
    ...limits("wald", waldDifference(first, second, LEVEL)),
    ...limits("agresti_caffo", agrestiCaffoDifference(first, second, LEVEL)),
    z_pooled: isUndefined(pooled) ? null : pooled.z,
    p_pooled: isUndefined(pooled) ? null : pooled.p,
    p_fisher: number(fisherExactP(first, second)),
  };
}

function ratio(first: Proportion, second: Proportion): Values {
  return {
    ratio: number(proportionRatio(first, second)),
    ...limits("katz_log", katzRatio(first, second, LEVEL)),
    ...limits("koopman", koopmanRatio(first, second, LEVEL)),
    ...limits("mn", miettinenNurminenRatio(first, second, LEVEL)),
    or: number(oddsRatio(first, second)),
    ...limits("or_woolf", woolfOddsRatio(first, second, LEVEL)),
  };
}

function margin(params: Params, first: Proportion, second: Proportion): Values {
  const found = proportionMarginTest(first, second, params.number("margin"));
  const by = isUndefined(found) ? undefined : found;
  return {
    diff: by?.difference ?? null,
    mn_z_lower: by?.zLower ?? null,
    mn_p_noninf: by?.pNonInferior ?? null,
    mn_z_upper: by?.zUpper ?? null,
    mn_p_upper: by?.pUpper ?? null,
    tost_p: by?.pEquivalent ?? null,
    fm_z_lower: by?.farringtonManning.zLower ?? null,
    fm_p_noninf: by?.farringtonManning.pNonInferior ?? null,
    wald_p_noninf: by?.waldNonInferior ?? null,
  };
}

function paired(params: Params, table: GoldenTable): Values {
  const i = table.texts("table").indexOf(params.text("table"));
  const at = (column: string): number => table.numbers(column)[i]!;
  const cells = { both: at("a"), onlyFirst: at("b"), onlySecond: at("c"), neither: at("d") };
  const n = cells.both + cells.onlyFirst + cells.onlySecond + cells.neither;
  const test = mcNemar(cells);
  const found = pairedRatio(cells, LEVEL);
  const relative = isUndefined(found) ? undefined : found;
  return {
    p1: n > 0 ? (cells.both + cells.onlyFirst) / n : null,
    p2: n > 0 ? (cells.both + cells.onlySecond) / n : null,
    diff: n > 0 ? (cells.onlyFirst - cells.onlySecond) / n : null,
    mcnemar_chi2: test.chiSquared,
    mcnemar_p: test.p,
    mcnemar_cc_chi2: test.chiSquaredContinuity,
    mcnemar_exact_p: test.pExact,
    mcnemar_midp: test.pMid,
    ...limits("tango", tangoDifference(cells, LEVEL)),
    ...limits("newcombe10", newcombePairedDifference(cells, LEVEL)),
    rel: relative?.value ?? null,
    rel_log_se: relative?.logError ?? null,
    ...limits("rel_wald", relative?.wald ?? undefined),
    ...limits("rel_tang", tangRatio(cells, LEVEL)),
  };
}

export function limits(key: string, range: Range | Undefined | undefined): Values {
  const known = range === undefined || isUndefined(range) ? undefined : range;
  return { [`${key}_lo`]: known?.low ?? null, [`${key}_hi`]: known?.high ?? null };
}

export function number(value: number | Undefined): Value {
  return typeof value === "number" ? value : null;
}
