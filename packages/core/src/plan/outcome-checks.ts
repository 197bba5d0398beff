import { invalid, type Mistake } from "./mistake.ts";
import type { BinaryOutcome, ContinuousOutcome, MultiClassOutcome, TimeToEventOutcome } from "./outcome.ts";
import type { AuditPlan } from "./schema.ts";

/** That an outcome's levels and columns are told apart, and that the plan asks of its kind only what the kind has. */
export function outcomeMistakes(plan: AuditPlan): Mistake[] {
  const { outcome } = plan;
  return [...scoreOf(plan), ...notForKind(plan), ...ofKind(outcome)];
}

function ofKind(outcome: AuditPlan["outcome"]): Mistake[] {
  switch (outcome.kind) {
    case "binary":
      return binary(outcome);
    case "time-to-event":
      return timeToEvent(outcome);
    case "continuous":
      return continuous(outcome);
    default:
      return multiClass(outcome);
  }
}

/** A score where the kind has one, and none where its predictions stand under the outcome. */
function scoreOf({ score, outcome: { kind } }: AuditPlan): Mistake[] {
  const scored = kind === "binary" || kind === "time-to-event";
  if (scored && score === undefined)
    return [
      invalid(
        ["score"],
        '"score" is missing',
        undefined,
        'Add "score": a mapping of keys to values: column, kind and direction.',
      ),
    ];
  if (scored || score === undefined) return [];
  const where = kind === "continuous" ? "outcome.prediction" : "outcome.classes";
  return [
    invalid(
      ["score"],
      `a ${kind} outcome has no score: what the model gave stands under ${where}`,
      score.column,
      "Leave score out.",
    ),
  ];
}

/** Parts of a plan that are made for a binary outcome. Passed over in silence they would seem to have been done. */
function notForKind({ outcome, thresholds, utility, labelChoice, treatmentMasking, ...rest }: AuditPlan): Mistake[] {
  if (outcome.kind === "binary") return [];
  const asked: readonly (readonly [path: readonly PropertyKey[], asked: boolean])[] = [
    [["thresholds"], thresholds.length > 0],
    [["utility"], utility !== undefined && outcome.kind !== "time-to-event"],
    [["labelChoice"], labelChoice !== undefined],
    [["treatmentMasking"], treatmentMasking !== undefined],
    [["claims"], rest.claims.length > 0],
    [["reference"], rest.reference !== undefined],
    [["targetPopulation"], rest.targetPopulation !== undefined],
    [["updating"], rest.updating !== undefined],
    [["probe"], rest.probe !== undefined],
    [["verification"], rest.verification !== undefined],
    [["monitoring"], rest.monitoring !== undefined],
    [["modelChange"], rest.modelChange !== undefined],
    [["readers"], rest.readers !== undefined],
    [["unitOfAnalysis", "take"], rest.unitOfAnalysis.take === "highest" && outcome.kind !== "time-to-event"],
  ];
  return asked.flatMap(([path, is]) =>
    is
      ? [
          invalid(
            path,
            `this is not available for a ${outcome.kind} outcome`,
            path.at(-1) === "take" ? "highest" : path.join("."),
            path.at(-1) === "take"
              ? "No prediction of this kind is the riskiest: take all, first or last."
              : "Leave it out; the report says that it was not assessed.",
          ),
        ]
      : [],
  );
}

function binary({ positive, negative = [] }: BinaryOutcome): Mistake[] {
  return negative.flatMap((level, i) => {
    const path = ["outcome", "negative", i];
    if (level === positive)
      return [invalid(path, "a level cannot be both positive and negative", level, "Leave it out of one of the two.")];
    if (negative.indexOf(level) < i) return [invalid(path, "the level is listed twice", level, "List it once.")];
    return [];
  });
}

function timeToEvent({ column, time, event, competing, censored, horizon, tau }: TimeToEventOutcome): Mistake[] {
  const named: (readonly [path: readonly PropertyKey[], level: string])[] = [
    [["outcome", "event"], event],
    ...competing.map((level, i) => [["outcome", "competing", i], level] as const),
    ...censored.map((level, i) => [["outcome", "censored", i], level] as const),
  ];
  const found = named.flatMap(([path, level], i) =>
    named.findIndex(([, other]) => other === level) < i
      ? [
          invalid(
            path,
            "the level is listed twice",
            level,
            "A level is the event, a competing event or censoring: list it once.",
          ),
        ]
      : [],
  );
  if (time === column)
    found.push(
      invalid(
        ["outcome", "time"],
        "the time and the status are the same column",
        time,
        "Name the column with the length of follow-up.",
      ),
    );
  if (tau !== undefined && tau < horizon.at)
    found.push(
      invalid(
        ["outcome", "tau"],
        `Uno's C would stop before the horizon (${horizon.at})`,
        tau,
        "Give a time at or after the horizon, or leave tau out.",
      ),
    );
  return found;
}

function continuous({ column, prediction }: ContinuousOutcome): Mistake[] {
  if (prediction !== column) return [];
  return [
    invalid(
      ["outcome", "prediction"],
      "the prediction and the outcome are the same column",
      prediction,
      "Name the column that holds what was predicted.",
    ),
  ];
}

function multiClass({ column, classes }: MultiClassOutcome): Mistake[] {
  return classes.flatMap(({ level, probability }, i) => {
    const at = (key: string) => ["outcome", "classes", i, key];
    const found: Mistake[] = [];
    if (classes.findIndex((other) => other.level === level) < i)
      found.push(invalid(at("level"), "the class is listed twice", level, "List it once."));
    if (classes.findIndex((other) => other.probability === probability) < i)
      found.push(
        invalid(at("probability"), "two classes have the same probability", probability, "Give each class its column."),
      );
    if (probability === column)
      found.push(
        invalid(
          at("probability"),
          "the probability and the outcome are the same column",
          probability,
          "Name the column of the model's probability.",
        ),
      );
    return found;
  });
}
