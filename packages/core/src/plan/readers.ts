import { z } from "zod";
import { nearest } from "../nearest.ts";
import type { ExtraColumn } from "./columns.ts";
import { invalid, type Mistake } from "./mistake.ts";
import { columnName, levelText, reason, shortName } from "./parts.ts";
import type { AuditPlan } from "./schema.ts";

const reading = z.union([
  z.strictObject({
    id: shortName,
    label: z.string().min(1).optional(),
    by: z.enum(["reader", "model"]).describe("Who flags: a person, or the model."),
    column: columnName,
    flagged: levelText.describe("The level that means flagged; every other one that is not missing means not."),
  }),
  z.strictObject({
    id: shortName,
    label: z.string().min(1).optional(),
    by: z.literal("model"),
    threshold: z.number().describe("The model flags at and above it, on the plan's score as turned by its direction."),
  }),
]);

const strategy = z.strictObject({
  id: shortName,
  label: z.string().min(1).optional(),
  anyOf: z.array(shortName).min(1).describe("Ids of readings: one flag is enough."),
});

const comparison = z.strictObject({
  first: shortName.describe("Id of the strategy that is to take over."),
  second: shortName.describe("Id of the strategy that it is held against."),
  margin: z
    .number()
    .gt(0)
    .lt(1)
    .describe("Largest relative loss of disease found that is accepted, e.g. 0.15: at least 85 % of it must be found."),
  reason,
});

/** Readers and model on the same examinations (methods L). The truth is the plan's outcome; a missing one is not verified. */
export const readers = z.strictObject({
  verification: z
    .enum(["of-recalled", "of-everybody"])
    .describe(
      "of-recalled: the truth is known only of those recalled, so that only ratios can be had; of-everybody: also of those whom nobody flagged (follow-up).",
    ),
  readings: z.array(reading).min(1).describe("Who flagged whom."),
  strategies: z.array(strategy).min(1).describe("Ways of reading, each from one or more readings."),
  comparisons: z.array(comparison).min(1),
  consensus: z
    .strictObject({ column: columnName, recalled: levelText })
    .optional()
    .describe("Where readers decide together on those flagged: who was recalled. Without it every flag is a recall."),
  subgroups: z
    .array(shortName)
    .default([])
    .describe("Ids of subgroups in each level of which non-inferiority must hold."),
});

/** The columns that readings are in. */
export function readersColumns({ readers: section }: AuditPlan): ExtraColumn[] {
  if (section === undefined) return [];
  const { readings, consensus } = section;
  return [
    ...readings.flatMap((of, i): ExtraColumn[] =>
      "column" in of ? [{ column: of.column, kind: "categorical", planPath: `readers.readings.${i}.column` }] : [],
    ),
    ...(consensus === undefined
      ? []
      : [{ column: consensus.column, kind: "categorical", planPath: "readers.consensus.column" } as const]),
  ];
}

/** That strategies are made of readings, comparisons of strategies, and none of a thing with itself. */
export function readersMistakes({ readers: section, subgroups, outcome }: AuditPlan): Mistake[] {
  if (section === undefined) return [];
  const { readings, strategies, comparisons, consensus } = section;
  const at = (...path: PropertyKey[]): PropertyKey[] => ["readers", ...path];
  const found: Mistake[] = [];
  const isKnown = (path: PropertyKey[], id: string, known: readonly string[], noun: string): void => {
    if (known.includes(id)) return;
    const close = nearest(id, known);
    const list = known.length === 0 ? `The plan has no ${noun}.` : `The ${noun} are ${known.join(", ")}.`;
    found.push(
      invalid(
        path,
        `this names none of the ${noun}`,
        id,
        close === undefined ? list : `Did you mean "${close}"? ${list}`,
      ),
    );
  };
  for (const [key, list] of [
    ["readings", readings],
    ["strategies", strategies],
  ] as const) {
    const ids = list.map(({ id }) => id);
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) found.push(invalid(at(key, i, "id"), "the id is given twice", id, "Give each its own."));
    });
  }
  const readingIds = readings.map(({ id }) => id);
  strategies.forEach(({ anyOf }, i) =>
    anyOf.forEach((id, j) => isKnown(at("strategies", i, "anyOf", j), id, readingIds, "readings")),
  );
  const strategyIds = strategies.map(({ id }) => id);
  comparisons.forEach(({ first, second }, i) => {
    isKnown(at("comparisons", i, "first"), first, strategyIds, "strategies");
    isKnown(at("comparisons", i, "second"), second, strategyIds, "strategies");
    if (first === second)
      found.push(
        invalid(at("comparisons", i, "second"), "a strategy is compared with itself", second, "Name another."),
      );
  });
  section.subgroups.forEach((id, i) =>
    isKnown(
      at("subgroups", i),
      id,
      subgroups.map((s) => s.id),
      "subgroups",
    ),
  );
  readings.forEach((of, i) => {
    if ("column" in of && of.column === outcome.column)
      found.push(
        invalid(
          at("readings", i, "column"),
          "the reading is the outcome",
          of.column,
          "Name the column of the reading.",
        ),
      );
  });
  if (consensus !== undefined && consensus.column === outcome.column)
    found.push(
      invalid(at("consensus", "column"), "the recall is the outcome", consensus.column, "Name the column of recalls."),
    );
  return found;
}
