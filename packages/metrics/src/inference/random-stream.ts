import { normalQuantile } from "../numeric/normal.ts";
import { philox4x32 } from "./philox.ts";

/** Random numbers in a fixed order. Each call consumes whole 32-bit words. */
export interface RandomStream {
  /** 0 to 2³² − 1. */
  word(): number;
  /** Uniform on the open interval (0, 1): (word + 0.5) / 2³². */
  uniform(): number;
  /** Standard normal: Φ⁻¹ of one uniform. No trigonometry, whose last bit differs between engines. */
  normal(): number;
  /** Uniform on 0, 1, …, n − 1, without modulo bias: words of the incomplete last cycle are rejected. */
  index(n: number): number;
}

const WORDS = 0x1_0000_0000;

/**
 * The stream of one replicate of one purpose: Philox words of key (seed mod 2³², ⌊seed / 2³²⌋) and counter
 * (block, replicate, purpose, attempt), block by block. No replicate depends on another having been drawn; a replicate
 * that must be drawn again takes attempt 1, 2, …
 *
 * Ranges: `seed` a whole number from 0 to 2⁵³ − 1; `replicate`, `purpose` and `attempt` from 0 to 2³² − 1. Others throw
 * RangeError.
 */
export function randomStream(seed: number, replicate: number, purpose: number, attempt = 0): RandomStream {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) throw new RangeError(`seed is not a whole number ≥ 0: ${seed}`);
  for (const [name, value] of Object.entries({ replicate, purpose, attempt })) {
    if (!(Number.isInteger(value) && value >= 0 && value < WORDS))
      throw new RangeError(`${name} is not a whole number from 0 to 2^32 - 1: ${value}`);
  }
  const key = [seed % WORDS, Math.floor(seed / WORDS)] as const;
  const words = new Uint32Array(4);
  let block = 0;
  let used = 4;
  const word = (): number => {
    if (used === 4) {
      philox4x32([block, replicate, purpose, attempt], key, words);
      block += 1;
      used = 0;
    }
    return words[used++]!;
  };
  const uniform = (): number => (word() + 0.5) / WORDS;
  return {
    word,
    uniform,
    normal: () => normalQuantile(uniform()),
    index: (n) => {
      if (!(Number.isInteger(n) && n >= 1 && n <= WORDS))
        throw new RangeError(`index range is not a whole number from 1 to 2^32: ${n}`);
      const whole = Math.floor(WORDS / n) * n;
      let drawn = word();
      while (drawn >= whole) drawn = word();
      return drawn % n;
    },
  };
}
