import { nearest } from "../nearest.ts";
import { levelMistakes } from "./declared-levels.ts";
import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

/** Shares of a population that are published with two digits may not add up exactly. */
const ROUNDING = 0.02;

/** That the reference is rows or a table and not both, and speaks of features and subgroups that the plan has. */
export function referenceMistakes(plan: AuditPlan): Mistake[] {
  const { reference, targetPopulation, subgroups, patient } = plan;
  const found: Mistake[] = [];
  if (reference !== undefined) found.push(...ofReference(reference, patient));
  if (targetPopulation !== undefined) {
    const ids = subgroups.map(({ id }) => id);
    for (const [id, shares] of Object.entries(targetPopulation.shares)) {
      const path = ["targetPopulation", "shares", id];
      if (!ids.includes(id)) {
        const close = nearest(id, ids);
        const list = ids.length === 0 ? "The plan has no subgroups." : `The subgroups are ${ids.join(", ")}.`;
        const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
        found.push({ ...invalid(path, "this names a subgroup that the plan does not have", id, remedy), at: "key" });
      }
      for (const level of Object.keys(shares))
        found.push(...levelMistakes(plan, id, level, [...path, level]).map((m) => ({ ...m, at: "key" as const })));
      found.push(...adds(path, shares));
    }
  }
  return found;
}

function ofReference(
  { data, table, features, score, patient: overlap, columns }: NonNullable<AuditPlan["reference"]>,
  patient: string | undefined,
): Mistake[] {
  const at = (...path: PropertyKey[]): PropertyKey[] => ["reference", ...path];
  const found: Mistake[] = [];
  if (data === undefined && table === undefined)
    found.push(
      invalid(at("data"), "the reference has neither rows nor a table", undefined, "Add data: their rows, or table."),
    );
  if (data !== undefined && table !== undefined)
    found.push(
      invalid(at("table"), "the reference has rows already", "table", "Leave out the table, or data: rows tell more."),
    );
  if (data === undefined)
    for (const [key, asked] of Object.entries({ score, patient: overlap }))
      if (asked)
        found.push(
          invalid(at(key), `a published table holds no ${key}`, asked, `Leave ${key} out, or give rows as data.`),
        );
  if (overlap && patient === undefined)
    found.push(
      invalid(
        at("patient"),
        "the plan names no patient identifier to compare",
        overlap,
        "Add patient, or leave it out.",
      ),
    );
  if (data !== undefined && features.length === 0)
    found.push(
      invalid(
        at("features"),
        "no feature is declared to be compared",
        undefined,
        "List the model's inputs under features.",
      ),
    );
  const declared = features.map(({ column }) => column);
  features.forEach(({ column, kind, analyte }, i) => {
    if (declared.indexOf(column) < i)
      found.push(invalid(at("features", i, "column"), "the feature is listed twice", column, "List it once."));
    if (analyte !== undefined && kind !== "numeric")
      found.push(
        invalid(at("features", i, "analyte"), "only a numeric feature has units", analyte, "Leave analyte out."),
      );
    if (table !== undefined && !Object.hasOwn(table[kind], column))
      found.push(
        invalid(at("features", i, "column"), `the table's ${kind} part has no such column`, column, "Add its figures."),
      );
  });
  for (const column of Object.keys({ ...table?.numeric, ...table?.categorical }))
    if (!declared.includes(column))
      found.push({
        ...invalid(
          at("table", Object.hasOwn(table!.numeric, column) ? "numeric" : "categorical", column),
          "the table speaks of a column that is not a feature",
          column,
          "Add it under features, with its kind.",
        ),
        at: "key",
      });
  for (const [column, shares] of Object.entries(table?.categorical ?? {}))
    found.push(...adds(at("table", "categorical", column), shares));
  if (data === undefined && Object.keys(columns).length > 0)
    found.push(invalid(at("columns"), "a published table has no columns", "columns", "Leave columns out."));
  return found;
}

function adds(path: PropertyKey[], shares: Readonly<Record<string, number>>): Mistake[] {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) <= ROUNDING) return [];
  const remedy = "List every level, as shares: 46 % is 0.46.";
  return [invalid(path, `the shares add up to ${Number(total.toFixed(4))} and not to 1`, shares, remedy)];
}
