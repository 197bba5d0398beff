import type { AuditReport } from "../../audit-report.ts";
import type { Requirement, Standard } from "../../standards/requirement.ts";
import { requirements } from "../../standards/requirements.ts";
import { attesting, evidenceIn } from "./finders.ts";
import type { Facts } from "./found.ts";
import { statusOf } from "./status.ts";

type Matrix = AuditReport["evidence"];
type Row = Matrix["rows"][number];

/** Standards that bind somebody by role: for these the declared role matters. */
const BINDING: readonly Standard["force"][] = ["law", "guidance", "data-holder-rule"];

/**
 * The evidence matrix: every requirement that the declared route, role and markets make applicable, with what this report has for it.
 * Where no route is declared, only what is asked for anywhere (principles, reporting and appraisal guidelines). The date of the report
 * says what is in force.
 */
export function evidence(report: Facts): Matrix {
  const { prepared, standards, requirements: all } = requirements();
  const found = evidenceIn(report);
  const owned = found.get("acceptance-criteria")?.state === "attested" && report.lock?.deviations.length === 0;
  const known = new Map(standards.map((s) => [s.id, s]));
  const here = all.filter((r) => inMarket(report, known.get(r.standard)!));
  const verified = here.filter((r) => r.verification !== "U");
  const rows = verified
    .filter((r) => applicable(report, r, known.get(r.standard)!))
    .map((r): Row => {
      const from = appliesFrom(report, r);
      const row = {
        id: r.id,
        standard: r.standard,
        clause: r.clause,
        title: { en: r.title.en, da: r.title.da ?? r.title.en },
        owes: r.owes,
        mode: r.mode,
        verification: r.verification as Row["verification"],
        ...(from === undefined ? {} : { appliesFrom: from }),
        ...(r.draft === undefined ? {} : { draft: r.draft }),
        evidence: r.evidence.map((id) => found.get(id)!),
        attestations: attesting(report, r.id),
      };
      return { ...row, status: statusOf(row, owned) };
    });
  const used = new Set(rows.map((r) => r.standard));
  const listed = new Set(rows.map((r) => r.id));
  return {
    prepared,
    standards: standards
      .filter((s) => used.has(s.id))
      .map(({ id, name, edition, force }) => ({ id, name, edition, force })),
    rows,
    notApplicable: verified.filter((r) => !listed.has(r.id)).map((r) => r.id),
    notVerified: here.filter((r) => r.verification === "U").map((r) => r.id),
  };
}

function inMarket({ regulatory }: Facts, { market }: Standard): boolean {
  if (market === "any") return true;
  if (regulatory === undefined) return false;
  // Denmark is in the Union: its plan need not name both.
  return regulatory.markets.includes(market) || (market === "EU" && regulatory.markets.includes("DK"));
}

function applicable({ regulatory }: Facts, { routes, owes }: Requirement, { force }: Standard): boolean {
  if (regulatory === undefined) return routes === undefined;
  if (routes !== undefined && !routes.includes(regulatory.route)) return false;
  return !BINDING.includes(force) || owes === "both" || regulatory.role === "both" || owes === regulatory.role;
}

/** The first day on which it applies to the declared route, where the report is older. */
function appliesFrom({ regulatory, created }: Facts, { applies }: Requirement): string | undefined {
  const own = (applies ?? []).filter((a) => a.routes === undefined || a.routes.includes(regulatory!.route));
  const [first] = own.map((a) => a.from).toSorted();
  return first !== undefined && first > created.slice(0, 10) ? first : undefined;
}
