import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AuditError } from "@auscult/core";
import { orUndone } from "./or-undone.ts";

export interface OutputFile {
  /** Path inside the folder, with forward slashes; never outside it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What marks a folder as one that Auscult wrote and may replace. */
const MARK = "report.json";

/**
 * Writes a folder of outputs all at once: to a temporary name beside it, then renamed into place. A folder that is there
 * already is replaced only if Auscult wrote it; whatever fails, either the whole previous output stays or the whole new
 * one stands.
 */
export async function writeFolder(folder: string, files: readonly OutputFile[]): Promise<void> {
  await recover(folder).catch((error: unknown) => {
    throw unwritable(folder, error instanceof Error ? error.message : String(error));
  });
  await refuseForeign(folder);
  const part = `${folder}.part-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  const undo = (): void => {
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
    rmSync(part, { recursive: true, force: true, maxRetries: 5 });
    rmSync(old, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await orUndone(undo, () => writeAndPlace(folder, files, part, old));
  } catch (error) {
    if (!existsSync(folder) && existsSync(old)) await rename(old, folder).catch(() => undefined);
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(folder, error instanceof Error ? error.message : String(error));
  }
}

async function writeAndPlace(folder: string, files: readonly OutputFile[], part: string, old: string): Promise<void> {
  await makeFolder(dirname(folder));
  await rm(part, { recursive: true, force: true });
  for (const { name, content } of files) {
    if (name.split("/").includes("..")) throw new Error(`output name ${name} leaves its folder`);
    await makeFolder(dirname(join(part, name)));
    await writeFile(join(part, name), content);
  }
  if (existsSync(folder)) await rename(folder, old);
  await rename(part, folder);
  await rm(old, { recursive: true, force: true });
}

/** One folder at a time: Node's recursive mkdir never returns on a file system that answers ENOENT, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** A run that was killed between its two renames left the previous output under a temporary name: put it back. */
async function recover(folder: string): Promise<void> {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const mine = (name: string, kind: string): boolean => name.startsWith(`${basename(folder)}.${kind}-`);
  for (const name of await readdir(parent)) {
    if (mine(name, "old") && !existsSync(folder)) await rename(join(parent, name), folder);
    else if (mine(name, "part") && !alive(name)) await rm(join(parent, name), { recursive: true, force: true });
    else if (mine(name, "old") && !alive(name)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function alive(name: string): boolean {
  const pid = Number(name.slice(name.lastIndexOf("-") + 1));
  if (!Number.isInteger(pid)) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function refuseForeign(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const names = await readdir(folder).catch(() => {
    throw unwritable(folder, "it is a file, not a folder");
  });
  if (names.length > 0 && !names.includes(MARK)) {
    throw unwritable(folder, `it exists and holds no ${MARK}, so Auscult did not write it and will not replace it`);
  }
}

function unwritable(folder: string, why: string): AuditError {
  return new AuditError([
    {
      code: "OUTPUT_UNWRITABLE",
      where: { file: folder },
      what: `the output folder cannot be written: ${why}`,
      remedy: "Name another folder with -o, or make this one writable. Nothing was changed.",
    },
  ]);
}
