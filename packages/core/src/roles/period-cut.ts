const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/;
const DAY = 86_400_000;

export type PeriodCut = "month" | "quarter" | "week";

/** Days since 1970 of an ISO date or time as it is written (its own day, whatever its offset); undefined for any other text. */
export function dayOf(text: string): number | undefined {
  const [, year, month, day] = DATE.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
  return real ? at.getTime() / DAY : undefined;
}

/** The month (2026-03), quarter (2026-Q1) or ISO week (2026-W09) of an ISO date; undefined for any other text. */
export function periodOf(text: string, cut: PeriodCut): string | undefined {
  const day = dayOf(text);
  if (day === undefined) return undefined;
  const at = new Date(day * DAY);
  const month = at.getUTCMonth() + 1;
  if (cut === "month") return `${year(at)}-${String(month).padStart(2, "0")}`;
  if (cut === "quarter") return `${year(at)}-Q${Math.ceil(month / 3)}`;
  // An ISO week belongs to the year of its Thursday.
  const thursday = new Date((day + 3 - ((day + 3) % 7)) * DAY);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1) / DAY;
  const week = 1 + Math.floor((thursday.getTime() / DAY - first) / 7);
  return `${year(thursday)}-W${String(week).padStart(2, "0")}`;
}

function year(at: Date): string {
  return String(at.getUTCFullYear()).padStart(4, "0");
}
