import {
  averageRanks,
  concentrationInTop,
  gapInWindow,
  gapWithinStrata,
  groupShareOfTop,
  percentileByCut,
  placesInTop,
  rankBins,
  shareInTop,
  swapByScore,
} from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { defined } from "./defined.ts";
import { haveShared, sharedCsv, sharedJson } from "./shared.ts";

const CSV = "obermeyer_synth/model_lasso_predictors_authors.csv";
const have = haveShared(CSV);

describe.skipIf(!have)("Obermeyer 2019, the authors' synthetic holdout", () => {
  const data = have ? sharedCsv(CSV) : undefined;
  const golden = have ? sharedJson<Golden>("obermeyer_synth/golden_obermeyer_holdout.json") : ({} as Golden);
  const column = (name: string): Float64Array => data!.numbers(name);

  const TABLE2 = [
    ["log_cost_t_hat", "total_cost", 0.192946],
    ["log_cost_avoidable_t_hat", "avoidable_cost", 0.259336],
    ["gagne_sum_t_hat", "chronic", 0.284232],
  ] as const;

  test.each(TABLE2)("table 2: who and what is in the top 3 percent by %s", (prediction, row, printed) => {
    const black = column("dem_race_black");
    const places = placesInTop(0.03, data!.rows);
    expect(places).toBe(482);
    const share = defined(groupShareOfTop(column(prediction), black, places));
    expect(share.value).toBeCloseTo(printed, 5);
    expect(share.value).toBeCloseTo(golden.table2[row]!.frac_black!, 12);
    expect(share.publishedStandardError).toBeCloseTo(golden.table2[row]!.frac_black_se!, 12);
    expect(share.standardError).toBeGreaterThan(5 * share.publishedStandardError);
    for (const amount of ["cost_t", "cost_avoidable_t", "gagne_sum_t"]) {
      const concentration = defined(concentrationInTop(column(prediction), column(amount), places));
      expect(Math.abs(concentration.value - golden.table2[row]![amount]!)).toBeLessThan(1e-9);
      expect(Math.abs(concentration.publishedStandardError - golden.table2[row]![`${amount}_se`]!)).toBeLessThan(1e-9);
    }
  });

  test("the commercial score's top 3 percent", () => {
    const share = defined(shareInTop(column("risk_score_t"), column("dem_race_black"), 482 / data!.rows));
    expect(share.share).toBeCloseTo(golden.commercial_score_top3pct.frac_black!, 12);
  });

  test("the authors split tied scores between percentiles by row order; ours keep them together", () => {
    const ours = rankBins(averageRanks(column("risk_score_t")), 100);
    const theirs = column("risk_score_t_percentile");
    expect(ours.every((bin, i) => Math.abs(bin + 1 - theirs[i]!) <= 1)).toBe(true);
  });

  test("at the 97th percentile Black patients have 5.143 conditions, White 4.248", () => {
    const window = { low: 97, high: 97, level: 0.95 };
    const percentile = column("risk_score_t_percentile");
    const at = defined(gapInWindow(percentile, column("gagne_sum_t"), column("dem_race_black"), window));
    expect([at.group.rows, at.reference.rows]).toEqual([28, 133]);
    expect(at.group.value).toBeCloseTo(5.142857142857143, 12);
    expect(at.reference.value).toBeCloseTo(4.2481203007518795, 12);
    expect(at.group.value).toBeCloseTo(golden.at_97.cond_black!, 12);
  });

  test("among those selected: percentile 97 and above, 55 and above", () => {
    const percentile = column("risk_score_t_percentile");
    for (const low of [55, 97] as const) {
      const expected = low === 55 ? golden.ge_55 : golden.ge_97;
      const window = { low, high: 100, level: 0.95 };
      const need = defined(gapInWindow(percentile, column("gagne_sum_t"), column("dem_race_black"), window));
      expect(need.group.rows).toBe(expected.n_black);
      expect(need.ratio).toBeCloseTo(expected.ratio_cond!, 12);
      const cost = defined(gapInWindow(percentile, column("cost_t"), column("dem_race_black"), window));
      expect(cost.group.value).toBeCloseTo(expected.cost_black!, 6);
      expect(cost.reference.value).toBeCloseTo(expected.cost_white!, 6);
    }
  });

  const WITHIN = [
    ["risk_score_t_percentile", "gagne_sum_t", "health_given_score"],
    ["risk_score_t_percentile", "cost_t", "cost_given_score"],
    ["risk_score_t_percentile", "cost_avoidable_t", "avoidable_given_score"],
    ["gagne_sum_t", "cost_t", "cost_given_health"],
    ["gagne_sum_t", "cost_avoidable_t", "avoidable_given_health"],
  ] as const;

  test.each(WITHIN)("within %s: gap in %s", (stratum, value, key) => {
    const within = defined(gapWithinStrata(column(stratum), column(value), column("dem_race_black"), { level: 0.95 }));
    const expected = golden[key];
    expect(within.gap.value / expected.beta).toBeCloseTo(1, 10);
    expect(within.ordinaryStandardError! / expected.se_ols).toBeCloseTo(1, 10);
    expect(within.gap.standardError! / expected.se_hc0).toBeCloseTo(1, 10);
  });

  test("at equal score Black patients have 0.6131 more conditions", () => {
    const strata = column("risk_score_t_percentile");
    const within = defined(gapWithinStrata(strata, column("gagne_sum_t"), column("dem_race_black"), { level: 0.95 }));
    expect(within.gap.value).toBeCloseTo(0.6131, 4);
  });

  test.each([
    [97, false, "swap97_fixed", 0.595],
    [97, true, "swap97_buggy", 0.4486],
    [55, false, "swap55_fixed", 0.1827],
  ] as const)("swap at percentile %d, legacy loop %s", (threshold, legacySwapLoop, key, printed) => {
    const score = column("risk_score_t");
    const above = Uint8Array.from(percentileByCut(score), (p) => (p >= threshold ? 1 : 0));
    const input = { score, need: column("gagne_sum_t"), member: column("dem_race_black"), above };
    const swap = defined(swapByScore(input, { legacySwapLoop }));
    expect(swap.above).toBe(golden[key].n);
    expect(swap.swaps).toBe(golden[key].switched);
    expect(swap.shareBefore).toBeCloseTo(golden[key].before, 12);
    expect(swap.shareAfter).toBeCloseTo(golden[key].after, 12);
    expect(swap.shareAfter).toBeCloseTo(printed, 3);
  });
});

type Row = Readonly<Record<string, number>>;
interface Coefficient {
  readonly beta: number;
  readonly se_ols: number;
  readonly se_hc0: number;
}
interface SwapResult {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly switched: number;
}
interface Golden {
  readonly table2: Readonly<Record<string, Row>>;
  readonly commercial_score_top3pct: Row;
  readonly at_97: Row;
  readonly ge_55: Row;
  readonly ge_97: Row;
  readonly health_given_score: Coefficient;
  readonly cost_given_score: Coefficient;
  readonly avoidable_given_score: Coefficient;
  readonly cost_given_health: Coefficient;
  readonly avoidable_given_health: Coefficient;
  readonly swap97_fixed: SwapResult;
  readonly swap97_buggy: SwapResult;
  readonly swap55_fixed: SwapResult;
}
