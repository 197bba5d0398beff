import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AuditError, checkPlan, loadPlan, parsePlan, type PlanInput, type Problem } from "../../src/index.ts";

const text = `# a plan
auscult: 1
title: Readmission
model: {name: R, version: "1.10", intendedPurpose: Ask who needs a call.}
data: {source: cohort.csv}
score: {column: p, kind: probability, direction: higher-is-riskier}
outcome:
  column: "y"
  positive: 1
  negative: [0]
  description: Readmitted within 30 days, from the register.
subgroups:
  - {id: sex, column: sex}
  - {id: age, column: age, bands: [40, 65], reference: {level: ">=65", reason: The largest.}}
intersections: [[sex, age]]
thresholds: [{at: 0.2, reason: In use.}]
primary: {metric: sensitivity, threshold: 0.2, reason: Missed patients are harmed.}
margins: {sensitivity: {difference: 0.05, reason: Agreed with the ward.}}
`;

function problemsOf(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
  throw new Error("the plan was accepted");
}

/** The plan above with one text replaced; the replacement must be found. */
function withChange(from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

/** Each problem as its code and plan path, and the text that stands where it points. */
function toldOf(source: string): string[][] {
  const lines = source.split("\n");
  return problemsOf(() => parsePlan(source)).map(({ code, where }) => [
    `${code} ${where.planPath}`,
    lines[where.line! - 1].slice(where.character! - 1),
  ]);
}

describe("a sound plan", () => {
  it("is read with its defaults filled in", () => {
    const plan = parsePlan(text);
    expect(plan.unitOfAnalysis).toEqual({ unit: "prediction", take: "all" });
    expect(plan.policy).toEqual({
      bootstrap: { replicates: 1000 },
      level: 0.95,
      multiplicity: "holm",
      minimumEvents: 10,
      seed: 20260101,
    });
    expect(plan.outcome.positive).toBe("1");
  });

  it("keeps the spelling of levels, so that 01 is not 1 and True is not true", () => {
    const plan = parsePlan(
      withChange("positive: 1\n  negative: [0]", "positive: 01\n  negative: [1.0, True, 1e3, no]"),
    );
    expect([plan.outcome.positive, plan.outcome.negative]).toEqual(["01", ["1.0", "True", "1e3", "no"]]);
    expect(plan.policy.level).toBe(0.95);
  });

  it("may be JSON, and may use an anchor twice", () => {
    expect(parsePlan(JSON.stringify(parsePlan(text))).title).toBe("Readmission");
    const anchored = withChange("reason: In use.", "reason: &why In use.").replace(
      "reason: The largest.",
      "reason: *why",
    );
    expect(() => parsePlan(anchored)).toThrow("alias has no anchor");
    const inOrder = withChange("reason: The largest.", "reason: &why Agreed.").replace(
      "reason: In use.",
      "reason: *why",
    );
    expect(parsePlan(inOrder).thresholds[0].reason).toBe("Agreed.");
  });

  it("from code equals the same plan from text, and the input is not changed", () => {
    const input = structuredClone(parsePlan(text)) as PlanInput;
    const frozen = Object.freeze(input);
    expect(checkPlan(frozen)).toEqual(parsePlan(text));
  });
});

describe("a mistake is told with its place", () => {
  it("a score needs a column or a model, and not both", () => {
    expect(toldOf(withChange("column: p, kind", "kind")).map(([told]) => told)).toEqual(["PLAN_INVALID score.column"]);
    const model = "model: {kind: coefficients, file: m.json, inputs: [{column: x, kind: numeric}]}";
    expect(toldOf(withChange("column: p, kind", `column: p, ${model}, kind`)).map(([told]) => told)).toEqual([
      "PLAN_INVALID score.column",
    ]);
    expect(parsePlan(withChange("column: p, kind", `${model}, kind`)).score.model?.batch).toBe(4096);
  });

  it.each([
    ["an unknown key", "title:", "titel:", "UNKNOWN_KEY titel", "titel: R"],
    ["a wrong choice", "kind: probability", "kind: prob", "INVALID score.kind", "prob,"],
    ["a missing key", ", direction: higher-is-riskier", "", "INVALID score.direction", "score: {"],
    ["a number for a text", '"1.10"', "1.10", "INVALID model.version", "1.10,"],
    ["an empty value", "negative: [0]", "negative:", "INVALID outcome.negative", "negative:"],
    [
      "a threshold not declared",
      "threshold: 0.2, reason: M",
      "threshold: 0.3, reason: M",
      "INVALID primary.threshold",
      "0.3,",
    ],
    ["a misspelt choice key", "at: 0.2,", "topfraction: 0.2,", "UNKNOWN_KEY thresholds.0.topfraction", "topfr"],
    ["an intersection of nothing", "[[sex, age]]", "[[sex, aeg]]", "INVALID intersections.0.1", "aeg]]"],
    ["an intersection with itself", "[[sex, age]]", "[[sex, sex]]", "INVALID intersections.0", "[sex, sex]]"],
    ["an intersection twice", "[[sex, age]]", "[[sex, age], [age, sex]]", "INVALID intersections.1", "[age, sex]]"],
    ["bands that do not ascend", "[40, 65]", "[70, 65]", "INVALID subgroups.1.bands.1", "65],"],
    ["a reference that is no band", '">=65"', '">=66"', "INVALID subgroups.1.reference.level", '">=66"'],
    [
      "a ratio's margin on one side",
      "difference: 0.05",
      "ratio: [0.5, 0.9]",
      "INVALID margins.sensitivity.ratio",
      "[0.5",
    ],
    ["the score as its own outcome", 'column: "y"', "column: p", "INVALID outcome.column", "p"],
    ["a level both ways", "negative: [0]", "negative: [0, 1]", "INVALID outcome.negative.1", "1]"],
    [
      "a threshold twice",
      "reason: In use.}",
      "reason: In use.}, {at: 0.2, reason: x}",
      "INVALID thresholds.1.at",
      "0.2, reason: x",
    ],
  ])("%s", (_, from, to, told, place) => {
    const [first, ...others] = toldOf(withChange(from, to));
    expect(others).toEqual([]);
    expect(first[0]).toBe(`PLAN_${told}`);
    expect(first[1].slice(0, place.length)).toBe(place);
  });

  it("a threshold outside 0 to 1, and what refers to it", () => {
    expect(toldOf(withChange("at: 0.2", "at: 12")).map(([told]) => told)).toEqual([
      "PLAN_INVALID thresholds.0.at",
      "PLAN_INVALID primary.threshold",
    ]);
  });

  it("an unknown key names the nearest known one, and the key it stands for is not called missing", () => {
    const problems = problemsOf(() => parsePlan(withChange("title:", "titel:")));
    expect(problems).toHaveLength(1);
    expect(problems[0].remedy).toContain('Did you mean "title"?');
  });

  it("all of them at once, in the order of the file", () => {
    const lines = problemsOf(() => parsePlan("auscult: 2\nscore: {}\n")).map(({ where }) => where.planPath);
    expect(lines).toEqual(["title", "model", "data", "outcome", "primary", "auscult", "score.kind", "score.direction"]);
  });

  it.each([
    ["unit: patient, take: all", "by"],
    ["unit: patient, take: first, by: id", "orderBy"],
    ["unit: admission, take: highest, by: id, orderBy: t", "orderBy"],
    ["unit: prediction, take: first", "take"],
    ["unit: prediction, take: all, by: id", "by"],
  ])("a unit of analysis of %s", (unit, key) => {
    const problems = problemsOf(() => parsePlan(`${text}unitOfAnalysis: {${unit}}\n`));
    expect(problems.map(({ where }) => where.planPath)).toEqual([`unitOfAnalysis.${key}`]);
  });
});

describe("what is not a plan", () => {
  it.each([
    ["nothing", "", "FILE_EMPTY"],
    ["a number", "3", "PLAN_INVALID"],
    ["a broken list", "a: [1", "PLAN_UNREADABLE"],
    ["the same key twice", "a: 1\na: 2", "PLAN_UNREADABLE"],
    ["a tab for indentation", "a:\n\tb: 1", "PLAN_UNREADABLE"],
    ["two documents", "a: 1\n---\nb: 2", "PLAN_UNREADABLE"],
    ["a custom tag", "a: !!js/function 'x'", "PLAN_UNREADABLE"],
    ["a prototype key", "__proto__: {auscult: 1}", "PLAN_UNKNOWN_KEY"],
    ["a prototype key in a record", "labels: {constructor: {column: a, label: b}}", "PLAN_UNKNOWN_KEY"],
    ["an endless nesting", "[".repeat(100_000), "PLAN_UNREADABLE"],
    ["a data file", "x".repeat(1_000_001), "PLAN_UNREADABLE"],
  ])("%s", (_, source, code) => {
    const problems = problemsOf(() => parsePlan(source));
    expect(problems[0].code).toBe(code);
    expect(problems.length).toBeLessThan(10);
  });

  it("a bomb of aliases", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ..."b c d e f g h i".split(" ")].map((line, i, all) => {
      const before = all[i - 1]?.[0];
      return i === 0 ? line : `${line}: &${line} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`;
    });
    expect(problemsOf(() => parsePlan(bomb.join("\n")))[0].what).toContain("aliases multiply");
  });

  it("an object whose prototype key the schema would pass over", () => {
    const hostile = JSON.parse('{"auscult":1,"margins":{"__proto__":{"difference":1,"reason":"x"}}}') as PlanInput;
    expect(problemsOf(() => checkPlan(hostile))[0].where.planPath).toBe("margins.__proto__");
  });
});

describe("a plan file", () => {
  it("comes with its hash, its absolute path and its text", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "auscult-plan-")), "p.audit.yaml");
    writeFileSync(path, text);
    const loaded = await loadPlan(path);
    expect(loaded.text).toBe(text);
    expect(loaded.path).toBe(path);
    expect(loaded.sha256).toMatch(/^[0-9a-f]{64}$/);
    writeFileSync(path, Buffer.from([0x61, 0xff, 0xfe]));
    await expect(loadPlan(path)).rejects.toThrow("not UTF-8");
  });

  it("that is not there, or is a folder, is said so", async () => {
    await expect(loadPlan("/nonexistent/p.audit.yaml")).rejects.toThrow("does not exist");
    await expect(loadPlan(tmpdir())).rejects.toThrow("cannot be read (EISDIR)");
  });
});
