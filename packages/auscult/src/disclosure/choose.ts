import { type Bounds, linearBounds } from "@auscult/metrics";
import type { CountSystem, Quantity, Unit } from "./quantities.ts";

/**
 * Which units to withhold so that no count above 0 and below `minimum` can be worked out: those that hold one, and, until
 * an audit by linear programming leaves each of them open by at least `minimum`, others beside them.
 *
 * Greedy: safe, and not always the choice that withholds least. Where nothing protects a count, everything is withheld.
 */
export function unitsToWithhold(system: CountSystem, minimum: number): ReadonlySet<Unit> {
  const small = system.quantities.flatMap((q, i) => (q.value > 0 && q.value < minimum ? [i] : []));
  const withheld = new Set(small.map((i) => system.quantities[i]!.unit));
  follow(system, withheld);
  for (;;) {
    const bounds = auditOf(system, withheld, small);
    const exposed = small.find((i) => bounds.get(i)!.high - bounds.get(i)!.low < minimum);
    if (exposed === undefined) return withheld;
    const more = protectorOf(system, withheld, system.quantities[exposed]!, minimum);
    if (more === undefined) return new Set(system.quantities.map((q) => q.unit));
    withheld.add(more);
    follow(system, withheld);
  }
}

/** What a reader of what is published can work out about quantities: equal bounds where it is known. */
export function auditOf(
  { quantities, sums }: CountSystem,
  withheld: ReadonlySet<Unit>,
  targets: readonly number[],
): ReadonlyMap<number, Bounds> {
  const unknown = quantities.flatMap((q, i) => (!q.told || withheld.has(q.unit) ? [i] : []));
  const column = new Map(unknown.map((quantity, i) => [quantity, i]));
  const equations = sums.map((sum) => ({
    terms: sum.flatMap(([q, coefficient]) => (column.has(q) ? [[column.get(q)!, coefficient] as const] : [])),
    sum: sum.reduce((total, [q, coefficient]) => total - (column.has(q) ? 0 : coefficient * quantities[q]!.value), 0),
  }));
  const asked = targets.filter((t) => column.has(t));
  const found = linearBounds(
    unknown.length,
    equations.filter(({ terms }) => terms.length > 0),
    asked.map((t) => column.get(t)!),
  );
  return new Map(
    targets.map((t) => {
      const at = column.get(t);
      return [t, at === undefined ? { low: quantities[t]!.value, high: quantities[t]!.value } : found.get(at)!];
    }),
  );
}

/** Without its performance a subgroup has none at a threshold either. */
function follow({ quantities }: CountSystem, withheld: Set<Unit>): void {
  for (const { unit } of quantities) {
    const [kind, subgroup] = JSON.parse(unit) as [string, string | undefined];
    if (kind === "threshold" && withheld.has(JSON.stringify(["performance", subgroup]))) withheld.add(unit);
  }
}

/**
 * The unit to withhold next for an exposed count: of the same kind in a sibling, one that is large enough to hide it, the
 * smallest of those; failing that in any other subgroup; failing that the rows that it is worked out from.
 */
function protectorOf(
  { quantities, families }: CountSystem,
  withheld: ReadonlySet<Unit>,
  exposed: Quantity,
  minimum: number,
): Unit | undefined {
  const open = quantities.filter((q) => !withheld.has(q.unit));
  const alike = open.filter((q) => q.kind === exposed.kind && q.subgroup !== exposed.subgroup);
  const siblings = new Set(families.filter((f) => f.includes(exposed.subgroup ?? "")).flat());
  const best = (among: readonly Quantity[]): Unit | undefined => {
    const large = among.filter((q) => q.value >= minimum).sort((a, b) => a.value - b.value);
    return large[0]?.unit ?? [...among].sort((a, b) => b.value - a.value)[0]?.unit;
  };
  const rows = open.filter((q) => q.kind === "rows" || q.kind === "source" || q.kind.startsWith("step"));
  return (
    best(alike.filter((q) => q.subgroup !== undefined && siblings.has(q.subgroup))) ??
    best(rows.filter((q) => q.subgroup === exposed.subgroup)) ??
    best(alike) ??
    best(rows) ??
    best(open)
  );
}
