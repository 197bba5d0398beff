import { AuditError, type ProblemCode } from "@auscult/core";

/** One problem with a file of a report's trace. */
export function fileProblem(code: ProblemCode, file: string, what: string, remedy: string): AuditError {
  return new AuditError([{ code, where: { file }, what, remedy }]);
}
