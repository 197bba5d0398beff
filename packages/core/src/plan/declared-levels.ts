import { nearest } from "../nearest.ts";
import { bandLabels } from "./bands.ts";
import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

/** The levels of a subgroup as the report names them, where the plan settles them; `undefined` where only the data do. */
function declaredLevels({ subgroups }: Pick<AuditPlan, "subgroups">, id: string): readonly string[] | undefined {
  const found = subgroups.find((subgroup) => subgroup.id === id);
  if (found === undefined) return undefined;
  return found.bands === undefined ? found.levels : bandLabels(found.bands);
}

/** That a level named elsewhere in the plan is one that the subgroup has. "not recorded" is always one. */
export function levelMistakes(
  plan: Pick<AuditPlan, "subgroups">,
  id: string,
  level: string,
  path: readonly PropertyKey[],
): Mistake[] {
  const known = declaredLevels(plan, id);
  if (known === undefined || known.includes(level) || level === "not recorded") return [];
  const close = nearest(level, known);
  const list = `The levels are ${known.join(", ")}.`;
  const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
  return [invalid(path, `subgroup "${id}" has no such level`, level, remedy)];
}
