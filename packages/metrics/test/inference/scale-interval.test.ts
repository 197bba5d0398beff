import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaleInterval } from "../../src/inference/scale-interval.ts";

const at95 = { level: 0.95, critical: 1.959963984540054 };
const unit = [0, 1] as const;

describe("interval on a declared scale", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [1, 29, 0.0061, 0.1718],
  ])("Wilson from effective rows gives Newcombe's (1998) %s/%s", (x, n, low, high) => {
    const value = x / n;
    const standardError = Math.sqrt((value * (1 - value)) / n);
    const found = scaleInterval({ value, standardError }, { intervalScale: "wilson", range: unit }, at95);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
    expect(found?.method).toBe("effective-n-wilson");
    const independent = scaleInterval(
      { value, standardError, denominator: n },
      { intervalScale: "wilson", range: unit },
      at95,
    );
    expect(independent?.method).toBe("wilson");
    expect(independent?.low).toBeCloseTo(found!.low, 12);
  });
  test("Wilson at 0 falls back on the rows: Newcombe's (1998) 0/20", () => {
    const found = scaleInterval(
      { value: 0, standardError: 0, denominator: 20 },
      { intervalScale: "wilson", range: unit },
      at95,
    );
    expect(found?.low).toBe(0);
    expect(found?.high).toBeCloseTo(0.1611, 4);
    expect(found?.method).toBe("wilson");
  });
  test("logit: expit(logit(v) ± z se / (v(1 - v)))", () => {
    const reach = (at95.critical * 0.05) / (0.8 * 0.2);
    const expit = (x: number): number => 1 / (1 + Math.exp(-x));
    const found = scaleInterval({ value: 0.8, standardError: 0.05 }, { intervalScale: "logit", range: unit }, at95);
    expect(found?.low).toBeCloseTo(expit(Math.log(4) - reach), 14);
    expect(found?.high).toBeCloseTo(expit(Math.log(4) + reach), 14);
  });
  test("logit survives errors that overflow the exponential", () => {
    const found = scaleInterval({ value: 0.5, standardError: 1e6 }, { intervalScale: "logit", range: unit }, at95);
    expect(found).toMatchObject({ low: 0, high: 1 });
  });
  test("log: a ratio and its reciprocal have reciprocal limits", () => {
    const scale = { intervalScale: "log", range: [0, Infinity] } as const;
    const a = scaleInterval({ value: 2, standardError: 0.4 }, scale, at95);
    const b = scaleInterval({ value: 0.5, standardError: 0.1 }, scale, at95);
    expect(a!.low * b!.high).toBeCloseTo(1, 14);
  });
  test("log about an origin is the log scale moved there, above it or below it", () => {
    const scale = { intervalScale: "log", range: [-Infinity, Infinity] } as const;
    const plain = scaleInterval({ value: 2, standardError: 0.4 }, scale, at95);
    const above = scaleInterval({ value: -1, standardError: 0.4, origin: -3 }, scale, at95);
    const below = scaleInterval({ value: 1, standardError: 0.4, origin: 3 }, scale, at95);
    expect(above!.low).toBeCloseTo(plain!.low - 3, 14);
    expect(above!.high).toBeCloseTo(plain!.high - 3, 14);
    expect(below!.low).toBeCloseTo(3 - plain!.high, 14);
    expect(scaleInterval({ value: 3, standardError: 0.4, origin: 3 }, scale, at95)).toBeUndefined();
    expect(scaleInterval({ value: -1, standardError: 0.4 }, scale, at95)).toBeUndefined();
  });
  test("a jackknife interval bears the jackknife's name", () => {
    const found = scaleInterval(
      { value: 0.1, standardError: 0.1 },
      { intervalScale: "identity", range: [-Infinity, Infinity] },
      { ...at95, method: "jackknife" },
    );
    expect(found?.method).toBe("jackknife");
  });
  test.each([
    ["identity", 0.5, 0],
    ["identity", 0.5, Number.NaN],
    ["identity", 0.5, Infinity],
    ["identity", Number.NaN, 0.1],
    ["identity", 0.5, 1e-300],
    ["log", 0, 0.1],
    ["logit", 1, 0.1],
    ["logit", 0, 0.1],
    ["wilson", 0, 0],
    ["wilson", 1.2, 0.1],
  ] as const)("%s at %s with standard error %s: no interval", (intervalScale, value, standardError) => {
    expect(scaleInterval({ value, standardError }, { intervalScale, range: unit }, at95)).toBeUndefined();
  });
  test("is never of zero width, contains its value and stays in range", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("identity", "log", "logit", "wilson" as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        (intervalScale, value, standardError, denominator) => {
          const found = scaleInterval({ value, standardError, denominator }, { intervalScale, range: unit }, at95);
          if (found === undefined) return;
          expect(found.high).toBeGreaterThan(found.low);
          expect(found.low).toBeGreaterThanOrEqual(0);
          expect(found.high).toBeLessThanOrEqual(1);
          expect(found.low).toBeLessThanOrEqual(value + 1e-12);
          expect(found.high).toBeGreaterThanOrEqual(value - 1e-12);
        },
      ),
    );
  });
});
