import type { Attribute } from "../attribute.ts";
import type { BinaryPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import { ownAttribute, subgroupAttributes } from "../roles/attributes.ts";
import { outcomeOf } from "../roles/outcome.ts";
import type { Column, Table, TableSource } from "../table.ts";
import type { SqlSource } from "./select.ts";

/** The codes that the cohort gives to the levels an engine has found, by the same rules that it has for rows. */
export function codesOfLevels(
  plan: BinaryPlan,
  source: SqlSource,
  files: readonly TableSource[],
  found: ReadonlyMap<string, readonly string[]>,
  problems: Problem[],
): {
  readonly outcome: Uint8Array;
  readonly attributes: readonly { readonly name: string; readonly attribute: Attribute }[];
} {
  const table = tableOfLevels(plan, source, files, found);
  const subgroups = subgroupAttributes(plan, table, problems);
  const own = (["site", "period"] as const).flatMap((id) => {
    const attribute = ownAttribute(id, plan, table, problems);
    return attribute === undefined ? [] : [{ name: id, attribute }];
  });
  const named = subgroups.map((attribute) => ({
    name: `a${plan.subgroups.findIndex(({ id }) => id === attribute.id)}`,
    attribute,
  }));
  return { outcome: outcomeOf(plan.outcome, table, problems), attributes: [...named, ...own] };
}

/** One row for each level, below which columns with fewer levels are empty. It is nobody's row, so it has no place in a file. */
function tableOfLevels(
  plan: BinaryPlan,
  source: SqlSource,
  files: readonly TableSource[],
  found: ReadonlyMap<string, readonly string[]>,
): Table {
  const rows = Math.max(0, ...[...found.values()].map((levels) => levels.length));
  const columns = new Map<string, Column>();
  for (const { column, bands } of plan.subgroups)
    if (bands !== undefined) columns.set(column, { kind: "number", values: new Float64Array(rows).fill(Number.NaN) });
  const named: readonly (readonly [name: string, column: string | undefined])[] = [
    ["outcome", plan.outcome.column],
    ["site", plan.site],
    ["period", plan.period],
    ...plan.subgroups.map(({ column, bands }, i) => [`a${i}`, bands === undefined ? column : undefined] as const),
  ];
  for (const [name, column] of named) {
    const levels = found.get(name);
    if (column === undefined || levels === undefined) continue;
    if (source.column(column).kind === "number") {
      const values = new Float64Array(rows).fill(Number.NaN);
      values.set(levels.map((text) => Number(text.replace("inf", "Infinity"))));
      columns.set(column, { kind: "number", values });
    } else {
      const codes = new Int32Array(rows).fill(-1).map((_, i) => (i < levels.length ? i : -1));
      columns.set(column, { kind: "text", codes, levels });
    }
  }
  return { rows, columns, sources: files.map((file) => ({ ...file, rows: 0 })) };
}
