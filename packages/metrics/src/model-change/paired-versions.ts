import { clusteredAurocDifference } from "../discrimination/clustered-auroc.ts";
import { delongPaired } from "../discrimination/delong-paired.ts";
import { effectOf } from "../inference/effect.ts";
import { influenceVariance } from "../inference/influence.ts";
import { pairedPredictiveValue } from "../inference/paired-predictive-value.ts";
import { mcNemar, type PairedTable, tangoDifference } from "../inference/paired-proportions.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { exchangeRate } from "../utility/contributions.ts";

/** Two versions of a model on the same rows, complete: scores, outcome (1 or 0) and, where patients repeat, whose each row is. */
export interface VersionedRows {
  readonly old: Float64Array;
  readonly renewed: Float64Array;
  readonly outcome: Uint8Array;
  readonly cluster?: ArrayLike<number>;
}

export type ChangedMetric = "auroc" | "brierScore" | "sensitivity" | "specificity" | "ppv" | "netBenefit";

/** New against old in one metric. */
export interface VersionChange {
  readonly old: number;
  readonly renewed: number;
  /** New less old; of the PPV, new over old. */
  readonly change: number;
  readonly interval: Interval | null;
  readonly p: number | null;
}

/**
 * New version less old on the same patients, with what pairing gives: DeLong for the AUROC, Tango's interval and McNemar's
 * mid-p for shares, the influence of each patient for the ratio of PPVs, mean differences for Brier score and net benefit.
 * Where patients have several rows each of these is clustered by patient, by Student's t on clusters less one.
 *
 * Undefined  NO_ROWS; ONE_CLASS or ZERO_DENOMINATOR where the metric has nobody to be computed on; MISSING_INPUT without a
 *            threshold that is needed; NOT_A_PROBABILITY where a probability is needed.
 *
 * @see DeLong et al (1988) Biometrics 44:837-845; Obuchowski (1997) Biometrics 53:567-578; Tango (1998) Stat Med
 * 17:891-908; Moskowitz & Pepe (2006) Clin Trials 3:272-279; Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export function versionChange(
  rows: VersionedRows,
  metric: ChangedMetric,
  threshold: number | undefined,
  level: number,
): VersionChange | Undefined {
  if (rows.outcome.length === 0) return undefinedBecause("NO_ROWS");
  if (metric === "auroc") return aurocChange(rows, level);
  if (metric === "brierScore") {
    if (![rows.old, rows.renewed].every((scores) => scores.every((p) => p >= 0 && p <= 1)))
      return undefinedBecause("NOT_A_PROBABILITY");
    return meanChange(
      rows.old.map((p, i) => (p - rows.outcome[i]!) ** 2),
      rows.renewed.map((p, i) => (p - rows.outcome[i]!) ** 2),
      rows.cluster,
      level,
    );
  }
  if (threshold === undefined) return undefinedBecause("MISSING_INPUT");
  const flags = (scores: Float64Array): Float64Array => scores.map((score) => (score >= threshold ? 1 : 0));
  const [old, renewed] = [flags(rows.old), flags(rows.renewed)];
  if (metric === "ppv") return ppvChange(rows, old, renewed, level);
  if (metric === "netBenefit") {
    if (!(threshold > 0 && threshold < 1)) return undefinedBecause("NOT_A_PROBABILITY");
    const worth = rows.outcome.map((y) => (y === 1 ? 1 : 0));
    const odds = exchangeRate(threshold);
    const of = (flag: Float64Array): Float64Array => flag.map((f, i) => f * (worth[i] === 1 ? 1 : -odds));
    return meanChange(of(old), of(renewed), rows.cluster, level);
  }
  const wanted = metric === "sensitivity" ? 1 : 0;
  const members = Uint32Array.from(rows.outcome.keys()).filter((i) => rows.outcome[i] === wanted);
  if (members.length === 0) return undefinedBecause("ONE_CLASS");
  const right = (flag: Float64Array): Float64Array => Float64Array.from(members, (i) => (flag[i] === wanted ? 1 : 0));
  const { cluster } = rows;
  return cluster === undefined
    ? shareChange(right(old), right(renewed), level)
    : meanChange(
        right(old),
        right(renewed),
        Float64Array.from(members, (i) => cluster[i]!),
        level,
      );
}

/** Rows on which two sets of flags agree and differ. `first` is the new version. */
export function flagTable(renewed: ArrayLike<number>, old: ArrayLike<number>): PairedTable {
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let i = 0; i < old.length; i++) {
    if (renewed[i] === 1) table[old[i] === 1 ? "both" : "onlyFirst"] += 1;
    else table[old[i] === 1 ? "onlySecond" : "neither"] += 1;
  }
  return table;
}

