import type { Contrast } from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { auditReportSchema, type ComposeInput, compose, type Finding } from "../src/index.ts";
import { sampleInput, sampleReport, without } from "./sample.ts";

const input = deepFreeze(sampleInput());
const report = compose(input);

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

function withFamily(change: (contrast: Contrast) => Contrast): ComposeInput {
  return { ...input, contrasts: input.contrasts.map((c) => (c.inFamily ? change(c) : c)) };
}

const kinds = (i: ComposeInput): string[] => compose(i).statements.map((s) => s.kind);

test("the report is whole: it survives JSON and its own schema", () => {
  const back: unknown = JSON.parse(JSON.stringify(report));
  expect(auditReportSchema.parse(back)).toEqual(report);
  expect(compose(input)).toEqual(report);
});

test("nothing that was computed is left out", () => {
  expect(report.estimates).toHaveLength(input.estimates.length);
  expect(report.contrasts).toHaveLength(input.contrasts.length);
  expect(report.curves).toHaveLength(input.curves.length);
  expect(report.attributes.flatMap((a) => a.subgroups)).toEqual(
    input.cohort.subgroups.filter((s) => s.of.length > 0).map((s) => s.id),
  );
});

describe("headlines", () => {
  test("performance, gap, open, equivalent and not estimable each have theirs", () => {
    expect(kinds(input)).toEqual([
      "overall",
      "gap-shown",
      "inconclusive",
      "equivalent",
      "not-estimable",
      "calibration",
      "missing-outcome",
    ]);
    expect(report.statements.find((s) => s.kind === "gap-shown")).toMatchObject({ subgroup: "ethnicity=Black" });
  });

  test("a gap that does not hold over its family is not a headline", () => {
    const doubted = withFamily((c) => (c.verdict === "inequity_demonstrated" ? { ...c, pAdjusted: 0.06 } : c));
    expect(kinds(doubted)).not.toContain("gap-shown");
    const black = compose(doubted).contrasts.find((c) => c.subgroup === "ethnicity=Black" && c.inFamily);
    expect(black).toMatchObject({ verdict: "inequity_demonstrated", summary: "inconclusive" });
  });

  test("many gaps: three are named, the rest are counted", () => {
    const all = withFamily((c) => ({ ...c, verdict: "inequity_demonstrated", pAdjusted: 0.001 }));
    const { statements } = compose(all);
    expect(statements.filter((s) => s.kind === "gap-shown")).toHaveLength(3);
    const more = statements.find((s) => s.kind === "more-gaps-shown");
    expect(more?.subgroups).toHaveLength(report.family.contrasts - 3);
  });

  test("an open question tells the range of gaps that could have been seen", () => {
    const open = report.statements.find((s) => s.kind === "inconclusive");
    expect(open?.detectable?.least).toBeGreaterThan(0);
    expect(open?.detectable?.most).toBeGreaterThan(open?.detectable?.least as number);
    const uncertain = withFamily((c) => ({ ...c, verdict: "difference_of_uncertain_relevance" }));
    const told = compose(uncertain).statements.find((s) => s.kind === "inconclusive");
    expect(told?.different).toEqual(told?.subgroups);
  });

  test("without a margin nothing is judged; without contrasts that is said", () => {
    expect(kinds(withFamily((c) => ({ ...c, margin: null, verdict: "margin_not_declared" })))).toContain("not-judged");
    expect(kinds({ ...input, contrasts: [] })).toContain("no-subgroups");
  });

  test("no verdict ever becomes a pass by being absent", () => {
    const undone = withFamily((c) => ({
      ...c,
      status: "undefined",
      value: null,
      interval: null,
      verdict: "not_estimable",
    }));
    expect(
      compose(undone)
        .contrasts.filter((c) => c.inFamily)
        .map((c) => c.summary),
    ).not.toContain("equivalent");
  });
});

describe("numbers", () => {
  test("infinities are words", () => {
    const [first, ...rest] = input.estimates;
    const wide = {
      ...first,
      interval: { ...first.interval!, high: Number.POSITIVE_INFINITY, low: Number.NEGATIVE_INFINITY },
    };
    expect(compose({ ...input, estimates: [wide, ...rest] }).estimates[0]?.interval).toMatchObject({
      low: "-infinity",
      high: "infinity",
    });
  });

  test("NaN is refused with its place", () => {
    const [first, ...rest] = input.estimates;
    expect(() => compose({ ...input, estimates: [{ ...first, value: Number.NaN }, ...rest] })).toThrow(
      "report.estimates[0].value is NaN",
    );
  });
});

describe("what was not assessed", () => {
  const codes = (i: ComposeInput): string[] => compose(i).notAssessed.map((n) => n.code);

  test("what no audit of predictions can show is always named", () => {
    expect(codes(input)).toEqual(
      expect.arrayContaining(["OUTCOME_VALIDITY", "HUMAN_OVERSIGHT", "DEVELOPMENT_DATA", "CLINICAL_EFFECT"]),
    );
  });

  test.each([
    ["NO_MARGIN", (i: ComposeInput) => ({ ...i, plan: { ...i.plan, margins: {} } })],
    ["NO_THRESHOLDS", (i: ComposeInput) => ({ ...i, thresholds: [] })],
    [
      "ORDINAL_SCORE",
      (i: ComposeInput) => ({ ...i, plan: { ...i.plan, score: { ...i.plan.score, kind: "ordinal" as const } } }),
    ],
    [
      "NO_SUBGROUPS",
      (i: ComposeInput) => ({ ...i, cohort: { ...i.cohort, subgroups: i.cohort.subgroups.slice(0, 1) } }),
    ],
    ["NO_UTILITY_RANGE", (i: ComposeInput) => ({ ...i, plan: without(i.plan, "utility") })],
    ["NO_PATIENT_IDENTIFIER", (i: ComposeInput) => ({ ...i, cohort: without(i.cohort, "patients") })],
  ] as const)("%s where the plan or the data lack it, and only there", (code, without) => {
    expect(codes(input)).not.toContain(code);
    expect(codes(without(input))).toContain(code);
  });

  test("a subgroup that cannot be estimated is named with the primary metric", () => {
    expect(compose(input).notAssessed).toContainEqual({
      code: "SUBGROUP_NOT_ESTIMABLE",
      subgroups: ["ethnicity=Other"],
    });
  });

  test("an analysis that was done is not called missing", () => {
    const found = sampleReport({ findings: [FINDING] });
    expect(found.notAssessed.map((n) => n.code)).not.toContain("NO_LABEL_CHOICE");
    expect(found.statements).toContainEqual({
      kind: "finding",
      finding: "label-choice-cost",
      verdict: "label_choice_bias_supported",
    });
  });
});

const FINDING: Finding = {
  id: "label-choice-cost",
  kind: "label-choice",
  subject: "cost",
  verdict: "label_choice_bias_supported",
  scope: "counts",
  exploratory: false,
  numbers: [],
  tables: [],
  charts: [],
  source: [],
};
