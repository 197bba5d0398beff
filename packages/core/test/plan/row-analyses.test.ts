import { describe, expect, it } from "vitest";
import { AuditError, columnsOf, hasLevel, makeCohort, type PlanInput } from "../../src/index.ts";
import { planOf, tableOf } from "../support/tables.ts";

const reason = "It is a test.";
const labelChoice: NonNullable<PlanInput["labelChoice"]> = {
  label: "cost",
  margin: { ratio: [0.9, 1.1], reason },
  needs: [{ label: "conditions", margin: { difference: 0.2, reason }, seenWithoutCare: false }],
  by: "race",
  thresholds: [{ percentile: 97, reason }],
};
const sections: Partial<PlanInput> = {
  labels: { cost: { column: "c", label: "Cost" }, conditions: { column: "n", label: "Conditions" } },
  subgroups: [{ id: "race", column: "r", reference: { level: "W", reason } }],
};
const factor = {
  id: "asthma",
  column: "a",
  present: 1,
  expected: "raises-risk",
  declaredBy: "A clinician",
  declaredOn: "2026-01-31",
  reason,
} as const;
const treatmentMasking: NonNullable<PlanInput["treatmentMasking"]> = {
  treatment: { column: "icu", given: 1, label: "intensive care" },
  covariates: { numeric: ["age"], categorical: ["sex"] },
  factors: [{ ...factor, counterfactual: { ifPresent: "p1", ifAbsent: "p0" } }],
};

function pathsOf(rest: Partial<PlanInput>): string[] {
  try {
    planOf(rest);
  } catch (error) {
    if (error instanceof AuditError) return error.problems.map(({ where }) => where.planPath ?? "");
    throw error;
  }
  return [];
}

describe("label choice in a plan", () => {
  it("has its defaults filled in", () => {
    expect(planOf({ ...sections, labelChoice }).labelChoice).toMatchObject({
      bins: 20,
      legacySwapLoop: false,
      alternatives: [],
      features: [],
    });
  });

  it.each([
    ["a label that is not there", { label: "costs" }, "labelChoice.label"],
    ["a need that is the label", { needs: [{ label: "cost", seenWithoutCare: true }] }, "labelChoice.needs.0.label"],
    ["a need that is not there", { needs: [{ label: "ill", seenWithoutCare: true }] }, "labelChoice.needs.0.label"],
    ["an unknown subgroup", { by: "rase" }, "labelChoice.by"],
    ["a ratio that excludes 1", { margin: { ratio: [1.1, 1.2], reason } }, "labelChoice.margin.ratio"],
    ["a percentile of 100", { thresholds: [{ percentile: 100, reason }] }, "labelChoice.thresholds.0.percentile"],
    ["no margin's reason", { margin: { difference: 1 } }, "labelChoice.margin.reason"],
  ])("with %s is refused", (_what, change, path) => {
    expect(pathsOf({ ...sections, labelChoice: { ...labelChoice, ...change } as typeof labelChoice })).toEqual([path]);
  });

  it("is refused where a need is the label's column under another name", () => {
    const labels = { ...sections.labels, again: { column: "c", label: "Cost again" } };
    const needs = [{ label: "again", seenWithoutCare: true }];
    expect(pathsOf({ ...sections, labels, labelChoice: { ...labelChoice, needs } })).toEqual([
      "labelChoice.needs.0.label",
    ]);
  });
});

describe("treatment masking in a plan", () => {
  it.each([
    [
      "the treatment as covariate",
      { covariates: { numeric: ["age", "icu"] } },
      "treatmentMasking.covariates.numeric.1",
    ],
    ["the outcome as covariate", { covariates: { categorical: ["y"] } }, "treatmentMasking.covariates.categorical.0"],
    ["the score as covariate", { covariates: { numeric: ["p"] } }, "treatmentMasking.covariates.numeric.0"],
    ["the treatment as factor", { factors: [{ ...factor, column: "icu" }] }, "treatmentMasking.factors.0.column"],
    ["one factor twice", { factors: [factor, factor] }, "treatmentMasking.factors.1.id"],
    ["a date that is none", { factors: [{ ...factor, declaredOn: "soon" }] }, "treatmentMasking.factors.0.declaredOn"],
  ])("with %s is refused", (_what, change, path) => {
    expect(pathsOf({ treatmentMasking: { ...treatmentMasking, ...change } })).toEqual([path]);
  });

  it("asks for its columns, amounts as numbers", () => {
    const wanted = columnsOf(planOf({ treatmentMasking })).map(({ name, as }) => `${name} ${as ?? "as stored"}`);
    expect(wanted.slice(2)).toEqual([
      "icu as stored",
      "age number",
      "sex as stored",
      "a as stored",
      "p1 number",
      "p0 number",
    ]);
  });

  it("gives a cohort its columns: amounts, and levels that compare as numbers", () => {
    const table = tableOf({
      p: [0.1, 0.2, 0.3],
      y: [0, 1, 0],
      icu: [1, Number.NaN, 0],
      age: [50, Number.NaN, 70],
      sex: ["F", "M", undefined],
      a: [0, 1, 1],
      p1: [0.1, 0.1, 0.1],
      p0: [0.2, 0.2, 0.2],
    });
    const { columns } = makeCohort(planOf({ treatmentMasking }), table);
    expect([...columns.numeric.get("age")!]).toEqual([50, Number.NaN, 70]);
    expect([...columns.categorical.get("sex")!.codes]).toEqual([0, 1, Number.NaN]);
    expect([...hasLevel(columns.categorical.get("icu")!, "1")!]).toEqual([1, Number.NaN, 0]);
    expect(hasLevel(columns.categorical.get("sex")!, "f")).toBeUndefined();
  });
});
