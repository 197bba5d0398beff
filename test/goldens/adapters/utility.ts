import {
  countScores,
  isUndefined,
  type NetBenefit,
  netBenefitAt,
  netBenefitBetweenGroups,
  netBenefitDifference,
  type Undefined,
} from "@auscult/metrics";
import type { GoldenMethod, Value, Values } from "../pack.ts";

function known<T extends object>(value: T | Undefined): Partial<T> {
  return isUndefined(value) ? {} : value;
}

function values(entries: Record<string, Value | undefined>): Values {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, value ?? null]));
}

export const utility: readonly GoldenMethod[] = [
  {
    method: "net_benefit",
    run(params, [table]) {
      const counts = countScores(table!.numbers(params.text("score")), table!.numbers(params.text("label")));
      const found = params.numbers("thresholds").map((threshold) => known(netBenefitAt(counts, threshold)));
      const list = (of: (at: Partial<NetBenefit>) => number | undefined): Value => found.map((at) => of(at) ?? null);
      return {
        nb: list((at) => at.model?.value),
        nb_se: list((at) => at.model?.standardError),
        nb_all: list((at) => at.treatAll?.value),
        snb: list((at) => at.standardised?.value),
        snb_se: list((at) => at.standardised?.standardError),
        delta_vs_all: list((at) => at.overTreatAll?.value),
        delta_vs_all_se: list((at) => at.overTreatAll?.standardError),
        interventions_avoided_per100: list((at) => at.interventionsAvoided?.value),
      };
    },
  },
  {
    method: "net_benefit_diff",
    run(params, [table]) {
      const column = (name: string) => table!.numbers(params.text(name));
      const threshold = params.number("threshold");
      const found = known(netBenefitDifference(column("label"), column("score"), column("score2"), threshold));
      return values({ diff: found.value, se: found.standardError, z: found.z, p: found.p });
    },
  },
  {
    method: "net_benefit_groups",
    run(params, [table]) {
      const score = table!.numbers(params.text("score"));
      const outcome = table!.numbers(params.text("label"));
      const group = table!.texts(params.text("group"));
      const level = (name: string) => {
        const of = (column: Float64Array) => column.filter((_, i) => group[i] === params.text(name));
        return countScores(of(score), of(outcome));
      };
      const threshold = params.number("threshold");
      const overall = netBenefitAt(countScores(score, outcome), threshold);
      const prevalence = isUndefined(overall) ? Number.NaN : overall.prevalence;
      const found = known(netBenefitBetweenGroups(level("level1"), level("level2"), { threshold, prevalence }));
      const common = found.atCommonPrevalence;
      return values({
        nb1: found.first?.model.value,
        nb2: found.second?.model.value,
        nb_diff: found.difference?.value,
        nb_diff_se: found.difference?.standardError,
        snb1: found.first?.standardised?.value,
        snb2: found.second?.standardised?.value,
        snb_diff: found.standardised?.value,
        snb_diff_se: found.standardised?.standardError,
        nb1_common_prev: common?.first.value,
        nb2_common_prev: common?.second.value,
        nb_common_prev_diff: common?.difference.value,
        nb_common_prev_diff_se: common?.difference.standardError,
      });
    },
  },
];
