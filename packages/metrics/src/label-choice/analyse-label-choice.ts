import type { Effect } from "../inference/effect.ts";
import type { Sampling } from "../inference/influence.ts";
import type { MeanDifference } from "../inference/mean-difference.ts";
import { bandsOf } from "../numeric/bands.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { gapAtEqualScore } from "./equal-score-gap.ts";
import { ratioAtEqualScore } from "./equal-score-ratio.ts";
import { descendingOrder } from "./inclusion.ts";
import { type LabelAtEqualNeed, labelAtEqualNeed } from "./label-at-equal-need.ts";
import { type LabelByNeed, labelByNeed, NEED_STRATA } from "./label-by-need.ts";
import { type LabelChoiceVerdict, labelChoiceVerdict } from "./label-choice-verdict.ts";
import { needObstacle } from "./need-obstacle.ts";
import { averageRanks, percentiles, type Ranking } from "./percentile.ts";
import { meanByPercentile, type PercentileBin } from "./percentile-curve.ts";
import { gapInWindow } from "./percentile-window.ts";
import { type PlacesIntervals, placesIntervals } from "./places-intervals.ts";
import { type ProgrammeSwaps, programmeSwaps } from "./programme-swaps.ts";
import { type TopComposition, topComposition } from "./top-composition.ts";
import { gapWithinStrata, type WithinGap } from "./within-percentile-gap.ts";

/** A continuous label (cost) or measure of need (conditions), by its id in the plan. NaN where missing. */
export interface NamedValues {
  readonly id: string;
  readonly values: Float64Array;
}

/** The largest gap that does not matter, declared beforehand: a difference in the measure's units, or a ratio of means. */
export interface GapMargin {
  readonly scale: "difference" | "ratio";
  readonly low: number;
  readonly high: number;
}

/** The rows' columns; all of one length. */
export interface LabelChoiceInput extends Sampling {
  readonly score: Float64Array;
  /** The operational label: what the score was made to predict. */
  readonly label: NamedValues;
  /** What the score is used for. Two or more, one of them measured whether or not a patient gets care. */
  readonly needs: readonly NamedValues[];
  /** 1 in the group, 0 in its reference, anything else in neither (ranked, but not compared). */
  readonly side: ArrayLike<number>;
  /** Percentile of each row, where the programme's own is known; otherwise made from the score. */
  readonly percentile?: Float64Array;
  /** Other scores that the programme could use. */
  readonly alternatives?: readonly NamedValues[];
}

export interface LabelChoiceOptions {
  readonly level: number;
  /** Percentiles of the score at which the programme acts, e.g. 97. */
  readonly thresholds: readonly number[];
  readonly bins: number;
  readonly margins: { readonly label?: GapMargin; readonly needs: ReadonlyMap<string, GapMargin> };
  /** Also run the swap loop as published in 2019, with its fault. */
  readonly legacySwapLoop: boolean;
  /** For the intervals of places and exchanges; none without it. */
  readonly resampling?: { readonly seed: number; readonly replicates: number };
}

/** A gap at equal score on the scale of its margin. */
export interface EqualScore {
  readonly scale: "difference" | "ratio";
  /** Average over all scores; of the logarithm where the scale is a ratio. */
  readonly average: Effect;
  /** Differences in the measure's own units, whatever the scale: averaged, at each threshold, within percentiles. */
  readonly difference: Effect | null;
  readonly at: readonly { readonly percentile: number; readonly gap: Effect }[];
  readonly anyGap: { readonly chiSquared: number; readonly degreesOfFreedom: number; readonly p: number } | null;
  readonly within: WithinGap | Undefined;
}

/** One measure in the programme's selected, and at its threshold. */
export interface AtThreshold {
  readonly percentile: number;
  /** Among rows at or above it. */
  readonly selected: MeanDifference | Undefined;
  /** Among rows in the one percentile that ends at it. */
  readonly atIt: MeanDifference | Undefined;
}

/** One measure, label or need, in both groups. */
export interface MeasureByScore {
  readonly id: string;
  readonly equalScore: EqualScore | Undefined;
  readonly thresholds: readonly AtThreshold[];
  readonly curve: { readonly group: readonly PercentileBin[]; readonly reference: readonly PercentileBin[] };
}

