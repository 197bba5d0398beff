import type { InputValues, ModelTerm } from "../model.ts";
import { sameLevel } from "../roles/levels.ts";
import type { Amount, CoefficientTable, Term } from "./coefficient-table.ts";

/** A row's input by the name that the table has for it. */
export type InputByName = (name: string) => InputValues;

/** A term's inputs, and as what each is read. */
export function inputsOfTerm(term: Term): readonly { readonly input: string; readonly kind: InputValues["kind"] }[] {
  if ("product" in term)
    return term.product.map((part) => ({ input: part.input, kind: "level" in part ? "categorical" : "numeric" }));
  return [{ input: term.input, kind: "levels" in term ? "categorical" : "numeric" }];
}

/** What a term adds to each row's sum; NaN where its input is missing. Throws RangeError naming a level it does not know. */
export function contribution(term: Term, input: InputByName, rows: number): Float64Array {
  if ("product" in term) {
    const parts = term.product.map((part) =>
      "level" in part ? isLevel(input(part.input), part.level) : amountOf(part, numbers(input(part.input))),
    );
    return Float64Array.from({ length: rows }, (_, i) =>
      parts.reduce((product, part) => product * part[i]!, term.coefficient),
    );
  }
  if ("levels" in term) return byLevel(term.levels, input(term.input));
  const values = numbers(input(term.input));
  if ("points" in term) return values.map((v) => onLines(term.points, v));
  if ("cuts" in term) return values.map((v) => (Number.isNaN(v) ? v : term.scores[binOf(term.cuts, v)]!));
  const amount = amountOf(term, values);
  if ("coefficient" in term) return amount.map((x) => term.coefficient * x);
  const { knots, coefficients } = term.restrictedCubicSpline;
  return amount.map((x) => splineBasis(knots, x).reduce((sum, b, k) => sum + coefficients[k]! * b, 0));
}

/** Bin of a value among ascending cuts: 0 below the first; a value at a cut belongs above it. */
export function binOf(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Steps and levels as shapes; of a smooth term there is none to be read off the file. */
export function shapesOf({ terms, link }: CoefficientTable): ModelTerm[] {
  const scale = link === "identity" ? "score" : "log-odds";
  return terms.flatMap((term): ModelTerm[] => {
    if ("cuts" in term) {
      const { input, cuts, scores, standardErrors, weights } = term;
      const known = { ...(standardErrors && { standardErrors }), ...(weights && { weights }) };
      return [{ input, scale, shape: { kind: "steps", cuts, scores, ...known } }];
    }
    if ("levels" in term)
      return [
        {
          input: term.input,
          scale,
          shape: { kind: "levels", levels: Object.keys(term.levels), scores: Object.values(term.levels) },
        },
      ];
    return [];
  });
}

function numbers(input: InputValues): Float64Array {
  if (input.kind === "numeric") return input.values;
  throw new RangeError("a number is needed where the plan gives levels");
}

function amountOf({ minus, over, transform }: Amount, values: Float64Array): Float64Array {
  const scaled = minus === 0 && over === 1 ? values : values.map((v) => (v - minus) / over);
  if (transform === undefined) return scaled;
  if (typeof transform === "object") return scaled.map((v) => v ** transform.power);
  const how = { log: Math.log, log10: Math.log10, sqrt: Math.sqrt, square: (v: number) => v * v }[transform];
  return scaled.map(how);
}

function isLevel(input: InputValues, level: string): Float64Array {
  if (input.kind === "numeric") return input.values.map((v) => (Number.isNaN(v) ? v : v === Number(level) ? 1 : 0));
  const code = input.levels.findIndex((other) => sameLevel(level, other, input.numeric));
  return input.codes.map((c) => (Number.isNaN(c) ? c : c === code ? 1 : 0));
}

function byLevel(levels: Readonly<Record<string, number>>, input: InputValues): Float64Array {
  if (input.kind === "numeric") throw new RangeError("levels are needed where the plan gives a number");
  const entries = Object.entries(levels);
  const added = input.levels.map((level) => entries.find(([key]) => sameLevel(key, level, input.numeric))?.[1]);
  return input.codes.map((c) => {
    if (Number.isNaN(c)) return c;
    const value = added[c];
    if (value === undefined) throw new UnknownLevel(input.levels[c]!, Object.keys(levels));
    return value;
  });
}

/** A level of the data that the model's file does not have. */
export class UnknownLevel extends RangeError {
  readonly level: string;
  readonly known: readonly string[];
  constructor(level: string, known: readonly string[]) {
    super(`no such level: ${level}`);
    this.level = level;
    this.known = known;
  }
}

function onLines(points: readonly (readonly [number, number])[], value: number): number {
  if (Number.isNaN(value)) return value;
  const at = binOf(
    points.map(([x]) => x),
    value,
  );
  if (at === 0) return points[0]![1];
  if (at === points.length) return points.at(-1)![1];
  const [x0, y0] = points[at - 1]!;
  const [x1, y1] = points[at]!;
  return y0 + ((y1 - y0) * (value - x0)) / (x1 - x0);
}

/** Harrell's restricted cubic basis: the value, and k − 2 functions that are linear beyond the outer knots. */
function splineBasis(knots: readonly number[], x: number): number[] {
  const last = knots.at(-1)!;
  const before = knots.at(-2)!;
  const norm = (last - knots[0]!) ** 2;
  const cube = (v: number): number => Math.max(v, 0) ** 3;
  const curved = knots
    .slice(0, -2)
    .map(
      (knot) =>
        (cube(x - knot) -
          (cube(x - before) * (last - knot)) / (last - before) +
          (cube(x - last) * (before - knot)) / (last - before)) /
        norm,
    );
  return [x, ...curved];
}
