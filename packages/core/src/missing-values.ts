import type { Column, NumberColumn, TextColumn } from "./table.ts";

/** Codes and levels as a column in which every level that means "missing" has become -1, and the other levels have closed ranks. */
export function withoutMissingLevels(
  codes: Int32Array,
  levels: readonly string[],
  missing: ReadonlySet<string>,
): TextColumn {
  const longest = Math.max(-1, ...Array.from(missing, (text) => text.length));
  const isMissing = (level: string): boolean => level.length <= longest && missing.has(level);
  if (!levels.some(isMissing)) return { kind: "text", codes, levels };
  const newCode = new Int32Array(levels.length).fill(-1);
  const kept: string[] = [];
  for (let code = 0; code < levels.length; code++) {
    const level = levels[code]!;
    if (!isMissing(level)) newCode[code] = kept.push(level) - 1;
  }
  return { kind: "text", codes: codes.map((code) => (code < 0 ? -1 : newCode[code]!)), levels: kept };
}

/** The column with values that are written as one of the missing texts ("-999") made missing. */
export function withoutMissing(column: Column, missing: ReadonlySet<string>): Column {
  if (column.kind === "text") return withoutMissingLevels(column.codes, column.levels, missing);
  const numbers = missingNumbers(missing);
  if (numbers.size === 0) return column;
  return { kind: "number", values: column.values.map((value) => (numbers.has(value) ? Number.NaN : value)) };
}

/** The missing texts that are numbers as Auscult writes them. */
function missingNumbers(missing: ReadonlySet<string>): ReadonlySet<number> {
  const numbers = [...missing].filter((text) => text.trim() !== "" && String(Number(text)) === text).map(Number);
  return new Set(numbers.filter(Number.isFinite));
}

/** A number column as texts, each as short as it can be without loss; codes in order of first appearance. */
export function numbersAsText(column: NumberColumn): TextColumn {
  const codeOf = new Map<number, number>();
  const codes = column.values.length === 0 ? new Int32Array() : new Int32Array(column.values.length);
  for (const [row, value] of column.values.entries()) {
    if (Number.isNaN(value)) {
      codes[row] = -1;
      continue;
    }
    let code = codeOf.get(value);
    if (code === undefined) codeOf.set(value, (code = codeOf.size));
    codes[row] = code;
  }
  return { kind: "text", codes, levels: [...codeOf.keys()].map(String) };
}
