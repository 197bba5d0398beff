import { expandFiles } from "../expand-files.ts";
import { checkUnchanged, type Input, openInput } from "../input.ts";
import { joinParts } from "../join-parts.ts";
import type { AuditPlan } from "../plan/schema.ts";
import { columnsOf } from "../plan/columns.ts";
import { recogniseFormat } from "../recognise-format.ts";
import { oncePerColumn, selectColumns } from "../select-columns.ts";
import { SOURCES } from "../sources.ts";
import { AuditError } from "../problems.ts";
import type { TableSource } from "../table.ts";

/** A file that an engine is to read by itself: checked and hashed, none of its columns kept. */
export interface DescribedFile {
  readonly path: string;
  readonly source: TableSource;
  /** Names of its columns, in the file's order. */
  readonly names: readonly string[];
}

/** The plan's files, each read through once so that it is known to be whole, well formed and to have the plan's columns. */
export async function describeFiles({ data, ...plan }: AuditPlan, base: string): Promise<DescribedFile[]> {
  refuseDates(plan.monitoring);
  const names = typeof data.source === "string" ? [data.source] : data.source;
  const wanted = oncePerColumn(columnsOf({ data, ...plan }));
  const missing = new Set(data.missing);
  const described = [];
  for (const file of await expandFiles(names, base)) {
    const input: Input = await openInput(file);
    const format = recogniseFormat(input, data.format, SOURCES);
    const part = await format.read(input, { columns: [], csv: data.csv ?? {}, missing });
    selectColumns(file.name, part.names, wanted);
    await checkUnchanged(input);
    const { rows, firstRow, csv, names: columns } = part;
    const { gzip, bytes, sha256 } = input;
    const source: TableSource = {
      file: file.name,
      format: format.format,
      gzip,
      rows,
      firstRow,
      bytes,
      sha256,
      ...(csv === undefined ? {} : { csv }),
    };
    described.push({ ...part, path: file.path, source, names: columns });
  }
  joinParts(described);
  return described.map(({ path, source, names: columns }) => ({ path, source, names: columns }));
}

/** Dates of the plan's monitoring are read where rows are; an engine would count other periods and outcomes, silently. */
function refuseDates(monitoring: AuditPlan["monitoring"]): void {
  const key = (["cut", "matured"] as const).find((name) => monitoring?.[name] !== undefined);
  if (key === undefined) return;
  const what = "an engine that counts by itself cannot cut dates to periods or tell which outcomes are due";
  const remedy = "Audit the rows in memory, or give a column of periods and leave rows out whose outcome is not due.";
  throw new AuditError([{ code: "PLAN_INVALID", where: { planPath: `monitoring.${key}` }, what, remedy }]);
}
