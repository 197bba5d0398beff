import { z } from "zod";
import type { ExtraColumn } from "./columns.ts";
import { invalid, type Mistake } from "./mistake.ts";
import { nearest } from "../nearest.ts";
import { columnName, reason, shortName } from "./parts.ts";
import type { AuditPlan } from "./schema.ts";

const criterion = z.strictObject({
  metric: z
    .enum(["auroc", "brierScore", "sensitivity", "specificity", "ppv", "netBenefit"])
    .describe("What the new version must not be worse in."),
  threshold: z.number().optional().describe("For all but auroc and brierScore: one of thresholds[].at."),
  margin: z
    .number()
    .gt(0)
    .lt(1)
    .describe("Largest loss that is accepted: a difference; of ppv a share (0.1: at least 90 % of the old PPV)."),
  everywhere: z
    .boolean()
    .default(false)
    .describe("Whether it must hold in every level of the subgroups too, not only overall."),
  reason,
});

/** A new version of the model on the same patients, by the same locked plan (methods A3, B4, D2). */
export const modelChange = z.strictObject({
  version: z.string().min(1).describe("The new version; the plan's model is the old one."),
  score: z
    .strictObject({ column: columnName })
    .describe("The new version's score of the same rows: the kind and direction are those of the plan's score."),
  description: z.string().min(1).describe("What was changed, as in the change control plan."),
  acceptance: z.array(criterion).min(1).describe("Declared before the new version's results were seen."),
  subgroups: z.array(shortName).optional().describe("Ids of the subgroups to compare in; all where absent."),
});

const THRESHOLDED = ["sensitivity", "specificity", "ppv", "netBenefit"];

/** The new version's column. */
export function modelChangeColumns({ modelChange: section }: AuditPlan): ExtraColumn[] {
  if (section === undefined) return [];
  return [{ column: section.score.column, kind: "numeric", planPath: "modelChange.score.column" }];
}

/** That the new version is another score, and each criterion has the threshold that it needs. */
export function modelChangeMistakes(plan: AuditPlan): Mistake[] {
  const { modelChange: section, score, outcome, thresholds, subgroups } = plan;
  if (section === undefined) return [];
  const at = (...path: PropertyKey[]): PropertyKey[] => ["modelChange", ...path];
  const found: Mistake[] = [];
  const { column } = section.score;
  if (column === score?.column || column === outcome.column)
    found.push(
      invalid(
        at("score", "column"),
        `the new version's score is the ${column === score?.column ? "old version's" : "outcome"}`,
        column,
        "Name the column that the new version's scores are in.",
      ),
    );
  const declared = thresholds.flatMap((threshold) => ("at" in threshold ? [threshold.at] : []));
  section.acceptance.forEach(({ metric, threshold }, i) => {
    const path = at("acceptance", i, "threshold");
    const needed = THRESHOLDED.includes(metric);
    if (needed && threshold === undefined)
      found.push(invalid(path, `${metric} needs a threshold`, undefined, "Add threshold: one of thresholds[].at."));
    if (!needed && threshold !== undefined)
      found.push(invalid(path, `${metric} has no threshold`, threshold, "Leave it out."));
    if (needed && threshold !== undefined && !declared.includes(threshold))
      found.push(
        invalid(path, "this is not one of the declared thresholds", threshold, `Declared: ${declared.join(", ")}.`),
      );
    if (score?.kind === "ordinal" && (metric === "brierScore" || metric === "netBenefit"))
      found.push(
        invalid(
          at("acceptance", i, "metric"),
          `${metric} needs a probability, and the score is ordinal`,
          metric,
          "Choose another.",
        ),
      );
  });
  const ids = subgroups.map(({ id }) => id);
  (section.subgroups ?? []).forEach((id, i) => {
    if (ids.includes(id)) return;
    const close = nearest(id, ids);
    const list = ids.length === 0 ? "The plan has no subgroups." : `The subgroups are ${ids.join(", ")}.`;
    const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
    found.push(invalid(at("subgroups", i), "this names a subgroup that the plan does not have", id, remedy));
  });
  return found;
}
