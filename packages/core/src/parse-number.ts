import type { DecimalMark } from "./table.ts";

const PLAIN = /^[+-]?\d+(?:[eE][+-]?\d+)?$/u;
const MARKED = {
  ".": /^[+-]?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?$/u,
  ",": /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/u,
} as const;
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3}|,\d{3})$/u;

/**
 * The number that the whole text writes, or undefined: no partial parse, no thousands separators, no hexadecimal, no
 * Infinity. Spaces around it do not count. Without a decimal mark only numbers that have none are read.
 */
export function parseNumber(text: string, decimal: DecimalMark | undefined): number | undefined {
  const trimmed = text.trim();
  const read = PLAIN.test(trimmed) || (decimal !== undefined && MARKED[decimal].test(trimmed));
  if (!read) return undefined;
  const value = Number(decimal === "," ? trimmed.replace(",", ".") : trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** Marks that a text shows beyond doubt to be decimal: `0,25` and `12,5` do, `1,234` may be a thousand. */
export function decimalMarkOf(text: string): DecimalMark | undefined {
  const trimmed = text.trim();
  if (THOUSANDS.test(trimmed)) return undefined;
  if (MARKED[","].test(trimmed)) return ",";
  return MARKED["."].test(trimmed) ? "." : undefined;
}
