import { readFile } from "node:fs/promises";
import { fileProblem } from "./problem.ts";

/** A file's bytes; where it is not there or cannot be read, says what was to be named. */
export async function readNamed(file: string, what: string, remedy: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw fileProblem("FILE_MISSING", file, `${what} does not exist`, remedy);
    throw fileProblem("FILE_UNREADABLE", file, `${what} cannot be read (${error.code ?? error.message})`, remedy);
  });
}
