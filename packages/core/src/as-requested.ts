import { notNumbers } from "./bad-values.ts";
import { numbersAsText, withoutMissing } from "./missing-values.ts";
import { AuditError, type Problem } from "./problems.ts";
import type { ColumnRequest, Part } from "./source.ts";
import type { Column, DecimalMark } from "./table.ts";
import { parseLevels } from "./to-numbers.ts";

/** The part with its missing texts missing and its columns of the kinds asked for; throws where a text should be a number and is not. */
export function asRequested(
  part: Part,
  file: string,
  requests: readonly ColumnRequest[],
  missing: ReadonlySet<string>,
  declared: DecimalMark | undefined,
): Part {
  const place = (row: number) => ({ file, row: row + part.firstRow });
  const decimal = declared ?? (part.csv === undefined ? "." : part.csv.decimal);
  const wanted = new Map(requests.map(({ name, as }) => [name, as]));
  const problems: Problem[] = [];
  const columns = new Map<string, Column>();
  for (const [name, asRead] of part.columns) {
    const column = withoutMissing(asRead, missing);
    const bad = part.bad.get(name);
    if (bad !== undefined) problems.push(...notNumbers(name, bad, decimal, place));
    const as = wanted.get(name) ?? column.kind;
    if (as === "text" && column.kind === "number") columns.set(name, numbersAsText(column));
    else if (as === "number" && column.kind === "text") {
      const parsed = parseLevels(column, decimal);
      if (parsed.bad.count > 0) problems.push(...notNumbers(name, parsed.bad, decimal, place));
      columns.set(name, parsed.numbers);
    } else columns.set(name, column);
  }
  if (problems.length > 0) throw new AuditError(problems);
  return { ...part, columns };
}
