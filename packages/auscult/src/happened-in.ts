import type { AuditPlan, Cohort } from "@auscult/core";
import type { SubgroupFacts } from "@auscult/report";

/** What happened to those of some rows that can be analysed: follow-up by the horizon, means, or how many of each class. */
export function happenedIn(
  { outcome }: AuditPlan,
  { happened, score }: Cohort,
  rows: Uint32Array,
): NonNullable<SubgroupFacts["happened"]> {
  const scored = [...rows].filter((row) => !Number.isNaN(score[row]!));
  if (happened?.kind === "time-to-event" && outcome.kind === "time-to-event") {
    const { time, status } = happened;
    const ended = scored.filter((row) => time[row]! <= outcome.horizon.at);
    return {
      kind: "time-to-event",
      competing: ended.filter((row) => status[row]! > 1).length,
      censored: ended.filter((row) => status[row] === 0).length,
    };
  }
  if (happened?.kind === "continuous") {
    const { value } = happened;
    const known = scored.filter((row) => !Number.isNaN(value[row]!));
    return { kind: "continuous", meanOutcome: mean(known, value), meanPrediction: mean(known, score) };
  }
  if (happened?.kind === "multi-class" && outcome.kind === "multi-class") {
    const { classOf } = happened;
    return {
      kind: "multi-class",
      classes: outcome.classes.map((_, k) => scored.filter((row) => classOf[row] === k).length),
    };
  }
  throw new RangeError("the cohort was not read for the plan's outcome");
}

function mean(rows: readonly number[], values: Float64Array): number | null {
  return rows.length === 0 ? null : rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
}
