/**
 * A numeric variable as codes of few levels: its own values where there are at most `atMost` of them, otherwise bands of
 * about equally many rows numbered from 1, equal values always in one band. NaN stays NaN.
 */
export function bandsOf(values: Float64Array, atMost: number): Float64Array {
  const known = values.filter((v) => !Number.isNaN(v)).sort();
  if (new Set(known).size <= atMost) return Float64Array.from(values);
  const cuts: number[] = [];
  for (let b = 1; b < atMost; b++) cuts.push(known[Math.ceil((b * known.length) / atMost) - 1]!);
  return values.map((v) => (Number.isNaN(v) ? v : 1 + cuts.reduce((below, cut) => (cut < v ? below + 1 : below), 0)));
}
