import type { ScoreCounts, WeightedCounts } from "@auscult/core";

/**
 * Events of one subgroup with non-events of another, as counts: the AUROC of them is the cross-group AUROC (xAUC), the
 * probability that an event of the first is ranked above a non-event of the second.
 *
 * An overall AUROC is made of such pairs too. Where xAUC(a, b) is well below xAUC(b, a), patients of group a who will have
 * the event wait behind patients of group b who will not, though the AUROC may be the same within each.
 *
 * @see Kallus & Zhou (2019) NeurIPS 32, the xAUC metric.
 */
export function crossCounts(events: ScoreCounts, nonEvents: ScoreCounts): ScoreCounts {
  const distinct = [...new Set([...events.score, ...nonEvents.score])].sort((a, b) => a - b);
  const score = Float64Array.from(distinct);
  const positives = spread(score, events.score, events.positives);
  const negatives = spread(score, nonEvents.score, nonEvents.negatives);
  if (events.weighted === undefined && nonEvents.weighted === undefined) return { score, positives, negatives };
  const weighted: WeightedCounts = {
    positiveRows: spread(score, events.score, events.weighted?.positiveRows ?? events.positives),
    positiveSquares: spread(score, events.score, events.weighted?.positiveSquares ?? events.positives),
    negativeRows: spread(score, nonEvents.score, nonEvents.weighted?.negativeRows ?? nonEvents.negatives),
    negativeSquares: spread(score, nonEvents.score, nonEvents.weighted?.negativeSquares ?? nonEvents.negatives),
  };
  return { score, positives, negatives, weighted };
}

/** `values` at `from`, set at the places of `from` in `to`, which holds every score of it; 0 elsewhere. Both ascend. */
function spread(to: Float64Array, from: Float64Array, values: Float64Array): Float64Array {
  let next = 0;
  return to.map((s) => (next < from.length && from[next] === s ? values[next++]! : 0));
}
