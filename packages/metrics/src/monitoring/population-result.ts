import type { Subgroup } from "@auscult/core";
import type { Contrast } from "../estimates.ts";
import { adjustP } from "../inference/p-adjust.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { ChartSide, DriftChart } from "./drift-charts.ts";

/** What monitoring says of a population: a signal, none though there would have been one, or neither. */
export type MonitoringVerdict = "signal_shown" | "within_limits" | "no_signal_inconclusive" | "not_assessable";

/** One test for a change since the baseline. */
export interface MonitoringTest {
  readonly what: "more-events" | "fewer-events" | "ranking";
  readonly p: number | null;
  readonly pAdjusted: number | null;
  /** p over the family at or below alpha. */
  readonly shown: boolean;
  /** Chance to find the declared change; of the ranking, not stated. */
  readonly power: number | null;
  readonly chart?: ChartSide;
  readonly change?: Contrast;
}

/** Enough power for silence to mean something. */
const ENOUGH = 0.8;

/**
 * The tests of every population as one family, adjusted by Holm unless the plan's multiplicity is `none`. A test that could not be made has no p and counts as
 * one that showed nothing.
 */
export function monitoringTests(
  populations: readonly {
    readonly population: Subgroup;
    readonly chart: DriftChart | Undefined | undefined;
    readonly ranking: Contrast | undefined;
  }[],
  { level, multiplicity }: { readonly level: number; readonly multiplicity: string },
): MonitoringTest[][] {
  const raw = populations.map(({ chart, ranking }) => [
    ...(chart === undefined || isUndefined(chart)
      ? []
      : [
          { what: "more-events" as const, p: chart.up.p, power: chart.up.power, chart: chart.up },
          { what: "fewer-events" as const, p: chart.down.p, power: chart.down.power, chart: chart.down },
        ]),
    ...(ranking === undefined ? [] : [{ what: "ranking" as const, p: ranking.p, power: null, change: ranking }]),
  ]);
  const tests = raw.flat();
  const adjusted =
    multiplicity === "none"
      ? tests.map(({ p }) => p)
      : adjustP(
          tests.map(({ p }) => p ?? 1),
          "holm",
        );
  let next = 0;
  return raw.map((of) =>
    of.map((test): MonitoringTest => {
      const pAdjusted = test.p === null ? null : adjusted[next]!;
      next += 1;
      return { ...test, pAdjusted, shown: pAdjusted !== null && pAdjusted <= 1 - level };
    }),
  );
}

/**
 * A signal is shown where any test shows one. `within_limits` needs more than silence: no chart passed its limit, and the
 * declared change would have been found with a chance of at least 80 %, either way. Without charts or with too little
 * power, silence is inconclusive. Nothing tested: not assessable.
 */
export function monitoringVerdict(tests: readonly MonitoringTest[]): MonitoringVerdict {
  if (tests.some(({ shown }) => shown)) return "signal_shown";
  if (tests.every(({ p }) => p === null)) return "not_assessable";
  const charts = tests.flatMap(({ chart }) => (chart === undefined ? [] : [chart]));
  const silent = charts.length > 0 && charts.every(({ signal, power }) => signal === undefined && power >= ENOUGH);
  return silent ? "within_limits" : "no_signal_inconclusive";
}
