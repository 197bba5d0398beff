import { type Undefined, undefinedBecause } from "../result.ts";

/** A need that can be had from the label by a straight line to this relative precision is the label. */
const SAME = 1e-9;

/**
 * Why a measure of need cannot be set against a label, or `undefined` where it can: MISSING_INPUT where the group or the
 * reference has no value of it, CONSTANT_VALUE where it never varies, LABEL_EQUALS_NEED where it is the label itself or
 * a straight line of it, so that no gap between the two could show.
 */
export function needObstacle(need: Float64Array, label: Float64Array, side: ArrayLike<number>): Undefined | undefined {
  const has = (which: number): boolean => need.some((v, i) => side[i] === which && !Number.isNaN(v));
  if (!has(0) || !has(1)) return undefinedBecause("MISSING_INPUT");
  const rows = [...need.keys()].filter((i) => (side[i] === 0 || side[i] === 1) && !Number.isNaN(need[i]!));
  const first = need[rows[0]!]!;
  if (rows.every((i) => need[i] === first)) return undefinedBecause("CONSTANT_VALUE");
  const both = rows.filter((i) => !Number.isNaN(label[i]!));
  return both.length > 2 && isLine(both, label, need) ? undefinedBecause("LABEL_EQUALS_NEED") : undefined;
}

function isLine(rows: readonly number[], x: Float64Array, y: Float64Array): boolean {
  const mean = (of: Float64Array): number => rows.reduce((total, i) => total + of[i]!, 0) / rows.length;
  const [mx, my] = [mean(x), mean(y)];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const i of rows) {
    xx += (x[i]! - mx) ** 2;
    xy += (x[i]! - mx) * (y[i]! - my);
    yy += (y[i]! - my) ** 2;
  }
  if (xx === 0 || yy === 0) return false;
  const slope = xy / xx;
  const spread = Math.sqrt(yy / rows.length);
  return rows.every((i) => Math.abs(y[i]! - my - slope * (x[i]! - mx)) <= SAME * Math.max(spread, Math.abs(y[i]!)));
}
