import type { Problem } from "./problems.ts";
import type { DecimalMark } from "./table.ts";

/** Texts that should have been numbers and are not: how many rows, and the first of them. */
export interface BadValues {
  readonly count: number;
  readonly first: readonly { readonly row: number; readonly text: string }[];
}

/** How many bad rows of a column are told one by one; the rest is counted. */
export const BAD_VALUES_SHOWN = 5;

/** One problem a row shown, and one that counts the others. `place` says where a row lies. */
export function notNumbers(
  column: string,
  bad: BadValues,
  decimal: DecimalMark | undefined,
  place: (row: number) => { readonly file: string; readonly row: number },
): Problem[] {
  const mark =
    decimal === undefined
      ? "Declare the decimal mark in data.csv.decimal: the file does not show which one it uses"
      : `Write numbers whole, with "${decimal}" as the decimal mark and no thousands separators`;
  const remedy = `${mark}; or list the text in data.missing if it means that the value is missing.`;
  const problems: Problem[] = bad.first.map(({ row, text }) => ({
    code: "VALUE_INVALID",
    where: { ...place(row), column },
    what: "the value is not a number",
    seen: /\d{6}[-\s]?\d{4}/u.test(text) ? "(not shown: it looks like a person's number)" : text,
    remedy,
  }));
  const others = bad.count - bad.first.length;
  if (others > 0) {
    const { file } = place(bad.first[0]!.row);
    const what = `${others} more ${others === 1 ? "row holds a value that is not a number" : "rows hold values that are not numbers"}`;
    problems.push({ code: "VALUE_INVALID", where: { file, column }, what, remedy });
  }
  return problems;
}
