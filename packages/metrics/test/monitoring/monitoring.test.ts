import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PURPOSES } from "../../src/inference/purposes.ts";
import { randomStream } from "../../src/inference/random-stream.ts";
import { driftCharts } from "../../src/monitoring/drift-charts.ts";
import { mergePeriods } from "../../src/monitoring/merge-periods.ts";
import { monitoringTests, monitoringVerdict } from "../../src/monitoring/population-result.ts";
import { simulatedMaxima } from "../../src/monitoring/simulated-maxima.ts";
import { riskAdjustedCharts } from "../../src/validation/risk-adjusted-charts.ts";
import { defined } from "../defined.ts";

const period = (level: string, code: number, events: number) => ({ level, code, rows: events * 10, events });

describe("merging periods", () => {
  test("joins forward until there are enough, and leaves a last one that has too few by itself", () => {
    const source = [period("1", 1, 12), period("2", 2, 3), period("3", 3, 0), period("4", 4, 8), period("5", 5, 2)];
    expect(mergePeriods(source, 10, "merge-forward").map(({ label, enough }) => [label, enough])).toEqual([
      ["1", true],
      ["2 – 4", true],
      ["5", false],
    ]);
    expect(mergePeriods(source, 10, "none").map(({ enough }) => enough)).toEqual([true, false, false, false, false]);
  });
  test("every source period is in exactly one, and an earlier run's periods stay when more come", () => {
    const counts = fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, (events) => {
        const source = events.map((n, i) => period(String(i), i, n));
        const all = mergePeriods(source, 10, "merge-forward");
        expect(all.flatMap(({ codes }) => codes)).toEqual(source.map(({ code }) => code));
        const earlier = mergePeriods(source.slice(0, -1), 10, "merge-forward").filter(({ enough }) => enough);
        expect(all.slice(0, earlier.length)).toEqual(earlier);
      }),
    );
  });
});

/** Rows whose events follow the risks, or odds times as large from a place on. */
function rowsOf(n: number, seed: number, from = n, odds = 1) {
  const stream = randomStream(seed, 0, PURPOSES.simulation);
  const risk = Float64Array.from({ length: n }, () => 0.05 + 0.3 * stream.uniform());
  const outcome = risk.map((p, i) => {
    const o = (p / (1 - p)) * (i >= from ? odds : 1);
    return stream.uniform() < o / (1 + o) ? 1 : 0;
  });
  return { risk, outcome, baseline: Uint8Array.from(risk, (_, i) => (i < n / 3 ? 1 : 0)) };
}
const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);
const options = {
  oddsRatio: 2,
  runLength: 2000,
  limitReplicates: 100,
  replicates: 199,
  smoothing: 0.05,
  seed: 1,
  recalibrate: true,
};

