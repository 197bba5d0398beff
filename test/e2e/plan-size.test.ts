import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { auscult, emptyFolder } from "./auscult.ts";
import { writePlan } from "./cohort.ts";

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});

const PRIMARY = "primary: { metric: auroc, reason: Declared for the test. }\n";
const planned = (section: string): void => writePlan(folder, { [PRIMARY]: `${PRIMARY}planSize:\n${section}` });

interface Size {
  readonly criteria: readonly {
    readonly group: { readonly id: string } | null;
    readonly criterion: string;
    readonly rows: number;
    readonly events: number;
    readonly inAll: number;
  }[];
  readonly comparisons: readonly { readonly kind: string; readonly inAll: number; readonly rows: readonly number[] }[];
  readonly inAll: number;
  readonly months: number | null;
}
function size(): Size {
  const { code, stdout, stderr } = auscult(folder, ["plan-size", "plan.audit.yaml", "--json"]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Size;
}

describe("plan-size", () => {
  test("Riley's example: 905.04 for O:E, printed as 905 and rounded up here, 4252 for the AUROC, 4554 for the slope of N(−5, 2.5)", () => {
    planned(`  prevalence: 0.018
  observedExpected: { ratio: 1, width: 1 }
  slope: { width: 0.2, logOdds: { mean: -5, deviation: 2.5 } }
  auroc: { value: 0.8, width: 0.1 }
  reason: Riley et al. 2021
`);
    const { criteria, inAll, months } = size();
    expect(criteria.map(({ criterion, rows }) => [criterion, rows])).toEqual([
      ["observedExpected", 906],
      ["slope", 4554],
      ["auroc", 4252],
    ]);
    expect([inAll, months]).toEqual([4554, null]);
  });

  test("5614 for the slope of N(−2.5, 1), and about 3461 and 1008 by another implementation for O:E and AUROC", () => {
    planned(`  prevalence: 0.1
  observedExpected: { width: 0.2 }
  slope: { width: 0.2, logOdds: { mean: -2.5, deviation: 1 } }
  auroc: { value: 0.75, width: 0.1 }
  reason: pmvalsampsize
`);
    const [ratio, slope, auroc] = size().criteria.map(({ rows }) => rows);
    expect(slope).toBe(5614);
    // It rounds the standard error, and steps.
    expect(Math.abs(ratio! / 3461 - 1)).toBeLessThan(0.01);
    expect(Math.abs(auroc! - 1008)).toBeLessThanOrEqual(1);
  });

  test("a group needs its own patients, and the study enough to bring them; months by this hospital's rate", () => {
    planned(`  prevalence: 0.1
  auroc: { value: 0.8, width: 0.1 }
  groups:
    - { id: old, label: 80 and over, share: 0.2, prevalence: 0.25, auroc: 0.7 }
    - { id: young, share: 0.8, prevalence: 0.0625 }
  equivalence:
    - { metric: sensitivity, between: [old, young], value: 0.8, margin: 0.1, power: 0.8, reason: Agreed. }
  gaps:
    - { between: [old, young], auroc: 0.75, gap: 0.1, reason: Agreed. }
  perMonth: 300
  reason: Last year's admissions.
`);
    const { criteria, comparisons, inAll, months } = size();
    const old = criteria.find(({ group }) => group?.id === "old")!;
    expect(old.inAll).toBe(Math.ceil(old.rows / 0.2));
    expect(old.events).toBe(Math.ceil(old.rows * 0.25));
    // Equal events in both groups: n = 2 p(1 − p)(z₀.₉₇₅ + z₀.₉)² / margin², of 5 % of all patients each.
    const [equivalence, gap] = comparisons;
    const each = (2 * 0.8 * 0.2 * (1.959964 + 1.281552) ** 2) / 0.01;
    expect(Math.abs(equivalence!.inAll * 0.05 - each)).toBeLessThan(0.06);
    expect(gap!.inAll).toBeGreaterThan(500);
    expect(inAll).toBe(Math.max(...criteria.map((c) => c.inAll), ...comparisons.map((c) => c.inAll)));
    expect(months).toBe(Math.ceil(inAll / 300));
  });

  test("the slope from the predictions at hand, of which no outcome is needed", () => {
    writeFileSync(
      join(folder, "cohort.csv"),
      `score\n${Array.from({ length: 99 }, (_, i) => (i + 1) / 100).join("\n")}\n`,
    );
    planned("  prevalence: 0.5\n  slope: { width: 0.4, logOdds: scores }\n  reason: Agreed.\n");
    const [slope] = size().criteria;
    // Symmetric about 0, so that intercept and slope do not depend on each other: n = 1 / (se² mean(x² p (1 − p))).
    const risks = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
    const information = risks.reduce((sum, p) => sum + Math.log(p / (1 - p)) ** 2 * p * (1 - p), 0) / 99;
    expect(slope!.rows).toBe(Math.ceil(((2 * 1.959963984540054) / 0.4) ** 2 / information));
  });

  test("writes a page, in Danish too, and reads no data", () => {
    planned("  prevalence: 0.1\n  auroc: { value: 0.8, width: 0.1 }\n  perMonth: 50\n  reason: Agreed.\n");
    const { code, stdout } = auscult(folder, ["plan-size", "plan.audit.yaml"]);
    expect(code).toBe(0);
    expect(stdout).toContain("# How many patients: Deaths");
    expect(stdout).toContain("| Everybody | AUROC |");
    expect(auscult(folder, ["plan-size", "plan.audit.yaml", "-o", "size.md", "--language", "da"]).code).toBe(0);
    expect(readFileSync(join(folder, "size.md"), "utf8")).toContain("# Hvor mange patienter: Deaths");
  });

  test.each([
    ["no section", "", "planSize"],
    ["nothing asked for", "planSize:\n  prevalence: 0.1\n  reason: x\n", "nothing is asked for"],
    [
      "a group that is not there",
      "planSize:\n  prevalence: 0.1\n  groups: [{ id: men, share: 0.5, prevalence: 0.1 }]\n  gaps: [{ between: [men, mens], auroc: 0.8, gap: 0.1, reason: x }]\n  reason: x\n",
      'Did you mean "men"?',
    ],
  ])("with %s says what to do", (_, section, words) => {
    writePlan(folder, { [PRIMARY]: `${PRIMARY}${section}` });
    const { code, stdout, stderr } = auscult(folder, ["plan-size", "plan.audit.yaml"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });

  test("an unknown language is refused", () => {
    planned("  prevalence: 0.1\n  auroc: { value: 0.8, width: 0.1 }\n  reason: Agreed.\n");
    const { code, stderr } = auscult(folder, ["plan-size", "plan.audit.yaml", "--language", "sv"]);
    expect(code).toBe(2);
    expect(stderr).toContain("en, da");
  });
});
