import { AuditError, describeProblem } from "@auscult/core";

/** 0 = done, 1 = a declared criterion was not met and --strict was given, 2 = the plan or the data cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** Runs a command; a problem is told in one sentence a line and never as a stack trace. */
export async function run(command: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof AuditError) {
      for (const problem of error.problems) process.stderr.write(`auscult: ${describeProblem(problem)}\n`);
      return;
    }
    const what = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `auscult: something unforeseen failed: ${what}\nauscult: nothing was written. Run with AUSCULT_DEBUG=1 to see where.\n`,
    );
    if (process.env["AUSCULT_DEBUG"] === "1" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  }
}
