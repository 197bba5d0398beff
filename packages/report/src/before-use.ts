import type { Statement } from "./audit-report.ts";
import type { Text } from "./document.ts";
import { findingTone } from "./finding-tone.ts";
import { say } from "./say.ts";
import type { View } from "./view.ts";
import type { BeforeUse } from "./words/standards.ts";

/** What a decision maker is asked to do before the model is used: one line for each thing that was found, or was not looked at. */
export function beforeUse(view: View): readonly Text[] {
  const { report, words } = view;
  const { statements, notAssessed, signOff } = report;
  const missing = (code: (typeof notAssessed)[number]["code"]): boolean => notAssessed.some((n) => n.code === code);
  const acts: [BeforeUse, boolean, readonly string[]][] = [
    ["gap", has(statements, "gap-shown"), gaps(view)],
    ["finding", findings(view).length > 0, findings(view)],
    ["open", has(statements, "inconclusive"), []],
    ["not-estimable", has(statements, "not-estimable"), subgroups(view, "not-estimable")],
    ["not-judged", has(statements, "not-judged"), []],
    ["no-subgroups", has(statements, "no-subgroups"), []],
    ["calibration", miscalibrated(view), []],
    ["missing-outcome", has(statements, "missing-outcome"), subgroups(view, "missing-outcome")],
    ["no-label-choice", missing("NO_LABEL_CHOICE"), []],
    ["no-claim", missing("NO_CLAIM"), []],
    ["sign", signOff.length === 0, []],
  ];
  return acts.flatMap(([act, holds, whom]): Text[] =>
    holds ? [whom.length === 0 ? words.beforeUse[act] : `${words.beforeUse[act]} ${whom.join("; ")}.`] : [],
  );
}

function has(statements: readonly Statement[], kind: Statement["kind"]): boolean {
  return statements.some((s) => s.kind === kind);
}

function gaps(view: View): string[] {
  return view.report.statements
    .flatMap((s) => (s.kind === "gap-shown" ? [s.subgroup] : s.kind === "more-gaps-shown" ? s.subgroups : []))
    .map((id) => view.subgroupName(id));
}

function subgroups(view: View, kind: "not-estimable" | "missing-outcome"): string[] {
  return view.report.statements.flatMap((s) => (s.kind === kind ? s.subgroups.map((id) => view.subgroupName(id)) : []));
}

/** Findings that call for an answer: those whose verdict is something to act on. */
function findings(view: View): string[] {
  const { report, words } = view;
  return report.findings
    .filter((f) => findingTone(f.verdict) === "gap")
    .map((f) => `${words.findingKind[f.kind].name}, ${say(view, f.subject)}`);
}

/** Whether the interval of the O:E ratio excludes 1: risks are too high or too low on average. */
function miscalibrated(view: View): boolean {
  const interval = view.estimate("observedExpectedRatio", undefined, "overall")?.interval;
  if (interval === undefined || interval === null) return false;
  const { low, high } = interval;
  return (typeof low === "number" && low > 1) || (typeof high === "number" && high < 1);
}
