import type { FindingTable } from "../finding.ts";
import { adjustP } from "../inference/p-adjust.ts";
import { miettinenNurminenP, newcombeDifference } from "../inference/proportion-difference.ts";
import { isUndefined } from "../result.ts";
import type { Compared } from "./compared-features.ts";

/** Shares of rows in which each feature is missing, here and in the reference's rows; nothing without rows. */
export function missingTable({ features, rows, plan, blocks, independent }: Compared): FindingTable | undefined {
  if (rows === undefined) return undefined;
  const each = features.flatMap(({ declared, here, reference }) => {
    if (reference === undefined) return [];
    const share = (values: Float64Array): number => values.reduce((n, v) => (Number.isNaN(v) ? n + 1 : n), 0);
    const known = { hits: share(reference), rows: reference.length };
    // Where patients repeat, the share is taken over the patients.
    const scale = blocks === undefined ? 1 : independent / here.length;
    const now = { hits: share(here) * scale, rows: here.length * scale };
    const difference = newcombeDifference(now, known, plan.policy.level);
    const p = blocks === undefined ? miettinenNurminenP(now, known) : undefined;
    return [{ column: declared.column, known, now, difference, p: typeof p === "number" ? p : null }];
  });
  const adjusted = adjustP(
    each.map(({ p }) => p ?? 1),
    "holm",
  );
  return {
    id: "missing",
    caption: { say: "missingOfFeatures" },
    columns: [
      { id: "feature", label: { say: "feature" }, unit: "text" },
      { id: "reference", label: { say: "inReference" }, unit: "proportion" },
      { id: "here", label: { say: "here" }, unit: "proportion" },
      { id: "difference", label: { say: "difference" }, unit: "proportion" },
      { id: "low", label: { say: "low" }, unit: "proportion" },
      { id: "high", label: { say: "high" }, unit: "proportion" },
      { id: "pAdjusted", label: { say: "pAdjusted" }, unit: "p" },
    ],
    rows: each.map(({ column, known, now, difference, p }, i) => [
      column,
      known.hits / known.rows,
      now.hits / now.rows,
      now.hits / now.rows - known.hits / known.rows,
      isUndefined(difference) ? null : difference.low,
      isUndefined(difference) ? null : difference.high,
      p === null ? null : adjusted[i]!,
    ]),
  };
}
