import { describe, expect, it, test } from "vitest";
import {
  AuditError,
  checkPlan,
  EVENT,
  makeCohort,
  NON_EVENT,
  parsePlan,
  type PlanInput,
  printSelect,
  type Problem,
  subgroup,
  subgroupRows,
  UNKNOWN,
} from "../src/index.ts";
import { planOf, tableOf } from "./support/tables.ts";

type Columns = Parameters<typeof tableOf>[0];
const TIME: PlanInput["outcome"] = {
  kind: "time-to-event",
  column: "status",
  time: "days",
  event: "failed",
  competing: ["died"],
  censored: ["followed"],
  horizon: { at: 365, unit: "days" },
  description: "Failure of the kidneys.",
};
const AMOUNT: PlanInput["outcome"] = {
  kind: "continuous",
  column: "stay",
  prediction: "predicted",
  unit: "days",
  description: "Length of stay.",
};
const CLASSES: PlanInput["outcome"] = {
  kind: "multi-class",
  column: "class",
  classes: [
    { level: "red", probability: "p_red" },
    { level: "yellow", probability: "p_yellow" },
    { level: "green", probability: "p_green" },
  ],
  description: "Triage.",
};
const FOLLOWED = {
  p: [0.1, 0.4, 0.7, 0.2, 0.3],
  days: [400, 100, 365, 50, Number.NaN],
  status: ["followed", "died", "failed", "followed", "followed"],
};

/** The plan of a kind; a kind that names its own predictions has no score. */
function ofKind(outcome: PlanInput["outcome"], rest: Partial<PlanInput> = {}) {
  const { score, ...plan } = planOf() as PlanInput;
  return checkPlan({ ...plan, ...(outcome.kind === "time-to-event" ? { score } : {}), outcome, ...rest });
}

function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
  throw new Error("it was accepted");
}

const told = (run: () => unknown): string[] => problemsOf(run).map((p) => `${p.where.planPath}: ${p.what}`);
const inData = (outcome: PlanInput["outcome"], columns: Columns): readonly Problem[] =>
  problemsOf(() => makeCohort(ofKind(outcome), tableOf(columns)));

describe("the plan's outcome", () => {
  it("is binary where no kind is named", () => {
    expect(planOf().outcome.kind).toBe("binary");
  });

  test.each([
    ["a level in two roles", { ...TIME, competing: ["followed"] }, "outcome.censored.0: the level is listed twice"],
    [
      "one column for time and status",
      { ...TIME, time: "status" },
      "outcome.time: the time and the status are the same column",
    ],
    ["a tau before the horizon", { ...TIME, tau: 100 }, "outcome.tau: Uno's C would stop before the horizon (365)"],
    [
      "one column for both amounts",
      { ...AMOUNT, prediction: "stay" },
      "outcome.prediction: the prediction and the outcome are the same column",
    ],
    [
      "a class twice",
      { ...CLASSES, classes: [CLASSES.classes[0], { level: "red", probability: "q" }] },
      "outcome.classes.1.level: the class is listed twice",
    ],
  ] as [string, PlanInput["outcome"], string][])("with %s is a mistake with its place", (_, outcome, expected) => {
    expect(told(() => ofKind(outcome))).toEqual([expected]);
  });

  it("names its keys by its kind", () => {
    const yaml = (kind: string, key: string) => `auscult: 1
title: T
model: { name: M, version: "1", intendedPurpose: P. }
data: { source: a.csv }
outcome: { kind: ${kind}, column: y, prediction: p, unit: days, description: D., ${key}: x }
primary: { metric: meanError, reason: R. }
`;
    const [unknown] = problemsOf(() => parsePlan(yaml("continuous", "positive")));
    expect(unknown.remedy).toBe("Known keys here: kind, column, prediction, unit, description.");
    const [kind] = problemsOf(() => parsePlan(yaml("continous", "unit2")));
    expect(kind).toMatchObject({ seen: "continous", where: { planPath: "outcome.kind", line: 5 } });
    expect(kind.remedy).toContain('Did you mean "continuous"?');
  });

  it("needs a score where the kind has one, and none where it names its predictions", () => {
    const { score } = planOf();
    expect(told(() => checkPlan({ ...(planOf() as PlanInput), score: undefined }))).toEqual([
      'score: "score" is missing',
    ]);
    expect(told(() => ofKind(AMOUNT, { score }))).toEqual([
      "score: a continuous outcome has no score: what the model gave stands under outcome.prediction",
    ]);
  });

  it("refuses what is made for binary outcomes, rather than pass over it", () => {
    expect(told(() => ofKind(TIME, { thresholds: [{ at: 0.2, reason: "Used." }] }))).toEqual([
      "thresholds: this is not available for a time-to-event outcome",
    ]);
  });

  it("is no column that identifies patients", () => {
    expect(told(() => ofKind(TIME, { patient: "days" }))).toEqual([
      "outcome.time: the column identifies patients or admissions",
    ]);
  });

  it("is counted by an engine only where it is binary", () => {
    expect(told(() => printSelect(ofKind(TIME), "t"))).toEqual(["outcome.kind: an engine counts binary outcomes only"]);
  });
});

