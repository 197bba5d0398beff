import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { PlanInput } from "@auscult/core";
import { audit } from "auscult";
import { describe, expect, onTestFinished, test, vi } from "vitest";

vi.setConfig({ testTimeout: 180_000 });

const fixture = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "asthma-pneumonia");
const [header, ...lines] = gunzipSync(readFileSync(join(fixture, "cohort.csv.gz")))
  .toString()
  .trimEnd()
  .split("\n");
const names = header!.split(",");
interface Table {
  readonly terms: readonly {
    readonly input: string;
    readonly coefficient?: number;
    readonly levels?: Readonly<Record<string, number>>;
  }[];
}
const model = JSON.parse(readFileSync(join(fixture, "model.json"), "utf8")) as Table;

type Row = Record<string, string>;
type Section = NonNullable<PlanInput["treatmentMasking"]>;

const LEVELS = ["sex", "asthma", "copd"];
const covariates = {
  numeric: ["age", "respiratory_rate", "systolic_bp", "urea"],
  categorical: [
    "sex",
    "asthma",
    "copd",
    "heart_failure",
    "cancer",
    "vaccinated",
    "altered_mental_status",
    "multilobar",
  ],
};
const declared = { declaredBy: "A clinician", declaredOn: "2024-02-05", reason: "Declared for the test." };
const factor = (column: string, present: string | number, expected: "raises-risk" | "lowers-risk") => ({
  id: column,
  column,
  present,
  expected,
  ...declared,
});

/** Audits the fixture's rows, changed, with its model, changed; what each finding of the masking says. */
async function findings(
  section: Partial<Section> & Pick<Section, "factors">,
  change: (row: Row, i: number) => Row | undefined = (row) => row,
  table: Table = model,
) {
  const folder = mkdtempSync(join(tmpdir(), "auscult-masking-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const rows = lines.flatMap((line, i) => {
    const cells = line.split(",");
    const row = change(Object.fromEntries(names.map((name, j) => [name, cells[j]!])), i);
    return row === undefined ? [] : [Object.values(row).join(",")];
  });
  const head = Object.keys(change(Object.fromEntries(names.map((name) => [name, name])), 0) ?? {});
  writeFileSync(join(folder, "cohort.csv"), `${head.join(",")}\n${rows.join("\n")}\n`);
  writeFileSync(join(folder, "model.json"), JSON.stringify(table));
  const plan: PlanInput = {
    auscult: 1,
    title: "Controls",
    model: { name: "Pneumonia risk", version: "1", intendedPurpose: "A test." },
    data: { source: "cohort.csv" },
    score: {
      model: {
        kind: "coefficients",
        file: "model.json",
        inputs: table.terms.map(({ input }) => ({
          column: input,
          kind: LEVELS.includes(input) ? ("categorical" as const) : ("numeric" as const),
        })),
      },
      kind: "probability",
      direction: "higher-is-riskier",
    },
    outcome: { column: "died", positive: 1, negative: [0], description: "Death in hospital." },
    thresholds: [{ at: 0.1, reason: "A test." }],
    treatmentMasking: { treatment: { column: "icu", given: 1, label: "intensive care" }, covariates, ...section },
    primary: { metric: "auroc", reason: "A test." },
  };
  const { report } = await audit(plan, { base: folder, now: "2026-01-31T00:00:00Z" });
  return new Map(
    report.findings
      .filter(({ kind }) => kind === "treatment-masking")
      .map((f) => [f.id.replace("treatment-masking:", ""), f]),
  );
}

/** The model with one term changed. */
const withTerm = (input: string, change: object): Table => ({
  ...model,
  terms: model.terms.map((term) => (term.input === input ? { input, ...change } : term)) as Table["terms"],
});

describe("controls of the asthma fixture, each with the verdict that it must have", () => {
  test("a factor that truly protects is no conflict", async () => {
    const found = await findings({ factors: [factor("vaccinated", 1, "lowers-risk")] });
    expect(found.get("vaccinated")!.verdict).toBe("no_conflict");
  });

  test("a factor that the model gets wrong, of which no pathway knows, is a conflict unexplained", async () => {
    const wrong = withTerm("myopia", { coefficient: -0.6 });
    const found = await findings({ factors: [factor("myopia", 1, "raises-risk")] }, (row) => row, wrong);
    expect(found.get("myopia")!.verdict).toBe("conflict_unexplained");
  });

  test("where every asthmatic gets intensive care the data cannot say: not assessable, never a pass", async () => {
    const found = await findings({ factors: [factor("asthma", "yes", "raises-risk")] }, (row) =>
      row["asthma"] === "yes" ? { ...row, icu: "1" } : row,
    );
    const asthma = found.get("asthma")!;
    expect([asthma.verdict, asthma.reason]).toEqual(["conflict_not_assessable", "NON_POSITIVITY"]);
    expect(asthma.notes).toContainEqual({
      say: "noteNonPositivity",
      with: { factor: "asthma", care: "intensive care" },
    });
  });

  test("too few patients without intensive care: not assessable", async () => {
    const found = await findings({ factors: [factor("asthma", "yes", "raises-risk")] }, (row, i) =>
      row["asthma"] === "yes" && row["icu"] === "0" && i > 1500 ? undefined : row,
    );
    expect(found.get("asthma")!.verdict).toBe("conflict_not_assessable");
  });

  test("asthma is masked; several factors declared make it harder to show, by Holm", async () => {
    const found = await findings({
      factors: [
        factor("asthma", "yes", "raises-risk"),
        factor("vaccinated", 1, "lowers-risk"),
        factor("cancer", 1, "raises-risk"),
      ],
    });
    const asthma = found.get("asthma")!;
    expect(asthma.verdict).toBe("treatment_masking_supported");
    const p = asthma.numbers.find(({ id }) => id === "maskingP")!.value as number;
    const alone = (await findings({ factors: [factor("asthma", "yes", "raises-risk")] })).get("asthma")!;
    expect(p).toBeCloseTo(3 * (alone.numbers.find(({ id }) => id === "maskingP")!.value as number), 10);
    expect(found.get("cancer")!.verdict).toBe("no_conflict");
  });
});

