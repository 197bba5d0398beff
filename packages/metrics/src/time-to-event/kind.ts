import type { AuditPlan, Cohort } from "@auscult/core";
import { assessRows, type Sample } from "../outcome-kinds/assess-rows.ts";
import type { OutcomeKind } from "../outcome-kinds/outcome-kind.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { pick } from "../outcomes/follow-up.ts";
import { survivalCurves } from "./curves.ts";
import { horizonDecision } from "./horizon-decision.ts";
import { survivalMetrics } from "./metrics.ts";
import { atHorizon, type SurvivalRows } from "./survival-rows.ts";

/** Time to an event with a horizon: censored follow-up, with or without events that preclude the one predicted. */
export const timeToEvent: OutcomeKind = {
  kind: "time-to-event",
  metrics: offered,
  curves: drawn,
  assess(assessed) {
    const { cohort, plan } = assessed;
    const { outcome } = plan;
    if (outcome.kind !== "time-to-event") throw new RangeError(`the plan's outcome is ${outcome.kind}`);
    const { horizon, tau = horizon.at, competing } = outcome;
    const fixed = { horizon: horizon.at, tau, competing: competing.length > 0 };
    return assessRows(assessed, offered(plan), drawn(plan), (rows) => sampleOf(cohort, rows, fixed));
  },
};

/** Those that have a place for the plan's competing events. */
function offered({ outcome }: AuditPlan): readonly OutcomeMetric<SurvivalRows>[] {
  const competing = outcome.kind === "time-to-event" && outcome.competing.length > 0;
  return survivalMetrics.filter(({ requires }) => !(competing && requires.noCompeting === true));
}

/** The decision curve only where the plan says at what risks clinicians would act. */
function drawn({ utility }: AuditPlan): readonly OutcomeCurve<SurvivalRows>[] {
  return survivalCurves.filter(({ id }) => utility !== undefined || id !== horizonDecision.id);
}

/** Rows in the order of what they hold, so that the order of the source leaves no trace in the last bit of a sum. */
function sampleOf(
  { happened, score, scoreKind, weight, block }: Cohort,
  rows: Uint32Array,
  fixed: Pick<SurvivalRows, "horizon" | "tau" | "competing">,
): Sample<SurvivalRows> {
  if (happened?.kind !== "time-to-event") throw new RangeError("the cohort has no follow-up");
  const { time, status } = happened;
  const blockOf = (row: number): number => block?.[row] ?? 0;
  const from = [...rows]
    .filter((i) => ![score[i]!, time[i]!, status[i]!].some(Number.isNaN))
    .sort((a, b) => time[a]! - time[b]! || status[a]! - status[b]! || score[a]! - score[b]! || blockOf(a) - blockOf(b));
  const sample: SurvivalRows = {
    followUp: { time: pick(time, from), status: pick(status, from) },
    score: pick(score, from),
    scoreKind,
    ...fixed,
    weighted: weight !== undefined,
  };
  const { events, free } = atHorizon(sample);
  return { rows: sample, from, who: { n: from.length, events, nonEvents: free } };
}
