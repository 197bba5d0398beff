import type { AuditReport } from "../audit-report.ts";

/** What formats that lie in files say besides the report: captions, attachments, headings of their own. */
export interface FileWords {
  /** Heading of the tables that hold the numbers of the figures. */
  readonly behindFigures: string;
  /** What the attached report.json is. */
  readonly attachment: string;
  /** Of a part of a model card that only the developer can fill in. */
  readonly notStated: string;
  readonly notLocked: string;
  readonly locked: (facts: {
    readonly date: string;
    readonly declared: boolean;
    readonly auscult: string;
    readonly sha256: string;
    readonly deviations: number;
  }) => string;
  readonly deviations: string;
  readonly changes: string;
  readonly since: (facts: {
    readonly title: string;
    readonly date: string;
    readonly auscult: string;
    readonly changes: number;
  }) => string;
  readonly planChanges: string;
  readonly resultChanges: string;
  readonly path: string;
  readonly was: string;
  readonly is: string;
  readonly disclosureHeading: string;
  /** Said of a whole report. */
  readonly notControlled: string;
  /** Said of a report from which small counts are withheld. */
  readonly controlled: (facts: {
    readonly rule: string;
    readonly minimum: string;
    readonly round: string | undefined;
    readonly counts: string;
    readonly estimates: string;
    readonly comparisons: string;
    readonly curves: string;
    readonly findings: string;
  }) => string;
  /** Whose rule, by the plan's name of it. */
  readonly disclosureRule: Readonly<Record<NonNullable<AuditReport["disclosure"]>["profile"], string>>;
}
