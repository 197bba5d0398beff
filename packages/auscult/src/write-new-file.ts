import { existsSync, rmSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { orUndone } from "./or-undone.ts";
import { fileProblem } from "./trace/problem.ts";

/** Writes a text to a file that is not there yet: the whole of it or nothing. */
export async function writeNewFile(file: string, text: string): Promise<void> {
  refuseExisting(file);
  const part = `${file}.part-${process.pid}`;
  try {
    await orUndone(
      () => rmSync(part, { force: true }),
      async () => {
        await writeFile(part, text, { flag: "wx" });
        await rename(part, file);
      },
    );
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw fileProblem("OUTPUT_UNWRITABLE", file, `the file cannot be written: ${why}`, "Name another with -o.");
  }
}

/** Refuses a file that is there: what a person wrote is never replaced. */
export function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw fileProblem("OUTPUT_UNWRITABLE", file, "the file is there already", "Name another with -o, or move it away.");
}
