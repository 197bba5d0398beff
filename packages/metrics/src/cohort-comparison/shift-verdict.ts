import type { Shift } from "./number-shift.ts";

export type ShiftVerdict = "no_material_shift" | "shift_shown" | "shift_not_settled" | "margin_not_declared";

/**
 * One feature's shift against the declared margin, read from its interval: below it, not material; above it and, where p is
 * known, after Holm over the features, shown; else not settled.
 */
export function shiftVerdict(
  { interval }: Pick<Shift, "interval">,
  pAdjusted: number | null,
  margin: number | undefined,
  level: number,
): ShiftVerdict {
  if (margin === undefined) return "margin_not_declared";
  if (interval === null) return "shift_not_settled";
  if (interval.high < margin) return "no_material_shift";
  return interval.low >= margin && (pAdjusted === null || pAdjusted <= 1 - level) ? "shift_shown" : "shift_not_settled";
}

/** All features together: one that is shown is enough; all must be immaterial. */
export function together(verdicts: readonly ShiftVerdict[]): ShiftVerdict {
  if (verdicts.includes("shift_shown")) return "shift_shown";
  if (verdicts.includes("margin_not_declared")) return "margin_not_declared";
  return verdicts.length > 0 && verdicts.every((v) => v === "no_material_shift")
    ? "no_material_shift"
    : "shift_not_settled";
}
