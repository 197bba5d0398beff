import { routeText } from "../route-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** What was audited, and who says what it is for: as the plan has it. */
export const identification: Section = {
  id: "identification",
  blocks: (view) => {
    const { report, words } = view;
    const { label } = words;
    const { model, score, outcome, identification } = report.study;
    const unit = report.study.unitOfAnalysis;
    const items: { term: string; text: string | undefined }[] = [
      { term: label.model, text: `${model.name}, ${label.version.toLowerCase()} ${model.version}` },
      { term: label.manufacturer, text: model.manufacturer },
      { term: label.tradeName, text: identification?.tradeName },
      { term: label.manufacturerSrn, text: identification?.manufacturerSrn },
      { term: label.basicUdiDi, text: identification?.basicUdiDi },
      { term: label.udiDi, text: identification?.udiDi },
      { term: label.riskClass, text: identification?.riskClass },
      { term: label.intendedPurpose, text: model.intendedPurpose },
      { term: label.instructionsForUse, text: identification?.instructionsForUse },
      { term: label.population, text: identification?.population },
      { term: label.users, text: identification?.users },
      { term: label.setting, text: identification?.setting },
      {
        term: label.decisionRole,
        text: identification?.decisionRole === undefined ? undefined : words.decisionRole[identification.decisionRole],
      },
      { term: label.route, text: routeText(view) },
      {
        term: label.score,
        text: score && `${score.column}; ${words.scoreKind[score.kind]}; ${words.direction[score.direction]}`,
      },
      { term: label.outcome, text: outcome.description },
      ...outcomeFacts(view),
      { term: label.unitOfAnalysis, text: `${words.unitOfAnalysis[unit.unit]}; ${words.take[unit.take]}` },
      { term: label.created, text: words.date(report.created) },
      { term: label.planSha256, text: report.plan.sha256 },
    ];
    return [{ kind: "facts", items: items.flatMap(({ term, text }) => (text === undefined ? [] : [{ term, text }])) }];
  },
};

/** What the outcome is in the data, and what of it the kind needs. */
function outcomeFacts({ report, words, numbers }: View): { term: string; text: string | undefined }[] {
  const { outcome } = report.study;
  const { label, sentence } = words;
  switch (outcome.kind) {
    case "binary":
      return [
        { term: label.outcomeColumn, text: sentence.outcomeColumn(outcome.column, outcome.positive, outcome.negative) },
        { term: label.horizon, text: outcome.horizon },
      ];
    case "time-to-event":
      return [
        { term: label.outcomeKind, text: words.outcomeKind[outcome.kind] },
        {
          term: label.outcomeColumn,
          text: sentence.followUpColumns(
            { time: outcome.time, status: outcome.column },
            outcome.event,
            outcome.competing,
            outcome.censored,
          ),
        },
        { term: label.horizon, text: `${numbers.plain(outcome.horizon.at)} ${outcome.horizon.unit}` },
        { term: label.tau, text: `${numbers.plain(outcome.tau)} ${outcome.horizon.unit}` },
      ];
    case "continuous":
      return [
        { term: label.outcomeKind, text: words.outcomeKind[outcome.kind] },
        { term: label.outcomeColumn, text: sentence.amountColumns(outcome.column, outcome.prediction, outcome.unit) },
      ];
    default:
      return [
        { term: label.outcomeKind, text: words.outcomeKind[outcome.kind] },
        {
          term: label.outcomeColumn,
          text: sentence.classColumns(
            outcome.column,
            outcome.classes.map(({ level, probability }) => `"${level}" (${probability})`),
            outcome.ordered,
          ),
        },
      ];
  }
}
