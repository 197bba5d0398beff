import { brent } from "../numeric/root.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { type BootstrapInterval, FEWEST_REPLICATES, quantileError } from "./bootstrap-interval.ts";
import { type BootstrapSample, bootstrapSample, bootstrapStandardError } from "./bootstrap-sample.ts";

/** What a debiased interval is made from. */
export interface Debiasing {
  readonly level: number;
  /** Scale on which chance adds the same whatever the truth: `squared` for distances, `identity` for what is a square already. */
  readonly scale: "identity" | "squared";
  /** The value on the data that the replicates were drawn from, where they were gathered; the sample's own where absent. */
  readonly value?: number;
  /** What chance gives where nothing is amiss. */
  readonly chance?: Chance;
}

/** Means, and the value that chance reaches one-sidedly at (1 + level)/2. */
export interface Chance {
  readonly mean: number;
  readonly meanSquare: number;
  readonly upper: number;
}

/**
 * Interval of a quantity that is 0 or more and that chance can only lift: a mean or median distance, a largest one, a
 * component fitted to the data.
 *
 * A resample is lifted above the sample as the sample is above the truth, so percentiles lie too high (they covered 0.00
 * to 0.66 in simulation). On a scale where chance adds about the same wherever the truth is, the lift is the mean of the
 * replicates less the value; the interval lies about the value less that lift, as far to either side as the replicates'
 * upper percentile lies above their mean. Conservative (0.98 to 1) near 0, where the spread of the replicates exceeds
 * the sample's; nominal well away from it. It is widened to hold the value itself.
 *
 * Where what chance gives is known, the lower limit is the truth at which a value so large would be its upper percentile:
 * 0 up to what chance reaches, above 0 beyond it. Lift and spread at truths between 0 and the value are taken from those
 * at 0 (chance) and at the value (replicates), in proportion, as those of a sum of squares change.
 *
 * Undefined with fewer than 40 replicates, or where the replicates do not differ.
 *
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, sections 2.4 and 5.2 (the basic interval on a
 *      transformed scale); Andrews (2000) Econometrica 68:399-405, on the bootstrap at a boundary.
 */
export function debiasedInterval(
  sample: BootstrapSample,
  { level, scale, value = sample.estimate, chance }: Debiasing,
): BootstrapInterval | undefined {
  const [up, down] = scale === "squared" ? [square, Math.sqrt] : [same, same];
  const { estimate, sorted } = bootstrapSample(up(sample.estimate), sample.sorted.map(up));
  if (sorted.length < FEWEST_REPLICATES || sorted[0] === sorted.at(-1)) return undefined;
  const pHigh = (1 + level) / 2;
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const reach = quantile7(sorted, pHigh) - mean;
  const centre = up(value) - (mean - estimate);
  const truth =
    chance === undefined ? undefined : tested(estimate, { lift: mean - estimate, reach }, onScale(chance, scale));
  // Exactly 0 within chance: of what rounding leaves beside it the root would be no rounding.
  const nearest = truth === undefined ? centre - reach : truth === 0 ? 0 : up(value) - estimate + truth;
  const lowest = down(Math.max(0, nearest));
  const highest = down(Math.max(0, centre + reach));
  const ofQuantile = quantileError(sorted, pHigh);
  const ofMean = bootstrapStandardError({ estimate, sorted }) / Math.sqrt(sorted.length);
  // The square root passes on an error divided by twice its value; a limit at 0 does not move.
  const passed = (error: number, limit: number): number =>
    limit === 0 ? 0 : scale === "squared" ? error / (2 * limit) : error;
  return {
    low: Math.min(lowest, value),
    high: Math.max(highest, value),
    level,
    method: "bootstrap-debiased",
    monteCarloError: {
      low: passed(ofQuantile, lowest),
      high: passed(Math.hypot(ofQuantile, 2 * ofMean), highest),
    },
  };
}

/** How far chance lifts a value on average, and how far above that its upper percentile lies. */
interface Lift {
  readonly lift: number;
  readonly reach: number;
}

function onScale({ mean, meanSquare, upper }: Chance, scale: Debiasing["scale"]): Lift {
  const [lift, top] = scale === "squared" ? [meanSquare, upper ** 2] : [mean, upper];
  return { lift, reach: top - lift };
}

/** The truth of which `value` is the upper percentile; 0 where chance alone reaches it. */
function tested(value: number, at: Lift, atNone: Lift): number {
  const excess = (truth: number): number => {
    const share = truth / value;
    const lift = atNone.lift + (at.lift - atNone.lift) * share;
    const reach = Math.sqrt(atNone.reach ** 2 + (at.reach ** 2 - atNone.reach ** 2) * share);
    return truth + lift + reach - value;
  };
  if (!(excess(0) < 0)) return 0;
  return excess(value) > 0 ? brent(excess, 0, value) : value;
}

function square(x: number): number {
  return x * x;
}

function same(x: number): number {
  return x;
}
