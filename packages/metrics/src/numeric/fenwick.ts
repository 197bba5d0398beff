/** Counts at the places 0 … size − 1 whose sums below a place are had in logarithmic time (a Fenwick tree). */
export interface Fenwick {
  add(place: number, amount: number): void;
  /** Sum over the places below `place`. */
  below(place: number): number;
}

/** @see Fenwick (1994) Softw Pract Exp 24:327-336. */
export function fenwick(size: number): Fenwick {
  const tree = new Float64Array(size + 1);
  return {
    add(place, amount) {
      for (let i = place + 1; i <= size; i += i & -i) tree[i]! += amount;
    },
    below(place) {
      let sum = 0;
      for (let i = place; i > 0; i -= i & -i) sum += tree[i]!;
      return sum;
    },
  };
}
