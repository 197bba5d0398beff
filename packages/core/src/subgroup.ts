import type { AuditPlan } from "./plan/schema.ts";
import type { Tally } from "./tally.ts";

/** One level of one attribute. */
export interface Membership {
  readonly attribute: string;
  readonly level: string;
}

/** Rows sharing levels of one or more attributes; an empty list is everybody ("overall"). */
export interface Subgroup {
  /** Stable, e.g. `overall`, `sex=female`, `sex=female&age=65–79`. */
  readonly id: string;
  readonly of: readonly Membership[];
}

/** The rows of a subgroup, or all the others ("the rest"), those whose attribute is not recorded among them. */
export type Rows = Subgroup | { readonly restOf: Subgroup };

export const OVERALL: Subgroup = { id: "overall", of: [] };

/** A subgroup by its memberships. In the id `%` and `&` of a level are written `%25` and `%26`, so that no two subgroups share one. */
export function subgroup(...of: readonly Membership[]): Subgroup {
  if (of.length === 0) return OVERALL;
  const part = ({ attribute, level }: Membership) =>
    `${attribute}=${level.replaceAll("%", "%25").replaceAll("&", "%26")}`;
  return { id: of.map(part).join("&"), of };
}

/**
 * The subgroups that a plan asks for, in the plan's order: overall, each level of each attribute, each declared
 * intersection. A level that the plan lists or bands make is there though no row has it; "not recorded", and an
 * intersection, only where rows have it.
 */
export function subgroupsOf(plan: Pick<AuditPlan, "subgroups" | "intersections">, tally: Tally): Subgroup[] {
  const ids = plan.subgroups.map(({ id }) => id);
  const single = ids.flatMap((attribute) => levelsOf(tally, attribute).map((level) => subgroup({ attribute, level })));
  const crossed = plan.intersections.flatMap(([first, second]) =>
    levelsOf(tally, first).flatMap((a) =>
      levelsOf(tally, second).flatMap((b) => {
        const pair = subgroup({ attribute: first, level: a }, { attribute: second, level: b });
        return cellMask(tally, pair).includes(1) ? [pair] : [];
      }),
    ),
  );
  return [OVERALL, ...single, ...crossed];
}

/** Levels of an attribute (also `site` and `period`), "not recorded" last and only where rows have it. */
export function levelsOf(tally: Tally, attribute: string): string[] {
  const [missing, ...levels] = attributeOf(tally, attribute).levels;
  const at = indexOf(tally, attribute);
  return tally.cells.some((cell) => cell[at] === 0) ? [...levels, missing!] : levels;
}

/** For each cell of the tally, 1 where its rows are among those asked for, else 0. */
export function cellMask(tally: Tally, rows: Rows): Uint8Array {
  const asked = "restOf" in rows ? rows.restOf : rows;
  const [inside, outside] = "restOf" in rows ? [0, 1] : [1, 0];
  const wanted = asked.of.map(({ attribute, level }) => {
    const code = attributeOf(tally, attribute).levels.indexOf(level);
    if (code < 0) throw new RangeError(`the tally's attribute "${attribute}" has no level "${level}"`);
    return [indexOf(tally, attribute), code] as const;
  });
  return Uint8Array.from(tally.cells, (cell) => (wanted.every(([at, code]) => cell[at] === code) ? inside : outside));
}

function attributeOf(tally: Tally, attribute: string): Tally["attributes"][number] {
  return tally.attributes[indexOf(tally, attribute)]!;
}

function indexOf(tally: Tally, attribute: string): number {
  const at = tally.attributes.findIndex(({ id }) => id === attribute);
  if (at < 0) throw new RangeError(`the tally has no attribute "${attribute}"`);
  return at;
}