describe("charts of drift", () => {
  test("a change is found, on its side, with a start near where it was", () => {
    const rows = rowsOf(3000, 3, 2000, 2);
    const chart = defined(driftCharts(rows, [all(3000)], options)[0]);
    expect(chart.rows).toHaveLength(2000);
    expect(chart.up.p).toBe(1 / 200);
    expect(chart.down.p).toBeGreaterThan(0.05);
    expect(chart.up.signal!.since).toBeGreaterThan(900);
    expect(chart.up.signal!.since).toBeLessThan(1150);
    expect(chart.up.signal!.at).toBeGreaterThan(chart.up.signal!.since);
  });
  test("simulated runs are the charts of the same outcomes by the kernel", () => {
    const { risk } = rowsOf(60, 4);
    const [after, charts] = [
      all(60),
      defined(riskAdjustedCharts([0.5], [1], { oddsRatio: 2, limit: 9, smoothing: 1 })),
    ];
    const prepared = { shift: 0, baseline: new Uint32Array(0), after, charts, limits: { up: 1, down: 1 } };
    const [maxima] = simulatedMaxima({ risk }, [prepared], { oddsRatio: 2, replicates: 3, seed: 7 });
    const largest = (path: Float64Array): number => path.reduce((most, x) => Math.max(most, x), 0);
    for (let r = 0; r < 3; r++) {
      const stream = randomStream(7, r, PURPOSES.monitoring);
      const uniform = risk.map(() => stream.uniform());
      const outcomes = (factor: number) =>
        risk.map((p, i) => {
          const odds = (p / (1 - p)) * factor;
          return uniform[i] < odds / (1 + odds) ? 1 : 0;
        });
      const chartOf = (factor: number) =>
        defined(riskAdjustedCharts(risk, outcomes(factor), { oddsRatio: 2, limit: 9, smoothing: 0.1 }));
      expect(maxima.up.unchanged[r]).toBeCloseTo(largest(chartOf(1).upper), 10);
      expect(maxima.down.unchanged[r]).toBeCloseTo(largest(chartOf(1).lower), 10);
      expect(maxima.up.changed[r]).toBeCloseTo(largest(chartOf(2).upper), 10);
      expect(maxima.down.changed[r]).toBeCloseTo(largest(chartOf(0.5).lower), 10);
    }
  });
  test("where nothing changed, small p are as rare as they say, though the baseline is short and off", () => {
    let [small, runs] = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const rows = rowsOf(450, 100 + seed);
      const off = { ...rows, risk: rows.risk.map((p) => p * 0.6) };
      const fast = { ...options, limitReplicates: 50, runLength: 100, replicates: 99 };
      const chart = driftCharts(off, [all(450)], fast)[0];
      if ("status" in chart) continue;
      for (const side of [chart.up, chart.down]) {
        runs += 1;
        if (side.p <= 0.1) small += 1;
      }
    }
    // 120 sides at 0.1: 12 expected; 4 standard errors above would be 25.
    expect(runs).toBe(120);
    expect(small).toBeLessThanOrEqual(25);
  });
  test("populations are judged as if alone, and what cannot be charted says why", () => {
    const rows = rowsOf(300, 5);
    const half = all(300).filter((i) => i % 2 === 0);
    const [, both] = driftCharts(rows, [all(300), half], { ...options, replicates: 99 });
    const [alone] = driftCharts(rows, [half], { ...options, replicates: 99 });
    expect(both).toEqual(alone);
    const early = all(300).filter((i) => i < 50);
    expect(driftCharts(rows, [early], options)[0]).toMatchObject({ reason: "NO_ROWS" });
    const none = { ...rows, outcome: rows.outcome.map(() => 0) };
    expect(driftCharts(none, [all(300)], options)[0]).toMatchObject({ reason: "TOO_FEW_EVENTS" });
  });
});

describe("the verdict", () => {
  const side = (p: number, power: number, signal = false) => ({
    limit: 3,
    maximum: signal ? 4 : 1,
    p,
    power,
    ...(signal ? { signal: { at: 5, since: 2 } } : {}),
  });
  const verdictOf = (up: ReturnType<typeof side>, others = 0) => {
    const chart = { shift: 0, rows: new Uint32Array(9), charts: undefined as never, up, down: side(0.9, 0.95) };
    const population = { id: "overall", of: [] };
    const rest = Array.from({ length: others }, () => ({
      population,
      chart: { ...chart, up: side(0.9, 0.9) },
      ranking: undefined,
    }));
    const tests = monitoringTests([{ population, chart, ranking: undefined }, ...rest], {
      level: 0.95,
      multiplicity: "holm",
    });
    return monitoringVerdict(tests[0]);
  };
  test("silence means something only where the change would have been heard", () => {
    expect(verdictOf(side(0.01, 0.9, true))).toBe("signal_shown");
    expect(verdictOf(side(0.5, 0.9))).toBe("within_limits");
    expect(verdictOf(side(0.5, 0.6))).toBe("no_signal_inconclusive");
  });
  test("an alarm that the family explains is no signal, and no silence either", () => {
    expect(verdictOf(side(0.01, 0.9, true), 10)).toBe("no_signal_inconclusive");
  });
  test("nothing tested is not assessable", () => {
    expect(monitoringVerdict([])).toBe("not_assessable");
  });
});
