import { describe, expect, it } from "vitest";
import {
  AuditError,
  type AuditPlan,
  EVENT,
  makeCohort,
  NON_EVENT,
  type PlanInput,
  type Problem,
  UNKNOWN,
} from "../src/index.ts";
import { planOf, tableOf } from "./support/tables.ts";

type Columns = Parameters<typeof tableOf>[0];
const cohort = (columns: Columns, rest: Partial<PlanInput> = {}) => makeCohort(planOf(rest), tableOf(columns));

function problemsOf(columns: Columns, rest: Partial<PlanInput> | AuditPlan = {}): readonly Problem[] {
  try {
    makeCohort("policy" in rest ? (rest as AuditPlan) : planOf(rest), tableOf(columns));
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
  throw new Error("the data were accepted");
}

describe("the score", () => {
  it("is kept as it is, with -0 as 0 and a missing one as NaN", () => {
    const { score } = cohort({ p: [0.2, -0, Number.NaN, 1], y: [0, 1, 0, 1] });
    expect([...score].map((value) => Object.is(value, -0))).toEqual([false, false, false, false]);
    expect([...score]).toEqual([0.2, 0, Number.NaN, 1]);
  });

  it("is turned round where lower is riskier, so that 0.9 meets a threshold of 0.1", () => {
    const low = { column: "p", kind: "probability", direction: "lower-is-riskier" } as const;
    expect([...cohort({ p: [0.9, 0, 1, 0.3, Number.NaN], y: [0, 1, 0, 1, 1] }, { score: low }).score]).toEqual([
      0.1,
      1,
      0,
      0.7,
      Number.NaN,
    ]);
    const ordinal = { ...low, kind: "ordinal" } as const;
    expect([...cohort({ p: [90, 0, -3], y: [0, 1, 0] }, { score: ordinal }).score]).toEqual([-90, 0, 3]);
  });

  it.each([
    ["of 1.2", [0.1, 1.2, 1.3], "SCORE_OUT_OF_RANGE", "1.2", 3],
    ["below 0", [0.1, 0.2, -0.1], "SCORE_OUT_OF_RANGE", "-0.1", 4],
    ["that is infinite", [0.1, Infinity, 0.2], "VALUE_INVALID", "Infinity", 3],
    ["that is text", [0.1, "high", 0.2], "VALUE_INVALID", "high", 3],
    ["with a decimal comma where the mark is a point", ["0,1", "0,2", "0,3"], "VALUE_INVALID", "0,1", 2],
  ])("%s is one problem that names file, row, column and value", (_, p, code, seen, row) => {
    const [first] = problemsOf({ p, y: [0, 1, 0] });
    expect(first).toMatchObject({ code, seen, where: { file: "rows.csv", row, column: "p" } });
  });

  it("of 1.2 is allowed where it is not a probability", () => {
    const ordinal = { column: "p", kind: "ordinal", direction: "higher-is-riskier" } as const;
    expect([...cohort({ p: [1.2, -7], y: [0, 1] }, { score: ordinal }).score]).toEqual([1.2, -7]);
  });
});

describe("the outcome", () => {
  const outcome = (y: (number | string | undefined)[], declared: Partial<PlanInput["outcome"]>) =>
    [
      ...cohort({ p: y.map(() => 0.5), y }, { outcome: { column: "y", positive: 1, description: "E", ...declared } })
        .outcome,
    ].map((code) => ({ [EVENT]: "event", [NON_EVENT]: "none", [UNKNOWN]: "?" })[code]);

  it("numbers are compared as numbers, in a CSV's text as in a Parquet file", () => {
    for (const positive of [1, "1", "1.0"]) {
      expect(outcome([1, 0, Number.NaN], { positive })).toEqual(["event", "none", "?"]);
      expect(outcome(["1.0", "0.0", "1", undefined], { positive })).toEqual(["event", "none", "event", "?"]);
    }
  });

  it("texts are compared as they stand, and 01 is a text", () => {
    expect(outcome(["yes", "no", "unclear"], { positive: "yes" })).toEqual(["event", "none", "none"]);
    expect(outcome(["01", "1", "0"], { positive: "01" })).toEqual(["event", "none", "none"]);
  });

  it("a level that is neither, where negatives are declared, is a problem", () => {
    const y = ["yes", "no", "N0", "N0"];
    const declared = { column: "y", positive: "yes", negative: ["no"], description: "E" };
    const [first, ...others] = problemsOf({ p: [0, 0, 0, 0], y }, { outcome: declared });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: "OUTCOME_LEVEL_UNKNOWN", seen: "N0", where: { row: 4, column: "y" } });
    expect(first?.what).toContain("in 2 rows");
    expect(first?.remedy).toContain('Did you mean "no"?');
  });

  it.each([
    ["in another case", "yes", ["Yes", "No"], '"Yes"'],
    ["as a number among texts", 1, ["1.0", "0.0", "x"], '"1.0"'],
    ["misspelt", "death", ["deaht", "alive"], '"deaht"'],
    ["as a text among numbers", "yes", [1, 0], "The values are 1, 0"],
  ])("a positive level written %s is not taken for a cohort without events", (_, positive, y, remedy) => {
    const [first] = problemsOf({ p: y.map(() => 0), y }, { outcome: { column: "y", positive, description: "E" } });
    expect(first).toMatchObject({ code: "OUTCOME_LEVEL_UNKNOWN", seen: String(positive) });
    expect(first?.remedy).toContain(remedy);
  });

  it("one class only is noted", () => {
    expect(cohort({ p: [0, 1], y: [0, 0] }).notes).toEqual([{ code: "NO_EVENTS" }]);
    expect(cohort({ p: [0, 1], y: [1, 1] }).notes).toEqual([{ code: "NO_NON_EVENTS" }]);
  });
});

