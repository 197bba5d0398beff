import type { ScoreCounts } from "@auscult/core";
import type { Mean } from "../inference/mean-over-rows.ts";
import { totalsOf } from "../inference/totals.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { exchangeRate } from "./contributions.ts";
import { flaggedCells, type Part } from "./flagged.ts";
import { type NetBenefit, netBenefitAt } from "./net-benefit.ts";

/** Net benefit of two groups that share no patient, and three differences: first less second. */
export interface NetBenefitBetweenGroups {
  readonly first: NetBenefit;
  readonly second: NetBenefit;
  /** Mostly reflects the groups' prevalences. */
  readonly difference: Mean;
  /** Of the standardised net benefits; absent where a group has no events. */
  readonly standardised?: Mean;
  /** At one prevalence for both, taken as fixed; absent where a group has one class only. */
  readonly atCommonPrevalence?: { readonly first: Mean; readonly second: Mean; readonly difference: Mean };
}

/**
 * Net benefit compared between two groups. A raw gap mostly shows that one group has more events; the standardised one
 * and the one at a common prevalence show what the model does. `prevalence` is that of the whole cohort, by which both
 * groups' sensitivity and false positive rate are weighed.
 *
 * Undefined as `netBenefitAt`; NOT_A_PROBABILITY for a prevalence outside [0, 1].
 *
 * @see Vickers & Elkin (2006) Med Decis Making 26:565-574; Kerr et al (2016) J Clin Oncol 34:2534-2540.
 */
export function netBenefitBetweenGroups(
  first: ScoreCounts,
  second: ScoreCounts,
  { threshold, prevalence }: { readonly threshold: number; readonly prevalence: number },
): NetBenefitBetweenGroups | Undefined {
  if (!(prevalence >= 0 && prevalence <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const a = netBenefitAt(first, threshold);
  if (isUndefined(a)) return a;
  const b = netBenefitAt(second, threshold);
  if (isUndefined(b)) return b;
  const commonA = atPrevalence(first, threshold, prevalence);
  const commonB = atPrevalence(second, threshold, prevalence);
  return {
    first: a,
    second: b,
    difference: subtract(a.model, b.model),
    ...(a.standardised === undefined || b.standardised === undefined
      ? {}
      : { standardised: subtract(a.standardised, b.standardised) }),
    ...(commonA === undefined || commonB === undefined
      ? {}
      : { atCommonPrevalence: { first: commonA, second: commonB, difference: subtract(commonA, commonB) } }),
  };
}

/** Sensitivity and false positive rate, weighed by a prevalence from elsewhere; binomial errors, prevalence fixed. */
function atPrevalence(counts: ScoreCounts, threshold: number, prevalence: number): Mean | undefined {
  const cells = flaggedCells(counts)(threshold);
  const { events, nonEvents } = totalsOf(counts);
  if (events === 0 || nonEvents === 0) return undefined;
  const weighted = counts.weighted !== undefined;
  const sensitivity = rate(cells.truePositives, cells.falseNegatives, weighted ? events : undefined);
  const falsePositives = rate(cells.falsePositives, cells.trueNegatives, weighted ? nonEvents : undefined);
  const cost = (1 - prevalence) * exchangeRate(threshold);
  return {
    value: sensitivity.value * prevalence - falsePositives.value * cost,
    standardError: Math.hypot(sensitivity.standardError * prevalence, falsePositives.standardError * cost),
  };
}

/** Share flagged of one class; binomial, or linearised over so many rows where weighted. */
function rate(flagged: Part, unflagged: Part, rows: number | undefined): Mean {
  const weight = flagged.weight + unflagged.weight;
  const value = flagged.weight / weight;
  if (rows === undefined) return { value, standardError: Math.sqrt((value * (1 - value)) / weight) };
  if (rows < 2) return { value, standardError: 0 };
  const squares = flagged.squares * (1 - value) ** 2 + unflagged.squares * value ** 2;
  return { value, standardError: Math.sqrt((rows / (rows - 1)) * squares) / weight };
}

function subtract(a: Mean, b: Mean): Mean {
  return { value: a.value - b.value, standardError: Math.hypot(a.standardError, b.standardError) };
}
