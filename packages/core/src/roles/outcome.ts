import { EVENT, NON_EVENT, UNKNOWN } from "../outcome-codes.ts";
import { didYouMean } from "../nearest.ts";
import { parseNumber } from "../parse-number.ts";
import type { BinaryOutcome } from "../plan/outcome.ts";
import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { codedLevels, sameLevel } from "./levels.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** The outcome of each row: `EVENT`, `NON_EVENT`, or `UNKNOWN` where there is none. */
export function outcomeOf(declared: BinaryOutcome, table: Table, problems: Problem[]): Uint8Array {
  const { column: name, positive, negative } = declared;
  const outcome = new Uint8Array(table.rows).fill(UNKNOWN);
  const column = columnOf(table, name, "outcome.column", problems);
  if (column === undefined) return outcome;
  const { codes, levels, numeric } = codedLevels(table, column);
  const isPositive = levels.map((level) => sameLevel(positive, level, numeric));
  const isNegative = levels.map((level, i) =>
    negative === undefined ? !isPositive[i] : negative.some((other) => sameLevel(other, level, numeric)),
  );
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row]!;
    if (code >= 0) outcome[row] = isPositive[code] ? EVENT : isNegative[code] ? NON_EVENT : UNKNOWN;
  }

  const unknown = rowsWhere(table.rows, (row) => codes[row]! >= 0 && outcome[row] === UNKNOWN);
  if (unknown !== undefined) {
    const seen = levels[codes[unknown.first]!]!;
    const remedy = `Add it to outcome.negative, or to data.missing if it means not known.${didYouMean(seen, [positive, ...negative!])}`;
    const what = "the outcome has a level that the plan does not name";
    problems.push(rowFault(table, name, unknown, { code: "OUTCOME_LEVEL_UNKNOWN", what, seen, remedy }));
  }
  if (!isPositive.includes(true)) problems.push(...positiveMistaken(declared, levels, numeric));
  return outcome;
}

/** A positive level that no row has may be a cohort without events, or a slip that would make every event a non-event. */
function positiveMistaken(
  { column, positive, negative }: BinaryOutcome,
  levels: readonly string[],
  numeric: boolean,
): Problem[] {
  const where = { column, planPath: "outcome.positive" };
  if (numeric && parseNumber(positive, ".") === undefined) {
    const remedy = `The values are ${[...levels].slice(0, 10).join(", ")}.`;
    const what = "the positive level is a text and the outcome's column holds numbers";
    return [{ code: "OUTCOME_LEVEL_UNKNOWN", where, what, seen: positive, remedy }];
  }
  const others = levels.filter((level) => negative?.some((declared) => sameLevel(declared, level, numeric)) !== true);
  if (numeric) return [];
  const number = parseNumber(positive, ".");
  const same = others.find((level) => number !== undefined && parseNumber(level, ".") === number);
  const meant = didYouMean(positive, others) || (same === undefined ? "" : ` Did you mean ${JSON.stringify(same)}?`);
  if (meant === "") return [];
  const remedy = `Write the level as it stands in the data; if there were no events, name the other levels under outcome.negative.${meant}`;
  return [{ code: "OUTCOME_LEVEL_UNKNOWN", where, what: "no row has the positive level", seen: positive, remedy }];
}