describe("attributes", () => {
  const rows = { p: [0, 0, 0, 0, 0], y: [0, 1, 0, 1, 0] };
  const one = (subgroup: Partial<PlanInput["subgroups"] & object>[number], values: (number | string | undefined)[]) =>
    cohort({ ...rows, a: values }, { subgroups: [{ id: "a", column: "a", ...subgroup }] });

  it("levels of the data are sorted, and a missing one is level 0 in every attribute", () => {
    const { attributes } = one({}, ["m", "f", undefined, "f", "not recorded"]);
    expect(attributes[0]).toEqual({
      id: "a",
      label: "a",
      levels: ["not recorded", "f", "m"],
      codes: Uint16Array.of(2, 1, 0, 1, 0),
    });
    expect(one({}, [10, 9, 10, 2, Number.NaN]).attributes[0]?.levels).toEqual(["not recorded", "2", "9", "10"]);
  });

  it("listed levels keep their order; numbers match however they are written", () => {
    const reference = { level: 1, reason: "r" };
    const { attributes, notes } = one({ levels: ["2.0", 1, 3], reference }, [1, 2, 1, 2, Number.NaN]);
    expect(attributes[0]?.levels).toEqual(["not recorded", "2.0", "1", "3"]);
    expect([...attributes[0].codes]).toEqual([2, 1, 2, 1, 0]);
    expect(attributes[0]?.reference).toEqual({ level: "1", reason: "r" });
    expect(notes).toEqual([{ code: "LEVEL_WITHOUT_ROWS", attribute: "a", level: "3" }]);
  });

  it("a band holds its lower cut", () => {
    const { attributes } = one({ bands: [40, 65], reference: { level: "40-64", reason: "r" } }, [
      39.99,
      40,
      64.99,
      65,
      Number.NaN,
    ]);
    expect(attributes[0]?.levels).toEqual(["not recorded", "<40", "40–64", "≥65"]);
    expect([...attributes[0].codes]).toEqual([1, 2, 2, 3, 0]);
    expect(attributes[0]?.reference?.level).toBe("40–64");
  });

  it("one that nobody has recorded is noted, not dropped", () => {
    const { attributes, notes } = one({ bands: [40] }, [undefined, undefined, undefined, undefined, undefined]);
    expect([...attributes[0].codes]).toEqual([0, 0, 0, 0, 0]);
    expect(notes).toEqual([{ code: "ATTRIBUTE_NOT_RECORDED", attribute: "a" }]);
  });

  it("a declared reference of one that nobody has recorded is a level without rows", () => {
    const reference = { level: "m", reason: "r" };
    const { attributes, notes } = one({ reference }, [undefined, undefined, undefined, undefined, undefined]);
    expect(attributes[0]).toMatchObject({ levels: ["not recorded", "m"], reference });
    expect([...attributes[0].codes]).toEqual([0, 0, 0, 0, 0]);
    expect(notes).toEqual([{ code: "ATTRIBUTE_NOT_RECORDED", attribute: "a" }]);
  });

  it.each([
    ["a level that is not listed", { levels: ["f", "m"] }, ["f", "m", "M", "f", "f"], "LEVEL_UNKNOWN", '"m"?'],
    [
      "a reference that no row has",
      { reference: { level: "femal", reason: "r" } },
      ["female", "male", "male", "male", "male"],
      "LEVEL_UNKNOWN",
      '"female"?',
    ],
    ["a text to be banded", { bands: [40] }, [1, 2, "old", 3, 4], "VALUE_INVALID", ""],
  ])("%s is a problem", (_, subgroup, values, code, remedy) => {
    const plan = { subgroups: [{ id: "a", column: "a", ...subgroup }] };
    const [first, ...others] = problemsOf({ ...rows, a: values }, plan);
    expect(others).toEqual([]);
    expect(first?.code).toBe(code);
    expect(first?.remedy).toContain(remedy);
  });

  it("an identifier taken for a subgroup is told with its number of levels and none of its values", () => {
    const n = 300;
    const ids = Array.from({ length: n }, (_, i) => `P${i}`);
    const [first] = problemsOf(
      { p: ids.map(() => 0), y: ids.map((_, i) => i % 2), a: ids },
      { subgroups: [{ id: "a", column: "a" }] },
    );
    expect(first?.what).toBe('"a" would have 300 levels');
    expect(JSON.stringify(first)).not.toContain("P1");
  });
});

