import { z } from "zod";

/** A finished number. JSON has no infinity, so the two that methods can give are written as words; NaN cannot occur. */
export const numberSchema = z.union([z.number(), z.enum(["infinity", "-infinity"])]);
export type ReportNumber = z.output<typeof numberSchema>;

/** A number as JSON can hold it (it has no negative zero either). NaN is a fault of whoever made it, never something to print. */
export function reportNumber(value: number, what: string): ReportNumber {
  if (Number.isNaN(value)) throw new TypeError(`${what} is NaN; a value that cannot be computed is null with a reason`);
  if (value === Number.POSITIVE_INFINITY) return "infinity";
  if (value === Number.NEGATIVE_INFINITY) return "-infinity";
  return value === 0 ? 0 : value;
}

/** A count, or that it is withheld to protect patients: a status of its own, which is neither 0 nor missing. */
export const countSchema = z.union([z.number().min(0), z.literal("SUPPRESSED")]);
export type ReportCount = z.output<typeof countSchema>;

/** The count, or nothing where it is withheld: for whoever needs a number to go on with. */
export function knownCount(count: ReportCount): number | undefined {
  return count === "SUPPRESSED" ? undefined : count;
}
