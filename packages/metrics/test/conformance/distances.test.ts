import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distances, isUndefined, REASONS, type Undefined } from "../../src/index.ts";

type Distance = (typeof distances)[number];

const RUNS = { numRuns: 40 };
/** Two samples, as each distance reads them, from one list of rows a sample: a small whole number and a wide one. */
type Row = readonly [number, number];
const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 4,
  maxLength: 40,
});

function between(distance: Distance, reference: readonly Row[], here: readonly Row[]): number | Undefined {
  if (distance.of === "counts") return distance.between(counts(reference), counts(here));
  if (distance.of === "numbers") return distance.between(column(reference, 1), column(here, 1));
  return distance.between([column(reference, 0), column(reference, 1)], [column(here, 0), column(here, 1)]);
}

function counts(of: readonly Row[]): Float64Array {
  const out = new Float64Array(5);
  for (const [level] of of) out[level] += 1;
  return out;
}

function column(of: readonly Row[], which: 0 | 1): Float64Array {
  return Float64Array.from(of, (row) => row[which]);
}

function reasonOf(value: number | Undefined): string | undefined {
  return typeof value === "object" && isUndefined(value) ? value.reason : undefined;
}

test("ids are unique, every distance names its source, and 0 is within its range", () => {
  expect(new Set(distances.map((d) => d.id)).size).toBe(distances.length);
  const faulty = distances.filter(({ range: [low, high], source }) => !(low <= 0 && high > 0) || source.length === 0);
  expect(faulty.map((d) => d.id)).toEqual([]);
});

describe.each(distances.map((distance) => [distance.id, distance] as const))("%s", (_, distance) => {
  test("lies in its range, or has a reason, and is never NaN", () => {
    fc.assert(
      fc.property(rows, rows, (reference, here) => {
        const value = between(distance, reference, here);
        const [low, high] = distance.range;
        const sound =
          typeof value === "number" ? value >= low && value <= high : REASONS.some((r) => r === value.reason);
        expect(sound).toBe(true);
      }),
      RUNS,
    );
  });

  test("is 0 between a sample and itself, or no more than chance where it is debiased", () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const value = between(distance, sample, sample);
        if (typeof value !== "number") return;
        expect(distance.liftedByChance ? Math.abs(value) < 1e-7 : value <= 1e-12).toBe(true);
      }),
      RUNS,
    );
  });

  test("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, rows, (reference, here) => {
        const value = between(distance, reference, here);
        const turned = between(distance, reference.toReversed(), here.toReversed());
        const equal = (a: unknown, b: unknown): boolean =>
          typeof a === "number" && typeof b === "number"
            ? Math.abs(a - b) < 1e-10 * Math.max(1, Math.abs(b))
            : JSON.stringify(a) === JSON.stringify(b);
        expect(equal(turned, value)).toBe(true);
      }),
      RUNS,
    );
  });

  test("is greatest between samples that share nothing, and above that of samples that overlap", () => {
    const near: Row[] = Array.from({ length: 30 }, (_x, i) => [i % 2, i % 7]);
    const half: Row[] = Array.from({ length: 30 }, (_x, i) => [1 + (i % 2), 3 + (i % 7)]);
    const far: Row[] = Array.from({ length: 30 }, (_x, i) => [3 + (i % 2), 40 + (i % 7)]);
    const [small, large] = [half, far].map((here) => between(distance, near, here));
    expect(small).toBeGreaterThan(0);
    expect(large).toBeGreaterThan(small as number);
  });

  test("leaves its input as it was", () => {
    const sample: Row[] = Array.from({ length: 12 }, (_x, i) => [i % 5, (i * 7) % 11]);
    const inputs = [counts(sample), column(sample, 1), column(sample, 0)];
    const before = structuredClone(inputs);
    if (distance.of === "counts") distance.between(inputs[0], inputs[0]);
    else if (distance.of === "numbers") distance.between(inputs[1], inputs[1]);
    else distance.between([inputs[1], inputs[2]], [inputs[2], inputs[1]]);
    expect(inputs).toEqual(before);
  });

  test("of nobody is undefined", () => {
    const some: Row[] = [
      [0, 1],
      [1, 2],
      [2, 4],
    ];
    expect(reasonOf(between(distance, [], some))).toBe("NO_ROWS");
    expect(reasonOf(between(distance, some, []))).toBe("NO_ROWS");
  });
});
