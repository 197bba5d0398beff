/** Columns of 0 and 1 for each distinct code but the lowest, ascending: a factor in a regression's design. */
export function dummies(codes: ArrayLike<number>): Float64Array[] {
  const values = Float64Array.from(codes);
  const levels = [...new Set(values)].sort((a, b) => a - b);
  return levels.slice(1).map((level) => values.map((code) => (code === level ? 1 : 0)));
}