export interface NeedAnalysis extends MeasureByScore {
  readonly verdict: LabelChoiceVerdict;
  /** The label at equal need: the mechanism, where it is lower for the group. */
  readonly labelAtNeed: LabelAtEqualNeed | Undefined;
  /** The label by need: what is spent on whom at each level, or band, of need. */
  readonly labelByNeed: readonly LabelByNeed[];
  readonly swaps: readonly ProgrammeSwaps[];
  /** Intervals of the places, for each threshold; empty where rows are weighted. */
  readonly places: readonly PlacesIntervals[];
}

export interface LabelChoiceAnalysis {
  readonly label: MeasureByScore;
  /** Each need with its verdict, or why nothing can be said of it. */
  readonly needs: readonly ({ readonly id: string } & (NeedAnalysis | Undefined))[];
  /** Who is in the top by the score, the label, each need and each other score. */
  readonly top: readonly TopComposition[];
  readonly rows: RowsOfLabelChoice;
}

/** Where rows went: of all rows, those of each side, with a score, with the label, with each need. */
export interface RowsOfLabelChoice {
  readonly all: number;
  readonly group: SideRows;
  readonly reference: SideRows;
}

export interface SideRows {
  readonly rows: number;
  readonly withScore: number;
  readonly withLabel: number;
  readonly withNeed: readonly number[];
}

/**
 * Is the score right about the label it was made from, and wrong about what it is used for?
 *
 * Gaps at equal score in the label and in each need, on the scale of its declared margin, give the verdict of methods
 * F7; the rest shows where, how much and how many. Percentiles are made over all rows with a score; rows that lack a
 * measure are left out of what needs it, and counted.
 *
 * Undefined: NO_ROWS where no row has a score; EMPTY_GROUP where group or reference has none; CONSTANT_VALUE where the
 * label never varies. A single need can be undefined: MISSING_INPUT where the group or the reference has none of it,
 * LABEL_EQUALS_NEED where it is the label over again, CONSTANT_VALUE.
 * @see Obermeyer, Powers, Vogeli & Mullainathan (2019) Science 366:447-453, doi:10.1126/science.aax2342.
 */
export function analyseLabelChoice(
  input: LabelChoiceInput,
  options: LabelChoiceOptions,
): LabelChoiceAnalysis | Undefined {
  const { score, label, needs, side, weight, cluster } = input;
  const rows = countSides(input);
  if (rows.group.withScore + rows.reference.withScore === 0) return undefinedBecause("NO_ROWS");
  if (rows.group.withScore === 0 || rows.reference.withScore === 0) return undefinedBecause("EMPTY_GROUP");
  const known = label.values.filter((v, i) => (side[i] === 0 || side[i] === 1) && !Number.isNaN(v));
  if (known.length > 0 && known.every((v) => v === known[0])) return undefinedBecause("CONSTANT_VALUE");
  const sampling: Sampling = {
    ...(weight === undefined ? {} : { weight }),
    ...(cluster === undefined ? {} : { cluster }),
  };
  const ranking = input.percentile === undefined ? averageRanks(score, weight) : { rank: input.percentile, total: 100 };
  const of = (measure: NamedValues, margin: GapMargin | undefined): MeasureByScore =>
    measureByScore(measure, margin, ranking, side, sampling, options);
  const ofLabel = of(label, options.margins.label);

  const orders = new Map<Float64Array, Uint32Array>();
  const orderOf = (values: Float64Array): Uint32Array => {
    const order = orders.get(values) ?? descendingOrder(values);
    orders.set(values, order);
    return order;
  };
  return {
    label: ofLabel,
    needs: needs.map((need) => {
      const obstacle = needObstacle(need.values, label.values, side);
      if (obstacle !== undefined) return { id: need.id, ...obstacle };
      const margin = options.margins.needs.get(need.id);
      const measure = of(need, margin);
      return {
        ...measure,
        verdict: verdictOf(ofLabel.equalScore, measure.equalScore, options.margins.label, margin),
        labelAtNeed: labelAtEqualNeed(label.values, bandsOf(need.values, NEED_STRATA), side, {
          level: options.level,
          sampling,
        }),
        labelByNeed: labelByNeed(label.values, need.values, side, { level: options.level, sampling }),
        swaps: options.thresholds.map((percentile) =>
          programmeSwaps(input, need.values, percentiles(ranking), percentile, options.legacySwapLoop),
        ),
        places:
          weight !== undefined || options.resampling === undefined
            ? []
            : placesIntervals(
                {
                  score,
                  need: need.values,
                  side,
                  ...(input.percentile === undefined ? {} : { percentile: input.percentile }),
                },
                options.thresholds,
                { level: options.level, ...options.resampling, ...(cluster === undefined ? {} : { cluster }) },
              ),
      };
    }),
    top: options.thresholds.map((percentile) => topComposition(input, percentile, options.level, sampling, orderOf)),
    rows,
  };
}

