import { byLevel } from "../roles/levels.ts";
import type { LabelMoments, Tally, TallyAttribute } from "../tally.ts";
import { cellsOf } from "./cells.ts";
import { collapse, type Entries } from "./collapse.ts";

/** The tally of no rows, with the columns of `like`: the zero of `merge`. */
export function emptyTally(like: Tally): Tally {
  return withEntries(like, like.attributes, [], slice(like, 0), 0);
}

/**
 * The tally of the rows of both, which must hold different patients and come from the same plan. Levels that only one
 * of them has seen are united; integer counts are exact, sums of weights and labels may differ in their last bits with
 * the order of merging.
 */
export function merge(a: Tally, b: Tally): Tally {
  mustAgree(a, b);
  return combine(a, b, 1);
}

/** `total` without the rows of `part`, which must all be in it: undoes `merge`. */
export function subtract(total: Tally, part: Tally): Tally {
  mustAgree(total, part);
  const rest = combine(total, part, -1);
  if (rest.count.some((rows) => rows < 0)) throw new RangeError("the part has rows that the total has not");
  return rest;
}

/** The tally with some of its attributes only (ids, in this order): rows that differed in the others are counted together. */
export function project(tally: Tally, attributes: readonly string[]): Tally {
  const kept = attributes.map((id) => {
    const at = tally.attributes.findIndex((attribute) => attribute.id === id);
    if (at < 0) throw new RangeError(`the tally has no attribute "${id}"`);
    return at;
  });
  return withEntries(
    tally,
    kept.map((at) => tally.attributes[at]!),
    tally.cells.map((cell) => Uint16Array.from(kept, (at) => cell[at]!)),
    tally,
    tally.patients?.distinct ?? 0,
  );
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const attributes = a.attributes.map((attribute, i) => united(attribute, b.attributes[i]!));
  const cells = [...recoded(a, attributes), ...recoded(b, attributes)];
  const join = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(x: T, y: T): T => {
    const both = new (x.constructor as new (length: number) => T)(x.length + y.length);
    both.set(x);
    both.set(y, x.length);
    return both;
  };
  const signed = (values: Float64Array) => (sign === 1 ? values : values.map((value) => -value));
  const sums = (x: Float64Array, y: Float64Array) => join(x, signed(y));
  const entries: Entries = {
    score: join(a.score, b.score),
    cell: join(
      a.cell,
      b.cell.map((cell) => cell + a.cells.length),
    ),
    outcome: join(a.outcome, b.outcome),
    ...(a.block === undefined ? {} : { block: join(a.block, b.block!) }),
    count: sums(a.count, b.count),
    ...(a.weight === undefined ? {} : { weight: sums(a.weight, b.weight!) }),
    ...(a.weightSquared === undefined ? {} : { weightSquared: sums(a.weightSquared, b.weightSquared!) }),
    labels: new Map(
      [...a.labels].map(([id, moments]): [string, LabelMoments] => {
        const others = b.labels.get(id)!;
        const count = sums(moments.count, others.count);
        const sum = sums(moments.sum, others.sum);
        return [id, { count, sum, sumOfSquares: sums(moments.sumOfSquares, others.sumOfSquares) }];
      }),
    ),
  };
  const distinct = (a.patients?.distinct ?? 0) + sign * (b.patients?.distinct ?? 0);
  return withEntries(a, attributes, cells, entries, distinct);
}

/** A canonical tally of entries that refer to `cells`, which may repeat, come in any order and have no entries. */
function withEntries(
  like: Tally,
  attributes: readonly TallyAttribute[],
  cells: readonly Uint16Array[],
  entries: Entries,
  distinct: number,
): Tally {
  const canonical = cellsOf(
    attributes.map((_, a) => Uint16Array.from(cells, (cell) => cell[a]!)),
    attributes.map(({ levels }) => levels.length),
    cells.length,
  );
  const joined = collapse({ ...entries, cell: entries.cell.map((cell) => canonical.cell[cell]!) });
  const occurs = new Uint8Array(canonical.cells.length);
  for (const cell of joined.cell) occurs[cell] = 1;
  const number = new Uint32Array(occurs.length);
  for (let cell = 0, next = 0; cell < occurs.length; cell++) number[cell] = occurs[cell] === 1 ? next++ : 0;
  const rows = joined.count.reduce((sum, count) => sum + count, 0);
  return {
    mode: like.mode,
    scoreKind: like.scoreKind,
    attributes,
    cells: canonical.cells.filter((_, cell) => occurs[cell] === 1),
    blocks: like.blocks,
    ...(like.patients === undefined ? {} : { patients: { distinct, repeated: rows > distinct } }),
    ...joined,
    cell: joined.cell.map((cell) => number[cell]!),
  };
}

function united(a: TallyAttribute, b: TallyAttribute): TallyAttribute {
  if (a.levels.length === b.levels.length && a.levels.every((level, i) => level === b.levels[i])) return a;
  const [missing, ...levels] = a.levels;
  return {
    ...a,
    levels: [missing!, ...new Set([...levels, ...b.levels.slice(1)])].sort((x, y) =>
      x === missing ? -1 : y === missing ? 1 : byLevel(x, y),
    ),
  };
}

function recoded(tally: Tally, attributes: readonly TallyAttribute[]): Uint16Array[] {
  const codes = tally.attributes.map(({ levels }, a) => levels.map((level) => attributes[a]!.levels.indexOf(level)));
  return tally.cells.map((cell) => cell.map((code, a) => codes[a]![code]!));
}

function slice(tally: Tally, end: number): Entries {
  const { score, cell, outcome, block, count, weight, weightSquared, labels } = tally;
  return {
    score: score.slice(0, end),
    cell: cell.slice(0, end),
    outcome: outcome.slice(0, end),
    ...(block === undefined ? {} : { block: block.slice(0, end) }),
    count: count.slice(0, end),
    ...(weight === undefined ? {} : { weight: weight.slice(0, end) }),
    ...(weightSquared === undefined ? {} : { weightSquared: weightSquared.slice(0, end) }),
    labels: new Map(
      [...labels].map(([id, moments]) => [
        id,
        {
          count: moments.count.slice(0, end),
          sum: moments.sum.slice(0, end),
          sumOfSquares: moments.sumOfSquares.slice(0, end),
        },
      ]),
    ),
  };
}

function mustAgree(a: Tally, b: Tally): void {
  const shape = (tally: Tally) =>
    JSON.stringify({
      score: tally.scoreKind,
      attributes: tally.attributes.map(({ id, reference }) => [id, reference?.level]),
      blocks: tally.blocks,
      weighted: tally.weight !== undefined,
      labels: [...tally.labels.keys()],
    });
  if (shape(a) !== shape(b)) throw new RangeError(`the tallies are not of one plan: ${shape(a)} and ${shape(b)}`);
}
