import type { Cohort } from "@auscult/core";
import { assessRows, type Sample } from "../outcome-kinds/assess-rows.ts";
import type { OutcomeKind } from "../outcome-kinds/outcome-kind.ts";
import { pick } from "../outcomes/follow-up.ts";
import type { AmountRows } from "./amount-rows.ts";
import { continuousCurves } from "./curves.ts";
import { continuousMetrics } from "./metrics.ts";

/** An amount and its prediction in the same unit. */
export const continuous: OutcomeKind = {
  kind: "continuous",
  metrics: () => continuousMetrics,
  curves: () => continuousCurves,
  assess: (assessed) =>
    assessRows(assessed, continuousMetrics, continuousCurves, (rows) => sampleOf(assessed.cohort, rows)),
};

/** Rows in the order of what they hold, so that the order of the source leaves no trace in the last bit of a sum. */
function sampleOf({ happened, score, weight, block }: Cohort, rows: Uint32Array): Sample<AmountRows> {
  if (happened?.kind !== "continuous") throw new RangeError("the cohort has no amounts");
  const { value } = happened;
  const of = (values: ArrayLike<number> | undefined, row: number): number => values?.[row] ?? 0;
  const from = [...rows]
    .filter((i) => !Number.isNaN(score[i]!) && !Number.isNaN(value[i]!))
    .sort(
      (a, b) =>
        value[a]! - value[b]! || score[a]! - score[b]! || of(weight, a) - of(weight, b) || of(block, a) - of(block, b),
    );
  const own = weight === undefined ? undefined : pick(weight, from);
  const sum = own?.reduce((total, w) => total + w, 0);
  const squares = own?.reduce((total, w) => total + w * w, 0);
  return {
    rows: {
      prediction: pick(score, from),
      outcome: pick(value, from),
      ...(own === undefined ? {} : { weight: own }),
    },
    from,
    who: {
      n: from.length,
      events: 0,
      nonEvents: 0,
      ...(sum !== undefined && squares !== undefined && squares > 0 ? { nEffective: sum ** 2 / squares } : {}),
    },
  };
}
