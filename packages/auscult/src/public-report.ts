import type { AuditReport } from "@auscult/report";
import type { Audit } from "./audit.ts";
import { disclose } from "./disclosure/disclose.ts";
import { ruleOf } from "./disclosure/rule.ts";

/** What may leave of an audit, by the plan's disclosure control; the whole report where the plan has none. */
export function publicReport({ plan, report, dominated }: Pick<Audit, "plan" | "report" | "dominated">): AuditReport {
  const rule = ruleOf(plan.disclosure);
  return rule === undefined ? report : disclose(report, rule, dominated);
}
