import * as fc from "fast-check";
import { expect, test } from "vitest";
import { philox4x32 } from "../../src/inference/philox.ts";
import { PURPOSES } from "../../src/inference/purposes.ts";
import { randomStream } from "../../src/inference/random-stream.ts";

const word = fc.integer({ min: 0, max: 0xffff_ffff });

/** The definition with 64-bit integers, as Salmon et al. print it. */
function byDefinition(counter: readonly number[], key: readonly number[]): number[] {
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = 0xd2511f53n * c0;
    const p1 = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & 0xffffffffn, (p0 >> 32n) ^ c3 ^ k1, p0 & 0xffffffffn];
    k0 = (k0 + 0x9e3779b9n) & 0xffffffffn;
    k1 = (k1 + 0xbb67ae85n) & 0xffffffffn;
  }
  return [c0, c1, c2, c3].map(Number);
}

test("Philox agrees with its definition in 64-bit integers", () => {
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      expect([...philox4x32(counter, key)]).toEqual(byDefinition(counter, key));
    }),
  );
});

test("a stream is addressed, not continued: any order of replicates gives the same words", () => {
  const draw = (replicate: number): number[] => {
    const stream = randomStream(2 ** 40 + 7, replicate, PURPOSES.bootstrap);
    return Array.from({ length: 9 }, () => stream.word());
  };
  const forwards = [0, 1, 2].map(draw);
  const backwards = [2, 1, 0].map(draw).reverse();
  expect(backwards).toEqual(forwards);
  expect(new Set(forwards.flat()).size).toBe(27);
});

test("seeds beyond 32 bits, purposes and replicates make different streams", () => {
  const first = (seed: number, replicate: number, purpose: number): number =>
    randomStream(seed, replicate, purpose).word();
  const words = [first(1, 0, 1), first(1 + 2 ** 32, 0, 1), first(1, 1, 1), first(1, 0, 2)];
  expect(new Set(words).size).toBe(4);
});

test("indices are without modulo bias where the range does not divide 2^32", () => {
  const n = 3 * 2 ** 30; // a quarter of the words is rejected; taken modulo n, the lowest third would be drawn twice as often
  const stream = randomStream(11, 0, 1);
  let low = 0;
  for (let i = 0; i < 30_000; i++) if (stream.index(n) < 2 ** 30) low += 1;
  expect(Math.abs(low / 30_000 - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 30_000));
});

test("uniforms lie strictly inside (0, 1)", () => {
  const stream = randomStream(5, 0, 1);
  for (let i = 0; i < 1000; i++) {
    const u = stream.uniform();
    expect(u > 0 && u < 1).toBe(true);
  }
});

test.each([
  [-1, 0, 1],
  [0.5, 0, 1],
  [2 ** 53, 0, 1],
  [0, -1, 1],
  [0, 2 ** 32, 1],
  [0, 0, Number.NaN],
])("seed %s, replicate %s, purpose %s cannot be used", (seed, replicate, purpose) => {
  expect(() => randomStream(seed, replicate, purpose)).toThrow(RangeError);
});

test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])("an index range of %s cannot be used", (n) => {
  expect(() => randomStream(1, 0, 1).index(n)).toThrow(RangeError);
});

test("purpose ids are unique", () => {
  const ids = Object.values(PURPOSES);
  expect(new Set(ids).size).toBe(ids.length);
});
