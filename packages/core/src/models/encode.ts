import { converted, unknownLevel } from "../model-rows.ts";
import type { InputValues, ModelInput, ModelRows } from "../model.ts";
import { sameLevel } from "../roles/levels.ts";

/** How many numbers a row of the declared inputs makes. */
export function widthOf(declared: readonly ModelInput[]): number {
  return declared.reduce((sum, { oneHot }) => sum + (oneHot?.length ?? 1), 0);
}

/**
 * The rows as numbers, row after row, as the plan says they are encoded: (value − minus) / over; the code of a level;
 * one 1 among zeros. Throws AuditError for a level that has no code.
 */
export function encode(
  declared: readonly ModelInput[],
  { rows, inputs }: ModelRows,
): { readonly width: number; readonly values: Float64Array } {
  const columns = declared.flatMap((input, i) => encoded(input, inputs[i]!, rows));
  const width = columns.length;
  const values = new Float64Array(rows * width);
  columns.forEach((column, j) => {
    for (let row = 0; row < rows; row++) values[row * width + j] = column[row]!;
  });
  return { width, values };
}

function encoded(declared: ModelInput, input: InputValues, rows: number): Float64Array[] {
  if (input.kind === "numeric") return [converted(declared, input.values)];
  const { codes, oneHot, rest = [] } = declared;
  const at = (level: string): readonly number[] | undefined => {
    if (codes !== undefined) {
      const found = Object.entries(codes).find(([key]) => sameLevel(key, level, input.numeric));
      return found === undefined ? undefined : [found[1]];
    }
    const place = (oneHot ?? []).findIndex((other) => sameLevel(other, level, input.numeric));
    if (place < 0 && !rest.some((other) => sameLevel(other, level, input.numeric))) return undefined;
    return (oneHot ?? []).map((_, j) => (j === place ? 1 : 0));
  };
  const width = codes === undefined ? (oneHot?.length ?? 0) : 1;
  const ofLevel = input.levels.map(at);
  const columns = Array.from({ length: width }, () => new Float64Array(rows));
  const gap = Array.from({ length: width }, () => Number.NaN);
  for (let row = 0; row < rows; row++) {
    const code = input.codes[row]!;
    const numbers = Number.isNaN(code) ? gap : ofLevel[code];
    if (numbers === undefined) throw unknownLevel(declared, input.levels[code]!);
    for (let j = 0; j < width; j++) columns[j]![row] = numbers[j]!;
  }
  return columns;
}
