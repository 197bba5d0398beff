import { rmSync } from "node:fs";
import { appendFile, open, readFile, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { sha256 } from "./digest.ts";
import { fileProblem } from "./problem.ts";
import { orUndone } from "../or-undone.ts";

/** Name of the log where the plan names none: beside the output folder. */
export const LOG = "audit-log.ndjson";

const START = "0".repeat(64);

const entrySchema = z.strictObject({
  entry: z.number().int().min(1),
  /** SHA-256 of the line before, without its line end; zeros for the first. */
  previous: z.string().length(64),
  /** When the run was written, by the machine's clock. Never earlier than the entry before. */
  at: z.iso.datetime(),
  /** The date that the report bears, and whether the machine's clock or the caller (SOURCE_DATE_EPOCH) gave it. */
  created: z.iso.datetime(),
  clock: z.enum(["machine", "declared"]),
  auscult: z.string(),
  title: z.string(),
  plan: z.string(),
  inputs: z.array(z.string()),
  output: z.string(),
  /** SHA-256 of the folder's manifest. */
  manifest: z.string(),
});
export type LogEntry = z.output<typeof entrySchema>;
export type LoggedRun = Omit<LogEntry, "entry" | "previous" | "at">;

/** The log's entries, each checked against the one before; throws at the first that does not follow. */
export function parseLog(text: string, file: string): LogEntry[] {
  const broken = (line: number, why: string): Error =>
    fileProblem(
      "FILE_CHANGED",
      `${file}, line ${line}`,
      `the audit log is broken here: ${why}`,
      "Something before or at this line was changed, cut out or put in after it was written. Keep the log as evidence and begin another.",
    );
  const lines = text.split("\n");
  if (lines.at(-1) !== "") throw broken(lines.length, "its last line is cut short");
  const entries: LogEntry[] = [];
  let previous = START;
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const entry = parseEntry(line);
    if (entry === undefined) throw broken(i + 1, "this is not an entry");
    if (entry.previous !== previous) throw broken(i + 1, "it does not follow from the line before it");
    if (entry.entry !== i + 1) throw broken(i + 1, `it is numbered ${entry.entry}`);
    const before = entries.at(-1);
    if (before !== undefined && Date.parse(entry.at) < Date.parse(before.at))
      throw broken(i + 1, `it is dated ${entry.at}, before the entry above it (${before.at})`);
    entries.push(entry);
    previous = sha256(line);
  }
  return entries;
}

function parseEntry(line: string): LogEntry | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

export async function readLog(file: string): Promise<LogEntry[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw fileProblem("FILE_UNREADABLE", file, `the audit log cannot be read (${error.code})`, "Make it readable.");
  });
  return text === "" ? [] : parseLog(text, file);
}

/**
 * Appends a run. One writer at a time; an entry is never changed or taken out, and never dated before the last one: where
 * the machine's clock is behind the log, the run is refused rather than back-dated.
 */
export async function appendRun(file: string, run: LoggedRun, now: () => Date = () => new Date()): Promise<LogEntry> {
  return alone(`${file}.lock`, async () => {
    const entries = await readLog(file);
    const last = entries.at(-1);
    const at = now().toISOString();
    if (last !== undefined && at < last.at) {
      throw fileProblem(
        "OUTPUT_UNWRITABLE",
        file,
        `the machine's clock says ${at}, before the log's last entry (${last.at})`,
        "Set the clock right: the log is not back-dated.",
      );
    }
    const text = entries.length === 0 ? "" : await readFile(file, "utf8");
    const previous = last === undefined ? START : sha256(text.trimEnd().split("\n").at(-1)!);
    const entry: LogEntry = { entry: entries.length + 1, previous, at, ...run };
    await appendFile(file, `${JSON.stringify(entry)}\n`);
    return entry;
  });
}

/** Runs the work while a lock file stands; waits up to ten seconds for another's. */
async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    const held = await open(lock, "wx").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST" && tries < 100) return undefined;
      throw fileProblem(
        "OUTPUT_UNWRITABLE",
        lock,
        error.code === "EEXIST" ? "another run holds the audit log" : `the audit log cannot be written (${error.code})`,
        error.code === "EEXIST" ? "If no other run is going on, delete this file." : "Make its folder writable.",
      );
    });
    if (held === undefined) {
      await setTimeout(100);
      continue;
    }
    await held.close();
    try {
      return await orUndone(() => rmSync(lock, { force: true }), work);
    } finally {
      await rm(lock, { force: true });
    }
  }
}
