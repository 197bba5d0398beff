import { routeText } from "../route-text.ts";
import type { Section } from "../section.ts";

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
        text: `${score.column}; ${words.scoreKind[score.kind]}; ${words.direction[score.direction]}`,
      },
      { term: label.outcome, text: outcome.description },
      {
        term: label.outcomeColumn,
        text: words.sentence.outcomeColumn(outcome.column, outcome.positive, outcome.negative),
      },
      { term: label.horizon, text: outcome.horizon },
      { term: label.unitOfAnalysis, text: `${words.unitOfAnalysis[unit.unit]}; ${words.take[unit.take]}` },
      { term: label.created, text: words.date(report.created) },
      { term: label.planSha256, text: report.plan.sha256 },
    ];
    return [{ kind: "facts", items: items.flatMap(({ term, text }) => (text === undefined ? [] : [{ term, text }])) }];
  },
};
