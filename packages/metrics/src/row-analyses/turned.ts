import type { AuditPlan, Cohort } from "@auscult/core";

/** A column of scores beside the cohort's own, turned as it was, so that higher is riskier. */
export function turned({ columns, scoreKind }: Cohort, { score }: AuditPlan, name: string): Float64Array {
  const values = columns.numeric.get(name);
  if (values === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
  if (score?.direction !== "lower-is-riskier") return values;
  return values.map((v) => (scoreKind === "probability" ? 1 - v : -v));
}
