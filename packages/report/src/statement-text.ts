import type { Statement } from "./audit-report.ts";
import type { Text } from "./document.ts";
import { contrastText, contrastUnit, estimateText, gapText, marginText } from "./results-text.ts";
import type { View } from "./view.ts";

interface Told {
  readonly badge: string;
  readonly text: Text;
  readonly detail?: Text;
}

/** A headline in words: the facts it names are looked up and formatted here, the sentence is the catalogue's. */
export function statementText(view: View, statement: Statement): Told {
  const { words, numbers, report } = view;
  const { sentence, label } = words;
  const names = (ids: readonly string[]): string => ids.map((id) => view.subgroupName(id)).join("; ");
  switch (statement.kind) {
    case "overall": {
      const estimate = view.estimate(statement.metric, statement.threshold, "overall");
      const facts = view.metric(statement.metric);
      const name = view.metricName(statement.metric, statement.threshold);
      return {
        badge: label.badgeOverall,
        text: sentence.overall(name, estimateText(view, estimate)),
        ...(words.metric[facts.id] === undefined ? {} : { detail: words.metric[facts.id]!.meaning }),
      };
    }
    case "calibration":
      return {
        badge: label.badgeCalibration,
        text: sentence.overall(view.metricName(statement.metric), estimateText(view, view.estimate(statement.metric, undefined, "overall"))),
        ...(words.metric[statement.metric] === undefined ? {} : { detail: words.metric[statement.metric]!.meaning }),
      };
    case "gap-shown": {
      const contrast = view.contrast(statement.metric, statement.threshold, statement.subgroup);
      if (contrast === undefined) return { badge: words.summary["gap-shown"], text: names([statement.subgroup]) };
      const unit = contrastUnit(view, contrast);
      return {
        badge: words.summary["gap-shown"],
        text: sentence.gapShown({
          metric: view.metricName(statement.metric, statement.threshold),
          subgroup: view.subgroupName(statement.subgroup),
          comparator: contrast.against.kind === "reference" ? view.levelName(contrast.against.subgroup) : words.against.rest,
          scale: contrast.scale,
          value: contrastText(view, contrast),
          unit: words.differenceUnit[unit],
          margin: marginText(view, contrast.metric, contrast.scale, contrast.margin),
        }),
        detail: sentence.gapDetail(
          estimateText(view, view.estimate(statement.metric, statement.threshold, statement.subgroup)),
          estimateText(view, view.estimate(statement.metric, statement.threshold, contrast.against.subgroup)),
          contrast.pAdjusted === undefined ? undefined : numbers.p(contrast.pAdjusted),
        ),
      };
    }
    case "more-gaps-shown":
      return { badge: words.summary["gap-shown"], text: sentence.moreGaps(numbers.count(statement.subgroups.length)), detail: names(statement.subgroups) };
    case "equivalent": {
      const contrast = view.contrast(statement.metric, statement.threshold, statement.subgroups[0]!);
      return {
        badge: words.summary.equivalent,
        text: sentence.equivalent(
          numbers.count(statement.subgroups.length),
          numbers.count(report.family.contrasts),
          contrast === undefined ? label.notDeclared : marginText(view, contrast.metric, contrast.scale, contrast.margin),
        ),
        detail: names(statement.subgroups),
      };
    }
    case "inconclusive": {
      const { detectable, scale, metric } = statement;
      const gap = (value: NonNullable<typeof detectable>["least"]): string => gapText(view, { metric, scale }, value);
      return {
        badge: words.summary.inconclusive,
        text: sentence.inconclusive(
          numbers.count(statement.subgroups.length),
          numbers.count(report.family.contrasts),
          detectable === null ? undefined : { least: gap(detectable.least), most: gap(detectable.most) },
        ),
        detail: sentence.inconclusiveDetail(names(statement.subgroups), statement.different.length === 0 ? undefined : names(statement.different)),
      };
    }
    case "not-judged":
      return { badge: words.summary["not-judged"], text: sentence.notJudged(numbers.count(statement.subgroups.length)), detail: names(statement.subgroups) };
    case "not-estimable":
      return { badge: words.summary["not-estimable"], text: sentence.notEstimableCount(numbers.count(statement.subgroups.length)), detail: names(statement.subgroups) };
    case "finding": {
      const finding = report.findings.find((f) => f.id === statement.finding);
      return {
        badge: finding === undefined ? "" : words.findingKind[finding.kind].name,
        text: sentence.finding(words.findingVerdict[statement.verdict].name, finding?.subject ?? ""),
        detail: words.findingVerdict[statement.verdict].meaning,
      };
    }
    case "missing-outcome":
      return {
        badge: label.badgeData,
        text: sentence.missingOutcome(numbers.count(statement.subgroups.length)),
        detail: statement.subgroups
          .map((id) => `${view.subgroupName(id)} ${numbers.percent(view.subgroup(id)?.missingOutcomeShare ?? null)}`)
          .join("; "),
      };
    case "no-subgroups":
      return { badge: words.summary["not-judged"], text: sentence.noContrasts };
  }
}
