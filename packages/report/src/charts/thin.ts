/** Some of the rows, evenly spaced, the first and the last among them: for small drawings and for tables. */
export function thin<T>(rows: readonly T[], most: number): readonly T[] {
  if (rows.length <= most) return rows;
  const last = rows.length - 1;
  return Array.from({ length: most }, (_, i) => rows[Math.round((i * last) / (most - 1))]!);
}
