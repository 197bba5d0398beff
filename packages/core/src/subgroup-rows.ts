import type { Cohort } from "./cohort.ts";
import type { Rows } from "./subgroup.ts";

/** The cohort's rows of a subgroup, or of all the others, ascending: what the tally's cells are to counts. */
export function subgroupRows(cohort: Cohort, rows: Rows): Uint32Array {
  const asked = "restOf" in rows ? rows.restOf : rows;
  const inside = !("restOf" in rows);
  const own = [cohort.site, cohort.period].filter((attribute) => attribute !== undefined);
  const wanted = asked.of.map(({ attribute, level }) => {
    const found = [...cohort.attributes, ...own].find(({ id }) => id === attribute);
    const code = found?.levels.indexOf(level) ?? -1;
    if (found === undefined || code < 0)
      throw new RangeError(`the cohort's attribute "${attribute}" has no level "${level}"`);
    return { codes: found.codes, code };
  });
  const chosen: number[] = [];
  for (let row = 0; row < cohort.rows; row++)
    if (wanted.every(({ codes, code }) => codes[row] === code) === inside) chosen.push(row);
  return Uint32Array.from(chosen);
}
