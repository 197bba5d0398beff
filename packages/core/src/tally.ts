import { attributeShapes } from "./attribute.ts";
import type { Cohort } from "./cohort.ts";
import { cellsOf } from "./tally/cells.ts";
import { collapse, collapseRows } from "./tally/collapse.ts";

/**
 * The audit's rows, projected on a few declared columns, with equal rows counted.
 *
 * One entry for each distinct (score, cell, outcome, block); entries are sorted by score, then cell, outcome, block, so
 * that any subgroup's counts come from one linear pass without sorting. A missing score is NaN and sorts last. Exact
 * mode only: distinct scores are patient data and stay where the rows are.
 *
 * Canonical: cells are sorted by their level codes and every cell has an entry, so that the same rows give the same
 * tally in whatever order they come and whichever engine counts them.
 */
export interface Tally {
  readonly mode: "exact";
  readonly scoreKind: "probability" | "ordinal";
  readonly attributes: readonly TallyAttribute[];
  /** `cells[c][a]` is the level code of attribute `a` in cell `c`. */
  readonly cells: readonly Uint16Array[];
  readonly blocks: number;
  /** Patients behind the rows, where an identifier was named; counts of a merge add (patients are partitioned). */
  readonly patients?: { readonly distinct: number; readonly repeated: boolean };
  readonly score: Float64Array;
  readonly cell: Uint32Array;
  readonly outcome: Uint8Array;
  /** Present where the cohort has a patient identifier. */
  readonly block?: Uint16Array;
  readonly count: Float64Array;
  /** Sums of the weight and of its square; present where the cohort is weighted. */
  readonly weight?: Float64Array;
  readonly weightSquared?: Float64Array;
  /** Continuous labels: rows that have the label, its sum and sum of squares, per entry. */
  readonly labels: ReadonlyMap<string, LabelMoments>;
}

/** Attributes of a tally: those of the plan, then site and period where there are any. */
export interface TallyAttribute {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly string[];
  readonly reference?: { readonly level: string; readonly reason: string };
}

export interface LabelMoments {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/** Counts a cohort: its attributes, then site and period, make the cells. Time is linear in the rows. */
export function tallyCohort(cohort: Cohort): Tally {
  const { rows, score, outcome, block, weight } = cohort;
  const own = [cohort.site, cohort.period].filter((attribute) => attribute !== undefined);
  const attributes = [...cohort.attributes, ...own];
  const { cell, cells } = cellsOf(
    attributes.map(({ codes }) => codes),
    attributes.map(({ levels }) => levels.length),
    rows,
  );
  const key = { score, cell, outcome, ...(block === undefined ? {} : { block }) };
  return {
    mode: "exact",
    scoreKind: cohort.scoreKind,
    attributes: attributeShapes(attributes),
    cells,
    blocks: cohort.blocks,
    ...(cohort.patients === undefined ? {} : { patients: cohort.patients }),
    ...(weight === undefined && cohort.labels.size === 0
      ? collapseRows(key)
      : collapse({
          ...key,
          count: new Float64Array(rows).fill(1),
          ...(weight === undefined ? {} : { weight, weightSquared: weight.map((w) => w * w) }),
          labels: new Map([...cohort.labels].map(([id, values]) => [id, momentsOf(values)])),
        })),
  };
}

function momentsOf(values: Float64Array): LabelMoments {
  return {
    count: values.map((value) => (Number.isNaN(value) ? 0 : 1)),
    sum: values.map((value) => (Number.isNaN(value) ? 0 : value)),
    sumOfSquares: values.map((value) => (Number.isNaN(value) ? 0 : value * value)),
  };
}