describe("follow-up", () => {
  it("is read as times and codes, and the ledger accounts for who lacks either", () => {
    const { happened, outcome, ledger } = makeCohort(ofKind(TIME), tableOf(FOLLOWED));
    expect(happened).toEqual({
      kind: "time-to-event",
      time: Float64Array.of(400, 100, 365, 50, Number.NaN),
      status: Float64Array.of(0, 2, 1, 0, 0),
    });
    expect([...outcome]).toEqual([NON_EVENT, NON_EVENT, EVENT, NON_EVENT, UNKNOWN]);
    expect(ledger).toMatchObject({ cohortRows: 5, missingOutcome: 1, missingScore: 0, analysed: 4 });
  });

  it("before its start, and of a status that the plan does not name, is told with file, row, column and value", () => {
    expect(inData(TIME, { ...FOLLOWED, days: [400, 100, -2, 50, 1] })).toMatchObject([
      { code: "VALUE_INVALID", where: { file: "rows.csv", row: 4, column: "days" }, seen: "-2" },
    ]);
    const [unknown] = inData(TIME, { ...FOLLOWED, status: ["followed", "dead", "failed", "followed", "followed"] });
    expect(unknown).toMatchObject({ code: "OUTCOME_LEVEL_UNKNOWN", where: { row: 3, column: "status" }, seen: "dead" });
    expect(unknown.remedy).toContain("outcome.competing");
  });

  it("of a column that is not there names where the plan asks for it", () => {
    const { days: _, ...rest } = FOLLOWED;
    expect(inData(TIME, rest)).toMatchObject([
      { code: "COLUMN_MISSING", where: { column: "days", planPath: "outcome.time" } },
    ]);
  });
});

describe("amounts and classes", () => {
  it("are read beside their predictions; a row without either is accounted for", () => {
    const stay = makeCohort(ofKind(AMOUNT), tableOf({ stay: [3, Number.NaN, 5], predicted: [2, 4, Number.NaN] }));
    expect(stay.happened).toEqual({ kind: "continuous", value: Float64Array.of(3, Number.NaN, 5) });
    expect(stay.ledger).toMatchObject({ missingScore: 1, missingOutcome: 1, analysed: 1 });
    const triage = makeCohort(
      ofKind(CLASSES),
      tableOf({
        class: ["green", "red", undefined, "yellow"],
        p_red: [0.1, 0.7, 0.3, Number.NaN],
        p_yellow: [0.2, 0.2, 0.3, 0.5],
        p_green: [0.7, 0.1, 0.4, 0.5],
      }),
    );
    expect(triage.happened).toMatchObject({ classOf: Float64Array.of(2, 0, Number.NaN, 1) });
    expect(triage.ledger).toMatchObject({ missingScore: 1, missingOutcome: 1, analysed: 2 });
  });

  it("refuses probabilities that do not sum to 1, but not for rounding", () => {
    const columns = { class: ["red", "green"], p_red: [0.33, 0.5], p_yellow: [0.33, 0.2], p_green: [0.33, 0.2] };
    expect(inData(CLASSES, columns)).toMatchObject([
      {
        code: "SCORE_OUT_OF_RANGE",
        what: "the probabilities of the 3 classes do not sum to 1",
        seen: "0.9",
        where: { row: 3 },
      },
    ]);
    expect(makeCohort(ofKind(CLASSES), tableOf({ ...columns, p_green: [0.33, 0.3] })).rows).toBe(2);
  });

  it("keeps what happened with its row where one prediction a patient is taken", () => {
    const plan = ofKind(AMOUNT, {
      patient: "who",
      unitOfAnalysis: { unit: "patient", take: "last", by: "who", orderBy: "day" },
    });
    const columns = { who: ["a", "a", "b"], day: [1, 2, 1], stay: [3, 4, 5], predicted: [1, 2, 3] };
    const { happened, score } = makeCohort(plan, tableOf(columns));
    expect([happened, [...score]]).toEqual([{ kind: "continuous", value: Float64Array.of(4, 5) }, [2, 3]]);
  });
});

test("the rows of a subgroup and of the rest are all rows, each once", () => {
  const plan = ofKind(AMOUNT, { subgroups: [{ id: "sex", column: "sex" }] });
  const cohort = makeCohort(
    plan,
    tableOf({ stay: [1, 2, 3, 4], predicted: [1, 2, 3, 4], sex: ["f", "m", undefined, "f"] }),
  );
  const women = subgroup({ attribute: "sex", level: "f" });
  expect([...subgroupRows(cohort, women)]).toEqual([0, 3]);
  expect([...subgroupRows(cohort, { restOf: women })]).toEqual([1, 2]);
});
