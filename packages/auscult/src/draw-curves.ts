import { type AuditPlan, type Subgroup, scoreCountsByBlock, scoreCountsOfEach, type Tally } from "@auscult/core";
import { type CurvePoints, curves, evaluateCurve, type Undefined } from "@auscult/metrics";

export interface DrawnCurve {
  readonly curve: string;
  readonly subgroup: string;
  readonly points: CurvePoints | Undefined;
}

/**
 * Every curve of everybody and of each single-attribute subgroup; one that cannot be drawn says why. Where patients have
 * several rows, bands come from the jackknife over blocks of them, or are left out.
 */
export function drawCurves(
  { policy, utility }: AuditPlan,
  tally: Tally,
  subgroups: readonly Subgroup[],
  thresholds: readonly number[],
): DrawnCurve[] {
  const single = subgroups.filter(({ of }) => of.length <= 1);
  const counts = scoreCountsOfEach(tally, single);
  const dependent = (tally.patients?.repeated ?? false) && policy.assumeIndependentRows === undefined;
  const options = {
    level: policy.level,
    thresholds,
    scoreKind: tally.scoreKind,
    bootstrap: { replicates: policy.bootstrap.replicates, seed: policy.seed },
    ...(utility === undefined ? {} : { range: utility.thresholds }),
  };
  return single.flatMap((subgroup, i) => {
    const blocks = dependent ? (scoreCountsByBlock(tally, subgroup)?.blocks ?? []) : undefined;
    const own = blocks === undefined ? options : { ...options, blocks };
    return curves.map((curve) => ({
      curve: curve.id,
      subgroup: subgroup.id,
      points: evaluateCurve(curve, counts[i]!, own),
    }));
  });
}