describe("the unit of analysis", () => {
  const rows = {
    id: ["a", "b", "a", "b", "a", "c"],
    t: [2, 1, 1, 1, 3, 9],
    p: [0.1, 0.2, 0.3, 0.2, 0.3, Number.NaN],
    y: [0, 1, 0, 0, 1, 1],
  };
  const take = (how: "all" | "first" | "last" | "highest", columns: Columns = rows) =>
    cohort(columns, {
      patient: "id",
      unitOfAnalysis: {
        unit: "patient",
        by: "id",
        take: how,
        ...(how === "first" || how === "last" ? { orderBy: "t" } : {}),
      },
    });

  it.each([
    ["first", [0.2, 0.3, Number.NaN], "first-per-patient"],
    ["last", [0.2, 0.3, Number.NaN], "last-per-patient"],
    ["highest", [0.2, 0.3, Number.NaN], "highest-per-patient"],
  ] as const)("%s: one row each, in source order, the others in the ledger", (how, score, id) => {
    const { score: taken, ledger, patients } = take(how);
    expect([...taken]).toEqual(score);
    expect(ledger).toMatchObject({ sourceRows: 6, cohortRows: 3, missingScore: 1, analysed: 2 });
    expect(ledger.steps).toEqual([{ id, label: expect.stringContaining("of the same patient"), rows: 3 }]);
    expect(patients).toEqual({ distinct: 3, repeated: false });
  });

  it("of equals, the row that comes first in the source", () => {
    expect([...take("first").outcome]).toEqual([EVENT, NON_EVENT, EVENT]); // b: rows 2 and 4 are tied
    expect([...take("last").outcome]).toEqual([EVENT, EVENT, EVENT]);
    expect([...take("highest").outcome]).toEqual([EVENT, NON_EVENT, EVENT]); // a: rows 3 and 5 are tied
  });

  it("all: every row, and the repetition is known", () => {
    const { rows: n, ledger, patients } = take("all");
    expect([n, ledger.steps, patients]).toEqual([6, [], { distinct: 3, repeated: true }]);
  });

  it("times are put in order as times", () => {
    const t = [
      "2026-03-01T10:00+01:00",
      "2026-03-01T09:30Z",
      "2026-03-01 09:15Z",
      "2026-02-28T23:59:59.5Z",
      "2026-03-01T09:00Z",
      "2026-01-01T00:00Z",
    ];
    expect([...take("last", { ...rows, t }).outcome]).toEqual([EVENT, NON_EVENT, EVENT]);
  });

  it.each([
    [
      "a time that is no ISO time",
      { ...rows, t: ["1/3/2026", "2/3/2026", "3/3/2026", "4/3/2026", "5/3/2026", "6/3/2026"] },
      "VALUE_INVALID",
      "t",
      2,
    ],
    [
      "a date that is none",
      { ...rows, t: rows.t.map((day) => (day === 9 ? "2026-02-30" : `2026-02-0${day}`)) },
      "VALUE_INVALID",
      "t",
      7,
    ],
    ["an order missing where it decides", { ...rows, t: [2, 1, Number.NaN, 1, 3, 9] }, "VALUE_INVALID", "t", 4],
    [
      "an identifier missing",
      { ...rows, id: ["a", "b", "a", undefined, "a", undefined] },
      "IDENTIFIER_MISSING",
      "id",
      5,
    ],
  ])("%s is a problem", (_, columns, code, column, row) => {
    const plan = planOf({ patient: "id", unitOfAnalysis: { unit: "patient", by: "id", take: "first", orderBy: "t" } });
    const found = problemsOf(columns, plan);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code, where: { column, row } });
    expect(found[0]?.seen ?? "").not.toMatch(/[abc]/); // never an identifier
  });

  it("an order missing where it does not decide is none", () => {
    expect(take("first", { ...rows, t: [2, 1, 1, 1, 3, Number.NaN] }).rows).toBe(3);
  });
});

