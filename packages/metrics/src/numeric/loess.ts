import { cholesky, solveCholesky, weightedCrossProduct, project } from "./linear-algebra.ts";
import type { CountedPoints } from "./lowess.ts";

/**
 * Loess of degree 2, fitted directly at each x (R's `loess(degree = 2, surface = "direct")`): a parabola through the
 * nearest `span` of the rows, tricube weights. A window of fewer than three distinct x falls back on a line, then on a
 * mean. Time k × window for k distinct x.
 *
 * @see Cleveland & Devlin (1988) J Am Stat Assoc 83:596-610; Austin & Steyerberg (2014) Stat Med 33:517-535.
 */
export function loess({ x, y, count }: CountedPoints, span = 0.75): Float64Array {
  const k = x.length;
  let n = 0;
  for (const c of count) n += c;
  const needed = Math.min(n, Math.floor(n * span + 1e-5));
  const fitted = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const reach = distanceToNearest({ x, y, count }, i, needed) * Math.max(1, span);
    const [from, to] = within(x, i, reach);
    fitted[i] = parabolaAt(x[i]!, { x, y, count }, from, to, reach);
  }
  return fitted;
}

/** Distance from x[i] within which `needed` rows lie. */
function distanceToNearest({ x, count }: CountedPoints, i: number, needed: number): number {
  let seen = count[i]!;
  let left = i - 1;
  let right = i + 1;
  let distance = 0;
  while (seen < needed) {
    const toLeft = left >= 0 ? x[i]! - x[left]! : Infinity;
    const toRight = right < x.length ? x[right]! - x[i]! : Infinity;
    if (toLeft === Infinity && toRight === Infinity) break;
    distance = Math.min(toLeft, toRight);
    seen += toLeft <= toRight ? count[left--]! : count[right++]!;
  }
  return distance;
}

function within(x: Float64Array, i: number, reach: number): [from: number, to: number] {
  let from = i;
  let to = i + 1;
  while (from > 0 && x[i]! - x[from - 1]! < reach) from -= 1;
  while (to < x.length && x[to]! - x[i]! < reach) to += 1;
  return [from, to];
}

function parabolaAt(at: number, { x, y, count }: CountedPoints, from: number, to: number, reach: number): number {
  const u = x.slice(from, to).map((v) => (reach > 0 ? (v - at) / reach : 0));
  const weight = u.map((d, j) => count[from + j]! * (1 - Math.abs(d) ** 3) ** 3);
  const target = y.slice(from, to).map((v, j) => v * weight[j]!);
  for (let degree = Math.min(2, to - from - 1); degree >= 0; degree--) {
    const columns = Array.from({ length: degree + 1 }, (_, power) => u.map((d) => d ** power));
    const lower = cholesky(weightedCrossProduct(columns, weight));
    if (lower !== undefined) return solveCholesky(lower, project(columns, target))[0]!;
  }
  return y[from]!;
}
