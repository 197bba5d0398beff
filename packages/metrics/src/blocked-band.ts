import type { ScoreCounts } from "@auscult/core";
import type { Curve, CurvePoints } from "./curve.ts";
import { jackknifeOf } from "./inference/jackknife.ts";
import { withoutBlock } from "./inference/without-block.ts";
import { expit, logit } from "./numeric/logit.ts";
import { studentTQuantile } from "./numeric/student-t.ts";
import { isUndefined } from "./result.ts";

/**
 * A curve whose band does not assume independent rows: value ± t × the jackknife error over blocks of patients, at each
 * point, on the curve's scale. Without a band where the curve cannot be jackknifed, or cannot be had without some block.
 */
export function blockedBand(
  curve: Curve,
  points: CurvePoints,
  counts: ScoreCounts,
  blocks: readonly ScoreCounts[],
  level: number,
): CurvePoints {
  const { columns } = points;
  if (columns["low"] === undefined) return points;
  const x = columns[curve.x] ?? [];
  const none = x.map(() => null);
  const without = { ...points, columns: { ...columns, low: none, high: none } };
  const held = blocks.filter((block) => block.score.length > 0);
  if (curve.jackknifed === undefined || held.length < 2) return without;
  const { scale } = curve.jackknifed;
  const [up, down] = scale === "logit" ? [logit, expit] : [same, same];
  const at = curve.jackknifed.at(counts, x as readonly number[]);
  const leftOut: ArrayLike<number>[] = [];
  for (const block of held) {
    const values = at(withoutBlock(counts, block));
    if (isUndefined(values)) return without;
    leftOut.push(values);
  }
  const limits = (columns[curve.y] ?? []).map((value, i): readonly [number | null, number | null] => {
    const found = jackknifeOf(leftOut.map((values) => up(values[i]!)));
    if (value === null || isUndefined(found) || !(found.standardError > 0)) return [null, null];
    const reach = studentTQuantile((1 + level) / 2, found.degreesOfFreedom) * found.standardError;
    return [down(up(value) - reach), down(up(value) + reach)];
  });
  return { ...points, columns: { ...columns, low: limits.map(([low]) => low), high: limits.map(([, high]) => high) } };
}

function same(x: number): number {
  return x;
}
