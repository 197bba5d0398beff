import type { Bounds } from "./feasible-bounds.ts";

/** A sum that a reader knows: the coefficients of unknowns, by their index, and what they add up to. */
export interface Equation {
  readonly terms: readonly (readonly [unknown: number, coefficient: number])[];
  readonly sum: number;
}

const EPSILON = 1e-9;
/** Sums that are rounded may miss each other by so much, in proportion. */
const TOLERANCE = 1e-6;

/**
 * What a reader can work out about unknown amounts that are not negative, from sums that are known: the least and the
 * greatest that each target can be, by linear programming. `high` is Infinity where nothing bounds it.
 *
 * Throws where no amounts fit the sums: the sums then contradict each other, and nothing is known to be safe.
 *
 * @see Dantzig (1963) Linear Programming and Extensions; Bland (1977) Math Oper Res 2:103-107, the rule against cycles.
 * @see Hundepool et al (2012) Statistical Disclosure Control, 4.3, the audit of suppressed cells.
 */
export function linearBounds(
  unknowns: number,
  equations: readonly Equation[],
  targets: readonly number[],
): Map<number, Bounds> {
  const bounds = new Map<number, Bounds>();
  const { known, left } = workedOut(equations);
  for (const target of targets) {
    const value = known.get(target);
    if (value !== undefined) bounds.set(target, { low: value, high: value });
  }
  for (const part of independentParts(unknowns, left)) {
    const wanted = targets.filter((t) => !known.has(t) && part.unknowns.includes(t));
    if (wanted.length === 0) continue;
    if (part.equations.length === 0) {
      for (const target of wanted) bounds.set(target, { low: 0, high: Infinity });
      continue;
    }
    const start = feasible(part.unknowns, part.equations);
    for (const target of wanted) {
      const column = part.unknowns.indexOf(target);
      bounds.set(target, { low: 0 - (optimum(start, column, -1) ?? 0), high: optimum(start, column, 1) ?? Infinity });
    }
  }
  return bounds;
}

/** Unknowns that one sum after another gives, and the sums of what is left. */
function workedOut(equations: readonly Equation[]): {
  readonly known: ReadonlyMap<number, number>;
  readonly left: readonly Equation[];
} {
  const known = new Map<number, number>();
  let left = equations;
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    left = left.flatMap((equation): Equation[] => {
      const terms = equation.terms.filter(([unknown]) => !known.has(unknown));
      const sum = equation.terms.reduce((rest, [u, by]) => rest - by * (known.get(u) ?? 0), equation.sum);
      const tolerance = TOLERANCE * Math.max(1, Math.abs(equation.sum));
      if (terms.length === 0 && Math.abs(sum) > tolerance) throw contradiction();
      const [first] = terms;
      if (first !== undefined && terms.length === 1) {
        const value = sum / first[1];
        if (value < -tolerance / Math.abs(first[1])) throw contradiction();
        known.set(first[0], Math.max(0, value));
        return [];
      }
      // Amounts that are not negative and add up to nothing are each nothing.
      if (Math.abs(sum) <= EPSILON && (terms.every(([, by]) => by > 0) || terms.every(([, by]) => by < 0))) {
        for (const [unknown] of terms) known.set(unknown, 0);
        return [];
      }
      return [{ terms, sum }];
    });
  }
  return { known, left };
}

function contradiction(): RangeError {
  return new RangeError("no counts fit the published sums: they contradict each other");
}

interface Part {
  readonly unknowns: readonly number[];
  readonly equations: readonly Equation[];
}

