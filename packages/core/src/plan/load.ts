import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { AuditError, type Problem } from "../problems.ts";
import { crossChecks } from "./cross-checks.ts";
import { dotted, type Mistake, refusedKeys } from "./mistake.ts";
import { mistakesOf } from "./mistakes.ts";
import { type AuditPlan, type PlanInput, planSchema } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** A plan as it was read, with what identifies it. */
export interface LoadedPlan {
  readonly plan: AuditPlan;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** Absolute path of the file; the plan's sources are relative to its folder. */
  readonly path: string;
  readonly text: string;
}

/** Read and check a plan file (`*.audit.yaml`, or JSON). Throws `AuditError` with every problem found, each with its line. */
export async function loadPlan(path: string): Promise<LoadedPlan> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === "ENOENT";
    const what = missing ? "the plan does not exist" : `the plan cannot be read (${error.code ?? error.message})`;
    const remedy = missing ? "Check the path." : "Check what it is and who may read it.";
    throw new AuditError([{ code: missing ? "FILE_MISSING" : "PLAN_UNREADABLE", where: { file: path }, what, remedy }]);
  });
  const text = utf8(bytes, path);
  return {
    plan: parsePlan(text, { file: path }),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    path: resolve(path),
    text,
  };
}

/** Check a plan's text: YAML 1.2, of which JSON is a part. `file` is only named in problems. */
export function parsePlan(text: string, { file }: { readonly file?: string } = {}): AuditPlan {
  const { value, place } = readYaml(text, file);
  const [plan, mistakes] = checked(value);
  if (plan !== undefined) return plan;
  const where = file === undefined ? {} : { file };
  throw new AuditError(
    mistakes
      .map((mistake) => problem(mistake, { ...where, ...place(mistake.path, mistake.at) }))
      .sort((a, b) => a.where.line! - b.where.line! || a.where.character! - b.where.character!),
  );
}

/** Check a plan made in code. Throws `AuditError` with every problem found, each with its path in the plan. */
export function checkPlan(plan: PlanInput): AuditPlan {
  const [sound, mistakes] = checked(plan);
  if (sound !== undefined) return sound;
  throw new AuditError(mistakes.map((mistake) => problem(mistake, {})));
}

function checked(value: unknown): [plan: AuditPlan, mistakes: []] | [plan: undefined, mistakes: Mistake[]] {
  const refused = refusedKeys(value);
  if (refused.length > 0) return [undefined, refused];
  const result = planSchema.safeParse(value);
  const mistakes = result.success ? crossChecks(result.data) : mistakesOf(result.error.issues, value);
  return result.success && mistakes.length === 0 ? [result.data, []] : [undefined, mistakes];
}

function problem({ path, code, what, seen, remedy }: Mistake, where: Problem["where"]): Problem {
  const planPath = path.length === 0 ? {} : { planPath: dotted(path) };
  return { code, where: { ...where, ...planPath }, what, ...(seen === undefined ? {} : { seen }), remedy };
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const remedy = "Save it as UTF-8 text.";
    throw new AuditError([{ code: "PLAN_UNREADABLE", where: { file }, what: "the plan is not UTF-8 text", remedy }]);
  }
}
