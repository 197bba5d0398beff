import { type Column, type ColumnDescription, describeColumns, type Table } from "@auscult/core";
import { nameWords } from "./name-words.ts";
import { PERHAPS_MISSING } from "./signs.ts";

/** A column as it was found: its description, the words of its name, and what its values look like. */
export interface Seen extends ColumnDescription {
  readonly words: readonly string[];
  /** How its dates are written, where it holds dates. */
  readonly dates?: "yyyy-mm-dd" | "dd-mm-yyyy";
  /** Nearly every row has a value of its own, or the values look like identifiers: they are never shown. */
  readonly identifies: boolean;
  /** The values have the form of a Danish CPR number. */
  readonly cpr: boolean;
  /** Values that may mean "not recorded" though nobody has said so. */
  readonly perhapsMissing: readonly string[];
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ].*)?$/u;
const DAY_FIRST = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}(?: .*)?$/u;
const CPR = /^\d{6}-?\d{4}$/u;
/** So many values are looked at for their form. */
const LOOKED_AT = 1000;

/** Every column of a table as found; nothing is judged. */
export function look(table: Table): Seen[] {
  return describeColumns(table).map((described) => {
    const column = table.columns.get(described.name)!;
    const texts = column.kind === "text" ? column.levels.slice(0, LOOKED_AT) : [];
    const all = (form: RegExp): boolean => texts.length > 0 && texts.every((text) => form.test(text.trim()));
    const dates = all(ISO) ? "yyyy-mm-dd" : all(DAY_FIRST) ? "dd-mm-yyyy" : undefined;
    const cpr = all(CPR);
    const { distinct, rows, missing, numbers } = described;
    const amounts = numbers !== undefined && !numbers.whole;
    const own = distinct > 20 && distinct > 0.9 * (rows - missing) && !amounts && dates === undefined;
    return {
      ...described,
      words: nameWords(described.name),
      ...(dates === undefined ? {} : { dates }),
      identifies: cpr || own,
      cpr,
      perhapsMissing: perhapsMissing(column, described),
    };
  });
}

function perhapsMissing(column: Column, { numbers }: ColumnDescription): string[] {
  const coded = numbers === undefined ? [] : [String(numbers.low)].filter((code) => PERHAPS_MISSING.has(code));
  const alone = numbers !== undefined && numbers.high < 0 ? [] : coded;
  const texts = column.kind === "text" ? column.levels.filter((t) => PERHAPS_MISSING.has(t.trim().toLowerCase())) : [];
  return [...new Set([...alone, ...texts])];
}

/** What the column is, in a word. */
export function typeOf({ cpr, dates, numbers, distinct, identifies }: Seen): string {
  if (distinct === 0) return "empty";
  if (cpr) return "CPR numbers";
  if (dates !== undefined) return `dates, ${dates}`;
  if (identifies) return "identifier?";
  if (numbers === undefined) return "text";
  return numbers.whole ? "whole numbers" : "numbers";
}
