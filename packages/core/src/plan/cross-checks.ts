import { nearest } from "../nearest.ts";
import { extraColumns, outcomeColumns } from "./columns.ts";
import { bandLabels, bandOf } from "./bands.ts";
import { claimMistakes } from "./claim-checks.ts";
import { imputationMistakes } from "./imputation-checks.ts";
import { updatingMistakes } from "./updating-checks.ts";
import { referenceMistakes } from "./reference-checks.ts";
import { invalid, type Mistake } from "./mistake.ts";
import { modelChangeMistakes } from "./model-change.ts";
import { monitoringMistakes } from "./monitoring.ts";
import { outcomeMistakes } from "./outcome-checks.ts";
import { planSizeMistakes } from "./plan-size.ts";
import { readersMistakes } from "./readers.ts";
import type { AuditPlan } from "./schema.ts";
import { probeMistakes, scoreModelMistakes } from "./score-model-checks.ts";
import { labelChoiceMistakes, treatmentMaskingMistakes } from "./row-analysis-checks.ts";

/** What a schema cannot say: that the parts of a plan agree with each other. */
export function crossChecks(plan: AuditPlan): Mistake[] {
  return [
    ...columns(plan),
    ...scoreModelMistakes(plan),
    ...probeMistakes(plan),
    ...identifiers(plan),
    ...outcomeMistakes(plan),
    ...unitOfAnalysis(plan),
    ...plan.subgroups.flatMap((_, index) => subgroup(plan, index)),
    ...intersections(plan),
    ...updatingMistakes(plan),
    ...thresholds(plan),
    ...margins(plan),
    ...multiplicity(plan),
    ...imputationMistakes(plan),
    ...labelChoiceMistakes(plan),
    ...treatmentMaskingMistakes(plan),
    ...claimMistakes(plan),
    ...monitoringMistakes(plan),
    ...referenceMistakes(plan),
    ...disclosureMistakes(plan),
    ...modelChangeMistakes(plan),
    ...readersMistakes(plan),
    ...planSizeMistakes(plan),
  ];
}

function columns({ score, outcome, weight, count, patient, unitOfAnalysis: unit }: AuditPlan): Mistake[] {
  const found: Mistake[] = [];
  if (count !== undefined && (count === score?.column || count === outcome.column || count === weight))
    found.push(invalid(["count"], "the count is also another column's role", count, "Name the column of frequencies."));
  if (count !== undefined && (patient !== undefined || unit.by !== undefined))
    found.push(
      invalid(
        ["count"],
        "a row that stands for several cannot have one patient's identifier",
        count,
        "Leave out count, or patient and unitOfAnalysis.",
      ),
    );
  if (score?.column === outcome.column)
    found.push(
      invalid(
        ["outcome", "column"],
        "the score and the outcome are the same column",
        outcome.column,
        "Name the column that holds what happened, not what was predicted.",
      ),
    );
  if (weight !== undefined && (weight === score?.column || weight === outcome.column))
    found.push(
      invalid(
        ["weight"],
        "the weight is also the score or the outcome",
        weight,
        "Name the column of sampling weights.",
      ),
    );
  if (unit.unit === "patient" && unit.by !== undefined && patient !== undefined && unit.by !== patient)
    found.push(
      invalid(
        ["unitOfAnalysis", "by"],
        `the unit of analysis is the patient, but its identifier is not the plan's patient column "${patient}"`,
        unit.by,
        "Name the same column in both places.",
      ),
    );
  return found;
}

