import { z } from "zod";
import { nearest } from "../nearest.ts";
import { invalid, type Mistake } from "./mistake.ts";
import { reason, shortName } from "./parts.ts";
import type { AuditPlan } from "./schema.ts";

const share = z.number().gt(0).lt(1);
const width = z.number().gt(0).describe("How wide the interval may be, from end to end.");
const logOdds = z
  .strictObject({ mean: z.number(), deviation: z.number().gt(0) })
  .describe("The distribution of the predictions' log odds that is expected: its mean and standard deviation.");

const group = z.strictObject({
  id: shortName,
  label: z.string().min(1).optional(),
  share: share.describe("Its share of all patients."),
  prevalence: share.describe("The share of its patients with the outcome."),
  auroc: share.optional().describe("Expected in it; as in everybody where absent."),
  logOdds: logOdds.optional(),
  sensitivity: share.optional(),
  specificity: share.optional(),
});

const equity = z.strictObject({
  metric: z.enum(["sensitivity", "specificity", "selectionRate", "auroc"]),
  between: z.tuple([shortName, shortName]).describe("Ids of two groups."),
  value: share.describe("The value expected in both, if they are alike."),
  margin: share.describe("The largest difference that does not matter."),
  power: z.number().gt(0.5).lt(1).default(0.8).describe("Chance to show equivalence if they are alike."),
  reason,
});

const gap = z.strictObject({
  between: z.tuple([shortName, shortName]),
  auroc: share.describe("AUROC expected in both."),
  gap: share.describe("The gap that must not be missed."),
  power: z.number().gt(0.5).lt(1).default(0.8),
  reason,
});

/** How many patients the study needs, and how long this hospital must collect (methods H9, E6, E8). */
export const planSize = z.strictObject({
  prevalence: share.describe("The share of all patients with the outcome that is expected here."),
  observedExpected: z
    .strictObject({ ratio: z.number().gt(0).default(1), width })
    .optional()
    .describe("Interval of the O:E ratio."),
  slope: z
    .strictObject({
      width,
      logOdds: z
        .union([logOdds, z.literal("scores")])
        .describe("What is expected of them; scores: those of the plan's own data, of which nothing else is read."),
    })
    .optional()
    .describe("Interval of the calibration slope."),
  auroc: z.strictObject({ value: share, width }).optional().describe("Interval of the AUROC."),
  netBenefit: z
    .strictObject({ threshold: share, sensitivity: share, specificity: share, width })
    .optional()
    .describe("Interval of the standardised net benefit at a threshold."),
  groups: z.array(group).default([]).describe("Subgroups in each of which the same precision is wanted."),
  equivalence: z
    .array(equity)
    .default([])
    .describe("Groups that are to be shown alike within a margin (two one-sided tests)."),
  gaps: z.array(gap).default([]).describe("Gaps in AUROC between groups that must not be missed."),
  perMonth: z.number().gt(0).optional().describe("Patients a month here with a prediction and an outcome."),
  reason,
});

/** That comparisons name groups that are there, and something is asked for. */
export function planSizeMistakes({ planSize: section, score }: AuditPlan): Mistake[] {
  if (section === undefined) return [];
  const { observedExpected, slope, auroc, netBenefit, groups, equivalence, gaps } = section;
  const found: Mistake[] = [];
  const asked = [observedExpected, slope, auroc, netBenefit].some((of) => of !== undefined);
  if (!asked && equivalence.length + gaps.length === 0)
    found.push(
      invalid(
        ["planSize"],
        "nothing is asked for that would need patients",
        "planSize",
        "Add observedExpected, slope, auroc, netBenefit, equivalence or gaps.",
      ),
    );
  if (slope?.logOdds === "scores" && score?.kind !== "probability")
    found.push(
      invalid(
        ["planSize", "slope", "logOdds"],
        "only a probability has log odds, and the score is none",
        "scores",
        "Write the mean and deviation that are expected, or leave slope out.",
      ),
    );
  const ids = groups.map(({ id }) => id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i)
      found.push(invalid(["planSize", "groups", i, "id"], "two groups have the same id", id, "Give each its own."));
  });
  const check = (key: "equivalence" | "gaps", list: readonly { readonly between: readonly [string, string] }[]): void =>
    list.forEach(({ between }, i) => {
      between.forEach((id, j) => {
        if (ids.includes(id)) return;
        const close = nearest(id, ids);
        const known = ids.length === 0 ? "planSize has no groups." : `The groups are ${ids.join(", ")}.`;
        const remedy = close === undefined ? known : `Did you mean "${close}"? ${known}`;
        found.push(
          invalid(["planSize", key, i, "between", j], "this names a group that planSize does not have", id, remedy),
        );
      });
      if (between[0] === between[1])
        found.push(invalid(["planSize", key, i, "between"], "a group is compared with itself", between, "Name two."));
    });
  check("equivalence", equivalence);
  check("gaps", gaps);
  return found;
}
