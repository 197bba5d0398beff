import { nearest } from "../nearest.ts";
import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

/** That label choice speaks of labels and a subgroup that the plan has, and of a need that is not the label itself. */
export function labelChoiceMistakes({ labelChoice, labels = {}, subgroups }: AuditPlan): Mistake[] {
  if (labelChoice === undefined) return [];
  const { label, needs, by, alternatives, accuracy } = labelChoice;
  const at = (...path: PropertyKey[]): PropertyKey[] => ["labelChoice", ...path];
  const known = Object.keys(labels);
  const found: Mistake[] = [];
  const isLabel = (path: PropertyKey[], id: string): void => {
    if (!known.includes(id)) found.push(unknown(path, id, known, "labels", "a label that the plan does not have"));
  };
  isLabel(at("label"), label);
  needs.forEach((need, i) => {
    const path = at("needs", i, "label");
    isLabel(path, need.label);
    if (need.label === label)
      found.push(
        invalid(
          path,
          "the need is the label itself, so no gap between them could show",
          label,
          "Name a measure of need.",
        ),
      );
    else if (Object.hasOwn(labels, need.label) && labels[need.label]!.column === labels[label]?.column)
      found.push(
        invalid(path, "the need is the label's own column", need.label, "Name a column that measures the need."),
      );
    if (needs.findIndex((other) => other.label === need.label) < i)
      found.push(invalid(path, "the need is listed twice", need.label, "List it once."));
    found.push(...ratio(at("needs", i, "margin", "ratio"), need.margin));
  });
  found.push(...ratio(at("margin", "ratio"), labelChoice.margin));
  alternatives.forEach((id, i) => isLabel(at("alternatives", i), id));
  if (labelChoice.replicates > 0 && labelChoice.replicates < 200)
    found.push(
      invalid(
        at("replicates"),
        "so few replicates hold no interval",
        labelChoice.replicates,
        "Write 200 or more, or 0 for no such intervals.",
      ),
    );
  const ids = subgroups.map(({ id }) => id);
  if (!ids.includes(by)) found.push(unknown(at("by"), by, ids, "subgroups", "a subgroup that the plan does not have"));
  accuracy.forEach((supposed, i) => {
    const listed = needs.map((need) => need.label);
    const path = at("accuracy", i);
    if (!listed.includes(supposed.need))
      found.push(unknown([...path, "need"], supposed.need, listed, "needs", "a need that is not listed"));
    if (supposed.sensitivity[0] > supposed.sensitivity[1])
      found.push(
        invalid(
          [...path, "sensitivity"],
          "the range does not ascend",
          supposed.sensitivity,
          "Write the lower one first.",
        ),
      );
  });
  return found;
}

