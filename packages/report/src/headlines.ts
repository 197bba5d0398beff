import type { ReportFinding, Statement } from "./audit-report.ts";
import type { Block, Text, Tone } from "./document.ts";
import { findingTone } from "./finding-tone.ts";
import { say } from "./say.ts";
import { statementText } from "./statement-text.ts";
import type { View } from "./view.ts";

type Headline = Extract<Block, { kind: "statements" }>["items"][number];

const TONE: Readonly<Partial<Record<Statement["kind"], Tone>>> = {
  "gap-shown": "gap",
  "more-gaps-shown": "gap",
  equivalent: "equivalent",
  inconclusive: "open",
};

/** The first page's headlines. Findings of one kind with one verdict, where nothing more is said of each, share a line. */
export function headlines(view: View): readonly Headline[] {
  return view.report.statements.flatMap((statement) => {
    const told = statementText(view, statement);
    if (statement.kind !== "finding") return [{ tone: TONE[statement.kind] ?? "plain", ...told }];
    const [first, ...others] = family(view, statement.finding);
    if (first !== undefined && first.id !== statement.finding) return [];
    const shared = others.length === 0 || first === undefined ? {} : { text: together(view, [first, ...others]) };
    return [{ tone: findingTone(statement.verdict), ...told, ...shared }];
  });
}

function family({ report }: View, id: string): readonly ReportFinding[] {
  const own = report.findings.find((f) => f.id === id);
  if (own === undefined || own.lead !== undefined) return [];
  return report.findings.filter((f) => f.kind === own.kind && f.verdict === own.verdict && f.lead === undefined);
}

function together(view: View, findings: readonly [ReportFinding, ...ReportFinding[]]): Text {
  const verdict = view.words.findingVerdict[findings[0].verdict].name;
  return view.words.sentence.finding(verdict, findings.map((f) => say(view, f.subject)).join("; "));
}
