import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  columnsOf,
  kernelShift,
  logOddsAgainst,
  logOddsShift,
  membershipOf,
} from "../../src/cohort-comparison/case-mix.ts";
import { codedTogether, levelShift } from "../../src/cohort-comparison/level-shift.ts";
import { meanShift } from "../../src/cohort-comparison/mean-shift.ts";
import { distancesOfSorted, numberShift } from "../../src/cohort-comparison/number-shift.ts";
import { representativeness } from "../../src/cohort-comparison/representativeness.ts";
import { shiftVerdict, together } from "../../src/cohort-comparison/shift-verdict.ts";
import { unitChange } from "../../src/cohort-comparison/unit-change.ts";
import { distributionDistances, isUndefined, normalQuantile, randomStream, type Undefined } from "../../src/index.ts";

const OPTIONS = { level: 0.95, seed: 1, replicates: 200 };
const known = <T extends object>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};
/** Normal quantiles in a shuffled order: a sample without chance. */
const sample = (n: number, mean: number, sd: number, which = 0) => {
  const stream = randomStream(9, which, 5);
  return Float64Array.from({ length: n }, () => mean + sd * normalQuantile(stream.uniform()));
};

describe("numbers", () => {
  test("distances of sorted rows are the kernel's", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }),
        (reference, here) => {
          const all = [...reference.map((v) => [v, 0] as const), ...here.map((v) => [v, 1] as const)].sort(
            (a, b) => a[0] - b[0],
          );
          const found = distancesOfSorted(
            Float64Array.from(all, ([v]) => v),
            Uint8Array.from(all, ([, s]) => s),
            new Float64Array(all.length).fill(1),
          );
          const kernel = known(distributionDistances(reference, here));
          expect(found.kolmogorovSmirnov).toBeCloseTo(kernel.kolmogorovSmirnov, 12);
          expect(found.wasserstein).toBeCloseTo(kernel.wasserstein, 12);
        },
      ),
    );
  });

  test("a mean that moved by half a standard deviation is a shift of about a half; none is near 0", () => {
    const moved = known(numberShift(sample(1500, 0, 1), sample(1200, 0.5, 1, 1), undefined, OPTIONS));
    expect(moved.effect).toBeCloseTo(0.5, 0.8);
    expect([moved.interval!.low < 0.5, moved.interval!.high > 0.5, moved.p! < 1e-6]).toEqual([true, true, true]);
    const same = known(numberShift(sample(1500, 0, 1), sample(1200, 0, 1, 1), undefined, OPTIONS));
    expect(same.interval!.low).toBe(0);
    expect(same.interval!.high).toBeLessThan(0.15);
    expect(same.p).toBeGreaterThan(0.01);
    expect(same.stability!.psi).toBeLessThan(2 * same.stability!.critical95);
  });

  test("where patients repeat, no p and a wider interval from blocks", () => {
    const here = sample(600, 0.3, 1, 1);
    // Each patient three times: the rows say no more than a third of them.
    const thrice = Float64Array.from({ length: 1800 }, (_, i) => here[Math.floor(i / 3)]);
    const blocks = Float64Array.from({ length: 1800 }, (_, i) => Math.floor(i / 3) % 60);
    const reference = sample(3000, 0, 1);
    const clustered = known(numberShift(reference, thrice, blocks, OPTIONS));
    const naive = known(numberShift(reference, thrice, undefined, OPTIONS));
    expect(clustered.p).toBeNull();
    const width = ({ interval }: typeof naive) => interval!.high - interval!.low;
    expect(width(clustered)).toBeGreaterThan(1.2 * width(naive));
  });

  test("constant and empty columns say why", () => {
    expect(numberShift(Float64Array.of(1, 1, 1), Float64Array.of(1, 2), undefined, OPTIONS)).toMatchObject({
      reason: "CONSTANT_VALUE",
    });
    expect(numberShift(Float64Array.of(1, 2), Float64Array.of(Number.NaN), undefined, OPTIONS)).toMatchObject({
      reason: "NO_ROWS",
    });
  });

  test("against a published mean: in published standard deviations", () => {
    const here = sample(2000, 1, 2);
    const found = known(meanShift({ mean: 0, sd: 2, n: 4000 }, here, { level: 0.95, independent: 2000 }));
    const mean = here.reduce((a, b) => a + b, 0) / 2000;
    expect(found.meanShift).toBeCloseTo(mean / 2, 12);
    expect([found.interval!.low < found.effect, found.interval!.high > found.effect]).toEqual([true, true]);
    expect(known(meanShift({ mean: 1, sd: 2, n: 4000 }, here, { level: 0.95, independent: 500 })).p).toBeNull();
  });
});

