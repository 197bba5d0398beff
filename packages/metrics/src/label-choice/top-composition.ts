import type { Effect } from "../inference/effect.ts";
import type { Sampling } from "../inference/influence.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";
import type { LabelChoiceInput } from "./analyse-label-choice.ts";
import { type Concentration, concentrationInTop, groupShareOfTop, placesInTop } from "./concentration.ts";
import { intervalOfTopShare, shareInTop, type TopShare, topShareDifference } from "./top-fraction.ts";

/** Who is at or above a percentile when rows are ordered by the score, the label, a need or another score. */
export interface TopComposition {
  readonly percentile: number;
  /** 1 − percentile/100. */
  readonly fraction: number;
  readonly orders: readonly TopOrder[];
  /** Obermeyer's table 2: what falls on the top rows by each order. Absent where rows are weighted. */
  readonly concentration: readonly ConcentrationRow[];
}

export interface TopOrder {
  readonly id: string;
  readonly by: "score" | "label" | "need" | "alternative";
  readonly top: Pick<TopShare, "share" | "baseRate" | "places" | "members"> | Undefined;
  readonly interval: Interval | null;
  /** How much larger the group's share is than by the score. */
  readonly againstScore: Effect | null;
}

export interface ConcentrationRow {
  readonly id: string;
  readonly places: number;
  readonly groupShare: Concentration | Undefined;
  readonly of: readonly { readonly id: string; readonly share: Concentration | Undefined }[];
}

/**
 * The group's share in the top by each order, over all rows that have the order's values; ties in expectation. The share
 * by a need is an upper bound on what a model of that need could do, for it supposes that need is known exactly.
 */
export function topComposition(
  input: LabelChoiceInput,
  percentile: number,
  level: number,
  sampling: Sampling,
  orderOf: (values: Float64Array) => Uint32Array,
): TopComposition {
  const fraction = (100 - percentile) / 100;
  const { score, label, needs, alternatives = [], side, weight } = input;
  const list = [
    { id: "score", by: "score", values: score },
    { ...label, by: "label" },
    ...needs.map((need) => ({ ...need, by: "need" }) as const),
    ...alternatives.map((other) => ({ ...other, by: "alternative" }) as const),
  ] as const;
  const byScore = shareInTop(score, side, fraction, { weight, order: orderOf(score) });
  const orders = list.map(({ id, by, values }): TopOrder => {
    const top = by === "score" ? byScore : shareInTop(values, side, fraction, { weight, order: orderOf(values) });
    if (isUndefined(top)) return { id, by, top, interval: null, againstScore: null };
    const { share, baseRate, places, members } = top;
    return {
      id,
      by,
      top: { share, baseRate, places, members },
      interval: intervalOfTopShare(top, level, sampling),
      againstScore: by === "score" || isUndefined(byScore) ? null : topShareDifference(top, byScore, level, sampling),
    };
  });
  const amounts = [label, ...needs];
  const places = placesInTop(fraction, score.length);
  const rows = weight === undefined ? list.filter(({ by }) => by === "score" || by === "alternative") : [];
  const concentration = rows.map(({ id, values }) => ({
    id,
    places,
    groupShare: groupShareOfTop(values, side, places, orderOf(values)),
    of: amounts.map((amount) => ({
      id: amount.id,
      share: concentrationInTop(values, amount.values, places, orderOf(values)),
    })),
  }));
  return { percentile, fraction, orders, concentration };
}
