import type { AuditReport, ReportCurve } from "@auscult/report";

/** Scores at which curves are shown, the highest first, and who is at or above each: the same for every subgroup. */
export interface Cuts {
  readonly at: readonly number[];
  /** By subgroup, parallel to `at`. */
  readonly events: ReadonlyMap<string, readonly number[]>;
  readonly nonEvents: ReadonlyMap<string, readonly number[]>;
}

/**
 * Cuts so far apart that in every subgroup shown each class has nobody or at least `minimum` between one and the next, and
 * beyond the last. They are edges of the score distribution, and every declared threshold among them counts too: a step of
 * a curve is then never a person. `undefined` where the distributions are not there or have different edges.
 */
export function commonCuts(
  report: AuditReport,
  shown: readonly string[],
  declared: readonly {
    readonly at: number;
    of(subgroup: string): { readonly events: number; readonly nonEvents: number };
  }[],
  minimum: number,
): Cuts | undefined {
  const curves = shown.map((id) => report.curves.find((c) => c.curve === "scoreDistribution" && c.subgroup === id));
  const [first] = curves;
  if (first === undefined || curves.some((c) => c === undefined || c.status !== "drawn")) return undefined;
  const edges = numbers(first, "from");
  if (curves.some((c) => String(numbers(c!, "from")) !== String(edges))) return undefined;
  const above = (curve: ReportCurve, column: string): number[] => {
    const counts = numbers(curve, column);
    return edges.map((_, i) => counts.slice(i).reduce((sum, n) => sum + n, 0));
  };
  const candidates = new Map<number, { forced: boolean; counts: readonly (readonly [number, number])[] }>();
  for (const [i, edge] of edges.entries()) {
    if (i === 0) continue;
    const counts = curves.map((c) => [above(c!, "events")[i]!, above(c!, "nonEvents")[i]!] as const);
    candidates.set(edge, { forced: false, counts });
  }
  for (const threshold of declared) {
    const counts = shown.map((id) => [threshold.of(id).events, threshold.of(id).nonEvents] as const);
    candidates.set(threshold.at, { forced: true, counts });
  }
  const all = curves.map((c) => [above(c!, "events")[0] ?? 0, above(c!, "nonEvents")[0] ?? 0] as const);
  const nobody = shown.map(() => [0, 0] as const);

  type Counts = readonly (readonly [number, number])[];
  const apart = (high: Counts, low: Counts): boolean =>
    low.every((own, i) => own.every((n, c) => wide(n - high[i]![c]!, minimum)));
  const ordered = [...candidates].sort(([a], [b]) => b - a);
  const kept: [number, Counts][] = [];
  for (const [i, [at, { forced, counts }]] of ordered.entries()) {
    const before = kept.at(-1)?.[1] ?? nobody;
    const next = ordered.slice(i + 1).find(([, c]) => c.forced)?.[1].counts;
    if (forced || (apart(before, counts) && apart(counts, next ?? all) && apart(counts, all))) kept.push([at, counts]);
  }
  const by = (side: 0 | 1): Map<string, number[]> =>
    new Map(shown.map((id, s) => [id, kept.map(([, counts]) => counts[s]![side])]));
  return { at: kept.map(([at]) => at), events: by(0), nonEvents: by(1) };
}

function wide(count: number, minimum: number): boolean {
  return count === 0 || count >= minimum;
}

function numbers(curve: ReportCurve, column: string): number[] {
  return (curve.columns[column] ?? []).map((value) => (typeof value === "number" ? value : 0));
}
