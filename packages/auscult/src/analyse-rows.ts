import { type AuditPlan, columnsOf, makeCohort, readTable } from "@auscult/core";
import { type Finding, rowAnalyses } from "@auscult/metrics";

/**
 * Findings of the analyses that need rows, for whichever of them the plan declares. The rows are read for this alone,
 * so a plan that declares none reads nothing here.
 */
export async function analyseRows(plan: AuditPlan, base: string): Promise<readonly Finding[]> {
  if (plan.labelChoice === undefined && plan.treatmentMasking === undefined) return [];
  const { source, format, csv, missing } = plan.data;
  const table = await readTable({ files: source, base, format, csv, missing, columns: columnsOf(plan) });
  const cohort = makeCohort(plan, table);
  return rowAnalyses.flatMap((analysis) => analysis.analyse(cohort, plan));
}
