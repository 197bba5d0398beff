import { Buffer, isAscii, isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "latin-1";

/** A sequence that UTF-8 writes and that Latin-1 text almost never holds (two or more letters and signs above 0x7F in a row). */
const MULTIBYTE = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/u;

/** Windows-1252 at 0x80-0x9F, where ISO 8859-1 has control characters. Node 20 decodes "windows-1252" as ISO 8859-1. */
const WINDOWS =
  "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

/** Text of bytes. Latin-1 is read as its superset Windows-1252, which is what Windows programs write under that name. */
export function decode(bytes: Uint8Array, start: number, end: number, encoding: Encoding): string {
  if (encoding === "utf-8") return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
  return latin(bytes, start, end).replaceAll(/[\x80-\x9F]/gu, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
}

/** Bytes as the letters of the same number; what ASCII bytes say in any encoding. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}

/** Which encodings bytes can be in: any ("ascii"), one of them, or "neither" where they hold signs of both. */
export function encodingOf(bytes: Uint8Array): Encoding | "ascii" | "neither" {
  if (isAscii(bytes)) return "ascii";
  if (isUtf8(bytes)) return "utf-8";
  return MULTIBYTE.test(latin(bytes, 0, bytes.length)) ? "neither" : "latin-1";
}

/** Whether Latin-1 bytes hold letters that only Windows-1252 has. */
export function hasWindowsLetters(bytes: Uint8Array): boolean {
  return !isAscii(bytes) && /[\x80-\x9F]/u.test(latin(bytes, 0, bytes.length));
}
