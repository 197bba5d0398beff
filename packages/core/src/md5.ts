import { createHash } from "node:crypto";

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
const words = new Int32Array(16);

/**
 * First byte of the MD5 of a text (RFC 1321), 0 to 255; not for secrets. Texts of up to 55 ASCII characters are hashed
 * here, some ten times as fast as by a call into the crypto library, which matters for a million identifiers.
 */
export function md5FirstByte(text: string): number {
  const { length } = text;
  if (length > 55) return viaLibrary(text);
  words.fill(0);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return viaLibrary(text);
    words[i >> 2]! |= code << ((i & 3) * 8);
  }
  words[length >> 2]! |= 0x80 << ((length & 3) * 8);
  words[14] = length * 8;
  let a = 0x67452301;
  let b = 0xefcdab89 | 0;
  let c = 0x98badcfe | 0;
  let d = 0x10325476;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const mixed =
      round === 0 ? (b & c) | (~b & d) : round === 1 ? (b & d) | (c & ~d) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
    const at = round === 0 ? i : round === 1 ? (5 * i + 1) & 15 : round === 2 ? (3 * i + 5) & 15 : (7 * i) & 15;
    const sum = (a + mixed + SINES[i]! + words[at]!) | 0;
    const shift = SHIFTS[round * 4 + (i & 3)]!;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  return (a + 0x67452301) & 255;
}

function viaLibrary(text: string): number {
  return createHash("md5").update(text, "utf8").digest()[0]!;
}
