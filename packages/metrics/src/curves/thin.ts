/** A curve's size in a report does not grow with the cohort. */
const MOST_POINTS = 200;
/** Steps of x + y, which runs from 0 to 2: the points kept are at most two a step. */
const STEPS = 95;

/**
 * Indices of the points to keep of a curve that rises in x and y from (0, 0) to (1, 1), the first, the last and those that
 * `must` names among them. Points on the straight line between their neighbours go first, which changes nothing that is
 * drawn; if more than 200 are left, the first and the last of each of 95 equal steps along the curve stay.
 */
export function thinMonotone(x: Float64Array, y: Float64Array, must: (k: number) => boolean): number[] {
  const last = x.length - 1;
  const corners: number[] = [];
  for (let k = 0; k <= last; k++) {
    const before = corners.at(-1);
    if (k === 0 || k === last || before === undefined || must(k)) {
      corners.push(k);
      continue;
    }
    const turn = (x[k]! - x[before]!) * (y[k + 1]! - y[k]!) - (y[k]! - y[before]!) * (x[k + 1]! - x[k]!);
    if (turn !== 0) corners.push(k);
  }
  if (corners.length <= MOST_POINTS) return corners;
  const step = (k: number): number => Math.min(STEPS - 1, Math.floor(((x[k]! + y[k]!) / 2) * STEPS));
  return corners.filter(
    (k, c) =>
      k === 0 || k === last || must(k) || step(k) !== step(corners[c - 1]!) || step(k) !== step(corners[c + 1]!),
  );
}
