import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { describe, expect, test, vi } from "vitest";
import { onnxLogistic } from "@auscult/fixtures";
import { graphModel } from "../models/graph-model.ts";
import { auscult, emptyFolder } from "./auscult.ts";
import { patients, writeCohort, writePlan } from "./cohort.ts";

// Every test starts processes of its own, which a busy machine keeps waiting.
vi.setConfig({ testTimeout: 180_000 });

/** A model whose score is the log odds of the cohort's own score, turned back into it. */
const TABLE = {
  auscultModel: "coefficients",
  version: 1,
  link: "identity",
  intercept: 0,
  terms: [{ input: "score", coefficient: 1 }],
};
const COEFFICIENTS = "kind: coefficients, file: model.json, inputs: [{ column: score, kind: numeric }]";

/** The cohort, its plan with a model in the place of the score's column, and the model's file. */
function folderOf(
  model: string,
  files: Readonly<Record<string, string | Uint8Array>> = { "model.json": JSON.stringify(TABLE) },
): string {
  const folder = emptyFolder();
  writeCohort(folder, patients());
  writePlan(folder, { "column: score, kind": `model: { ${model} }, kind` });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const reportIn = (folder: string): AuditReport =>
  JSON.parse(readFileSync(join(folder, "report", "report.json"), "utf8")) as AuditReport;

describe("a plan with a model in place of a column of scores", () => {
  test("is audited as the column would be; file and reference predictions are in the report", () => {
    const folder = folderOf(
      `${COEFFICIENTS}, reference: { column: score, tolerance: 1.0e-9, reason: Test. }`.replace(
        "reference: { column: score",
        "reference: { column: vendor",
      ),
    );
    const lines = readFileSync(join(folder, "cohort.csv"), "utf8").trimEnd().split("\n");
    const withVendor = lines.map((line, i) => `${line},${i === 0 ? "vendor" : line.split(",")[1]}`);
    writeFileSync(join(folder, "cohort.csv"), `${withVendor.join("\n")}\n`);
    const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
    expect([code, stderr.includes("Deaths")]).toEqual([0, true]);
    const report = reportIn(folder);
    expect(report.provenance.files.map(({ file }) => file)).toEqual(["plan.audit.yaml", "cohort.csv", "model.json"]);
    expect(report.findings.find(({ kind }) => kind === "model-run")?.verdict).toBe("reference_reproduced");

    const plain = emptyFolder();
    writeCohort(plain, patients());
    writePlan(plain);
    auscult(plain, ["audit", "plan.audit.yaml", "-o", "report"]);
    expect(report.estimates).toEqual(reportIn(plain).estimates);
  });

  // One hidden unit that passes its input on: the score is again the cohort's own, to the precision of float32.
  test("a TensorFlow.js graph and an ONNX model are run for real, and nothing else is said on stderr", () => {
    const logit = `inputs: [{ column: score, kind: numeric }], reference: { column: score2, tolerance: 1.0e-6, reason: Float32. }`;
    const { json, weights } = graphModel([[4]], [1], -2);
    const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
    for (const [kind, file, content] of [
      ["tfjs-graph", "model.json", JSON.stringify(json)],
      ["onnx", "m.onnx", onnxLogistic([4], -2)],
    ] as const) {
      const folder = folderOf(`kind: ${kind}, file: ${file}, ${logit}`, { [file]: content, "weights.bin": weights });
      const lines = readFileSync(join(folder, "cohort.csv"), "utf8").trimEnd().split("\n");
      const vendor = (line: string): string => String(sigmoid(4 * Number(line.split(",")[1]) - 2));
      const wide = lines.map((line, i) => `${line},${i === 0 ? "score2" : vendor(line)}`);
      writeFileSync(join(folder, "cohort.csv"), `${wide.join("\n")}\n`);
      const { code, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
      expect([code, stderr]).toEqual([0, "Deaths: 400 rows analysed, 3 subgroups\n"]);
      const report = reportIn(folder);
      expect(report.findings.find((f) => f.kind === "model-run")?.verdict).toBe("reference_reproduced");
      const ran = report.provenance.versions.map(({ name, version }) => `${name} ${version}`).join("\n");
      expect(ran).toMatch(
        kind === "onnx" ? /onnxruntime-node 1\.30\.0, cpu/ : /@tensorflow\/tfjs(-node)? 4\.22\.0, \w+ backend/,
      );
    }
  });

  test("check runs the model, too", () => {
    expect(auscult(folderOf(COEFFICIENTS), ["check", "plan.audit.yaml"]).code).toBe(0);
    expect(auscult(folderOf(COEFFICIENTS, { "model.json": "{" }), ["check", "plan.audit.yaml"]).code).toBe(2);
  });
});

/** What is broken, and every word that its message must hold. */
const BROKEN: readonly (readonly [string, () => string, readonly string[]])[] = [
  ["no such file", () => folderOf(COEFFICIENTS, {}), ["model.json", "does not exist"]],
  ["an empty file", () => folderOf(COEFFICIENTS, { "model.json": "" }), ["model.json", "empty"]],
  [
    "a file that is cut off",
    () => folderOf(COEFFICIENTS, { "model.json": JSON.stringify(TABLE).slice(0, -5) }),
    ["model.json", "score.model.file", "not whole JSON", "copy or export the model again"],
  ],
  [
    "an input that the model does not take",
    () => folderOf(COEFFICIENTS.replace("column: score", "column: score, name: risk")),
    ["model.json", "score.model.inputs", '"score"', "does not give"],
  ],
  [
    "a score outside 0 to 1",
    () => folderOf(COEFFICIENTS, { "model.json": JSON.stringify({ ...TABLE, intercept: 1 }) }),
    ["model.json", "outside 0 to 1", "of cohort.csv", "link: logistic"],
  ],
  [
    "a kind that there is not",
    () => folderOf("kind: pickle, file: m.pkl, inputs: [{ column: score, kind: numeric }]"),
    ["score.model.kind", "pickle"],
  ],
];

describe("a model that cannot be run", () => {
  test.each(BROKEN)("%s: exit code 2, plain words, nothing written", (_, make, words) => {
    const folder = make();
    const before = readdirSync(folder).sort();
    const { code, stdout, stderr } = auscult(folder, ["audit", "plan.audit.yaml", "-o", "report"]);
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/\n\s+at |node_modules|Error:|unforeseen|undefined|\[object/);
    expect([code, stdout]).toEqual([2, ""]);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