describe("levels", () => {
  const coded = (reference: readonly string[], here: readonly string[]) => {
    const of = (values: readonly string[]) => {
      const levels = [...new Set(values)];
      return { levels, codes: Float64Array.from(values, (v) => levels.indexOf(v)) };
    };
    return codedTogether(of(reference), of(here));
  };
  const many = (n: number, level: string) => Array.from({ length: n }, () => level);

  test("total variation is the share that would have to change level", () => {
    const shift = known(
      levelShift(
        coded([...many(600, "a"), ...many(400, "b")], [...many(300, "b"), ...many(150, "a"), ...many(50, "c")]),
        undefined,
        OPTIONS,
      ),
    );
    expect(shift.effect).toBeCloseTo(0.3, 12);
    expect([shift.interval!.low < 0.3, shift.interval!.high > 0.3, shift.p! < 1e-6]).toEqual([true, true, true]);
  });

  test("one level only is constant", () => {
    expect(levelShift(coded(["a", "a"], ["a"]), undefined, OPTIONS)).toMatchObject({ reason: "CONSTANT_VALUE" });
  });
});

describe("units", () => {
  const creatinine = sample(3000, 4.45, 0.35).map(Math.exp);
  const here = sample(2000, 4.5, 0.35, 1).map(Math.exp);

  test("all in another unit, and one laboratory in eight", () => {
    const all = unitChange(
      creatinine,
      here.map((v) => v / 88.42),
      "creatinine",
    )!;
    expect([all.of, all.conversion.here, all.conversion.reference]).toEqual(["all", "mg/dL", "µmol/L"]);
    expect(1 / all.medianRatio).toBeGreaterThan(70);
    const some = unitChange(
      creatinine,
      here.map((v, i) => (i % 8 === 0 ? v / 88.42 : v)),
      "creatinine",
    )!;
    expect([some.of, some.conversion.here]).toEqual(["some", "mg/dL"]);
    expect(some.rows).toBeGreaterThan(200);
    expect(some.rows).toBeLessThanOrEqual(250);
  });

  test("a decimal mark is found of any number; another analyte's factor is not tried; a mere shift is none", () => {
    const decimals = unitChange(
      creatinine,
      here.map((v) => v * 100),
    )!;
    expect([decimals.of, decimals.conversion.decimal, decimals.conversion.here]).toEqual(["all", true, "100"]);
    expect(
      unitChange(
        creatinine,
        here.map((v) => v / 88.42),
        "glucose",
      )?.conversion.here,
    ).not.toBe("mg/dL");
    expect(unitChange(creatinine, here, "creatinine")?.of).not.toBe("all");
    expect(
      unitChange(
        creatinine,
        here.map((v) => v * 1.8),
        "creatinine",
      )?.of,
    ).not.toBe("all");
  });

  test("degrees Fahrenheit", () => {
    const celsius = sample(2000, 37, 0.7);
    const found = unitChange(
      celsius,
      sample(1000, 37.1, 0.7, 1).map((c) => c * 1.8 + 32),
      "temperature",
    )!;
    expect([found.of, found.conversion.here, found.conversion.reference]).toEqual(["all", "°F", "°C"]);
  });
});

