import { type AuditReport, recompose } from "@auscult/report";
import { unitsToWithhold } from "./choose.ts";
import { countSystem } from "./quantities.ts";
import { rounded } from "./round.ts";
import type { Rule } from "./rule.ts";
import { withhold } from "./withhold.ts";

/**
 * The public report of a whole one: what may leave. Small counts and everything that could give them back are withheld,
 * curves have no step that is a person, and headlines are made again of what is left. Every output is made of this report,
 * so that all of them withhold the same.
 *
 * No guarantee of differential privacy is claimed; what is guaranteed is that no withheld small count can be worked out, to
 * within `minimum`, from the counts and rates that are published.
 *
 * @see Hundepool et al (2012) Statistical Disclosure Control.
 */
export function disclose(report: AuditReport, rule: Rule, dominated: ReadonlySet<string> = new Set()): AuditReport {
  const withheld = withhold(report, unitsToWithhold(countSystem(report), rule.minimum), rule, dominated);
  const counted = rule.round === undefined ? withheld : rounded(withheld, rule.round);
  const changed = <T>(of: (r: AuditReport) => readonly T[], is: (item: T) => boolean): number =>
    of(counted).filter(is).length - of(report).filter(is).length;
  return recompose({
    ...counted,
    disclosure: {
      profile: rule.profile,
      minimum: rule.minimum,
      ...(rule.round === undefined ? {} : { round: rule.round }),
      withheld: {
        counts: withheldCounts(counted),
        estimates: changed(
          (r) => r.estimates,
          (e) => e.reason === "SUPPRESSED",
        ),
        comparisons: changed(
          (r) => r.contrasts,
          (c) => c.reason === "SUPPRESSED",
        ),
        curves: changed(
          (r) => r.curves,
          (c) => c.reason === "SUPPRESSED",
        ),
        findings: counted.findings.filter((f, i) => {
          const whole = report.findings[i]!;
          return f.tables.length < whole.tables.length || f.numbers.some((n) => n.reason === "SUPPRESSED");
        }).length,
      },
    },
  });
}

function withheldCounts({ subgroups, ledger }: AuditReport): number {
  const counts = [
    ...subgroups.flatMap((s) => [s.rows, s.n, s.events, s.missingScore, s.missingOutcome]),
    ledger.sourceRows,
    ledger.cohortRows,
    ledger.missingScore,
    ledger.missingOutcome,
    ledger.analysed,
    ...ledger.steps.map((s) => s.rows),
  ];
  return counts.filter((n) => n === "SUPPRESSED").length;
}
