import { createHash } from "node:crypto";

/** What a file is known by: its hash, and two sums that tell which byte was changed where only one was. */
export interface Digest {
  readonly sha256: string;
  readonly bytes: number;
  /** Sum of the bytes, and sum of each byte times its place (from 1), both modulo 2147483647. */
  readonly sums: readonly [number, number];
}

export interface ChangedByte {
  /** From 0. */
  readonly offset: number;
  readonly was: number;
  readonly is: number;
}

/** A prime above any file's size here: a place is found modulo it. */
const PRIME = 2_147_483_647;

export function digestOf(content: Uint8Array): Digest {
  return { sha256: sha256(content), bytes: content.length, sums: sumsOf(content) };
}

export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * The one byte in which a file differs from what it was, proven by its hash once that byte is put back; `undefined` where
 * more than one was changed, or bytes were added or cut.
 *
 * @see Reed & Solomon (1960) J SIAM 8:300-304, a code of two sums, which corrects one error.
 */
export function changedByte(content: Uint8Array, was: Digest): ChangedByte | undefined {
  if (content.length !== was.bytes) return undefined;
  const [sum, placed] = sumsOf(content);
  const by = modulo(sum - was.sums[0]);
  // One byte changes the sum by less than 256, up or down.
  const change = by < 256 ? by : by - PRIME;
  if (change === 0 || Math.abs(change) > 255) return undefined;
  const place = Number((BigInt(modulo(placed - was.sums[1])) * BigInt(inverse(by))) % BigInt(PRIME));
  const offset = place - 1;
  const now = content[offset];
  if (now === undefined || now - change < 0 || now - change > 255) return undefined;
  const restored = Uint8Array.from(content);
  restored[offset] = now - change;
  return sha256(restored) === was.sha256 ? { offset, was: now - change, is: now } : undefined;
}

function sumsOf(content: Uint8Array): [number, number] {
  let sum = 0;
  let placed = 0;
  for (let i = 0; i < content.length; i++) {
    sum += content[i]!;
    placed = (placed + content[i]! * (i + 1)) % PRIME;
  }
  return [sum % PRIME, placed];
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

/** By Fermat: value to the power PRIME - 2. */
function inverse(value: number): number {
  let [base, power, out] = [BigInt(value), BigInt(PRIME - 2), 1n];
  for (; power > 0n; power >>= 1n) {
    if ((power & 1n) === 1n) out = (out * base) % BigInt(PRIME);
    base = (base * base) % BigInt(PRIME);
  }
  return Number(out);
}
