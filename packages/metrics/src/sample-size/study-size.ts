import type { AuditPlan } from "@auscult/core";
import { newcombeError } from "../discrimination/newcombe5.ts";
import { detectableGap, powerOfEquivalence } from "../inference/power.ts";
import { logit } from "../numeric/logit.ts";
import { normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import type { Undefined } from "../result.ts";
import {
  rowsForAuroc,
  rowsForNetBenefit,
  rowsForObservedExpected,
  rowsForSlope,
  slopeInformation,
  slopeInformationOfNormal,
} from "../validation/sample-size.ts";

type Section = NonNullable<AuditPlan["planSize"]>;
type Group = Section["groups"][number];

export type SizeCriterion = "observedExpected" | "slope" | "auroc" | "netBenefit";

/** One criterion in one group: patients of the group, and events among them. */
export interface CriterionSize {
  /** `null`: everybody. */
  readonly group: Group | null;
  readonly criterion: SizeCriterion;
  /** What is expected, and how wide its interval may be. */
  readonly value: number;
  readonly width: number;
  /** Rounded up; a reason where there is no such number. */
  readonly rows: number | Undefined;
  readonly events: number | null;
  /** Of everybody, so that the group has its rows. */
  readonly inAll: number | null;
}

/** A comparison of two groups: patients in all, as the groups' shares bring them. */
export interface ComparisonSize {
  readonly kind: "equivalence" | "gap";
  readonly metric: "sensitivity" | "specificity" | "selectionRate" | "auroc";
  readonly between: readonly [Group, Group];
  readonly value: number;
  readonly margin: number;
  readonly power: number;
  readonly reason: string;
  /** Patients in all, and of each group; null where more than `MOST` would be needed. */
  readonly inAll: number | null;
  readonly rows: readonly [number, number] | null;
}

export interface StudySize {
  readonly criteria: readonly CriterionSize[];
  readonly comparisons: readonly ComparisonSize[];
  /** The largest number of patients in all over what is asked; null where something cannot be had by any number tried. */
  readonly inAll: number | null;
  readonly months: number | null;
  readonly level: number;
}

/** No hospital has more. */
const MOST = 100_000_000;

/**
 * Patients that the study needs: for each criterion of precision, in everybody and in every group with its own
 * prevalence; for each comparison of groups; and in all, as the groups' shares bring them. Design-based: from what is
 * expected, never from what was observed.
 *
 * Equivalence by two one-sided tests, each at half of 1 − level (2.5 % at 95 %), where both groups have the value; shares by
 * the normal approximation, AUROCs by Newcombe's planning error. A gap in AUROC: two-sided at the level.
 *
 * `scores`: predicted risks of local patients, where the slope is to be reckoned from them (`logOdds: scores`).
 *
 * @see Riley et al (2021) Stat Med 40:4230-4251; Riley et al (2024) BMJ 384:e074821; Chow, Shao & Wang (2017) Sample Size
 * Calculations in Clinical Research, ch. 4; Newcombe (2006) Stat Med 25:559-573.
 */
export function studySize(section: Section, level: number, scores?: Float64Array): StudySize {
  const criteria = [null, ...section.groups].flatMap((group) => criteriaOf(section, group, level, scores));
  const find = (id: string): Group => section.groups.find((group) => group.id === id)!;
  const comparisons = [
    ...section.equivalence.map((of): ComparisonSize => {
      const between = [find(of.between[0]), find(of.between[1])] as const;
      const { metric, value, margin, power, reason } = of;
      const reached = (all: number): boolean => equivalencePower(of, between, all, level) >= power;
      return { kind: "equivalence", metric, between, value, margin, power, reason, ...smallest(reached, between) };
    }),
    ...section.gaps.map(({ between: ids, auroc, gap, power, reason }): ComparisonSize => {
      const between = [find(ids[0]), find(ids[1])] as const;
      const reached = (all: number): boolean => detectableGap(aurocError(auroc, between, all), { level, power }) <= gap;
      return {
        kind: "gap",
        metric: "auroc",
        between,
        value: auroc,
        margin: gap,
        power,
        reason,
        ...smallest(reached, between),
      };
    }),
  ];
  const needed = [...criteria, ...comparisons].map(({ inAll }) => inAll);
  const inAll = needed.includes(null) ? null : Math.max(...needed.map(Number));
  const { perMonth } = section;
  return {
    criteria,
    comparisons,
    inAll,
    months: inAll === null || perMonth === undefined ? null : Math.ceil(inAll / perMonth),
    level,
  };
}

function criteriaOf(
  section: Section,
  group: Group | null,
  level: number,
  scores: Float64Array | undefined,
): CriterionSize[] {
  const prevalence = group?.prevalence ?? section.prevalence;
  const { observedExpected, slope, auroc, netBenefit } = section;
  const sized = (criterion: SizeCriterion, value: number, width: number, exact: number | Undefined): CriterionSize => {
    const rows = typeof exact === "number" ? Math.ceil(exact) : exact;
    const known = typeof rows === "number" ? rows : null;
    return {
      group,
      criterion,
      value,
      width,
      rows,
      events: known === null ? null : Math.ceil(known * prevalence),
      inAll: known === null ? null : Math.ceil(known / (group?.share ?? 1)),
    };
  };
  const found: CriterionSize[] = [];
  if (observedExpected !== undefined) {
    const { ratio, width } = observedExpected;
    found.push(sized("observedExpected", ratio, width, rowsForObservedExpected({ prevalence, ratio, width }, level)));
  }
  if (slope !== undefined) {
    const expected = group?.logOdds ?? slope.logOdds;
    const information =
      expected === "scores"
        ? slopeInformation((scores ?? new Float64Array()).map(logit))
        : slopeInformationOfNormal(expected.mean, expected.deviation);
    found.push(
      sized(
        "slope",
        1,
        slope.width,
        "status" in information ? information : rowsForSlope(information, slope.width, level),
      ),
    );
  }
  if (auroc !== undefined) {
    const value = group?.auroc ?? auroc.value;
    found.push(
      sized("auroc", value, auroc.width, rowsForAuroc({ prevalence, auroc: value, width: auroc.width }, level)),
    );
  }
  if (netBenefit !== undefined) {
    const { threshold, width } = netBenefit;
    const sensitivity = group?.sensitivity ?? netBenefit.sensitivity;
    const specificity = group?.specificity ?? netBenefit.specificity;
    const size = rowsForNetBenefit({ prevalence, threshold, sensitivity, specificity }, width, level);
    found.push(
      "status" in size
        ? sized("netBenefit", Number.NaN, width, size)
        : sized("netBenefit", size.standardised, width, size.rows),
    );
  }
  return found;
}

/** The smallest number of patients in all that reaches it, and how many of each group they bring. */
function smallest(reached: (all: number) => boolean, [first, second]: readonly [Group, Group]) {
  if (!reached(MOST)) return { inAll: null, rows: null };
  let [low, high] = [2, MOST];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return { inAll: low, rows: [Math.ceil(low * first.share), Math.ceil(low * second.share)] as const };
}

function equivalencePower(
  { metric, value, margin }: Section["equivalence"][number],
  between: readonly [Group, Group],
  all: number,
  level: number,
): number {
  const alpha = (1 - level) / 2;
  if (metric === "auroc") {
    const error = aurocError(value, between, all);
    return Math.max(0, 1 - 2 * normalUpperTail(margin / error - normalQuantile(1 - alpha)));
  }
  const [n1, n2] = between.map(({ share, prevalence }) => {
    const of = metric === "sensitivity" ? prevalence : metric === "specificity" ? 1 - prevalence : 1;
    return all * share * of;
  });
  const power = powerOfEquivalence({ p1: value, p2: value, n1: n1!, n2: n2! }, { margin, difference: 0, alpha });
  return typeof power === "number" ? power : 0;
}

/** Of the difference of two independent AUROCs, by Newcombe's planning error. */
function aurocError(value: number, between: readonly [Group, Group], all: number): number {
  const [a, b] = between.map(({ share, prevalence }) =>
    newcombeError(value, all * share * prevalence, all * share * (1 - prevalence)),
  );
  return Math.hypot(a!, b!);
}
