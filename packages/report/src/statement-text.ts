import type { ReportNumber } from "./audit-report/numbers.ts";
import type { Statement } from "./audit-report.ts";
import type { Text } from "./document.ts";
import { contrastText, contrastUnit, estimateText, gapText, marginText } from "./results-text.ts";
import { say } from "./say.ts";
import type { View } from "./view.ts";

interface Told {
  readonly badge: string;
  readonly text: Text;
  readonly detail?: Text;
}

type Teller = { readonly [K in Statement["kind"]]: (view: View, statement: Extract<Statement, { kind: K }>) => Told };

/** A headline in words: the facts it names are looked up and formatted here, the sentence is the catalogue's. */
export function statementText(view: View, statement: Statement): Told {
  const tell = TELLERS[statement.kind] as (view: View, statement: Statement) => Told;
  return tell(view, statement);
}

const TELLERS: Teller = {
  overall: (view, { metric, threshold }) => overall(view, view.words.label.badgeOverall, metric, threshold),
  calibration: (view, { metric, threshold }) => overall(view, view.words.label.badgeCalibration, metric, threshold),
  "gap-shown": gapShown,
  "more-gaps-shown": (view, { subgroups }) => ({
    badge: view.words.summary["gap-shown"],
    text: view.words.sentence.moreGaps(count(view, subgroups)),
    detail: names(view, subgroups),
  }),
  equivalent: (view, { metric, threshold, subgroups }) => {
    const { words, numbers, report } = view;
    const contrast = view.contrast(metric, threshold, subgroups[0] ?? "");
    const margin =
      contrast === undefined ? words.label.notDeclared : marginText(view, metric, contrast.scale, contrast.margin);
    return {
      badge: words.summary.equivalent,
      text: words.sentence.equivalent(count(view, subgroups), numbers.count(report.family.contrasts), margin),
      detail: names(view, subgroups),
    };
  },
  inconclusive: (view, { metric, subgroups, different, detectable, scale }) => {
    const { words, numbers, report } = view;
    const gap = (value: ReportNumber): string => {
      const text = gapText(view, { metric, scale }, value);
      return scale === "ratio" ? words.sentence.ratioOf(text) : text;
    };
    return {
      badge: words.summary.inconclusive,
      text: words.sentence.inconclusive(
        count(view, subgroups),
        numbers.count(report.family.contrasts),
        detectable === null ? undefined : { least: gap(detectable.least), most: gap(detectable.most) },
      ),
      detail: words.sentence.inconclusiveDetail(
        names(view, subgroups),
        different.length === 0 ? undefined : names(view, different),
      ),
    };
  },
  "not-judged": (view, { subgroups }) => ({
    badge: view.words.summary["not-judged"],
    text: view.words.sentence.notJudged(count(view, subgroups)),
    detail: names(view, subgroups),
  }),
  "not-estimable": (view, { subgroups }) => ({
    badge: view.words.summary["not-estimable"],
    text: view.words.sentence.notEstimableCount(count(view, subgroups)),
    detail: names(view, subgroups),
  }),
  finding: (view, { finding: id, verdict }) => {
    const { words, report } = view;
    const finding = report.findings.find((f) => f.id === id);
    return {
      badge: finding === undefined ? "" : words.findingKind[finding.kind].name,
      text: words.sentence.finding(
        words.findingVerdict[verdict].name,
        finding === undefined ? "" : say(view, finding.subject),
      ),
      detail:
        finding?.lead === undefined
          ? words.findingVerdict[verdict].meaning
          : finding.lead
              .filter(({ head }) => head === "what")
              .flatMap(({ text }) => text.map((part) => say(view, part)))
              .join(" "),
    };
  },
  "missing-outcome": (view, { subgroups }) => {
    const share = (id: string): string => view.numbers.percent(view.subgroup(id)?.missingOutcomeShare ?? null);
    return {
      badge: view.words.label.badgeData,
      text: view.words.sentence.missingOutcome(count(view, subgroups)),
      detail: subgroups.map((id) => `${view.subgroupName(id)} ${share(id)}`).join("; "),
    };
  },
  "no-subgroups": ({ words }) => ({ badge: words.summary["not-judged"], text: words.sentence.noContrasts }),
};

function overall(view: View, badge: string, metric: string, threshold: number | undefined): Told {
  const { words } = view;
  const meaning = view.metricMeaning(metric);
  const value = estimateText(view, view.estimate(metric, threshold, "overall"));
  return {
    badge,
    text: words.sentence.overall(view.metricName(metric, threshold), value),
    ...(meaning === undefined ? {} : { detail: meaning }),
  };
}

function gapShown(view: View, { metric, threshold, subgroup }: Extract<Statement, { kind: "gap-shown" }>): Told {
  const { words, numbers } = view;
  const badge = words.summary["gap-shown"];
  const contrast = view.contrast(metric, threshold, subgroup);
  if (contrast === undefined) return { badge, text: names(view, [subgroup]) };
  const { against, scale, margin, pAdjusted } = contrast;
  const own = estimateText(view, view.estimate(metric, threshold, subgroup));
  const other = view.estimate(metric, threshold, against.subgroup);
  return {
    badge,
    text: words.sentence.gapShown({
      metric: view.metricName(metric, threshold),
      subgroup: view.subgroupName(subgroup),
      comparator: against.kind === "reference" ? view.levelName(against.subgroup) : words.against.rest,
      scale,
      value: contrastText(view, contrast),
      unit: view.unitName(contrastUnit(view, contrast)),
      margin: marginText(view, metric, scale, margin),
    }),
    detail: words.sentence.gapDetail(
      own,
      other === undefined ? undefined : estimateText(view, other),
      pAdjusted === undefined ? undefined : numbers.p(pAdjusted),
    ),
  };
}

function names(view: View, ids: readonly string[]): string {
  return ids.map((id) => view.subgroupName(id)).join("; ");
}

function count({ numbers }: View, ids: readonly string[]): string {
  return numbers.count(ids.length);
}
