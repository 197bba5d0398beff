import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Interval, Undefined } from "../result.ts";
import { type PearsonTest, pearsonTest } from "../subgroups/pearson.ts";

/** A field and whether each row lacks it. */
export interface MissingField {
  readonly id: string;
  readonly missing: ArrayLike<boolean>;
}

/** How many of a subgroup's rows lack a field. */
export interface MissingInGroup {
  readonly level: string;
  readonly rows: number;
  readonly missing: number;
  /** missing / rows; undefined without rows. */
  readonly share: number | undefined;
  readonly interval: Interval | undefined;
  /** More than the tolerated share is missing. */
  readonly excessive: boolean;
}

export interface FieldMissingness {
  readonly id: string;
  readonly missing: number;
  readonly groups: readonly MissingInGroup[];
  /** That the field is missing equally often in every subgroup. */
  readonly equalMissingness: PearsonTest | Undefined;
}

export interface CompleteCases {
  readonly rows: number;
  readonly complete: number;
  /** Row by row. */
  readonly isComplete: readonly boolean[];
  readonly fields: readonly FieldMissingness[];
}

/**
 * What a complete-case analysis leaves out, field by field and subgroup by subgroup, before anything is left out.
 *
 * Missing values are a finding of their own: patients whose outcome is not recorded are seldom like the others, and a
 * field that is missing more often in one subgroup makes its numbers speak of fewer, selected patients. A row whose
 * subgroup is not recorded belongs to a level of its own; it is neither dropped nor counted to another.
 *
 * `group`, `levels`  code of each row's subgroup into `levels` (with a level for "not recorded")
 * `tolerated`        share above which a subgroup's missingness is called excessive; 0.05 by default (methods 0.8)
 *
 * @see Little & Rubin (2019) Statistical Analysis with Missing Data, 1.3, on what complete cases assume.
 */
export function completeCases(
  fields: readonly MissingField[],
  { codes, levels }: { readonly codes: ArrayLike<number>; readonly levels: readonly string[] },
  {
    level,
    tolerated = 0.05,
    permutations,
  }: {
    readonly level: number;
    readonly tolerated?: number;
    readonly permutations?: { readonly seed: number; readonly permutations: number };
  },
): CompleteCases {
  const rows = codes.length;
  const isComplete = Array.from({ length: rows }, (_, i) => fields.every((field) => field.missing[i] !== true));
  return {
    rows,
    complete: isComplete.filter(Boolean).length,
    isComplete,
    fields: fields.map(({ id, missing }) => {
      const rowsOf = new Float64Array(levels.length);
      const missingOf = new Float64Array(levels.length);
      for (let i = 0; i < rows; i++) {
        rowsOf[codes[i]!]! += 1;
        if (missing[i] === true) missingOf[codes[i]!]! += 1;
      }
      const counts = levels.map((_, g) => ({ hits: missingOf[g]!, rows: rowsOf[g]! }));
      return {
        id,
        missing: counts.reduce((sum, g) => sum + g.hits, 0),
        groups: counts.map((g, i) => inGroup(levels[i]!, g, level, tolerated)),
        equalMissingness: pearsonTest(counts, permutations),
      };
    }),
  };
}

function inGroup(
  name: string,
  { hits, rows }: { readonly hits: number; readonly rows: number },
  level: number,
  tolerated: number,
): MissingInGroup {
  if (rows === 0) return { level: name, rows, missing: hits, share: undefined, interval: undefined, excessive: false };
  const share = hits / rows;
  return {
    level: name,
    rows,
    missing: hits,
    share,
    interval: scaleInterval(
      { value: share, standardError: Math.sqrt((share * (1 - share)) / rows), denominator: rows },
      { intervalScale: "wilson", range: [0, 1] },
      { level, critical: normalQuantile((1 + level) / 2), method: "wilson" },
    ),
    excessive: share > tolerated,
  };
}
