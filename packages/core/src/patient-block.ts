import type { Column } from "./table.ts";
import { md5FirstByte } from "./md5.ts";

/** Blocks that patients are hashed to. More would make the jackknife slower and hardly better; fewer, worse. */
export const BLOCKS = 64;

/**
 * The block of a patient: the first byte of the MD5 of the identifier's text, modulo 64. Every SQL engine has MD5, so
 * each makes the same blocks. A number's text is as short as it can be without loss (17, not 17.0).
 */
export function patientBlock(identifier: string): number {
  return md5FirstByte(identifier) % BLOCKS;
}

/** Patients of some rows: their blocks, how many there are and whether any has more than one row. No identifier is kept. */
export interface Patients {
  readonly block: Uint16Array;
  /** Rows of one patient have one number, from 0 in the order in which patients appear; it says nothing of who they are. */
  readonly number: Uint32Array;
  readonly distinct: number;
  readonly repeated: boolean;
}

/** Counts and blocks the patients of some rows, given by their numbers, or of the first so many. Each must have an identifier. */
export function patientsOf(column: Column, rows: Uint32Array | number): Patients {
  const length = typeof rows === "number" ? rows : rows.length;
  const rowAt = typeof rows === "number" ? (i: number) => i : (i: number) => rows[i]!;
  const block = new Uint16Array(length);
  const number = new Uint32Array(length);
  if (column.kind === "number") {
    const seen = new Map<number, { readonly block: number; readonly number: number }>();
    for (let i = 0; i < length; i++) {
      const value = column.values[rowAt(i)]!;
      const known = seen.get(value) ?? { block: patientBlock(String(value === 0 ? 0 : value)), number: seen.size };
      seen.set(value, known);
      block[i] = known.block;
      number[i] = known.number;
    }
    return { block, number, distinct: seen.size, repeated: seen.size < length };
  }
  const ofLevel = new Int16Array(column.levels.length).fill(-1);
  const numberOf = new Uint32Array(column.levels.length);
  let distinct = 0;
  for (let i = 0; i < length; i++) {
    const code = column.codes[rowAt(i)]!;
    if (ofLevel[code]! < 0) {
      ofLevel[code] = patientBlock(column.levels[code]!);
      numberOf[code] = distinct++;
    }
    block[i] = ofLevel[code]!;
    number[i] = numberOf[code]!;
  }
  return { block, number, distinct, repeated: distinct < length };
}
