import { describe, expect, it } from "vitest";
import { AuditError, makeCohort, type PlanInput, UNKNOWN } from "../../src/index.ts";
import { periodOf } from "../../src/roles/period-cut.ts";
import { planOf, tableOf } from "../support/tables.ts";

const reason = "It is a test.";

describe("cutting dates to periods", () => {
  it.each([
    ["2026-03-09", "month", "2026-03"],
    ["2026-03-09T23:59:00+02:00", "quarter", "2026-Q1"],
    ["2026-01-01", "week", "2026-W01"],
    ["2027-01-03", "week", "2026-W53"],
    ["2024-12-30", "week", "2025-W01"],
    ["2026-02-30", "month", undefined],
    ["March 2026", "month", undefined],
  ] as const)("%s by %s is %s", (text, cut, period) => {
    expect(periodOf(text, cut)).toBe(period);
  });

  const rows = { p: [0.1, 0.2, 0.3], y: [0, 1, 0] };
  const plan = (rest: Partial<NonNullable<PlanInput["monitoring"]>>) => planOf({ period: "d", monitoring: rest });
  it("makes the levels of the period, in order", () => {
    const table = tableOf({ ...rows, d: ["2026-02-03", "2026-01-31", "2026-02-28"] });
    const { period } = makeCohort(plan({ cut: "month" }), table);
    expect(period?.levels.slice(1)).toEqual(["2026-01", "2026-02"]);
    expect([...period!.codes]).toEqual([2, 1, 2]);
  });

  it("names the row of a date that is none", () => {
    const table = tableOf({ ...rows, d: ["2026-02-03", "last spring", "2026-02-28"] });
    expect(() => makeCohort(plan({ cut: "month" }), table)).toThrowError(
      expect.objectContaining({
        problems: [expect.objectContaining({ seen: "last spring", where: { file: "rows.csv", row: 3, column: "d" } })],
      }) as Error,
    );
  });

  it("takes away outcomes that are not due at the data cut, events too, and counts them", () => {
    const matured = { column: "d", days: 30, dataCut: "2026-03-31" };
    const table = tableOf({ ...rows, y: [0, 1, 1], d: ["2026-03-01", "2026-03-02", "2026-02-01"] });
    const cohort = makeCohort(plan({ cut: "month", matured }), table);
    expect([...cohort.outcome]).toEqual([0, UNKNOWN, 1]);
    expect(cohort.ledger).toMatchObject({ missingOutcome: 1, notMatured: 1, analysed: 2 });
  });
});

describe("a plan's monitoring", () => {
  const paths = (rest: Partial<PlanInput>): (string | undefined)[] => {
    try {
      planOf(rest);
    } catch (error) {
      if (error instanceof AuditError) return error.problems.map(({ where }) => where.planPath);
      throw error;
    }
    return [];
  };
  it.each([
    ["no period", { monitoring: {} }, ["period"]],
    ["an unknown subgroup", { period: "m", monitoring: { subgroups: ["sex"] } }, ["monitoring.subgroups.0"]],
    [
      "a margin on one side of no change",
      {
        period: "m",
        monitoring: { features: { numeric: [{ column: "x" }], median: [1.1, 1.2] as [number, number], reason } },
      },
      ["monitoring.features.median"],
    ],
    [
      "an alarm on an ordinal score",
      {
        period: "m",
        score: { column: "p", kind: "ordinal", direction: "higher-is-riskier" },
        monitoring: { alarm: { oddsRatio: 2, runLength: 500, reason } },
      },
      ["monitoring.alarm"],
    ],
    [
      "the outcome as treatment",
      {
        period: "m",
        monitoring: { intervention: { description: "x", treatment: { column: "y", given: 1, label: "x" } } },
      },
      ["monitoring.intervention.treatment.column"],
    ],
  ] satisfies [string, Partial<PlanInput>, string[]][])("with %s is refused at its place", (_, rest, expected) => {
    expect(paths(rest)).toEqual(expected);
  });
});
