import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  AuditError,
  checkPlan,
  inputsOf,
  openModel,
  type Problem,
  type ScoreModel,
  scoreRows,
  tableFromRows,
  tableInputs,
} from "@auscult/core";

/** A folder that ends with the test, with some files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "auscult-model-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The model part of a plan, checked and with its defaults. */
export function specOf(model: object, kind: "probability" | "ordinal" = "probability"): ScoreModel {
  const plan = checkPlan({
    auscult: 1,
    title: "T",
    model: { name: "M", version: "1", intendedPurpose: "A test." },
    data: { source: "x.csv" },
    score: { model: model as never, kind, direction: "higher-is-riskier" },
    outcome: { column: "y", positive: 1, description: "An event." },
    primary: { metric: "auroc", reason: "A test." },
  });
  return plan.score!.model!;
}

/** Opens the model, scores the rows, closes it. */
export async function scored(
  folder: string,
  model: object,
  rows: readonly Readonly<Record<string, unknown>>[],
  kind: "probability" | "ordinal" = "probability",
): Promise<number[]> {
  const spec = specOf(model, kind);
  const table = tableFromRows(rows, { name: "rows" });
  const given = inputsOf(spec.inputs, tableInputs(table, []));
  const open = await openModel(spec, folder);
  try {
    return [...(await scoreRows(open, spec, given, { locate: (row) => ({ file: "rows", row: row + 1 }), kind }))];
  } finally {
    await open.close();
  }
}

export async function problemsOf(run: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await run();
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
  throw new Error("nothing was wrong");
}

/** The first of them. */
export async function problemOf(run: () => Promise<unknown>): Promise<Problem> {
  return (await problemsOf(run))[0]!;
}
