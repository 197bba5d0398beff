import { type AuditPlan, type Cohort, hasLevel } from "@auscult/core";
import { dummies } from "../numeric/dummies.ts";
import { covariatesOf } from "./covariates.ts";

type MaskingPlan = NonNullable<AuditPlan["treatmentMasking"]>;

/** 1 with the level, 0 with another, NaN where missing; a level that no row has is had by nobody. */
export function levelOf({ columns, rows }: Cohort, name: string, level: string): Float64Array {
  const column = columns.categorical.get(name);
  if (column === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
  return hasLevel(column, level) ?? column.codes.map((code) => (Number.isNaN(code) ? code : 0)).slice(0, rows);
}

/** The plan's covariates as columns of a design, but those named in `leaveOut`. */
export function adjustingColumns(
  cohort: Cohort,
  { covariates }: MaskingPlan,
  leaveOut: readonly string[],
): Float64Array[] {
  return covariatesOf(cohort, covariates, leaveOut).flatMap(({ kind, values }) =>
    kind === "numeric" ? [values] : codesAsColumns(values),
  );
}

/** Columns of 0 and 1, NaN in all of them where the level is missing, so that the row is left out. */
function codesAsColumns(codes: Float64Array): Float64Array[] {
  const known = dummies(codes.filter((code) => !Number.isNaN(code)));
  const rows = [...codes.keys()].filter((i) => !Number.isNaN(codes[i]!));
  return known.map((column) => {
    const out = new Float64Array(codes.length).fill(Number.NaN);
    rows.forEach((i, k) => {
      out[i] = column[k]!;
    });
    return out;
  });
}
