import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adjacentReversals,
  boundingFactor,
  cochranArmitage,
  eValue,
  isUndefined,
  jonckheereTerpstra,
  mantelHaenszel,
  monotoneProjection,
  ratioAfterBias,
  reclassifiedByFactor,
  riskRatioOfHazards,
  type Stratum,
  tippingTreatmentEffect,
  treatmentMaskingVerdict,
  untreatedRatio,
} from "../../src/index.ts";
import { defined } from "../defined.ts";

const LEVEL = 0.95;
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("E-values", () => {
  test("VanderWeele and Ding's example, and 0.8", () => {
    const breastfeeding = defined(eValue(3.9, { low: 1.8, high: 8.7 }));
    expect(breastfeeding.point).toBeCloseTo(7.263, 3);
    expect(breastfeeding.limit).toBeCloseTo(3, 1);
    expect(defined(eValue(0.8, { low: 0.7, high: 0.9 })).point).toBeCloseTo(1.809, 3);
    expect(eValue(0, { low: 0, high: 1 })).toMatchObject({ reason: "ZERO_DENOMINATOR" });
  });

  test("a cause as strong as the E-value with both explains the ratio away, exactly", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), (ratio) => {
        const { point } = defined(eValue(ratio, { low: ratio, high: ratio }));
        expect(ratioAfterBias(ratio, boundingFactor(point, point))).toBeCloseTo(1, 8);
      }),
    );
  });

  test("a hazard ratio of 1 is a risk ratio of 1, and its reciprocal the reciprocal", () => {
    expect(riskRatioOfHazards(1)).toBe(1);
    expect(riskRatioOfHazards(1.7) * riskRatioOfHazards(1 / 1.7)).toBeCloseTo(1, 12);
  });
});

describe("the tipping effect of treatment", () => {
  test("is where the untreated ratio is 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.99, noNaN: true }), share, share, (ratio, withFactor, withoutFactor) => {
        const tip = tippingTreatmentEffect(ratio, { withFactor, withoutFactor });
        fc.pre(tip.possible);
        const effect = tip.possible ? tip.treatmentEffect : Number.NaN;
        expect(untreatedRatio(ratio, { withFactor, withoutFactor }, effect)).toBeCloseTo(1, 6);
      }),
    );
  });

  test("does not exist where those with the factor are treated no more, or everybody's risk is treated away", () => {
    expect(tippingTreatmentEffect(0.6, { withFactor: 0.2, withoutFactor: 0.2 }).possible).toBe(false);
    const none = untreatedRatio(0.6, { withFactor: 1, withoutFactor: 0.2 }, 0);
    expect(isUndefined(none as never)).toBe(true);
  });
});

describe("Mantel-Haenszel", () => {
  const cell = fc.integer({ min: 1, max: 30 });
  const stratum = fc
    .tuple(cell, cell, cell, cell)
    .map(([a, b, c, d]): Stratum => ({ events: { with: a, without: c }, rows: { with: a + b, without: c + d } }));

  test("one stratum is the plain table", () => {
    fc.assert(
      fc.property(stratum, (s) => {
        const mh = defined(mantelHaenszel([s], LEVEL));
        const { with: a, without: c } = s.events;
        const { with: n1, without: n0 } = s.rows;
        expect(defined(mh.oddsRatio).value).toBeCloseTo((a * (n0 - c)) / ((n1 - a) * c), 8);
        expect(defined(mh.riskRatio).value).toBeCloseTo(a / n1 / (c / n0), 8);
        expect(mh.riskDifference.value).toBeCloseTo(a / n1 - c / n0, 10);
        const woolf = Math.sqrt(1 / a + 1 / (n1 - a) + 1 / c + 1 / (n0 - c));
        expect(defined(mh.oddsRatio).standardError).toBeCloseTo(woolf, 8);
        expect(mh.homogeneity).toMatchObject({ reason: "CONSTANT_VALUE" });
      }),
    );
  });

  test("turns round with the factor, and strata of one side alone change nothing", () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 2, maxLength: 6 }), (strata) => {
        const swapped = strata.map(({ events, rows }) => ({
          events: { with: events.without, without: events.with },
          rows: { with: rows.without, without: rows.with },
        }));
        const there = defined(mantelHaenszel(strata, LEVEL));
        const back = defined(mantelHaenszel(swapped, LEVEL));
        expect(defined(there.oddsRatio).value * defined(back.oddsRatio).value).toBeCloseTo(1, 8);
        expect(there.riskDifference.value).toBeCloseTo(-back.riskDifference.value, 10);
        expect(defined(there.test).chiSquared).toBeCloseTo(defined(back.test).chiSquared, 8);
        expect(defined(there.homogeneity).chiSquared).toBeCloseTo(defined(back.homogeneity).chiSquared, 6);
        const alone = { events: { with: 3, without: 0 }, rows: { with: 9, without: 0 } };
        expect(defined(mantelHaenszel([...strata, alone], LEVEL)).riskDifference).toEqual(there.riskDifference);
      }),
    );
  });

  test("Breslow-Day is nothing where every stratum has the common odds ratio, also with few events and a small ratio", () => {
    const times = (k: number): Stratum => ({
      events: { with: 20 * k, without: 3 * k },
      rows: { with: 25 * k, without: 5 * k },
    });
    expect(defined(defined(mantelHaenszel([times(1), times(2), times(4)], LEVEL)).homogeneity).chiSquared).toBeCloseTo(
      0,
      10,
    );
  });

  test("no events, no events with the factor, nobody without it", () => {
    const at = (a: number, c: number): Stratum => ({
      events: { with: a, without: c },
      rows: { with: 10, without: 10 },
    });
    const none = defined(mantelHaenszel([at(0, 0)], LEVEL));
    expect([none.oddsRatio, none.riskRatio, none.test]).toEqual(
      Array.from({ length: 3 }, () => ({ status: "undefined", reason: "ONE_CLASS" })),
    );
    expect(none.riskDifference).toMatchObject({ value: 0, interval: null });
    expect(defined(mantelHaenszel([at(0, 4)], LEVEL)).oddsRatio).toMatchObject({ reason: "ZERO_DENOMINATOR" });
    expect(mantelHaenszel([], LEVEL)).toMatchObject({ reason: "EMPTY_GROUP" });
  });
});

