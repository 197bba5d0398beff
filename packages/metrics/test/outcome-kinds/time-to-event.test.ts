import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isUndefined,
  randomStream,
  REASONS,
  survivalCurves,
  survivalMetrics,
  type SurvivalRows,
} from "../../src/index.ts";

const metrics = survivalMetrics;
const RUNS = { numRuns: 40 };

interface Patient {
  readonly time: number;
  readonly status: number;
  readonly score: number;
}

function rowsOf(patients: readonly Patient[], more: Partial<SurvivalRows> = {}): SurvivalRows {
  return {
    followUp: {
      time: Float64Array.from(patients, (p) => p.time),
      status: Float64Array.from(patients, (p) => p.status),
    },
    score: Float64Array.from(patients, (p) => p.score),
    scoreKind: "probability",
    horizon: 5,
    tau: 5,
    competing: patients.some((p) => p.status > 1),
    weighted: false,
    ...more,
  };
}

/** Exponential times by a risk that is right or, with `shrink`, not; censoring at a constant rate; deaths at another. */
function simulated(
  n: number,
  seed: number,
  { censoring = 0.08, death = 0, slope = 1 }: { censoring?: number; death?: number; slope?: number } = {},
): Patient[] {
  return Array.from({ length: n }, (_, i) => {
    const stream = randomStream(seed, i, 5);
    const lp = slope * stream.normal();
    const hazard = 0.06 * Math.exp(lp);
    const wait = (rate: number): number => (rate === 0 ? Infinity : -Math.log(stream.uniform()) / rate);
    const [event, other, left] = [wait(hazard), wait(death), wait(censoring)];
    const first = Math.min(event, other, left, 9);
    const either = hazard + death;
    return {
      time: first,
      status: first === event ? 1 : first === other ? 2 : 0,
      score: (hazard / either) * -Math.expm1(-either * 5),
    };
  });
}

const patient = fc.record({
  time: fc.integer({ min: 0, max: 9 }),
  status: fc.constantFrom(0, 1, 1, 2),
  score: fc.integer({ min: 1, max: 19 }).map((k) => k / 20),
});
const patients = fc.array(patient, { minLength: 1, maxLength: 60 });

describe.each(metrics.map((metric) => [metric.id, metric] as const))("%s", (_, metric) => {
  const value = (rows: SurvivalRows): number | string => {
    const point = metric.point(rows);
    return isUndefined(point) ? point.reason : point.value;
  };

  test("is in its range or undefined with a reason, and an interval holds the value", () => {
    const sound = (list: readonly Patient[]): boolean => {
      const rows = rowsOf(list);
      const point = metric.point(rows);
      if (isUndefined(point)) return REASONS.includes(point.reason);
      const [low, high] = metric.range;
      const interval = metric.interval?.(rows, point, 0.95) ?? { low, high };
      const holds = interval.low <= point.value + 1e-12 && interval.high >= point.value - 1e-12;
      const told = point.influence === undefined || point.influence.length === list.length;
      return point.value >= low && point.value <= high + 1e-12 && holds && told;
    };
    fc.assert(
      fc.property(patients, (list) => {
        expect(sound(list)).toBe(true);
      }),
      RUNS,
    );
  });

  test("does not depend on the order of rows, and leaves them as they were", () => {
    const list = simulated(120, 7, metric.requires.noCompeting === true ? {} : { death: 0.03 });
    const rows = rowsOf(list);
    const before = structuredClone({ score: rows.score, followUp: rows.followUp });
    const [first, last] = [value(rows), value(rowsOf(list.toReversed()))];
    expect(last).toBeCloseTo(Number(first), 12);
    expect({ score: rows.score, followUp: rows.followUp }).toEqual(before);
  });

  test("says why it cannot be had", () => {
    const all = simulated(200, 3);
    expect(value(rowsOf([]))).toBe("NO_ROWS");
    expect(value(rowsOf(all, { weighted: true }))).toBe("WEIGHTED_ROWS");
    const own = value(rowsOf(all));
    const { score, noCompeting } = metric.requires;
    expect(value(rowsOf(all, { scoreKind: "ordinal" }))).toBe(score === "probability" ? "NOT_A_PROBABILITY" : own);
    expect(value(rowsOf(all, { competing: true }))).toBe(noCompeting === true ? "COMPETING_EVENTS" : own);
  });

  test("what each patient moved it by is what leaving that patient out does", () => {
    const list = simulated(400, 11, metric.requires.noCompeting === true ? {} : { death: 0.03 });
    const point = metric.point(rowsOf(list));
    if (isUndefined(point) || point.influence === undefined) throw new Error("undefined");
    const n = list.length;
    const leftOut = list.map((_p, i) => {
      const without = metric.point(
        rowsOf(
          list.filter((_q, j) => j !== i),
          { competing: rowsOf(list).competing },
        ),
      );
      if (isUndefined(without)) throw new Error(without.reason);
      return without.value;
    });
    const mean = leftOut.reduce((a, b) => a + b, 0) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * leftOut.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    const linear = Math.sqrt(point.influence.reduce((sum, u) => sum + u * u, 0));
    expect(linear / jackknife).toBeGreaterThan(0.9);
    expect(linear / jackknife).toBeLessThan(1.1);
  });
});

