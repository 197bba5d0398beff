import type { LabelMoments, Tally } from "../tally.ts";
import { countPairs } from "./count-pairs.ts";
import { canonicalOrder } from "./order.ts";

/** The entries of a tally, or rows that are to become entries. */
export type Entries = Pick<
  Tally,
  "score" | "cell" | "outcome" | "block" | "count" | "weight" | "weightSquared" | "labels"
>;

/** Sorts entries into the tally's order and adds up those of one key, in the order given. Entries of no rows are left out. */
export function collapse(entries: Entries): Entries {
  const { score, cell, outcome, block } = entries;
  const { key, keys } = keysOf(entries);
  const order = canonicalOrder(score, key, keys);
  const { entryOf, first } = joined(order, score, key, entries.count);
  const take = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(values: T): T => {
    const taken = new (values.constructor as new (length: number) => T)(first.length);
    for (let e = 0; e < first.length; e++) taken[e] = values[first[e]!]!;
    return taken;
  };
  const sum = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(first.length);
    for (let row = 0; row < values.length; row++) if (entryOf[row] !== LEFT_OUT) sums[entryOf[row]!]! += values[row]!;
    return sums;
  };
  return {
    score: take(score),
    cell: take(cell),
    outcome: take(outcome),
    ...(block === undefined ? {} : { block: take(block) }),
    count: sum(entries.count),
    ...(entries.weight === undefined ? {} : { weight: sum(entries.weight) }),
    ...(entries.weightSquared === undefined ? {} : { weightSquared: sum(entries.weightSquared) }),
    labels: new Map([...entries.labels].map(([id, moments]) => [id, sumMoments(moments, sum)])),
  };
}

/** The entries of rows that count one each: as `collapse`, and several times as fast. */
export function collapseRows(rows: Omit<Entries, "count" | "weight" | "weightSquared" | "labels">): Entries {
  const { key, keys, blocks } = keysOf(rows);
  const pairs = countPairs(rows.score, key, keys);
  const size = pairs.key.length;
  const entries = {
    score: pairs.score,
    cell: new Uint32Array(size),
    outcome: new Uint8Array(size),
    count: pairs.count,
    labels: new Map<string, LabelMoments>(),
  };
  const block = new Uint16Array(rows.block === undefined ? 0 : size);
  for (let e = 0; e < size; e++) {
    const of = pairs.key[e]!;
    const cellAndOutcome = Math.floor(of / blocks);
    entries.cell[e] = Math.floor(cellAndOutcome / 3);
    entries.outcome[e] = cellAndOutcome % 3;
    block[e] = of % blocks;
  }
  return rows.block === undefined ? entries : { ...entries, block };
}

function sumMoments(moments: LabelMoments, sum: (values: Float64Array) => Float64Array): LabelMoments {
  return { count: sum(moments.count), sum: sum(moments.sum), sumOfSquares: sum(moments.sumOfSquares) };
}

/** Everything of the key but the score, as one number: cell, outcome, block. */
function keysOf({ cell, outcome, block }: Pick<Entries, "cell" | "outcome" | "block">) {
  const cells = largest(cell) + 1;
  const blocks = block === undefined ? 1 : largest(block) + 1;
  const keys = cells * 3 * blocks;
  if (keys > 2 ** 32) throw new RangeError(`${cells} cells of ${blocks} blocks are more than a tally can hold`);
  const key = new Uint32Array(cell.length);
  for (let i = 0; i < key.length; i++)
    key[i] = (cell[i]! * 3 + outcome[i]!) * blocks + (block === undefined ? 0 : block[i]!);
  return { key, keys, blocks };
}

function largest(values: Uint32Array | Uint16Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

const LEFT_OUT = 0xffffffff;

/** The entry that each row falls into, and the first row of each entry. */
function joined(
  order: Uint32Array,
  score: Float64Array,
  key: Uint32Array,
  count: Float64Array,
): { readonly entryOf: Uint32Array; readonly first: Uint32Array } {
  const entryOf = new Uint32Array(order.length);
  const first = new Uint32Array(order.length);
  let entries = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const row = order[start]!;
    let rows = 0;
    for (end = start; end < order.length; end++) {
      const other = order[end]!;
      if (
        key[other] !== key[row] ||
        !(score[other] === score[row] || (Number.isNaN(score[row]!) && Number.isNaN(score[other]!)))
      )
        break;
      rows += count[other]!;
    }
    const entry = rows === 0 ? LEFT_OUT : entries;
    for (let i = start; i < end; i++) entryOf[order[i]!] = entry;
    if (rows !== 0) first[entries++] = row;
  }
  return { entryOf, first: first.slice(0, entries) };
}
