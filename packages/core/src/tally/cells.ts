/** Above this, a table of all crossings would be larger than a map of those that occur. */
const LARGEST_TABLE = 1 << 22;

/**
 * The cell of each row: rows with the same level of every attribute share one. Only cells that occur are numbered, in
 * the order of their level codes, the first attribute's first.
 */
export function cellsOf(
  codes: readonly ArrayLike<number>[],
  levels: readonly number[],
  rows: number,
): { readonly cell: Uint32Array; readonly cells: Uint16Array[] } {
  const cell = new Uint32Array(rows);
  let cells: number[][] = rows === 0 ? [] : [[]];
  for (const [a, code] of codes.entries()) {
    const size = levels[a]!;
    const pairs = cross(cell, code, size, cells.length);
    cells = Array.from(pairs, (pair) => [...cells[Math.floor(pair / size)]!, pair % size]);
  }
  return { cell, cells: cells.map((cell) => Uint16Array.from(cell)) };
}

/** Numbers `cell * size + code` densely and in order, in place; returns the pairs that occur, ascending. */
function cross(cell: Uint32Array, code: ArrayLike<number>, size: number, count: number): number[] {
  if (count * size > LARGEST_TABLE) return crossSparsely(cell, code, size);
  const table = new Int32Array(count * size).fill(-1);
  for (let row = 0; row < cell.length; row++) table[cell[row]! * size + code[row]!] = 0;
  const pairs: number[] = [];
  for (let pair = 0; pair < table.length; pair++) if (table[pair] === 0) table[pair] = pairs.push(pair) - 1;
  for (let row = 0; row < cell.length; row++) cell[row] = table[cell[row]! * size + code[row]!]!;
  return pairs;
}

function crossSparsely(cell: Uint32Array, code: ArrayLike<number>, size: number): number[] {
  const occurring = new Set<number>();
  for (let row = 0; row < cell.length; row++) occurring.add(cell[row]! * size + code[row]!);
  const pairs = [...occurring].sort((a, b) => a - b);
  const numbered = new Map(pairs.map((pair, i) => [pair, i]));
  for (let row = 0; row < cell.length; row++) cell[row] = numbered.get(cell[row]! * size + code[row]!)!;
  return pairs;
}