test("follow-up that ends before the horizon is told as that, not as a division", () => {
  const short = simulated(200, 3).map((p) => (p.time > 4 ? { ...p, time: 4, status: 0 } : p));
  const reasons = metrics
    .filter(({ id }) => ["timeDependentAuc", "observedRisk", "horizonBrier"].includes(id))
    .map((m) => m.point(rowsOf(short)));
  expect(reasons.map((r) => (isUndefined(r) ? r.reason : r.value))).toEqual([
    "FOLLOW_UP_TOO_SHORT",
    "FOLLOW_UP_TOO_SHORT",
    "FOLLOW_UP_TOO_SHORT",
  ]);
});

test("a model that ranks perfectly has the ideal AUROC, and an interval that does not collapse on it", () => {
  const list = simulated(60, 5, { censoring: 0 }).map((p) => ({ ...p, score: 1 / (1 + p.time) }));
  const auc = metrics.find((m) => m.id === "timeDependentAuc")!;
  const point = auc.point(rowsOf(list));
  if (isUndefined(point)) throw new Error(point.reason);
  expect([point.value, point.flags]).toEqual([1, ["FALLBACK_INTERVAL"]]);
  const interval = auc.interval!(rowsOf(list), point, 0.95)!;
  expect([interval.method, interval.low < 0.95, interval.high]).toEqual(["newcombe-5", true, 1]);
});

test("without censoring the decision curve is that of the binary outcome at the horizon, and its band is its own error", () => {
  const list = simulated(400, 9, { censoring: 0 });
  const rows = rowsOf(list);
  const curve = survivalCurves.find((c) => c.id === "horizonDecision")!;
  const drawn = curve.points(rows, { level: 0.95, everybody: rows, range: [0.1, 0.5] });
  if (isUndefined(drawn)) throw new Error(drawn.reason);
  const { threshold = [], netBenefit: own = [], low = [] } = drawn.columns;
  for (const k of [0, 20, 40]) {
    const t = threshold[k]!;
    const contribution = list.map(({ score, time, status }) =>
      score < t ? 0 : status === 1 && time <= 5 ? 1 : -t / (1 - t),
    );
    const mean = contribution.reduce((a, b) => a + b, 0) / list.length;
    const deviation = Math.sqrt(contribution.reduce((sum, b) => sum + (b - mean) ** 2, 0) / list.length);
    expect(own[k]).toBeCloseTo(mean, 12);
    expect((own[k]! - low[k]!) / 1.959963984540054).toBeCloseTo(deviation / Math.sqrt(list.length), 6);
  }
  expect(curve.points(rows, { level: 0.95, everybody: rows })).toMatchObject({ reason: "MISSING_INPUT" });
});
