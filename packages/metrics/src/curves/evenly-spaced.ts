const POINTS = 101;

/** 101 equally spaced values with both ends among them; one value where the ends are equal. */
export function evenlySpaced(from: number, to: number): number[] {
  if (from === to) return [from];
  return Array.from({ length: POINTS }, (_, i) => (i === POINTS - 1 ? to : from + ((to - from) * i) / (POINTS - 1)));
}