function aurocChange({ old, renewed, outcome, cluster }: VersionedRows, level: number): VersionChange | Undefined {
  if (cluster !== undefined) {
    const found = clusteredAurocDifference(renewed, old, outcome, cluster);
    if (isUndefined(found)) return found;
    const clusters = new Set(Array.from(cluster)).size;
    const { interval, p } = effectOf(found.difference, found.standardError ** 2, {
      level,
      degreesOfFreedom: clusters - 1,
    });
    return { old: found.second, renewed: found.first, change: found.difference, interval, p };
  }
  const found = delongPaired(renewed, old, outcome, level);
  if (isUndefined(found)) return found;
  const { first, second, difference, low, high, standardError, test } = found;
  // Without an error the two rank alike: there is nothing to tell a width from.
  const interval: Interval | null = standardError > 0 ? { low, high, level, method: "delong" } : null;
  return { old: second, renewed: first, change: difference, interval, p: test?.p ?? null };
}

function shareChange(old: Float64Array, renewed: Float64Array, level: number): VersionChange | Undefined {
  const table = flagTable(renewed, old);
  const n = old.length;
  const range = tangoDifference(table, level);
  if (isUndefined(range)) return range;
  return {
    old: (table.both + table.onlySecond) / n,
    renewed: (table.both + table.onlyFirst) / n,
    change: (table.onlyFirst - table.onlySecond) / n,
    interval: { ...range, level, method: "tango" },
    p: mcNemar(table).pMid,
  };
}

/** Mean of paired differences, by clusters where there are any. */
function meanChange(
  old: Float64Array,
  renewed: Float64Array,
  cluster: ArrayLike<number> | undefined,
  level: number,
): VersionChange {
  const n = old.length;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const differences = renewed.map((value, i) => value - old[i]!);
  const change = mean(differences);
  const influence = differences.map((d) => (d - change) / n);
  const { variance, degreesOfFreedom } =
    cluster === undefined
      ? { variance: (influenceVariance(influence).variance * n) / (n - 1), degreesOfFreedom: Infinity }
      : influenceVariance(influence, (k) => cluster[k]!);
  const { interval, p } = effectOf(change, variance, { level, degreesOfFreedom });
  return { old: mean(old), renewed: mean(renewed), change, interval, p };
}

function ppvChange(
  { outcome, cluster }: VersionedRows,
  old: Float64Array,
  renewed: Float64Array,
  level: number,
): VersionChange | Undefined {
  const found = pairedPredictiveValue(outcome, old, renewed, level);
  if (isUndefined(found)) return found;
  const { first, second, ratio, interval, p } = found;
  if (cluster === undefined)
    return { old: first, renewed: second, change: ratio, interval: { ...interval, level, method: "log" }, p };
  const sum = (flag: Float64Array): number => flag.reduce((hits, f, i) => hits + f * outcome[i]!, 0);
  const [oldHits, newHits] = [sum(old), sum(renewed)];
  const influence = Float64Array.from(
    outcome,
    (y, i) => (renewed[i]! * (y - second)) / newHits - (old[i]! * (y - first)) / oldHits,
  );
  const { variance, degreesOfFreedom } = influenceVariance(influence, (k) => cluster[k]!);
  const log = effectOf(Math.log(ratio), variance, { level, degreesOfFreedom });
  const limits: Interval | null =
    log.interval === null
      ? null
      : { ...log.interval, low: Math.exp(log.interval.low), high: Math.exp(log.interval.high), method: "log" };
  return { old: first, renewed: second, change: ratio, interval: limits, p: log.p };
}
