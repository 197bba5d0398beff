import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AuditError, checkPlan, makeCohort, type PlanInput, tableFromRows, tallyCohort } from "../src/index.ts";

const plan = (more: Partial<PlanInput> = {}) =>
  checkPlan({
    auscult: 1,
    title: "t",
    model: { name: "m", version: "1", intendedPurpose: "p" },
    data: { source: "t.csv" },
    score: { column: "s", kind: "ordinal", direction: "higher-is-riskier" },
    outcome: { column: "y", positive: 1, negative: [0], description: "o" },
    subgroups: [{ id: "g", column: "g" }],
    primary: { metric: "auroc", reason: "r" },
    ...more,
  });

const problemsOf = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
  return [];
};

describe("a table of frequencies", () => {
  const row = fc.record({
    s: fc.integer({ min: 0, max: 3 }),
    y: fc.constantFrom(0, 1, null),
    g: fc.constantFrom("a", "b"),
    n: fc.integer({ min: 0, max: 5 }),
  });

  test("is the rows that it stands for, one by one", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        fc.pre(rows.some(({ n }) => n > 0));
        const each = rows.flatMap(({ s, y, g, n }) => Array.from({ length: n }, () => ({ s, y, g })));
        const counted = makeCohort(plan({ count: "n" }), tableFromRows(rows));
        const single = makeCohort(plan(), tableFromRows(each));
        expect(counted.ledger.cohortRows).toBe(each.length);
        expect(counted.ledger.analysed).toBe(single.ledger.analysed);
        expect([...tallyCohort(counted).count]).toEqual([...tallyCohort(single).count]);
        expect([...tallyCohort(counted).score]).toEqual([...tallyCohort(single).score]);
      }),
    );
  });

  test("a count that is no whole number is told with its row", () => {
    const table = tableFromRows([
      { s: 1, y: 1, g: "a", n: 2 },
      { s: 1, y: 0, g: "a", n: 1.5 },
    ]);
    expect(problemsOf(() => makeCohort(plan({ count: "n" }), table))).toMatchObject([
      { code: "VALUE_INVALID", seen: "1.5", where: { column: "n", row: 2 } },
    ]);
    const none = tableFromRows([{ s: 1, y: 1, g: "a", n: 0 }]);
    expect(problemsOf(() => makeCohort(plan({ count: "n" }), none))).toMatchObject([{ code: "NO_ROWS" }]);
  });

  test("a row that stands for several has no one patient's identifier", () => {
    expect(problemsOf(() => plan({ count: "n", patient: "p" }))).toMatchObject([{ where: { planPath: "count" } }]);
    expect(problemsOf(() => plan({ count: "y" }))).toMatchObject([{ where: { planPath: "count" } }]);
  });
});

describe("claims in a plan", () => {
  const claim = { id: "c", metric: "auroc", value: 0.83, population: "p", source: "s" };
  const paths = (...claims: object[]) =>
    problemsOf(() => plan({ claims: claims as PlanInput["claims"] })).map(({ where }) => where.planPath);

  test("one value, one basis, subgroups that exist", () => {
    expect(paths(claim, { ...claim, id: "d", by: ["g"] })).toEqual([]);
    expect(paths(claim, claim)).toEqual(["claims.1.id"]);
    expect(paths({ ...claim, value: undefined })).toEqual(["claims.0.value"]);
    const banded = { subgroups: [{ id: "g", column: "g", bands: [40] }] };
    const level = (of: string) =>
      problemsOf(() => plan({ ...banded, claims: [{ ...claim, subgroup: { id: "g", level: of } }] })).length;
    expect([level("≥40"), level("not recorded"), level(">=40")]).toEqual([0, 0, 1]);
    expect(paths({ ...claim, by: ["h"] })).toEqual(["claims.0.by.0"]);
    expect(paths({ ...claim, by: ["g", "g"] })).toEqual(["claims.0.by.1"]);
    expect(paths({ ...claim, subgroup: { id: "g", level: "a" }, by: ["g"] })).toEqual(["claims.0.by"]);
    expect(paths({ ...claim, interval: { low: 0.84, high: 0.9 } })).toEqual(["claims.0.interval"]);
    expect(paths({ ...claim, value: { from: 0.8, to: 0.7 } })).toEqual(["claims.0.value"]);
    expect(paths({ ...claim, value: { from: 0.7, to: 0.8 }, sample: { n: 9, events: 3 } })).toEqual([
      "claims.0.sample",
    ]);
    expect(paths({ ...claim, sample: { n: 9, events: 10 } })).toEqual(["claims.0.sample.events"]);
    expect(paths({ ...claim, margin: { ratio: [1.1, 1.2], reason: "r" } })).toEqual(["claims.0.margin.ratio"]);
    const counts = { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 };
    expect(paths({ ...claim, counts })).toEqual(["claims.0.value"]);
  });
});
