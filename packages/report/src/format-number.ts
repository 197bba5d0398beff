import type { ReportCount, ReportNumber } from "./audit-report/numbers.ts";

/** How a language writes numbers. */
export interface NumberStyle {
  readonly decimal: string;
  /** Between thousands. */
  readonly group: string;
  /** What stands after a percentage, with its space. */
  readonly percent: string;
  /** Between the limits of an interval, with its spaces. */
  readonly to: string;
  /** What stands for a count that is withheld to protect patients. */
  readonly withheld: string;
}

export type Unit =
  | "probability"
  | "proportion"
  | "log-odds"
  | "ratio"
  | "per-patient"
  | "patients"
  | "score"
  | "squared-probability"
  | "amount"
  | "count"
  | "number"
  | "p";

/** Decimals that each unit is shown with. Proportions are shown as percentages. */
const DECIMALS: Readonly<Record<Exclude<Unit, "number" | "amount">, number>> = {
  probability: 3,
  proportion: 1,
  "log-odds": 2,
  ratio: 2,
  "per-patient": 3,
  patients: 1,
  score: 3,
  "squared-probability": 4,
  count: 0,
  p: 3,
};

/** Below it a number is rounding, and is shown as 0.000. */
const SMALLEST_SHOWN = 1e-9;

const MINUS = "\u2212";
const NOTHING = "\u2013";

/** Numbers as a reader sees them. This is the only place that rounds. */
export interface Numbers {
  /** Rows or events; a sum of weights keeps one decimal. */
  count(value: ReportCount): string;
  value(value: ReportNumber | null, unit: Unit): string;
  /** With its sign; a difference of proportions is in percentage points. */
  difference(value: ReportNumber | null, unit: Unit): string;
  range(low: ReportNumber, high: ReportNumber, unit: Unit): string;
  differenceRange(low: ReportNumber, high: ReportNumber, unit: Unit): string;
  /** A threshold or another number as it was written, to four significant digits. */
  plain(value: number): string;
  percent(share: number | null): string;
  /** A share as it was declared: "95%", "2.5%". */
  declared(share: number): string;
  /** With its sign of equality: "= 0.012", "< 0.001". */
  p(value: number): string;
}

export function numbersIn(style: NumberStyle): Numbers {
  const write = (text: string): string => {
    const [whole = "", fraction] = text.replace("-", MINUS).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
    return fraction === undefined ? grouped : `${grouped}${style.decimal}${fraction}`;
  };
  const fixed = (value: number, decimals: number): string => {
    const text = value.toFixed(decimals);
    return write(Number(text) === 0 ? text.replace("-", "") : text);
  };
  const scaled = (value: number, unit: Unit): string =>
    fixed(
      unit === "proportion" ? value * 100 : value,
      unit === "number" || unit === "amount" ? decimalsOf(value) : DECIMALS[unit],
    );
  const infinite = (value: "infinity" | "-infinity"): string => (value === "infinity" ? "\u221E" : `${MINUS}\u221E`);
  const bare = (value: ReportNumber, unit: Unit): string =>
    typeof value === "number" ? scaled(value, unit) : infinite(value);
  const signed = (value: ReportNumber, unit: Unit): string => {
    const text = bare(value, unit);
    return text.startsWith(MINUS) || /^[0.,]*$/.test(text) ? text : `+${text}`;
  };
  const percentSign = (unit: Unit): string => (unit === "proportion" ? style.percent : "");
  const count = (value: ReportCount): string => {
    if (value === "SUPPRESSED") return style.withheld;
    return Number.isInteger(value) ? write(String(value)) : fixed(value, 1);
  };
  return {
    count,
    value: (value, unit) => {
      if (value === null) return NOTHING;
      if (unit === "count" && typeof value === "number") return count(value);
      if (unit === "p" && typeof value === "number") return pValue(value, fixed).replace("= ", "");
      return `${bare(value, unit)}${percentSign(unit)}`;
    },
    difference: (value, unit) => (value === null ? NOTHING : signed(value, unit)),
    range: (low, high, unit) => `${bare(low, unit)}${style.to}${bare(high, unit)}${percentSign(unit)}`,
    differenceRange: (low, high, unit) => `${signed(low, unit)}${style.to}${signed(high, unit)}`,
    plain: (value) => write(String(Number(value.toPrecision(4)))),
    percent: (share) => (share === null ? NOTHING : `${scaled(share, "proportion")}${style.percent}`),
    declared: (share) => `${write(String(Number((share * 100).toPrecision(4))))}${style.percent}`,
    p: (value) => pValue(value, fixed),
  };
}

function pValue(value: number, fixed: (value: number, decimals: number) => string): string {
  return value < 0.001 ? `< ${fixed(0.001, 3)}` : `= ${fixed(value, 3)}`;
}

/** A coordinate for a chart: five significant digits, which no eye can tell from all of them. */
export function plotted(value: number): number {
  return Number(value.toPrecision(5));
}

/** Decimals of a number of no declared unit: about three significant digits; of a small one two, so that it is not 0. */
function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size > SMALLEST_SHOWN && size < 0.0005) return 1 - Math.floor(Math.log10(size));
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}