/** That treatment, factors and covariates are different things, and that none of them is what happened afterwards. */
export function treatmentMaskingMistakes({ treatmentMasking, outcome, score }: AuditPlan): Mistake[] {
  if (treatmentMasking === undefined) return [];
  const { treatment, covariates, factors, ordered, negativeControls } = treatmentMasking;
  const at = (...path: PropertyKey[]): PropertyKey[] => ["treatmentMasking", ...path];
  const found: Mistake[] = [];
  if (treatment.column === outcome.column)
    found.push(
      invalid(
        at("treatment", "column"),
        "the treatment is the outcome",
        treatment.column,
        "Name the column of the care that was given.",
      ),
    );
  for (const kind of ["numeric", "categorical"] as const)
    covariates[kind].forEach((column, i) => {
      const path = at("covariates", kind, i);
      const remedy = "Covariates are what was known before treatment was decided; leave it out.";
      if (column === treatment.column) found.push(invalid(path, "the treatment is no covariate", column, remedy));
      if (column === outcome.column) found.push(invalid(path, "the outcome is no covariate", column, remedy));
      if (column === score?.column) found.push(invalid(path, "the score under audit is no covariate", column, remedy));
    });
  factors.forEach(({ id, column, counterfactual }, i) => {
    if (factors.findIndex((other) => other.id === id) < i)
      found.push(invalid(at("factors", i, "id"), "two factors have the same id", id, "Give each its own."));
    if (column === treatment.column || column === outcome.column)
      found.push(
        invalid(
          at("factors", i, "column"),
          `the factor is the ${column === outcome.column ? "outcome" : "treatment"}`,
          column,
          "Name a column that was known before treatment was decided.",
        ),
      );
    if (counterfactual !== undefined && counterfactual.ifPresent === counterfactual.ifAbsent)
      found.push(
        invalid(
          at("factors", i, "counterfactual", "ifAbsent"),
          "the scores with the factor and without it are one column",
          counterfactual.ifAbsent,
          "Name the score of each patient with the factor removed.",
        ),
      );
  });
  const others = [
    ...ordered.map((o, i) => [at("ordered", i), o] as const),
    ...negativeControls.map((c, i) => [at("negativeControls", i), c] as const),
  ];
  const ids = [...factors.map(({ id }) => id), ...others.map(([, { id }]) => id)];
  others.forEach(([path, { id, column }], i) => {
    if (ids.indexOf(id) < factors.length + i)
      found.push(invalid([...path, "id"], "the id is used before", id, "Give each its own."));
    if (column === treatment.column || column === outcome.column)
      found.push(
        invalid(
          [...path, "column"],
          `this is the ${column === outcome.column ? "outcome" : "treatment"}`,
          column,
          "Name another column.",
        ),
      );
  });
  ordered.forEach(({ bands, levels, shape }, i) => {
    const path = at("ordered", i);
    if (bands !== undefined && levels !== undefined)
      found.push(
        invalid(
          [...path, "levels"],
          "an order is given by bands or by levels, not by both",
          levels,
          "Give one of them.",
        ),
      );
    for (const [key, list] of [
      ["bands", bands],
      ["shape.cuts", shape?.cuts],
    ] as const)
      if (list?.some((v, k) => k > 0 && v <= list[k - 1]!) === true)
        found.push(
          invalid([...path, ...key.split(".")], "the cut points do not ascend", list, "Write them in ascending order."),
        );
    for (const key of ["scores", "standardErrors", "weights"] as const) {
      const list = shape?.[key];
      if (list !== undefined && list.length !== shape!.cuts.length + 1)
        found.push(
          invalid(
            [...path, "shape", key],
            `${shape!.cuts.length} cuts make ${shape!.cuts.length + 1} bins`,
            list.length,
            "Give one value a bin.",
          ),
        );
    }
  });
  negativeControls.forEach(({ kind, of, margin }, i) => {
    const path = at("negativeControls", i);
    if (kind === "period" && (of === undefined || !factors.some(({ id }) => id === of)))
      found.push(
        of === undefined
          ? invalid(
              [...path, "of"],
              "it is not said which factor is looked at in the period",
              undefined,
              "Add of: the id of a declared factor.",
            )
          : unknown(
              [...path, "of"],
              of,
              factors.map(({ id }) => id),
              "factors",
              "a factor that is not declared",
            ),
      );
    if (kind !== "period" && margin === undefined)
      found.push(
        invalid(
          [...path, "margin"],
          "without a margin no control could hold",
          undefined,
          "Add margin: the largest difference in risk that is as good as none.",
        ),
      );
  });
  return found;
}

function unknown(path: PropertyKey[], id: string, known: readonly string[], noun: string, what: string): Mistake {
  const close = nearest(id, known);
  const list = known.length === 0 ? `The plan has no ${noun}.` : `The ${noun} are ${known.join(", ")}.`;
  return invalid(path, `this names ${what}`, id, close === undefined ? list : `Did you mean "${close}"? ${list}`);
}

function ratio(path: PropertyKey[], margin: NonNullable<AuditPlan["labelChoice"]>["margin"]): Mistake[] {
  if (margin === undefined || !("ratio" in margin)) return [];
  const [low, high] = margin.ratio;
  if (low < 1 && high > 1) return [];
  const remedy = "No difference is a ratio of 1, so write one limit below it and one above, e.g. [0.9, 1.11].";
  return [invalid(path, "a ratio's margin does not lie on both sides of 1", margin.ratio, remedy)];
}