describe("ordered factors", () => {
  const age = { id: "age", column: "age", bands: [40, 60, 80], expected: "raises-risk" as const, ...declared };
  const factors = [factor("asthma", "yes", "raises-risk")];

  test("a term of the model's file that dips is found, and by how much", async () => {
    const dips = withTerm("age", {
      cuts: [50, 65, 80],
      scores: [-1, 0, -0.4, 1],
      standardErrors: [0.05, 0.05, 0.05, 0.05],
    });
    const order = (await findings({ factors, ordered: [age] }, (row) => row, dips)).get("order:age")!;
    expect(order.verdict).toBe("order_violated");
    const number = (id: string) => order.numbers.find((n) => n.id === id)!.value;
    // The nearest monotone pools the two bins at their mean, -0.2: each is 0.2 from it.
    expect(number("violation")).toBeCloseTo(0.2, 12);
    expect(number("contrarySteps")).toBe(1);
    expect(number("trendSlope")).toBeGreaterThan(0);
    expect(order.charts.map(({ id }) => id)).toEqual(["shape"]);
  });

  test("a dip that its standard errors allow is none; one that the plan's own shape has is", async () => {
    const unsure = { cuts: [50, 65], scores: [0, -0.05, 1], standardErrors: [0.1, 0.1, 0.1] };
    const kept = await findings({ factors, ordered: [{ ...age, shape: unsure }] });
    expect(kept.get("order:age")!.verdict).toBe("order_kept");
    const exact = { cuts: [50, 65], scores: [0, -0.05, 1] };
    const violated = await findings({ factors, ordered: [{ ...age, shape: exact }] });
    expect(violated.get("order:age")!.verdict).toBe("order_violated");
  });

  test("without a term only the outcome is described", async () => {
    const order = (await findings({ factors, ordered: [age] })).get("order:age")!;
    expect([order.verdict, order.charts]).toEqual(["described", []]);
    expect(order.tables.find(({ id }) => id === "outcome")!.rows).toHaveLength(4);
  });
});

describe("negative controls", () => {
  const factors = [factor("asthma", "yes", "raises-risk")];
  const control = { id: "control", reason: "Declared for the test." };

  test("an outcome that treatment cannot change: holds where it has nothing to do with it, fails where it has", async () => {
    const outcome = { ...control, kind: "outcome" as const, column: "myopia", level: 1, margin: 0.06 };
    expect((await findings({ factors, negativeControls: [outcome] })).get("control:control")!.verdict).toBe(
      "negative_control_holds",
    );
    const tied = await findings({ factors, negativeControls: [outcome] }, (row) =>
      row["patient_id"] === "patient_id" ? row : { ...row, myopia: row["icu"]! },
    );
    expect(["negative_control_fails", "not_estimable"]).toContain(tied.get("control:control")!.verdict);
    const leaning = await findings({ factors, negativeControls: [outcome] }, (row, i) =>
      row["patient_id"] === "patient_id"
        ? row
        : { ...row, myopia: row["icu"] === "1" && i % 2 === 0 ? "1" : row["myopia"]! },
    );
    expect(leaning.get("control:control")!.verdict).toBe("negative_control_fails");
  });

  test("a factor that does nothing: holds within the margin, and is inconclusive within one too narrow", async () => {
    const nothing = { ...control, kind: "factor" as const, column: "myopia", level: 1 };
    const wide = await findings({ factors, negativeControls: [{ ...nothing, margin: 0.05 }] });
    expect(wide.get("control:control")!.verdict).toBe("negative_control_holds");
    const narrow = await findings({ factors, negativeControls: [{ ...nothing, margin: 0.001 }] });
    expect(narrow.get("control:control")!.verdict).not.toBe("negative_control_holds");
  });

  test("before the pathway existed asthma goes the declared way", async () => {
    // In the earlier half nobody got intensive care: what then happened is the potential outcome without it.
    const period = { ...control, kind: "period" as const, column: "era", level: "before", of: "asthma" };
    const found = await findings({ factors, negativeControls: [period] }, (row, i) => {
      if (row["patient_id"] === "patient_id") return { ...row, era: "era" };
      return i % 2 === 0 ? { ...row, era: "before", icu: "0", died: row["died_if_no_icu"]! } : { ...row, era: "after" };
    });
    expect(found.get("control:control")!.verdict).toBe("negative_control_holds");
  });
});

test("what a plan of controls and orders gets wrong is told", async () => {
  const factors = [factor("asthma", "yes", "raises-risk")];
  const period = { id: "c", kind: "period" as const, column: "split", level: "train", reason: "A test." };
  await expect(findings({ factors, negativeControls: [period] })).rejects.toThrow("which factor is looked at");
  await expect(findings({ factors, negativeControls: [{ ...period, of: "asthm" }] })).rejects.toThrow(
    'Did you mean "asthma"',
  );
  await expect(findings({ factors, negativeControls: [{ ...period, kind: "outcome" }] })).rejects.toThrow("Add margin");
  const ordered = { id: "age", column: "age", bands: [60, 40], expected: "raises-risk" as const, ...declared };
  await expect(findings({ factors, ordered: [ordered] })).rejects.toThrow("do not ascend");
});
