import { type AuditPlan, type Column, checkPlan, type PlanInput, type Table } from "../../src/index.ts";

/** A table in memory. Numbers may be NaN and texts undefined where missing. */
export function tableOf(columns: Record<string, readonly (number | string | undefined)[]>): Table {
  const entries = Object.entries(columns);
  const rows = entries[0]?.[1].length ?? 0;
  return {
    rows,
    columns: new Map(entries.map(([name, values]) => [name, columnOf(values)])),
    sources: [{ file: "rows.csv", format: "memory", gzip: false, rows, firstRow: 2, sha256: "0".repeat(64) }],
  };
}

function columnOf(values: readonly (number | string | undefined)[]): Column {
  if (values.every((value) => typeof value !== "string"))
    return { kind: "number", values: Float64Array.from(values, (value) => value ?? Number.NaN) };
  const levels = [...new Set(values.filter((value) => value !== undefined))].map(String);
  const codes = values.map((value) => (value === undefined ? -1 : levels.indexOf(String(value))));
  return { kind: "text", levels, codes: Int32Array.from(codes) };
}

/** A plan over columns `p` (probability) and `y`, with whatever else a test needs. */
export function planOf(rest: Partial<PlanInput> = {}): AuditPlan {
  return checkPlan({
    auscult: 1,
    title: "A test",
    model: { name: "m", version: "1", intendedPurpose: "To test." },
    data: { source: "rows.csv" },
    score: { column: "p", kind: "probability", direction: "higher-is-riskier" },
    outcome: { column: "y", positive: "1", description: "The event." },
    primary: { metric: "auroc", reason: "It is a test." },
    ...rest,
  });
}
