import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const MAIN = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "packages", "auscult", "dist", "cli", "main.js");

/** How a run of the built command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a person does: a process of its own, in a folder. */
export function auscult(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run npm run build first`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: "utf8",
    timeout: 590_000,
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env },
  });
  return { code: status, stdout, stderr };
}

/** An empty folder that ends with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "auscult-e2e-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
