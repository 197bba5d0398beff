import type { Score } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import { canonicalScore, turnedRound } from "../score-key.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { numbersOf } from "./numbers.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** The score of each row, turned so that higher is riskier; NaN where there is none. */
export function scoreOf(score: Score, table: Table, problems: Problem[]): Float64Array {
  const { column: name, kind, direction } = score;
  if (columnOf(table, name, "score.column", problems) === undefined) return new Float64Array(table.rows);
  const values = numbersOf(table, name, "the score", problems);
  if (kind === "probability") {
    const outside = rowsWhere(
      table.rows,
      (row) => Number.isFinite(values[row]) && (values[row]! < 0 || values[row]! > 1),
    );
    if (outside !== undefined)
      problems.push(
        rowFault(table, name, outside, {
          code: "SCORE_OUT_OF_RANGE",
          what: "a probability lies outside 0 to 1",
          seen: String(values[outside.first]),
          remedy: "Correct the score (12 % is 0.12), or declare score.kind: ordinal if it is not a probability.",
        }),
      );
  }
  const turned = direction === "lower-is-riskier";
  return values.map((value) => (turned ? turnedRound(value, kind) : canonicalScore(value)));
}