/** Unknowns that no sum ties together are worked out by themselves. */
function independentParts(unknowns: number, equations: readonly Equation[]): Part[] {
  const parent = Array.from({ length: unknowns }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  for (const { terms } of equations) for (const [unknown] of terms) parent[root(unknown)] = root(terms[0]![0]);
  const parts = new Map<number, { unknowns: number[]; equations: Equation[] }>();
  for (let i = 0; i < unknowns; i++) {
    const part = parts.get(root(i)) ?? { unknowns: [], equations: [] };
    part.unknowns.push(i);
    parts.set(root(i), part);
  }
  for (const equation of equations)
    if (equation.terms.length > 0) parts.get(root(equation.terms[0]![0]))!.equations.push(equation);
  return [...parts.values()];
}

/** A tableau in canonical form: each row is an equation solved for its basic variable. */
interface Tableau {
  /** Rows of coefficients, the right-hand side last. */
  readonly rows: readonly Float64Array[];
  readonly basis: readonly number[];
  readonly columns: number;
}

/** The first phase: amounts that fit all the sums, from artificial ones. */
function feasible(unknowns: readonly number[], equations: readonly Equation[]): Tableau {
  const n = unknowns.length;
  const m = equations.length;
  const at = new Map(unknowns.map((unknown, i) => [unknown, i]));
  const rows = equations.map(({ terms, sum }, r) => {
    const row = new Float64Array(n + m + 1);
    const sign = sum < 0 ? -1 : 1;
    for (const [unknown, coefficient] of terms) row[at.get(unknown)!]! += sign * coefficient;
    row[n + r] = 1;
    row[n + m] = sign * sum;
    return row;
  });
  const basis = rows.map((_, r) => n + r);
  const cost = new Float64Array(n + m).fill(-1, n);
  maximise(rows, basis, cost);
  const left = basis.reduce((sum, b, r) => sum + (b >= n ? rows[r]![n + m]! : 0), 0);
  if (left > TOLERANCE * Math.max(1, ...equations.map(({ sum }) => Math.abs(sum)))) throw contradiction();
  // Artificial variables at zero leave the basis; a row that has none but artificial ones says nothing new.
  const kept: Float64Array[] = [];
  const keptBasis: number[] = [];
  for (const [r, row] of rows.entries()) {
    if (basis[r]! >= n) {
      const column = row.findIndex((value, c) => c < n && Math.abs(value) > EPSILON);
      if (column < 0) continue;
      pivot(rows, basis, r, column);
    }
    kept.push(row);
    keptBasis.push(basis[r]!);
  }
  const narrow = kept.map((row) => {
    const short = new Float64Array(n + 1);
    short.set(row.subarray(0, n));
    short[n] = row[n + m]!;
    return short;
  });
  return { rows: narrow, basis: keptBasis, columns: n };
}

/** The greatest of `sign` times one variable; `undefined` where it has no bound. */
function optimum(start: Tableau, column: number, sign: 1 | -1): number | undefined {
  const rows = start.rows.map((row) => row.slice());
  const basis = [...start.basis];
  const cost = new Float64Array(start.columns);
  cost[column] = sign;
  if (!maximise(rows, basis, cost)) return undefined;
  const row = basis.indexOf(column);
  return row < 0 ? 0 : sign * rows[row]![start.columns]!;
}

/** The simplex method: the steepest gain first, and Bland's rule once that stands still. False where the cost has no bound. */
function maximise(rows: readonly Float64Array[], basis: number[], cost: Float64Array): boolean {
  const n = cost.length;
  const gains = cost.slice();
  for (const [r, row] of rows.entries()) {
    const by = cost[basis[r]!]!;
    if (by !== 0) for (let c = 0; c < n; c++) gains[c]! -= by * row[c]!;
  }
  for (let still = 0; ; ) {
    const careful = still > 50;
    let entering = -1;
    for (let c = 0; c < n; c++) {
      if (gains[c]! <= EPSILON || (entering >= 0 && (careful || gains[c]! <= gains[entering]!))) continue;
      entering = c;
    }
    if (entering < 0) return true;
    let leaving = -1;
    let least = Infinity;
    for (const [r, row] of rows.entries()) {
      if (row[entering]! <= EPSILON) continue;
      const ratio = row[row.length - 1]! / row[entering]!;
      if (ratio < least - EPSILON || (ratio < least + EPSILON && basis[r]! < (basis[leaving] ?? Infinity))) {
        least = Math.min(ratio, least);
        leaving = r;
      }
    }
    if (leaving < 0) return false;
    still = least > EPSILON ? 0 : still + 1;
    pivot(rows, basis, leaving, entering);
    const by = gains[entering]!;
    const row = rows[leaving]!;
    for (let c = 0; c < n; c++) gains[c]! -= by * row[c]!;
  }
}

function pivot(rows: readonly Float64Array[], basis: number[], row: number, column: number): void {
  const own = rows[row]!;
  const by = own[column]!;
  for (let c = 0; c < own.length; c++) own[c]! /= by;
  for (const [r, other] of rows.entries()) {
    const factor = other[column]!;
    if (r === row || factor === 0) continue;
    for (let c = 0; c < other.length; c++) other[c]! -= factor * own[c]!;
  }
  basis[row] = column;
}
