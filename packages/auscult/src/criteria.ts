import type { AuditReport } from "@auscult/report";

/** How the declared criteria came out: contrasts of the family in the primary metric, with a declared margin. */
export interface Criteria {
  readonly judged: number;
  readonly equivalent: number;
  readonly gapShown: number;
  /** Inconclusive or not estimable: never a pass. */
  readonly open: number;
}

export function criteria({ contrasts }: AuditReport): Criteria {
  const judged = contrasts.filter((c) => c.inFamily && c.margin !== null);
  const count = (...summaries: string[]): number => judged.filter((c) => summaries.includes(c.summary)).length;
  const equivalent = count("equivalent");
  const gapShown = count("gap-shown");
  return { judged: judged.length, equivalent, gapShown, open: judged.length - equivalent - gapShown };
}

/** Whether `--strict` is satisfied. Without a declared margin nothing was shown, so nothing passes. */
export function met({ judged, gapShown, open }: Criteria, allowInconclusive: boolean): boolean {
  return judged > 0 && gapShown === 0 && (allowInconclusive || open === 0);
}
