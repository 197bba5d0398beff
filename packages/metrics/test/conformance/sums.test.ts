import { type Cohort, NOT_RECORDED, OVERALL, subgroup, type Tally, tallyCohort } from "@auscult/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { estimate, metrics } from "../../src/index.ts";

interface Row {
  readonly score: number;
  readonly outcome: 0 | 1;
  readonly level: 0 | 1 | 2;
  readonly weight: number;
}

const LEVELS = [NOT_RECORDED, "a", "b"];
const cohortRows = fc.array(
  fc.record({
    score: fc.integer({ min: 1, max: 19 }).map((k) => k / 20),
    outcome: fc.constantFrom(0 as const, 1 as const),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 80 },
);

function tallied(rows: readonly Row[], weighted: boolean): Tally {
  const cohort: Cohort = {
    rows: rows.length,
    scoreKind: "probability",
    score: Float64Array.from(rows, (r) => r.score),
    outcome: Uint8Array.from(rows, (r) => r.outcome),
    attributes: [{ id: "g", label: "G", levels: LEVELS, codes: Uint16Array.from(rows, (r) => r.level) }],
    blocks: 8,
    ...(weighted ? { weight: Float64Array.from(rows, (r) => r.weight) } : {}),
    labels: new Map(),
    columns: { numeric: new Map(), categorical: new Map() },
    ledger: {
      sources: [],
      sourceRows: rows.length,
      steps: [],
      cohortRows: rows.length,
      missingScore: 0,
      missingOutcome: 0,
      analysed: rows.length,
    },
    notes: [],
  };
  return tallyCohort(cohort);
}

test("rows, events and what is counted add up over the levels of an attribute, not recorded among them", () => {
  const groups = LEVELS.map((level) => subgroup({ attribute: "g", level }));
  const options = {
    level: 0.95,
    thresholds: [0.5],
    minimumEvents: 10,
    assumeIndependentRows: false,
    // Shares of all rows: times the rows (or their weight) they are counts.
    metrics: metrics.filter(({ id }) =>
      ["prevalence", "selectionRate", "accuracy", "netBenefit", "brierScore"].includes(id),
    ),
  };
  fc.assert(
    fc.property(cohortRows, fc.boolean(), (rows, weighted) => {
      const tally = tallied(rows, weighted);
      const all = estimate(tally, [OVERALL, ...groups], options);
      const massOf = (id: string): number =>
        rows
          .filter((r) => id === OVERALL.id || groups[r.level]?.id === id)
          .reduce((sum, r) => sum + (weighted ? r.weight : 1), 0);
      for (const { id } of options.metrics) {
        const own = all.filter((e) => e.metric === id);
        const [overall, ...parts] = own;
        const of = (pick: (e: (typeof own)[number]) => number): number => parts.reduce((sum, e) => sum + pick(e), 0);
        expect(of((e) => e.n)).toBe(overall.n);
        expect(of((e) => e.events)).toBe(overall.events);
        const counted = of((e) => (e.value ?? 0) * massOf(e.subgroup));
        expect(counted).toBeCloseTo((overall.value ?? 0) * massOf(OVERALL.id), 8);
      }
    }),
    { numRuns: 60 },
  );
});
