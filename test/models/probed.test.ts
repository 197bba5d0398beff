import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanInput } from "@auscult/core";
import { onnxLogistic } from "@auscult/fixtures";
import { audit } from "auscult";
import { describe, expect, test, vi } from "vitest";
import { graphModel } from "./graph-model.ts";
import { byHand, HIDDEN, INTERCEPT, OUT, saveLayers } from "./layers-model.ts";
import { folderWith, problemOf, scored } from "./open.ts";

vi.setConfig({ testTimeout: 180_000 });

const WEIGHTS = [0.7, 0.4];
const logistic = (age: number, male: 0 | 1): number =>
  1 / (1 + Math.exp(-((WEIGHTS[0]! * (age - 60)) / 10 + WEIGHTS[1]! * male - 1)));

/** 600 patients at five ages, the sexes by turns; every seventh dies, and every third gets intensive care. */
const patients = Array.from({ length: 600 }, (_, i) => ({
  age: 40 + 10 * (i % 5),
  sex: (i >> 1) % 2 === 0 ? "male" : "female",
}));
const CSV = `age,sex,died,icu\n${patients.map(({ age, sex }, i) => `${age},${sex},${i % 7 === 0 ? 1 : 0},${i % 3 === 0 ? 1 : 0}`).join("\n")}\n`;

const plan = (kind: "tfjs-layers" | "tfjs-graph" | "onnx", file: string): PlanInput => ({
  auscult: 1,
  title: "Probed",
  model: { name: "M", version: "1", intendedPurpose: "A test." },
  data: { source: "cohort.csv" },
  score: {
    model: {
      kind,
      file,
      inputs: [
        { column: "age", kind: "numeric", minus: 60, over: 10 },
        { column: "sex", kind: "categorical", codes: { female: 0, male: 1 } },
      ],
    },
    kind: "probability",
    direction: "higher-is-riskier",
  },
  outcome: { column: "died", positive: 1, negative: [0], description: "Death." },
  probe: { features: [{ column: "age", kind: "numeric" }] },
  treatmentMasking: {
    treatment: { column: "icu", given: 1, label: "intensive care" },
    covariates: { numeric: ["age"] },
    factors: [
      {
        id: "male",
        column: "sex",
        present: "male",
        expected: "raises-risk",
        declaredBy: "A clinician",
        declaredOn: "2026-01-31",
        reason: "Declared for the test.",
      },
    ],
  },
  primary: { metric: "auroc", reason: "A test." },
});

describe("a model made here is run and probed: its answers are those made by hand", () => {
  test.each([
    ["tfjs-layers", "model.json", byHand, (folder: string) => saveLayers(folder)],
    [
      "tfjs-graph",
      "model.json",
      byHand,
      (folder: string) => {
        const { json, weights } = graphModel(HIDDEN, OUT, INTERCEPT);
        writeFileSync(join(folder, "model.json"), JSON.stringify(json));
        writeFileSync(join(folder, "weights.bin"), weights);
      },
    ],
    ["onnx", "m.onnx", logistic, (folder: string) => writeFileSync(join(folder, "m.onnx"), onnxLogistic(WEIGHTS, -1))],
  ] as const)("%s", async (kind, file, risk, save) => {
    const folder = folderWith({ "cohort.csv": CSV });
    await save(folder);
    const { report } = await audit(plan(kind, file), { base: folder, now: "2026-01-31T00:00:00Z" });

    const probe = report.findings.find(({ id }) => id === "model-probe:age")!;
    const dependence = probe.tables[0]!.rows.filter(([curve]) => JSON.stringify(curve).includes("partialDependence"));
    expect(dependence.map(([, age]) => age)).toEqual([40, 50, 60, 70, 80]);
    for (const [, age, , mean] of dependence)
      expect(mean).toBeCloseTo((risk(Number(age), 1) + risk(Number(age), 0)) / 2, 6);

    const masking = report.findings.find(({ id }) => id === "treatment-masking:male")!;
    const effect = masking.numbers.find(({ id }) => id === "modelEffect")!;
    const moved = patients.reduce((sum, { age }) => sum + risk(age, 1) - risk(age, 0), 0) / patients.length;
    expect(effect.label).toMatchObject({ say: "effectSamePatients" });
    expect(effect.value).toBeCloseTo(moved, 6);
  });
});

test("a model inside Auscult that is too slow is stopped between batches", async () => {
  const folder = folderWith({ "m.onnx": onnxLogistic([1], 0) });
  const model = {
    kind: "onnx",
    file: "m.onnx",
    batch: 1,
    timeoutSeconds: 1e-6,
    inputs: [{ column: "x", kind: "numeric" }],
  };
  const problem = await problemOf(() => scored(folder, model, [{ x: 1 }, { x: 2 }, { x: 3 }]));
  expect(problem).toMatchObject({ code: "MODEL_SLOW", where: { file: "m.onnx" } });
  expect(problem.what).toContain("1 of 3 rows");
});

test("a network that gives NaN is told with the row", async () => {
  const folder = folderWith({ "m.onnx": onnxLogistic([1], 0) });
  const inputs = [{ column: "x", kind: "numeric", missing: "to-model" }];
  const problem = await problemOf(() =>
    scored(folder, { kind: "onnx", file: "m.onnx", inputs }, [{ x: 1 }, { x: null }]),
  );
  expect(problem).toMatchObject({ code: "MODEL_OUTPUT", seen: "NaN" });
  expect(problem.what).toContain("row 2");
});
