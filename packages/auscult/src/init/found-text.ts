import { type Seen, typeOf } from "./look.ts";
import { isOpen, type Roles } from "./roles.ts";

const MOST_SHOWN = 5;
const LONGEST = 44;

/** What was found, a line a column; identifiers' values are not shown. */
export function foundText(columns: readonly Seen[], roles: Roles): string {
  const cells = [
    ["column", "type", "missing", "distinct", "values", "likely role"],
    ...columns.map((seen) => [
      seen.name,
      typeOf(seen),
      seen.missing === 0 ? "none" : `${seen.missing} (${percent(seen.missing, seen.rows)})`,
      String(seen.distinct),
      valuesOf(seen),
      roleOf(seen, roles),
    ]),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => lengthOf(row[i]!))));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell + " ".repeat(widths[i]! - lengthOf(cell)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function valuesOf(seen: Seen): string {
  const { levels, numbers, identifies, dates, distinct, rows } = seen;
  if (identifies || dates !== undefined || distinct === 0) return "";
  if (levels !== undefined && distinct <= MOST_SHOWN && distinct < rows / 2)
    return cut(levels.map(({ level, rows: n }) => `${level} (${n})`).join(", "));
  if (numbers !== undefined) return `${numbers.low} to ${numbers.high}`;
  if (levels === undefined || distinct >= rows / 2) return "";
  const more = distinct > MOST_SHOWN ? ", …" : "";
  const most = levels.slice(0, MOST_SHOWN).map(({ level }) => level);
  return cut(`${most.join(", ")}${more}`);
}

function roleOf(seen: Seen, { score, outcome, patient, attributes, tooMany }: Roles): string {
  const { name } = seen;
  if (!isOpen(score) && score.value.name === name) return `score: ${score.why}`;
  if (!isOpen(outcome) && outcome.value.name === name) return `outcome: ${outcome.why}`;
  if (!isOpen(patient) && patient.value.name === name) return `patient: ${patient.why}`;
  const attribute = attributes.find((a) => a.seen.name === name);
  if (attribute !== undefined) return `attribute: ${attribute.what}, by its name`;
  if (tooMany.some((c) => c.name === name)) return "attribute, once grouped";
  if (isOpen(score) && score.others.includes(name)) return "score?";
  if (isOpen(outcome) && outcome.others.includes(name)) return "outcome?";
  return seen.perhapsMissing.length > 0 ? `is ${seen.perhapsMissing.join(", ")} missing?` : "";
}

function percent(part: number, whole: number): string {
  const share = (100 * part) / whole;
  return share < 0.1 ? "<0.1 %" : `${share.toFixed(1)} %`;
}

function cut(text: string): string {
  return lengthOf(text) <= LONGEST
    ? text
    : `${Array.from(text)
        .slice(0, LONGEST - 1)
        .join("")}…`;
}

/** Characters as a terminal shows them, nearly: an "æ" is one. */
function lengthOf(text: string): number {
  return Array.from(text.normalize("NFC")).length;
}