describe("weights and labels", () => {
  it("are numbers of the rows chosen", () => {
    const { weight, labels } = cohort(
      { p: [0, 1], y: [0, 1], w: [0.5, 2], c: [10, Number.NaN] },
      { weight: "w", labels: { cost: { column: "c", label: "Cost" } } },
    );
    expect([[...weight!], [...labels.get("cost")!]]).toEqual([
      [0.5, 2],
      [10, Number.NaN],
    ]);
  });

  it.each([
    ["of 0", 0, "0"],
    ["below 0", -1, "-1"],
    ["missing", Number.NaN, undefined],
  ])("a weight %s is a problem", (_, w, seen) => {
    const [first] = problemsOf({ p: [0, 1], y: [0, 1], w: [1, w] }, { weight: "w" });
    expect(first).toMatchObject({ code: "VALUE_INVALID", where: { row: 3, column: "w" } });
    expect(first?.seen).toBe(seen);
  });
});

describe("what is wrong is told all at once", () => {
  it("columns that are not there name the nearest that is, and where the plan asks for them", () => {
    const plan = { subgroups: [{ id: "sex", column: "gender" }], weight: "wieght", patient: "id" };
    const found = problemsOf({ p: [2], y: [1], gendre: ["f"], weight: [1] }, plan);
    expect(found.map(({ code, where }) => [code, where.planPath ?? where.column])).toEqual([
      ["SCORE_OUT_OF_RANGE", "p"],
      ["COLUMN_MISSING", "weight"],
      ["COLUMN_MISSING", "subgroups.0.column"],
      ["COLUMN_MISSING", "patient"],
    ]);
    expect(found[2]?.remedy).toContain('Did you mean "gendre"?');
  });

  it("no rows are a problem", () => {
    expect(problemsOf({ p: [], y: [] })[0]?.code).toBe("NO_ROWS");
  });
});
