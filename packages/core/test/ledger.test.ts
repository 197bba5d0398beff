import * as fc from "fast-check";
import { expect, it } from "vitest";
import { countRows, makeCohort, OVERALL, tallyCohort } from "../src/index.ts";
import { makeLedger } from "../src/ledger.ts";
import { plan, rows, table } from "./support/arbitrary-rows.ts";

it("source rows less every step are the cohort's rows, and the cohort's missing ones reconcile to what is analysed", () => {
  const takes = fc.constantFrom("all", "highest", "first", "last");
  fc.assert(
    fc.property(rows(), takes, (of, take) => {
      const unitOfAnalysis = { unit: "patient", take, by: "id", orderBy: "w" } as const;
      const cohort = makeCohort({ ...plan, unitOfAnalysis }, table(of));
      const { sourceRows, steps, cohortRows, analysed, missingScore, missingOutcome } = cohort.ledger;
      expect(sourceRows).toBe(of.length);
      expect(steps.reduce((rest, step) => rest - step.rows, sourceRows)).toBe(cohortRows);
      expect(cohortRows).toBe(take === "all" ? of.length : new Set(of.map(({ id }) => id)).size);
      const [counted] = countRows(tallyCohort(cohort), [OVERALL]);
      expect(counted).toMatchObject({ rows: cohortRows, analysed, missingScore, missingOutcome });
    }),
    { numRuns: 60 },
  );
});

it("a ledger that does not reconcile is never made", () => {
  const steps = [{ id: "x", label: "x", rows: 1 }];
  expect(() =>
    makeLedger([{ file: "f", rows: 3 }], steps, { score: new Float64Array(3), outcome: new Uint8Array(3) }),
  ).toThrow("leaves 2 rows");
});
