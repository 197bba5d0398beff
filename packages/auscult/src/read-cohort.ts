import { type AuditPlan, type Cohort, columnsOf, makeCohort, readTable, type TableSource } from "@auscult/core";

/** The rows of a plan in their roles, read once: whatever is computed from them speaks of the same bytes. */
export async function readCohort(
  plan: AuditPlan,
  base: string,
): Promise<{ readonly cohort: Cohort; readonly sources: readonly TableSource[] }> {
  const { source, format, csv, missing } = plan.data;
  const table = await readTable({ files: source, base, format, csv, missing, columns: columnsOf(plan) });
  return { cohort: makeCohort(plan, table), sources: table.sources };
}