function measureByScore(
  { id, values }: NamedValues,
  margin: GapMargin | undefined,
  ranking: Ranking,
  side: ArrayLike<number>,
  sampling: Sampling,
  { level, thresholds, bins }: LabelChoiceOptions,
): MeasureByScore {
  const percentile = percentiles(ranking);
  const [reference, group] = meanByPercentile(ranking, values, side, { groups: 2, bins, level, sampling });
  return {
    id,
    equalScore: equalScore(percentile, values, margin?.scale ?? "difference", side, sampling, { level, thresholds }),
    thresholds: thresholds.map((at) => ({
      percentile: at,
      selected: gapInWindow(percentile, values, side, { low: at, high: 100, level, sampling }),
      atIt: gapInWindow(percentile, values, side, { low: at - 1, lowOpen: true, high: at, level, sampling }),
    })),
    curve: { group: group!, reference: reference! },
  };
}

function equalScore(
  percentile: Float64Array,
  values: Float64Array,
  scale: GapMargin["scale"],
  side: ArrayLike<number>,
  sampling: Sampling,
  { level, thresholds }: Pick<LabelChoiceOptions, "level" | "thresholds">,
): EqualScore | Undefined {
  const difference = gapAtEqualScore(percentile, values, side, { at: thresholds, level, sampling });
  const average = scale === "ratio" ? ratioAtEqualScore(percentile, values, side, { level, sampling }) : difference;
  if (isUndefined(average)) return average;
  const whole = percentile.map((r) => Math.ceil(r));
  return {
    scale,
    average: "average" in average ? average.average : average,
    difference: isUndefined(difference) ? null : difference.average,
    at: isUndefined(difference) ? [] : difference.at,
    anyGap: isUndefined(difference) ? null : difference.anyGap,
    within: gapWithinStrata(whole, values, side, { level, sampling }),
  };
}

function verdictOf(
  label: EqualScore | Undefined,
  need: EqualScore | Undefined,
  labelMargin: GapMargin | undefined,
  needMargin: GapMargin | undefined,
): LabelChoiceVerdict {
  const interval = (of: EqualScore | Undefined) => (isUndefined(of) ? null : of.average.interval);
  const onScale = (margin: GapMargin | undefined) =>
    margin?.scale === "ratio" ? { low: Math.log(margin.low), high: Math.log(margin.high) } : margin;
  return labelChoiceVerdict(
    { label: interval(label), need: interval(need) },
    { label: onScale(labelMargin), need: onScale(needMargin) },
  );
}

function countSides({ score, label, needs, side }: LabelChoiceInput): RowsOfLabelChoice {
  const count = (which: number): SideRows => {
    let rows = 0;
    let withScore = 0;
    let withLabel = 0;
    const withNeed = needs.map(() => 0);
    for (let i = 0; i < score.length; i++) {
      if (side[i] !== which) continue;
      rows += 1;
      if (Number.isNaN(score[i]!)) continue;
      withScore += 1;
      if (!Number.isNaN(label.values[i]!)) withLabel += 1;
      needs.forEach((need, k) => {
        if (!Number.isNaN(need.values[i]!)) withNeed[k]! += 1;
      });
    }
    return { rows, withScore, withLabel, withNeed };
  };
  return { all: score.length, group: count(1), reference: count(0) };
}