/** An identifier in another role would be counted, and shown, level by level. */
function identifiers(plan: AuditPlan): Mistake[] {
  const named: (readonly [path: readonly PropertyKey[], column: string | undefined])[] = [
    [["score", "column"], plan.score?.column],
    [["outcome", "column"], plan.outcome.column],
    ...outcomeColumns(plan).map(({ column, planPath }) => [pathOf(planPath), column] as const),
    [["weight"], plan.weight],
    [["count"], plan.count],
    [["site"], plan.site],
    [["period"], plan.period],
    [["unitOfAnalysis", "orderBy"], plan.unitOfAnalysis.orderBy],
    ...plan.subgroups.map(({ column }, i) => [["subgroups", i, "column"], column] as const),
    ...Object.entries(plan.labels ?? {}).map(([id, { column }]) => [["labels", id, "column"], column] as const),
    ...extraColumns(plan).map(({ column, planPath }) => [pathOf(planPath), column] as const),
  ];
  return named.flatMap(([path, column]) =>
    column !== undefined && (column === plan.patient || column === plan.unitOfAnalysis.by)
      ? [invalid(path, "the column identifies patients or admissions", column, "Name another column here.")]
      : [],
  );
}

function pathOf(planPath: string): PropertyKey[] {
  return planPath.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function unitOfAnalysis({ unitOfAnalysis: { unit, take, by, orderBy } }: AuditPlan): Mistake[] {
  const at = (key: string) => ["unitOfAnalysis", key];
  const found: Mistake[] = [];
  const ordered = take === "first" || take === "last";
  if (unit !== "prediction" && by === undefined)
    found.push(
      invalid(at("by"), `the unit is ${unit}, but no identifier is named`, undefined, `Add by: the ${unit}'s column.`),
    );
  if (unit === "prediction" && by !== undefined)
    found.push(
      invalid(at("by"), "every prediction is its own unit, so by has no effect", by, "Leave it out, or change unit."),
    );
  if (unit === "prediction" && take !== "all")
    found.push(
      invalid(
        at("take"),
        "every prediction is its own unit, so none can be chosen among several",
        take,
        "Write take: all, or unit: patient or admission with by.",
      ),
    );
  if (unit !== "prediction" && ordered && orderBy === undefined)
    found.push(
      invalid(at("orderBy"), `take: ${take} needs an order`, undefined, "Add orderBy: the column with the time."),
    );
  if (!ordered && orderBy !== undefined)
    found.push(
      invalid(at("orderBy"), `take: ${take} does not use an order`, orderBy, "Leave it out, or take first or last."),
    );
  return found;
}

function subgroup(plan: AuditPlan, index: number): Mistake[] {
  const { id, levels, bands, reference } = plan.subgroups[index]!;
  const at = (...path: PropertyKey[]) => ["subgroups", index, ...path];
  const found: Mistake[] = [];
  const reserved = [plan.site === undefined ? "" : "site", plan.period === undefined ? "" : "period"];
  if (plan.subgroups.findIndex((other) => other.id === id) < index)
    found.push(invalid(at("id"), "two subgroups have the same id", id, "Give each its own."));
  if (reserved.includes(id))
    found.push(
      invalid(at("id"), `"${id}" is the id of the plan's own ${id} column`, id, "Give this subgroup another id."),
    );
  if (bands !== undefined && levels !== undefined)
    found.push(invalid(at("levels"), "a subgroup has either levels or bands", levels, "Leave one of them out."));
  (bands ?? []).forEach((cut, i) => {
    if (i > 0 && !(cut > bands![i - 1]!))
      found.push(
        invalid(at("bands", i), "bands do not ascend", cut, "List the cut points from low to high, each once."),
      );
  });
  (levels ?? []).forEach((level, i) => {
    if (levels!.indexOf(level) < i)
      found.push(invalid(at("levels", i), "the level is listed twice", level, "List it once."));
    if (level === "not recorded")
      found.push(invalid(at("levels", i), "not recorded is always a level", level, "Leave it out."));
  });
  if (reference === undefined) return found;
  const { level } = reference;
  const known = bands === undefined ? levels : bandLabels(bands);
  const isKnown = bands === undefined ? known?.includes(level) !== false : bandOf(level, bands) !== undefined;
  if (level === "not recorded" || !isKnown) {
    const close = nearest(level, known ?? []);
    const list = known === undefined ? "Name a recorded level." : `The levels are ${known.join(", ")}.`;
    const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
    found.push(invalid(at("reference", "level"), `the reference is not a level of subgroup "${id}"`, level, remedy));
  }
  return found;
}

function intersections({ subgroups, intersections: pairs }: AuditPlan): Mistake[] {
  const ids = subgroups.map(({ id }) => id);
  const key = ([a, b]: readonly [string, string]) => [a, b].sort().join("&");
  return pairs.flatMap((pair, i) => {
    const unknown = pair.flatMap((id, j) => {
      if (ids.includes(id)) return [];
      const close = nearest(id, ids);
      const list = ids.length === 0 ? "The plan has no subgroups." : `The subgroups are ${ids.join(", ")}.`;
      const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
      return [
        invalid(["intersections", i, j], "an intersection names a subgroup that the plan does not have", id, remedy),
      ];
    });
    if (unknown.length > 0) return unknown;
    if (pair[0] === pair[1])
      return [invalid(["intersections", i], "a subgroup is crossed with itself", pair, "Name two different ones.")];
    if (pairs.findIndex((other) => key(other) === key(pair)) < i)
      return [invalid(["intersections", i], "the intersection is listed twice", pair, "List it once.")];
    return [];
  });
}

function thresholds({ score, thresholds: declared, primary, utility }: AuditPlan): Mistake[] {
  const found: Mistake[] = [];
  const values = declared.map((threshold) => ("at" in threshold ? threshold.at : undefined));
  values.forEach((value, i) => {
    if (value === undefined) return;
    const path = ["thresholds", i, "at"];
    if (score?.kind === "probability" && !(value >= 0 && value <= 1))
      found.push(invalid(path, "a threshold of a probability lies outside 0 to 1", value, "Write 12 % as 0.12."));
    if (values.indexOf(value) < i) found.push(invalid(path, "the threshold is listed twice", value, "List it once."));
  });
  if (primary.threshold !== undefined && !values.includes(primary.threshold))
    found.push(
      invalid(
        ["primary", "threshold"],
        "the primary metric's threshold is not one of the declared thresholds",
        primary.threshold,
        values.some((value) => value !== undefined)
          ? `Declared: ${values.filter((value) => value !== undefined).join(", ")}.`
          : "Add it under thresholds, with its reason.",
      ),
    );
  if (utility !== undefined && !(utility.thresholds[0] < utility.thresholds[1]))
    found.push(
      invalid(["utility", "thresholds"], "the range does not ascend", utility.thresholds, "Write the lower one first."),
    );
  return found;
}

function multiplicity({ policy, subgroups }: AuditPlan): Mistake[] {
  const without = subgroups.find(({ reference }) => reference === undefined);
  if (policy.multiplicity !== "dunnett" || without === undefined) return [];
  const what = `Dunnett's method compares with one reference, and subgroup "${without.id}" declares none`;
  return [invalid(["policy", "multiplicity"], what, "dunnett", "Declare its reference, or write holm.")];
}

function margins({ margins: declared }: AuditPlan): Mistake[] {
  return Object.entries(declared).flatMap(([metric, margin]) => {
    if (!("ratio" in margin)) return [];
    const [low, high] = margin.ratio;
    if (low < 1 && high > 1) return [];
    const path = ["margins", metric, "ratio"];
    const remedy = "No difference is a ratio of 1, so write one limit below it and one above, e.g. [0.8, 1.25].";
    return [invalid(path, "a ratio's margin does not lie on both sides of 1", margin.ratio, remedy)];
  });
}

function disclosureMistakes({ disclosure }: AuditPlan): Mistake[] {
  if (disclosure?.profile !== "custom" || disclosure.minimum !== undefined) return [];
  return [
    invalid(
      ["disclosure", "minimum"],
      "a rule of one's own needs the least count that is shown",
      "absent",
      "Add disclosure.minimum, e.g. 5, or name a profile: denmark, nhs, cms.",
    ),
  ];
}
