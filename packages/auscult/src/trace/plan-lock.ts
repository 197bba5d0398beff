import { open, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type AuditPlan, loadPlan } from "@auscult/core";
import { type AuditReport, planChanges } from "@auscult/report";
import { z } from "zod";
import { VERSION } from "../version.ts";
import { fileProblem } from "./problem.ts";

const lockFileSchema = z.strictObject({
  auscultLock: z.literal(1),
  plan: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  locked: z.iso.datetime(),
  clock: z.enum(["machine", "declared"]),
  auscult: z.string(),
  /** The plan with every default filled in. */
  content: z.record(z.string(), z.unknown()),
});

/** Where a plan's lock lies: beside it. */
export function lockPath(plan: string): string {
  return `${plan}.lock`;
}

/** Fixes a plan: writes its hash, its content and the date beside it. No data are read, and a lock is never replaced. */
export async function lockPlan(path: string, locked: string, clock: "machine" | "declared"): Promise<string> {
  const { plan, sha256 } = await loadPlan(path);
  const file = lockPath(path);
  const lock = { auscultLock: 1, plan: basename(path), sha256, locked, clock, auscult: VERSION, content: plan };
  const handle = await open(file, "wx").catch((error: NodeJS.ErrnoException) => {
    const exists = error.code === "EEXIST";
    throw fileProblem(
      "OUTPUT_UNWRITABLE",
      file,
      exists ? "this plan is locked already, and a lock is not replaced" : `the lock cannot be written (${error.code})`,
      exists
        ? "Audit with it: deviations are reported. A new question is a new plan, with a name of its own."
        : "Make its folder writable.",
    );
  });
  await handle.writeFile(`${JSON.stringify(lock, null, 1)}\n`);
  await handle.close();
  return file;
}

/** What a report says of a plan's lock; `undefined` where it has none. */
export async function lockOf(path: string, plan: AuditPlan): Promise<AuditReport["lock"]> {
  const file = lockPath(path);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw fileProblem("FILE_UNREADABLE", file, `the lock cannot be read (${error.code})`, "Make it readable.");
  });
  if (text === undefined) return undefined;
  const { locked, clock, auscult, sha256, content } = parse(text, file);
  return { locked, clock, auscult, sha256, deviations: planChanges(content, JSON.parse(JSON.stringify(plan))) };
}

function parse(text: string, file: string): z.output<typeof lockFileSchema> {
  try {
    return lockFileSchema.parse(JSON.parse(text));
  } catch {
    throw fileProblem(
      "FILE_UNREADABLE",
      file,
      "this is not a lock that Auscult wrote",
      "Restore it: a plan whose lock was changed cannot be said to have been fixed beforehand.",
    );
  }
}
