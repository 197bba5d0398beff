import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aalenJohansen,
  auroc,
  brierScore,
  countScores,
  delong,
  evaluate,
  harrellC,
  ipcwBrier,
  isUndefined,
  kaplanMeier,
  observedExpectedRisk,
  survivalCalibrationSlope,
  timeDependentAuc,
  type Undefined,
  unoC,
} from "../../src/index.ts";

function defined<T extends object>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(`undefined because ${value.reason}`);
  return value;
}

const LEVEL = 0.95;
const patient = fc.record({
  time: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom(0, 1, 1),
  score: fc.integer({ min: 1, max: 9 }).map((k) => k / 10),
});
const patients = fc.array(patient, { minLength: 2, maxLength: 30 });
type Patient = { readonly time: number; readonly status: number; readonly score: number };
const followUp = (list: readonly Patient[]) => ({ time: list.map((p) => p.time), status: list.map((p) => p.status) });
const scores = (list: readonly Patient[]): number[] => list.map((p) => p.score);

/** Follow-up from a fixed recurrence: exponential times by risk, exponential censoring, and a competing event. */
function simulated(n: number, censoring: number, competing: number) {
  let state = 2024;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: n }, () => {
    const lp = 2 * uniform() - 1;
    const event = -Math.log(uniform()) / (0.15 * Math.exp(lp));
    const other = competing > 0 ? -Math.log(uniform()) / competing : Infinity;
    const lost = censoring > 0 ? -Math.log(uniform()) / censoring : Infinity;
    const time = Math.min(event, other, lost, 40);
    const status = time === event ? 1 : time === other ? 2 : 0;
    return { time, status, score: 1 - Math.exp(-5 * 0.15 * Math.exp(lp)) };
  });
}

