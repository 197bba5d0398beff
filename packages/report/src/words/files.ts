/** What formats that lie in files say besides the report: captions, attachments, headings of their own. */
export interface FileWords {
  /** Heading of the tables that hold the numbers of the figures. */
  readonly behindFigures: string;
  /** What the attached report.json is. */
  readonly attachment: string;
}
