import type { AuditPlan, BinaryPlan, Problem } from "@auscult/core";
import { acceptanceOf, type Metric } from "@auscult/metrics";

type Invalid = (planPath: string, what: string, seen: string, remedy: string) => Problem;
type Claim = AuditPlan["claims"][number];

/** That claims are about metrics that exist, with what these need, and that claim and margin lie where the metric can. */
export function checkClaims(
  { claims, score }: BinaryPlan,
  find: (id: string) => Metric | undefined,
  unknown: (planPath: string, id: string) => Problem,
  invalid: Invalid,
): Problem[] {
  return claims.flatMap((claim, i) => {
    const metric = find(claim.metric);
    const at = `claims.${i}`;
    if (metric === undefined) return [unknown(`${at}.metric`, claim.metric)];
    return [...needs(claim, metric, score.kind, at, invalid), ...values(claim, metric, at, invalid)];
  });
}

function needs(
  { threshold, counts, id }: Claim,
  metric: Metric,
  kind: BinaryPlan["score"]["kind"],
  at: string,
  invalid: Invalid,
): Problem[] {
  const found: Problem[] = [];
  if (metric.thresholded && threshold === undefined)
    found.push(
      invalid(
        at,
        "the claimed metric needs a threshold",
        metric.id,
        `Add threshold to claim "${id}": the score from which patients are flagged here.`,
      ),
    );
  if (!metric.thresholded && threshold !== undefined)
    found.push(
      invalid(`${at}.threshold`, "the claimed metric has no threshold", String(threshold), "Leave the threshold out."),
    );
  if (counts !== undefined && !metric.thresholded)
    found.push(
      invalid(
        `${at}.counts`,
        "a 2 × 2 table does not give this metric",
        metric.id,
        "Give its value, or choose a metric at a threshold, e.g. sensitivity.",
      ),
    );
  if (metric.requires.score === "probability" && kind === "ordinal")
    found.push(
      invalid(
        `${at}.metric`,
        "this metric needs a probability, and the score is ordinal",
        metric.id,
        "It cannot be tested on this score: leave the claim out.",
      ),
    );
  return found;
}

function values({ value, margin }: Claim, metric: Metric, at: string, invalid: Invalid): Problem[] {
  if (value === undefined) return [];
  const [bottom, top] = metric.range;
  const ends = typeof value === "number" ? { from: value, to: value } : value;
  const outside = [ends.from, ends.to].find((x) => !(x >= bottom && x <= top));
  if (outside !== undefined)
    return [
      invalid(
        `${at}.value`,
        `the claim lies outside ${bottom} to ${top}, where ${metric.id} lies`,
        String(outside),
        "Write a percentage as a share: 83 % is 0.83.",
      ),
    ];
  if (margin === undefined) return [];
  const { low, high } = acceptanceOf(metric, ends, margin);
  const holds = low < ends.from || high > ends.to;
  const anything = (low === -Infinity || low <= bottom) && (high === Infinity || high >= top);
  if (holds && !anything) return [];
  return [
    invalid(
      `${at}.margin`,
      holds
        ? "with this margin every value would meet the claim"
        : "with this margin no value but the claim itself would meet it",
      JSON.stringify("ratio" in margin ? margin.ratio : margin.difference),
      "Declare how far from the claim is still acceptable.",
    ),
  ];
}