describe("trends over ordered levels", () => {
  test("of two levels Cochran-Armitage is the chi-squared test of the table", () => {
    const found = defined(
      cochranArmitage([
        { score: 1, events: 15, rows: 50 },
        { score: 2, events: 27, rows: 60 },
      ]),
    );
    const [a, b, c, d] = [15, 35, 27, 33];
    const pearson = (110 * (a * d - b * c) ** 2) / (50 * 60 * 42 * 68);
    expect(found.chiSquared).toBeCloseTo(pearson, 10);
    expect(found.slope).toBeGreaterThan(0);
  });

  test("Jonckheere-Terpstra counts pairs, its mean and variance are those over all orders", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 3 }), level: fc.integer({ min: 0, max: 2 }) }), {
          minLength: 3,
          maxLength: 6,
        }),
        (rows) => {
          const values = rows.map((r) => r.value);
          const levels = rows.map((r) => r.level);
          const found = jonckheereTerpstra(values, levels);
          fc.pre(!isUndefined(found));
          const { statistic, mean, variance } = defined(found);
          expect(statistic).toBe(pairs(values, levels));
          const all = permutations(values).map((order) => pairs(order, levels));
          const average = all.reduce((x, y) => x + y, 0) / all.length;
          expect(mean).toBeCloseTo(average, 10);
          expect(variance).toBeCloseTo(all.reduce((t, j) => t + (j - average) ** 2, 0) / all.length, 8);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a step against the direction is found though the trend goes along it", () => {
    const levels = [40, 100, 60, 150].map((events, score) => ({ score, events, rows: 300 }));
    const found = defined(adjacentReversals(levels, 1, LEVEL));
    expect(found.reversals.map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
    expect(found.greatestLowerLimit).toBeGreaterThan(0);
    expect(defined(cochranArmitage(levels)).slope).toBeGreaterThan(0);
    const other = defined(adjacentReversals(levels, -1, LEVEL));
    expect(other.reversals.map(({ from }) => from)).toEqual([0, 2]);
    const chance = [50, 48, 55].map((events, score) => ({ score, events, rows: 300 }));
    expect(defined(adjacentReversals(chance, 1, LEVEL)).reversals).toEqual([]);
    expect(adjacentReversals([levels[0], { score: 9, events: 0, rows: 0 }], 1, LEVEL)).toMatchObject({
      reason: "CONSTANT_VALUE",
    });
  });

  test("one level, one value, no rows, nobody with the event", () => {
    expect(jonckheereTerpstra([1, 2], [1, 1])).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(jonckheereTerpstra([1, 1], [1, 2])).toMatchObject({ reason: "CONSTANT_VALUE" });
    expect(jonckheereTerpstra([Number.NaN], [1])).toMatchObject({ reason: "NO_ROWS" });
    expect(cochranArmitage([])).toMatchObject({ reason: "NO_ROWS" });
    expect(cochranArmitage([{ score: 1, events: 0, rows: 5 }])).toMatchObject({ reason: "ONE_CLASS" });
    expect(cochranArmitage([{ score: 1, events: 2, rows: 5 }])).toMatchObject({ reason: "CONSTANT_VALUE" });
  });
});

