import type { Curve } from "../curve.ts";
import { totalsOf } from "../inference/totals.ts";

const BARS = 20;

/**
 * Distribution of the score among events and among non-events, in 20 bars of equal width: over 0 to 1 where all scores
 * lie there, so that subgroups share their bars, and between the lowest and highest score otherwise.
 *
 * Columns     from, to (a bar holds from <= score < to, the last one its end too), nonEvents, events (weighted where the
 *             counts are), nonEventShare, eventShare: shares within the outcome class, null where the class is empty.
 *
 * @see Van Calster et al (2025) Lancet Digit Health, on the display of risk by outcome (arXiv:2412.10288).
 */
export const scoreDistribution: Curve = {
  id: "scoreDistribution",
  name: "Score distribution by outcome",
  x: "from",
  y: "eventShare",
  requires: { score: "ordinal", events: 0, nonEvents: 0 },
  source: ["arXiv:2412.10288"],
  points(counts) {
    const { score, positives, negatives } = counts;
    // Infinite scores stand in the end bars, which have finite edges.
    const finite = score.filter(Number.isFinite);
    const [lowest, highest] = [finite[0] ?? 0, finite[finite.length - 1] ?? 0];
    const [from, to] = lowest >= 0 && highest <= 1 ? [0, 1] : [lowest, highest];
    const bars = from === to ? 1 : BARS;
    const edges = Array.from({ length: bars + 1 }, (_, bar) => (bar === bars ? to : from + ((to - from) * bar) / bars));
    const events = edges.slice(1).map(() => 0);
    const nonEvents = edges.slice(1).map(() => 0);
    let bar = 0;
    for (let i = 0; i < score.length; i++) {
      while (bar < bars - 1 && score[i]! >= edges[bar + 1]!) bar++;
      events[bar] = events[bar]! + positives[i]!;
      nonEvents[bar] = nonEvents[bar]! + negatives[i]!;
    }
    const { weight, eventWeight } = totalsOf(counts);
    const share = (of: readonly number[], total: number) => of.map((n) => (total > 0 ? n / total : null));
    return {
      columns: {
        from: edges.slice(0, bars),
        to: edges.slice(1),
        nonEvents,
        events,
        nonEventShare: share(nonEvents, weight - eventWeight),
        eventShare: share(events, eventWeight),
      },
      flags: [],
    };
  },
};