describe("concordance", () => {
  test("is the share of comparable pairs in the right order, counted pair by pair", () => {
    fc.assert(
      fc.property(patients, (list) => {
        let [concordant, discordant, tiedScore, tiedTime] = [0, 0, 0, 0];
        for (const [i, a] of list.entries()) {
          for (const [j, b] of list.entries()) {
            if (a.status === 1 && b.status === 1 && a.time === b.time && i < j) tiedTime += 1;
            if (a.status !== 1 || !(a.time < b.time || (a.time === b.time && b.status === 0))) continue;
            if (a.score > b.score) concordant += 1;
            else if (a.score < b.score) discordant += 1;
            else tiedScore += 1;
          }
        }
        const fit = harrellC(followUp(list), scores(list));
        const all = concordant + discordant + tiedScore;
        const expected =
          all === 0
            ? { status: "undefined", reason: "ZERO_DENOMINATOR" }
            : { value: (concordant + tiedScore / 2) / all, concordant, discordant, tiedScore, tiedTime };
        expect(fit).toMatchObject(expected);
      }),
    );
  });

  test("of outcomes all known at one time is the AUROC", () => {
    const list = simulated(200, 0, 0).map((p) => ({ ...p, time: p.time < 5 ? 1 : 2, status: p.time < 5 ? 1 : 0 }));
    const outcome = list.map((p) => p.status);
    expect(defined(harrellC(followUp(list), scores(list))).value).toBeCloseTo(
      delong(countScores(scores(list), outcome)).value,
      13,
    );
  });

  test("Uno's is Harrell's where nobody is censored before the end, up to that end", () => {
    const list = simulated(150, 0, 0).map((p) => (p.time < 5 ? p : { ...p, time: 5, status: 0 }));
    const uno = defined(unoC(followUp(list), scores(list), 5));
    expect(uno.value).toBeCloseTo(defined(harrellC(followUp(list), scores(list))).value, 13);
    expect(unoC(followUp(list), scores(list), 1e-6)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
  });

  test("refuses competing events rather than counting them as censored", () => {
    const list = simulated(50, 0.05, 0.1);
    expect(() => harrellC(followUp(list), scores(list))).toThrow(/Harrell.*status 2/);
    expect(() => unoC(followUp(list), scores(list), 5)).toThrow(/Uno/);
    expect(() => kaplanMeier(followUp(list), 5, LEVEL)).toThrow(/Kaplan-Meier/);
  });
});

describe("observed risk by a horizon", () => {
  test("of Aalen and Johansen is one minus Kaplan-Meier, Greenwood's error and all, without competing events", () => {
    fc.assert(
      fc.property(patients, fc.integer({ min: 1, max: 8 }), (list, horizon) => {
        const risk = aalenJohansen(followUp(list), horizon);
        const km = kaplanMeier(followUp(list), horizon, LEVEL);
        const bothOrNone = isUndefined(risk) === isUndefined(km);
        const apart =
          isUndefined(risk) || isUndefined(km)
            ? [0]
            : [risk.risk - 1 + km.survival, risk.standardError - km.standardError];
        expect(bothOrNone && apart.every((d) => Math.abs(d) < 1e-12)).toBe(true);
      }),
    );
  });

  test("is a share of patients, with its binomial error, where everybody is followed", () => {
    const list = simulated(300, 0, 0.1);
    const share = list.filter((p) => p.time <= 5 && p.status === 1).length / 300;
    const fit = defined(aalenJohansen(followUp(list), 5));
    expect(fit.risk).toBeCloseTo(share, 12);
    expect(fit.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 300), 12);
  });

  test("beyond the end of follow-up is undefined, not the last step", () => {
    const list = [
      { time: 1, status: 1, score: 0.5 },
      { time: 2, status: 0, score: 0.5 },
    ];
    expect(kaplanMeier(followUp(list), 3, LEVEL)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
    expect(aalenJohansen(followUp(list), 3)).toEqual({ status: "undefined", reason: "ZERO_DENOMINATOR" });
    expect(kaplanMeier({ time: [], status: [] }, 3, LEVEL)).toEqual({ status: "undefined", reason: "NO_ROWS" });
  });

  test("without an event has no interval of its ratio to the expected", () => {
    const list = [1, 2, 3, 4].map((time) => ({ time: time + 5, status: 0, score: 0.2 }));
    const fit = defined(observedExpectedRisk(followUp(list), scores(list), 5, LEVEL));
    expect(fit.value).toBe(0);
    expect(fit.interval).toBeUndefined();
    const km = defined(kaplanMeier(followUp(list), 5, LEVEL));
    expect([km.survival, km.interval]).toEqual([1, undefined]);
  });
});

describe("at a horizon, where everybody is followed beyond it", () => {
  const list = simulated(240, 0, 0.08);
  const outcome = list.map((p) => (p.time <= 5 && p.status === 1 ? 1 : 0));
  const counts = countScores(scores(list), outcome);
  const options = { level: LEVEL, at: {}, scoreKind: "probability" } as const;

  test("the time-dependent AUC is the AUROC, and its error DeLong's but for the small-sample factor", () => {
    const fit = defined(timeDependentAuc(followUp(list), scores(list), 5));
    const plain = defined(evaluate(auroc, counts, options)).point;
    expect(fit.value).toBeCloseTo(plain.value, 12);
    expect(Math.abs(fit.standardError / plain.standardError! - 1)).toBeLessThan(0.02);
  });

  test("the weighted Brier score is the Brier score", () => {
    const fit = defined(ipcwBrier(followUp(list), scores(list), 5));
    const plain = defined(evaluate(brierScore, counts, options)).point;
    expect(fit.value).toBeCloseTo(plain.value, 12);
    expect(fit.standardError).toBeCloseTo(plain.standardError!, 4);
    const share = outcome.filter((y) => y === 1).length / 240;
    expect(fit.uninformative).toBeCloseTo(share * (1 - share), 12);
    expect(fit.ipa).toBeCloseTo(1 - fit.value / fit.uninformative, 12);
  });
});

describe("at a horizon, with censoring", () => {
  const list = simulated(400, 0.08, 0);

  test("strata that are one stratum change nothing; separate strata are weighted each by its own censoring", () => {
    const one = defined(timeDependentAuc(followUp(list), scores(list), 5));
    const same = list.map(() => "all");
    expect(timeDependentAuc(followUp(list), scores(list), 5, same)).toEqual(one);
    const twice = [...list, ...list];
    const stratum = twice.map((_p, i) => (i < list.length ? "first" : "second"));
    const copied = defined(timeDependentAuc(followUp(twice), scores(twice), 5, stratum));
    expect(copied.value).toBeCloseTo(one.value, 12);
    // Two copies are twice the patients: the error falls by the root of two (n against n - 1 aside).
    expect(copied.standardError * Math.SQRT2).toBeCloseTo(one.standardError, 4);
    const brier = defined(ipcwBrier(followUp(list), scores(list), 5));
    const both = defined(ipcwBrier(followUp(twice), scores(twice), 5, stratum));
    expect(both.standardError * Math.SQRT2).toBeCloseTo(brier.standardError, 4);
  });

  test("the standard error of the AUC and of the Brier score is the spread over repeated samples", () => {
    const samples = 300;
    const n = 150;
    const all = simulated(samples * n, 0.08, 0.05);
    const fits = Array.from({ length: samples }, (_x, s) => {
      const part = all.slice(s * n, (s + 1) * n);
      return [
        defined(timeDependentAuc(followUp(part), scores(part), 5)),
        defined(ipcwBrier(followUp(part), scores(part), 5)),
      ] as const;
    });
    for (const which of [0, 1] as const) {
      const values = fits.map((f) => f[which].value);
      const centre = values.reduce((a, b) => a + b, 0) / samples;
      const spread = Math.sqrt(values.reduce((a, v) => a + (v - centre) ** 2, 0) / (samples - 1));
      const error = fits.reduce((a, f) => a + f[which].standardError, 0) / samples;
      // The spread of 300 samples is itself known to about 4 %.
      expect(Math.abs(error / spread - 1)).toBeLessThan(0.12);
    }
  });

  test.each([
    ["no event by then", 0.0001, "ONE_CLASS"],
    ["nobody followed beyond", 1000, "ONE_CLASS"],
  ])("%s: undefined", (_name, horizon, reason) => {
    expect(timeDependentAuc(followUp(list), scores(list), horizon)).toEqual({ status: "undefined", reason });
    expect(ipcwBrier(followUp(list), scores(list), horizon)).toEqual({ status: "undefined", reason });
  });

  test("follow-up that ends before the horizon is not hidden by competing events", () => {
    const part = simulated(100, 0, 0.1);
    expect(timeDependentAuc(followUp(part), scores(part), 1000)).toEqual({
      status: "undefined",
      reason: "ZERO_DENOMINATOR",
    });
  });

  test("a risk outside [0, 1] is no probability", () => {
    const risk = scores(list).map((p, i) => (i === 3 ? 1.2 : p));
    expect(ipcwBrier(followUp(list), risk, 5)).toEqual({ status: "undefined", reason: "NOT_A_PROBABILITY" });
    expect(observedExpectedRisk(followUp(list), risk, 5, LEVEL)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
    expect(survivalCalibrationSlope(followUp(list), risk, LEVEL)).toMatchObject({ reason: "NOT_A_PROBABILITY" });
  });

  test("a censoring probability below 0.05 is truncated, and said to be", () => {
    const early = Array.from({ length: 60 }, (_x, i) => ({ time: 1 + i / 100, status: 0, score: 0.5 }));
    const late = [
      { time: 0.5, status: 1, score: 0.9 },
      { time: 3, status: 1, score: 0.8 },
      { time: 9, status: 0, score: 0.1 },
    ];
    const fit = defined(timeDependentAuc(followUp([...early, ...late]), scores([...early, ...late]), 5));
    expect(fit.flags).toEqual(["TRUNCATED_WEIGHTS"]);
  });
});

describe("the survival calibration slope", () => {
  const list = simulated(800, 0.06, 0);

  test("is near 1 for the true risks, and halves where their log hazards are doubled", () => {
    const fit = defined(survivalCalibrationSlope(followUp(list), scores(list), LEVEL));
    expect(fit.low).toBeLessThan(1);
    expect(fit.high).toBeGreaterThan(1);
    const cloglog = scores(list).map((p) => Math.log(-Math.log1p(-p)));
    const extreme = cloglog.map((x) => -Math.expm1(-Math.exp(2 * x)));
    expect(defined(survivalCalibrationSlope(followUp(list), extreme, LEVEL)).value).toBeCloseTo(fit.value / 2, 8);
  });

  test("is Efron's and Breslow's alike without ties, and cut at the horizon", () => {
    const efron = defined(survivalCalibrationSlope(followUp(list), scores(list), LEVEL, { horizon: 5 }));
    const breslow = defined(
      survivalCalibrationSlope(followUp(list), scores(list), LEVEL, { horizon: 5, ties: "breslow" }),
    );
    expect(efron.value).toBeCloseTo(breslow.value, 10);
    const cut = list.map((p) => (p.time > 5 ? { ...p, time: 5, status: 0 } : p));
    expect(defined(survivalCalibrationSlope(followUp(cut), scores(cut), LEVEL)).value).toBeCloseTo(efron.value, 10);
  });

  test("is undefined where nothing can be told", () => {
    const three = [1, 2, 3].map((time) => ({ time, status: 1, score: 1 - time / 4 }));
    expect(survivalCalibrationSlope(followUp(three), scores(three), LEVEL)).toMatchObject({ reason: "SEPARATION" });
    expect(survivalCalibrationSlope(followUp(three), [0.4, 0.4, 0.4], LEVEL)).toMatchObject({
      reason: "CONSTANT_SCORE",
    });
    const censored = three.map((p) => ({ ...p, status: 0 }));
    expect(survivalCalibrationSlope(followUp(censored), scores(three), LEVEL)).toMatchObject({
      reason: "TOO_FEW_EVENTS",
    });
    expect(survivalCalibrationSlope({ time: [], status: [] }, [], LEVEL)).toMatchObject({ reason: "NO_ROWS" });
  });

  test("takes risks of 0 and 1 to the nearest that has a place, and says so", () => {
    const risk = scores(list).map((p, i) => (i === 0 ? 0 : i === 1 ? 1 : p));
    expect(defined(survivalCalibrationSlope(followUp(list), risk, LEVEL)).flags).toEqual(["CLIPPED_PROBABILITIES"]);
  });
});
