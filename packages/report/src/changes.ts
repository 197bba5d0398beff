import type { AuditReport } from "./audit-report.ts";
import type { PlanChange, ReportChanges } from "./audit-report/history.ts";

/**
 * The report with what changed since the previous one: the plan, verdicts of the family, and the estimates of the primary
 * metric and of the headline metrics for everybody. What either report withholds is a change from or to nothing.
 */
export function withChanges(report: AuditReport, previous: AuditReport): AuditReport {
  return {
    ...report,
    changes: {
      previous: {
        title: previous.title,
        created: previous.created,
        auscult: previous.auscult.version,
        plan: previous.plan.sha256,
      },
      changes: [
        ...planChanges(previous.plan.content, report.plan.content).map((change) => ({
          kind: "plan" as const,
          ...change,
        })),
        ...verdictChanges(report, previous),
        ...estimateChanges(report, previous),
      ],
    },
  };
}

/** Where two plans differ: the path of each value, as JSON. */
export function planChanges(was: unknown, is: unknown, path = ""): PlanChange[] {
  if (isBranch(was) && isBranch(is) && Array.isArray(was) === Array.isArray(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) => planChanges(was[key], is[key], path === "" ? key : `${path}.${key}`));
  }
  const [before, after] = [asText(was), asText(is)];
  return before === after ? [] : [{ path, was: before, is: after }];
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function asText(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

type Change = ReportChanges["changes"][number];
interface Placed {
  readonly metric: string;
  readonly threshold?: number;
  readonly subgroup: string;
}

function verdictChanges(report: AuditReport, previous: AuditReport): Change[] {
  const family = (of: AuditReport): AuditReport["contrasts"] => of.contrasts.filter((c) => c.inFamily);
  return paired(family(report), family(previous)).flatMap(({ place, is, was }): Change[] =>
    is?.summary === was?.summary
      ? []
      : [{ kind: "verdict", ...place, was: was?.summary ?? null, is: is?.summary ?? null }],
  );
}

function estimateChanges(report: AuditReport, previous: AuditReport): Change[] {
  const { metric, threshold } = report.study.primary;
  const headline = new Set(report.metrics.filter((m) => m.headline).map((m) => m.id));
  const told = (of: AuditReport): AuditReport["estimates"] =>
    of.estimates.filter(
      (e) =>
        (e.metric === metric && e.threshold === threshold && !e.subgroup.startsWith("not(")) ||
        (e.subgroup === "overall" && headline.has(e.metric)),
    );
  return paired(told(report), told(previous)).flatMap(({ place, is, was }): Change[] => {
    const [now, then] = [is?.value ?? null, was?.value ?? null];
    return now === then ? [] : [{ kind: "estimate", ...place, was: then, is: now }];
  });
}

function paired<T extends Placed>(
  now: readonly T[],
  then: readonly T[],
): { readonly place: Placed; readonly is: T | undefined; readonly was: T | undefined }[] {
  const key = ({ metric, threshold, subgroup }: Placed): string =>
    JSON.stringify([metric, threshold ?? null, subgroup]);
  const [own, other] = [new Map(now.map((x) => [key(x), x])), new Map(then.map((x) => [key(x), x]))];
  return [...new Set([...own.keys(), ...other.keys()])].map((at) => {
    const [is, was] = [own.get(at), other.get(at)];
    const { metric, threshold, subgroup } = (is ?? was)!;
    return { place: { metric, ...(threshold === undefined ? {} : { threshold }), subgroup }, is, was };
  });
}
