import type { Rows, Subgroup, Tally } from "@auscult/core";
import { type Comparable, type ContrastOptions, contrast } from "./contrast.ts";
import { type EstimateOptions, type Measured, measure, populationId } from "./estimate.ts";
import type { Contrast } from "./estimates.ts";
import { adjustFamilies, type Family } from "./family.ts";

export interface CompareOptions extends EstimateOptions, ContrastOptions {
  readonly family: Family;
  /** Told before each subgroup how many are done. */
  readonly onSubgroup?: (done: number) => void;
}

export interface Comparison {
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
  readonly contrasts: readonly Contrast[];
}

/**
 * Measures every subgroup and sets each against its reference, or against the rest where none is declared.
 *
 * A subgroup of two attributes is compared with the subgroup of both references, or with the rest unless both have one.
 * A reference is not compared with itself. p values of the family are adjusted within it; contrasts outside it
 * are marked as such and are exploratory.
 */
export function compare(tally: Tally, subgroups: readonly Subgroup[], options: CompareOptions): Comparison {
  return compareBy(tally.attributes, subgroups, (population) => measure(tally, population, options), options);
}

/** The same from whatever measures a population: every population gives its metrics in one order. */
export function compareBy<M extends Comparable>(
  attributes: Tally["attributes"],
  subgroups: readonly Subgroup[],
  measureOf: (population: Rows) => readonly M[],
  options: ContrastOptions & Pick<CompareOptions, "family" | "onSubgroup">,
): { readonly measured: ReadonlyMap<string, readonly M[]>; readonly contrasts: readonly Contrast[] } {
  const measured = new Map<string, readonly M[]>();
  const of = (population: Rows): readonly M[] => {
    const id = populationId(population);
    const known = measured.get(id) ?? measureOf(population);
    measured.set(id, known);
    return known;
  };
  const contrasts = subgroups.flatMap((subgroup, done) => {
    options.onSubgroup?.(done);
    const subject = of(subgroup);
    const against = comparator(attributes, subgroup, subgroups);
    if (against === undefined) return [];
    const other = of(against.population);
    return subject.flatMap((m, i) => contrast(m, other[i]!, against.stated, options) ?? []);
  });
  return { measured, contrasts: adjustFamilies(contrasts, subgroups, options.family, measured) };
}

interface Comparator {
  readonly population: Rows;
  readonly stated: Contrast["against"];
}

function comparator(
  attributes: Tally["attributes"],
  subgroup: Subgroup,
  all: readonly Subgroup[],
): Comparator | undefined {
  if (subgroup.of.length === 0) return undefined;
  const references = subgroup.of.map(({ attribute }) => attributes.find((a) => a.id === attribute)?.reference);
  const rest: Rows = { restOf: subgroup };
  const reason = references
    .map((r) => r?.reason)
    .filter((r) => r !== undefined)
    .join("; ");
  if (references.some((r) => r === undefined)) {
    return { population: rest, stated: { kind: "rest", subgroup: populationId(rest) } };
  }
  const reference = all.find(
    (s) =>
      s.of.length === subgroup.of.length &&
      s.of.every((m, i) => m.attribute === subgroup.of[i]!.attribute && m.level === references[i]!.level),
  );
  if (reference === undefined || reference.id === subgroup.id) return undefined;
  return { population: reference, stated: { kind: "reference", subgroup: reference.id, reason } };
}
