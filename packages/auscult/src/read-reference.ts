import {
  type AuditPlan,
  makeReference,
  readTable,
  referenceColumns,
  type ReferenceRows,
  type Table,
  type TableSource,
} from "@auscult/core";

/** The rows of the plan's reference, where it names any. `here` is the table under audit. */
export async function readReference(
  plan: AuditPlan,
  here: Table,
  base: string,
): Promise<{ readonly reference: ReferenceRows; readonly sources: readonly TableSource[] } | undefined> {
  const data = plan.reference?.data;
  if (data === undefined) return undefined;
  const { source, format, csv, missing } = data;
  const table = await readTable({ files: source, base, format, csv, missing, columns: referenceColumns(plan) });
  return { reference: makeReference(plan, table, here), sources: table.sources };
}