describe("all features together", () => {
  const features = (shift: number) => [
    { kind: "numeric" as const, reference: sample(800, 0, 1), here: sample(700, shift, 1, 1) },
    {
      kind: "categorical" as const,
      reference: Float64Array.from({ length: 800 }, (_, i) => i % 3),
      here: Float64Array.from({ length: 700 }, (_, i) => i % 3),
    },
  ];

  test("alike: 0.5 in rows left out; moved: above; the kernel agrees", () => {
    const same = columnsOf(features(0));
    expect(same.reference).toHaveLength(3);
    expect(known(membershipOf(same, 1)).crossFittedAuroc).toBeLessThan(0.56);
    const moved = columnsOf(features(1));
    expect(known(membershipOf(moved, 1)).crossFittedAuroc).toBeGreaterThan(0.7);
    const kernel = known(kernelShift(moved, true, 1));
    expect([kernel.rows.here, kernel.p! <= 0.01]).toEqual([250, true]);
    expect(known(kernelShift(moved, false, 1)).p).toBeNull();
  });

  test("missing rows are left out and counted", () => {
    const [first, second] = features(0);
    const here = Float64Array.from(first.here);
    here[0] = Number.NaN;
    expect(columnsOf([{ ...first, here }, second]).leftOut).toEqual({ reference: 0, here: 1 });
  });

  test("spread of the log odds, from rows and from a published figure", () => {
    const risk = (x: number) => 1 / (1 + Math.exp(-x));
    const [there, here] = [sample(3000, -2, 1).map(risk), sample(3000, -2, 0.7, 1).map(risk)];
    const rows = known(logOddsShift(there, here, undefined, OPTIONS));
    const { interval } = rows.logRatio;
    expect([Math.exp(interval!.low) < 0.7, Math.exp(interval!.high) > 0.7]).toEqual([true, true]);
    const table = known(logOddsAgainst({ mean: -2, sd: 1, n: 3000 }, here));
    expect(table.ratio).toBeCloseTo(Math.exp(rows.logRatio.value), 1);
  });
});

describe("the target population", () => {
  const options = { level: 0.95, margin: 0.05, independent: 10_000 };
  const counts = (women: number) => [
    { level: "F", rows: women, population: 0.5 },
    { level: "M", rows: 10_000 - women, population: 0.5 },
  ];

  test("inside, outside, and in between; without a margin no verdict", () => {
    const verdict = (...of: Parameters<typeof representativeness>) => known(representativeness(...of)).verdict;
    expect(verdict(counts(5100), options)).toBe("representative");
    expect(verdict(counts(6000), options)).toBe("not_representative");
    expect(verdict(counts(5480), options)).toBe("representativeness_not_settled");
    expect(verdict(counts(6000), { level: 0.95, independent: 10_000 })).toBe("margin_not_declared");
    // The same shares of fifty patients settle nothing.
    expect(verdict(counts(5100), { ...options, independent: 50 })).toBe("representativeness_not_settled");
  });

  test("no rows: undefined, never a pass", () => {
    const none = [{ level: "F", rows: 0, population: 1 }];
    expect(representativeness(none, { ...options, independent: 0 })).toMatchObject({ reason: "NO_ROWS" });
  });
});

test("verdicts of shifts", () => {
  const interval = (low: number, high: number) => ({ interval: { low, high, level: 0.95, method: "wald" as const } });
  expect(shiftVerdict(interval(0, 0.1), 1, 0.2, 0.95)).toBe("no_material_shift");
  expect(shiftVerdict(interval(0.2, 0.4), 0.001, 0.2, 0.95)).toBe("shift_shown");
  expect(shiftVerdict(interval(0.2, 0.4), 0.2, 0.2, 0.95)).toBe("shift_not_settled");
  expect(shiftVerdict(interval(0.1, 0.4), 0.001, 0.2, 0.95)).toBe("shift_not_settled");
  expect(shiftVerdict({ interval: null }, 0.001, 0.2, 0.95)).toBe("shift_not_settled");
  expect(shiftVerdict(interval(0, 0.1), 1, undefined, 0.95)).toBe("margin_not_declared");
  expect(together([])).toBe("shift_not_settled");
  expect(together(["no_material_shift", "shift_shown"])).toBe("shift_shown");
  expect(together(["no_material_shift", "shift_not_settled"])).toBe("shift_not_settled");
  expect(together(["no_material_shift"])).toBe("no_material_shift");
});