describe("a shape against its declared direction", () => {
  const shape = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 });

  test("the projection is monotone, no other monotone function is nearer, and a monotone shape is its own", () => {
    fc.assert(
      fc.property(shape, shape, (list, other) => {
        const score = Float64Array.from(list);
        const { projection, violation } = defined(monotoneProjection({ score }, 1, LEVEL));
        expect(projection.every((v, i) => i === 0 || v >= projection[i - 1] - 1e-12)).toBe(true);
        const rival = Float64Array.from(list, (_, i) => other[i % other.length]).sort();
        const distance = (f: Float64Array) => f.reduce((t, v, i) => t + (v - score[i]) ** 2, 0);
        expect(distance(projection)).toBeLessThanOrEqual(distance(rival) + 1e-9);
        const sorted = Float64Array.from(list).sort();
        expect(defined(monotoneProjection({ score: sorted }, 1, LEVEL)).violation).toBeCloseTo(0, 12);
        const mirrored = defined(monotoneProjection({ score: score.map((v) => -v) }, -1, LEVEL));
        expect(mirrored.violation).toBeCloseTo(violation, 12);
      }),
    );
  });

  test("only drops that the errors can tell from chance are listed; bins without rows take their neighbours' level", () => {
    const standardError = Float64Array.of(0.1, 0.1, 0.1);
    const { contraryDrops } = defined(
      monotoneProjection({ score: Float64Array.of(1, 0, -0.1), standardError }, 1, LEVEL),
    );
    expect(contraryDrops).toEqual([{ from: 0, to: 1, size: 1 }]);
    const rows = Float64Array.of(10, 0, 10);
    const found = defined(monotoneProjection({ score: Float64Array.of(0, -5, 1), rows }, 1, LEVEL));
    expect([...found.projection].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([0, 0, 1]);
    expect(monotoneProjection({ score: Float64Array.of(Number.NaN) }, 1, LEVEL)).toMatchObject({
      reason: "MISSING_INPUT",
    });
    expect(monotoneProjection({ score: new Float64Array(0) }, 1, LEVEL)).toMatchObject({ reason: "NO_ROWS" });
  });
});

describe("patients moved across a threshold", () => {
  test("are those with the factor, flagged at or above it, with their events and unknown outcomes", () => {
    const found = defined(
      reclassifiedByFactor(
        [1, 1, 1, 0, 1],
        { ifPresent: Float64Array.of(0.1, 0.2, 0.3, 0, 0.1), ifAbsent: Float64Array.of(0.2, 0.2, 0.1, 1, 0.4) },
        [1, 0, 0, 1, 2],
        0.2,
      ),
    );
    expect(found).toMatchObject({
      withFactor: 4,
      deescalated: 2,
      escalated: 1,
      eventsDeescalated: 1,
      unknownDeescalated: 1,
      flaggedShare: 0.5,
      flaggedShareIfAbsent: 0.75,
    });
    const none = { ifPresent: Float64Array.of(1), ifAbsent: Float64Array.of(1) };
    expect(reclassifiedByFactor([0], none, [1], 0.5)).toMatchObject({ reason: "EMPTY_GROUP" });
  });
});

describe("the verdict on treatment masking", () => {
  const interval = fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const mirrored = ({ low, high }: { low: number; high: number }) => ({ low: -high, high: -low });

  test("is the same for a factor declared the other way with everything turned round", () => {
    fc.assert(
      fc.property(interval, interval, fc.option(interval), (model, treatment, untreated) => {
        const turned = {
          model: mirrored(model),
          treatment: mirrored(treatment),
          untreated: untreated === null ? null : mirrored(untreated),
        };
        expect(treatmentMaskingVerdict(turned, -1)).toBe(treatmentMaskingVerdict({ model, treatment, untreated }, 1));
      }),
    );
  });

  test("supports masking only where all three point its way; what is missing never does", () => {
    fc.assert(
      fc.property(interval, fc.option(interval), fc.option(interval), (model, treatment, untreated) => {
        const verdict = treatmentMaskingVerdict({ model, treatment, untreated }, 1);
        const all =
          model.high < 0 && treatment !== null && treatment.low > 0 && untreated !== null && untreated.low > 0;
        expect(verdict === "treatment_masking_supported").toBe(all);
      }),
    );
    expect(treatmentMaskingVerdict({ model: null, treatment: null, untreated: null }, 1)).toBe("not_estimable");
  });
});

function pairs(values: readonly number[], levels: readonly number[]): number {
  let count = 0;
  values.forEach((v, i) => {
    values.forEach((w, j) => {
      if (levels[i] < levels[j]) count += v < w ? 1 : v === w ? 0.5 : 0;
    });
  });
  return count;
}

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((head, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [head, ...rest]));
}
