import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { AuditError, type Problem } from "@auscult/core";
import { differenceOf, type Released } from "@auscult/metrics";
import type { AuditReport } from "@auscult/report";
import { z } from "zod";
import { fileProblem } from "../trace/problem.ts";

const released = z.strictObject({ rows: z.number(), events: z.number() });
const releaseSchema = z.strictObject({
  released: z.string(),
  plan: z.string(),
  /** What was published of each subgroup: those analysed, and those of them with the event. */
  subgroups: z.record(z.string(), released),
});
type Release = z.output<typeof releaseSchema>;

/** What a public report tells of each subgroup; what is withheld is not in it. */
export function releaseOf(report: AuditReport): Release {
  const told = report.subgroups.flatMap(({ id, n, events }): [string, Released][] =>
    typeof n === "number" && typeof events === "number" ? [[id, { rows: n, events }]] : [],
  );
  return { released: report.created, plan: report.plan.sha256, subgroups: Object.fromEntries(told) };
}

/**
 * Refuses a release that tells, with an earlier one of the same ledger, of a few patients: where one of the two contains
 * the other, what they differ by is more than nobody and less than the minimum. Of releases that are no part of each other
 * (another period) nothing can be subtracted.
 */
export function refuseDifferences(
  release: Release,
  earlier: readonly Release[],
  minimum: number,
  ledger: string,
): void {
  const problems = earlier.flatMap((before): Problem[] =>
    Object.entries(release.subgroups).flatMap(([id, now]): Problem[] => {
      const then = before.subgroups[id];
      if (then === undefined || !disclosive(now, then, minimum)) return [];
      return [
        {
          code: "OUTPUT_UNWRITABLE",
          where: { file: ledger },
          what: `with the release of ${before.released} this one would tell of fewer than ${minimum} patients of ${id}, by subtraction`,
          remedy: "Release at longer intervals, or merge levels; nothing was written.",
        },
      ];
    }),
  );
  if (problems.length > 0) throw new AuditError(problems);
}

function disclosive(a: Released, b: Released, minimum: number): boolean {
  for (const [total, part] of [
    [a, b],
    [b, a],
  ] as const) {
    try {
      return differenceOf(total, part, minimum).disclosive;
    } catch {
      // The one is no part of the other.
    }
  }
  return false;
}

export async function readLedger(file: string): Promise<Release[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw fileProblem(
      "FILE_UNREADABLE",
      file,
      `the release ledger cannot be read (${error.code})`,
      "Make it readable.",
    );
  });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => {
      try {
        return releaseSchema.parse(JSON.parse(line));
      } catch {
        throw fileProblem(
          "FILE_UNREADABLE",
          `${file}, line ${i + 1}`,
          "this is not a release that Auscult wrote",
          "Restore the ledger: without it nobody knows what was released before.",
        );
      }
    });
}

export async function appendRelease(file: string, release: Release): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(release)}\n`);
}
