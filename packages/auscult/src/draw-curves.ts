import { type AuditPlan, type Subgroup, scoreCountsOfEach, type Tally } from "@auscult/core";
import { type CurvePoints, curves, evaluateCurve, type Undefined } from "@auscult/metrics";

export interface DrawnCurve {
  readonly curve: string;
  readonly subgroup: string;
  readonly points: CurvePoints | Undefined;
}

/** Every curve of everybody and of each single-attribute subgroup; one that cannot be drawn says why. */
export function drawCurves(
  { policy, utility }: AuditPlan,
  tally: Tally,
  subgroups: readonly Subgroup[],
  thresholds: readonly number[],
): DrawnCurve[] {
  const single = subgroups.filter(({ of }) => of.length <= 1);
  const counts = scoreCountsOfEach(tally, single);
  const range = utility === undefined ? {} : { range: utility.thresholds };
  const options = { level: policy.level, thresholds, scoreKind: tally.scoreKind, ...range };
  return single.flatMap(({ id }, i) =>
    curves.map((curve) => ({ curve: curve.id, subgroup: id, points: evaluateCurve(curve, counts[i]!, options) })),
  );
}
