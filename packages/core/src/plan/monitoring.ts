import { z } from "zod";
import { nearest } from "../nearest.ts";
import { invalid, type Mistake } from "./mistake.ts";
import { columnName, levelText, reason, shortName } from "./parts.ts";
import type { ExtraColumn } from "./columns.ts";
import { ANALYTES } from "./reference.ts";
import type { AuditPlan } from "./schema.ts";

const alarm = z.strictObject({
  oddsRatio: z
    .number()
    .gt(1)
    .describe("The change that must not be missed: events at so many times the odds predicted, or at one over it."),
  runLength: z
    .number()
    .int()
    .min(50)
    .describe("Patients between false alarms, on average, where nothing has changed: sets the chart's limit."),
  replicates: z.number().int().min(50).max(10_000).default(200).describe("Simulated charts behind the limit."),
  expected: z
    .enum(["baseline", "predicted"])
    .default("baseline")
    .describe(
      "What outcomes are held against: the risks made right on average in the baseline (what has changed since), or the predicted risks as they are (is the model right).",
    ),
  smoothing: z.number().gt(0).max(1).default(0.02).describe("Weight of the newest patient in the moving mean (EWMA)."),
  reason,
});

const features = z.strictObject({
  numeric: z
    .array(
      z.strictObject({
        column: columnName,
        label: z.string().min(1).optional(),
        analyte: z
          .enum(ANALYTES)
          .optional()
          .describe("What is measured: units that are often taken for each other are then looked for."),
      }),
    )
    .default([])
    .describe("Inputs of the model whose numbers mean amounts."),
  categorical: z.array(columnName).default([]).describe("Inputs that are levels: only what is missing is followed."),
  by: columnName
    .optional()
    .describe("Where the values come from, e.g. the laboratory: each is followed by itself, so that one can be named."),
  median: z
    .tuple([z.number().positive(), z.number().positive()])
    .default([0.8, 1.25])
    .describe("Smallest and largest ratio of a period's median to the baseline's that do not matter."),
  missing: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.05)
    .describe("Largest change, either way, in the share missing that does not matter."),
  reason,
});

/** How the model is followed over the plan's periods (methods H6, H7). */
export const monitoring = z.strictObject({
  cut: z
    .enum(["month", "quarter", "week"])
    .optional()
    .describe("Where period is a column of ISO dates: what they are cut to (2026-03, 2026-Q1, 2026-W09)."),
  minimumEvents: z.number().int().min(1).default(10).describe("Events that a period must have to be judged."),
  merge: z
    .enum(["merge-forward", "none"])
    .default("merge-forward")
    .describe("merge-forward: a period with too few events is joined with those after it until there are enough."),
  baseline: z
    .strictObject({ through: levelText.describe("The last period of the baseline."), reason })
    .optional()
    .describe(
      "The periods that later ones are held against: all up to and with this one. Without it none is compared.",
    ),
  matured: z
    .strictObject({
      column: columnName.describe("When the prediction was made: an ISO date."),
      days: z.number().int().positive().describe("Days until the outcome is known: the horizon."),
      dataCut: z.iso.date().describe("The last day up to which outcomes were recorded."),
    })
    .optional()
    .describe(
      "Predictions younger than the horizon at the data cut have no outcome yet; what is recorded is not used.",
    ),
  alarm: alarm.optional().describe("Charts of calibration, patient by patient; without it there is no verdict on it."),
  intervention: z
    .strictObject({
      description: z.string().min(1).describe("What is done for those whom the model flags."),
      treatment: z
        .strictObject({ column: columnName, given: levelText, label: z.string().min(1) })
        .optional()
        .describe("Who got it."),
      holdOut: z
        .strictObject({ column: columnName, level: levelText })
        .optional()
        .describe("Patients whose score was shown to nobody: what the model predicts is not changed by its use."),
    })
    .optional()
    .describe("A working alert lowers what it predicts, and the model then seems to predict too high."),
  seasonality: z.string().min(1).optional().describe("What is known to change over the year; printed."),
  subgroups: z.array(shortName).optional().describe("Ids of the subgroups to follow; all where absent."),
  features: features.optional().describe("Inputs followed over time: what is missing, and changed units."),
});

/** The columns that monitoring reads besides the roles of every audit. */
export function monitoringColumns({ monitoring: section }: AuditPlan): ExtraColumn[] {
  if (section === undefined) return [];
  const { features, intervention } = section;
  const column = (name: string | undefined, kind: ExtraColumn["kind"], path: string): ExtraColumn[] =>
    name === undefined ? [] : [{ column: name, kind, planPath: `monitoring.${path}` }];
  return [
    ...(features?.numeric ?? []).flatMap((of, i) => column(of.column, "numeric", `features.numeric.${i}.column`)),
    ...(features?.categorical ?? []).flatMap((name, i) => column(name, "categorical", `features.categorical.${i}`)),
    ...column(features?.by, "categorical", "features.by"),
    ...column(intervention?.treatment?.column, "categorical", "intervention.treatment.column"),
    ...column(intervention?.holdOut?.column, "categorical", "intervention.holdOut.column"),
  ];
}

/** That monitoring has periods, and speaks of subgroups and columns as they are. */
export function monitoringMistakes(plan: AuditPlan): Mistake[] {
  const { monitoring: section, period, subgroups, score, outcome } = plan;
  if (section === undefined) return [];
  const found: Mistake[] = [];
  if (period === undefined)
    found.push(
      invalid(["period"], "monitoring needs periods", undefined, "Add period: the column of each row's period."),
    );
  const ids = subgroups.map(({ id }) => id);
  (section.subgroups ?? []).forEach((id, i) => {
    if (ids.includes(id)) return;
    const close = nearest(id, ids);
    const list = ids.length === 0 ? "The plan has no subgroups." : `The subgroups are ${ids.join(", ")}.`;
    const remedy = close === undefined ? list : `Did you mean "${close}"? ${list}`;
    found.push(
      invalid(["monitoring", "subgroups", i], "this names a subgroup that the plan does not have", id, remedy),
    );
  });
  const median = section.features?.median;
  if (median !== undefined && !(median[0] < 1 && median[1] > 1))
    found.push(
      invalid(
        ["monitoring", "features", "median"],
        "a ratio's margin does not lie on both sides of 1",
        median,
        "No change is a ratio of 1: write one limit below it and one above, e.g. [0.8, 1.25].",
      ),
    );
  if (section.alarm !== undefined && score?.kind === "ordinal")
    found.push(
      invalid(
        ["monitoring", "alarm"],
        "the charts compare outcomes with predicted risks, and the score is ordinal",
        "ordinal",
        "Leave alarm out: discrimination is followed without it.",
      ),
    );
  const treatment = section.intervention?.treatment;
  if (treatment !== undefined && treatment.column === outcome.column)
    found.push(
      invalid(
        ["monitoring", "intervention", "treatment", "column"],
        "the treatment is the outcome",
        treatment.column,
        "Name the column of what was done for those flagged.",
      ),
    );
  return found;
}
