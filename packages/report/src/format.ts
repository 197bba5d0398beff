import type { AuditReport } from "./audit-report.ts";
import type { Words } from "./words.ts";

export interface RenderedFile {
  /** Path inside the report's folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** One way to write a report down. It reads the report and the words, and nothing else: no clock, no data, no network. */
export interface Format {
  readonly id: string;
  render(report: AuditReport, words: Words): readonly RenderedFile[] | Promise<readonly RenderedFile[]>;
}
