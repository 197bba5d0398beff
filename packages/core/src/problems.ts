/** Where a problem lies, as far as it is known. Rows are counted as a person counts them in the file: a CSV's header is 1. */
export interface Where {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  /** Dotted path into the plan, e.g. `subgroups.0.reference.level`. */
  readonly planPath?: string;
  /** Line and column in the plan file, both from 1. */
  readonly line?: number;
  readonly character?: number;
}

/**
 * What is wrong, machine fields first; words come last, from `describeProblem`.
 *
 * `code` is stable and documented; `what` is one sentence naming the thing that failed; `seen` is the value as it was
 * read (cut to 80 characters; never a patient identifier); `remedy` says what to do next.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly where: Where;
  readonly what: string;
  readonly seen?: string;
  readonly remedy: string;
}

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const PROBLEM_CODES = [
  "PLAN_UNREADABLE",
  "PLAN_UNKNOWN_KEY",
  "PLAN_INVALID",
  "FILE_MISSING",
  "FILE_EMPTY",
  "FILE_UNREADABLE",
  "FILE_CHANGED",
  "FILE_REPEATED",
  "FORMAT_UNKNOWN",
  "CSV_MALFORMED",
  "ENCODING_INVALID",
  "COLUMN_MISSING",
  "COLUMN_DUPLICATE",
  "VALUE_INVALID",
  "SCORE_OUT_OF_RANGE",
  "OUTCOME_LEVEL_UNKNOWN",
  "LEVEL_UNKNOWN",
  "IDENTIFIER_MISSING",
  "NO_ROWS",
  "ENGINE_MISSING",
  "OUTPUT_UNWRITABLE",
  "REPORT_UNREADABLE",
  "MODEL_UNREADABLE",
  "MODEL_INPUT",
  "MODEL_OUTPUT",
  "MODEL_SLOW",
  "MODEL_FAILED",
  "MODEL_RUNTIME_MISSING",
] as const;

/** The one exception of Auscult: the plan or the data cannot be used. Carries every problem found, not only the first. */
export class AuditError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.name = "AuditError";
    this.problems = problems;
  }
}

/** One problem in one sentence with its place, the value seen and the remedy. */
export function describeProblem({ where, what, seen, remedy }: Problem): string {
  const place = [
    where.file === undefined
      ? undefined
      : where.line === undefined
        ? where.file
        : `${where.file}:${where.line}:${where.character ?? 1}`,
    where.row === undefined ? undefined : `row ${where.row}`,
    where.column === undefined ? undefined : `column "${where.column}"`,
    where.planPath === undefined ? undefined : `plan ${where.planPath}`,
  ].filter((part) => part !== undefined);
  const value =
    seen === undefined ? "" : ` (seen: ${JSON.stringify(seen.length > 80 ? `${seen.slice(0, 79)}…` : seen)})`;
  return `${place.length > 0 ? `${place.join(", ")}: ` : ""}${what}${value}. ${remedy}`;
}
