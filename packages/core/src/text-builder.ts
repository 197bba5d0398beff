import type { TextColumn } from "./table.ts";

/** Codes texts as they come, levels in order of first appearance. */
export function textBuilder(rows: number): {
  readonly put: (row: number, text: string | null | undefined) => void;
  readonly finish: () => TextColumn;
} {
  const codes = new Int32Array(rows).fill(-1);
  const codeOf = new Map<string, number>();
  return {
    put(row, text) {
      if (text === null || text === undefined) return;
      let code = codeOf.get(text);
      if (code === undefined) {
        code = codeOf.size;
        codeOf.set(text, code);
      }
      codes[row] = code;
    },
    finish: () => ({ kind: "text", codes, levels: [...codeOf.keys()] }),
  };
}

/** The same column with levels numbered in order of first appearance, equal ones once and unused ones gone. Changes `codes`. */
export function inOrderOfAppearance(codes: Int32Array, levels: readonly (string | null)[]): TextColumn {
  const newCode = new Int32Array(levels.length).fill(-1);
  const codeOf = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) continue;
    if (newCode[code]! < 0) {
      const level = levels[code];
      if (level === null || level === undefined) {
        codes[row] = -1;
        continue;
      }
      const known = codeOf.get(level) ?? codeOf.size;
      codeOf.set(level, known);
      newCode[code] = known;
    }
    codes[row] = newCode[code]!;
  }
  return { kind: "text", codes, levels: [...codeOf.keys()] };
}
