import type { Cohort } from "@auscult/core";
import type { Covariate } from "../label-choice/label-at-equal-severity.ts";

/** The cohort's columns that a plan lists as covariates, but those named in `leaveOut`. */
export function covariatesOf(
  { columns }: Cohort,
  listed: { readonly numeric: readonly string[]; readonly categorical: readonly string[] },
  leaveOut: readonly string[] = [],
): Covariate[] {
  const wanted = (name: string): boolean => !leaveOut.includes(name);
  const column = (values: Float64Array | undefined, name: string): Float64Array => {
    if (values === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
    return values;
  };
  return [
    ...listed.numeric
      .filter(wanted)
      .map((name): Covariate => ({ kind: "numeric", values: column(columns.numeric.get(name), name) })),
    ...listed.categorical
      .filter(wanted)
      .map((name): Covariate => ({ kind: "categorical", values: column(columns.categorical.get(name)?.codes, name) })),
  ];
}
