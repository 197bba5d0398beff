import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Audit } from "auscult";
import { expect, onTestFinished } from "vitest";

/** A plan file of this folder. */
export function planFile(name: string): string {
  return join(dirname(fileURLToPath(import.meta.url)), name);
}

/** A plan of this folder, with texts replaced, beside data made for it: in a temporary folder that ends with the test. */
export function planBeside(
  name: string,
  replace: Readonly<Record<string, string>>,
  data: { readonly file: string; readonly text: string },
): string {
  const folder = mkdtempSync(join(tmpdir(), "auscult-real-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let plan = readFileSync(planFile(name), "utf8");
  for (const [from, to] of Object.entries(replace)) {
    if (!plan.includes(from)) throw new Error(`${name} does not hold ${from}`);
    plan = plan.replaceAll(from, to);
  }
  writeFileSync(join(folder, name), plan);
  writeFileSync(join(folder, data.file), data.text);
  return join(folder, name);
}

/** One row of a golden table, by the names that the report has for its columns. */
export interface GoldenRow {
  readonly subgroup: string;
  readonly n: number;
  readonly events: number;
  /** Metric id → value; NaN where the table has none. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** Digits after the point to which each is compared: what the table's own arithmetic is right to. */
const DIGITS: Readonly<Record<string, number>> = {
  auroc: 12,
  observedExpectedRatio: 11,
  brierScore: 12,
  // statsmodels stops when the deviance changes by less than 1e-8: the coefficients are then right to about 1e-10.
  calibrationInTheLarge: 9,
  calibrationSlope: 9,
};

/** A slope rests on two coefficients; with fewer events or non-events than this the audit declines to give one. */
const FEWEST_FOR_A_SLOPE = 10;

/** Compares a golden row with the audit's report; returns how many values were compared. */
export function expectReproduced({ report }: Audit, { subgroup, n, events, metrics }: GoldenRow): number {
  const facts = report.subgroups.find((s) => s.id === subgroup);
  expect({ subgroup, n: facts?.n, events: facts?.events }).toEqual({ subgroup, n, events });
  let compared = 0;
  for (const [metric, value] of Object.entries(metrics)) {
    const found = report.estimates.find((e) => e.metric === metric && e.subgroup === subgroup);
    const what = `${metric} of ${subgroup}`;
    if (Number.isNaN(value)) {
      // Everybody or nobody had the event; the table then leaves the row empty, also where a mean of squares exists.
      expect({ what, oneClass: events === 0 || events === n }).toEqual({ what, oneClass: true });
      if (metric !== "brierScore") {
        expect([what, found?.status, found?.reason]).toEqual([what, "undefined", "ONE_CLASS"]);
      }
    } else if (metric === "calibrationSlope" && Math.min(events, n - events) < FEWEST_FOR_A_SLOPE) {
      expect([what, found?.status, found?.reason, found?.value]).toEqual([what, "undefined", "TOO_FEW_EVENTS", null]);
    } else {
      expect([what, found?.value]).toEqual([what, expect.closeTo(value, DIGITS[metric])]);
      compared += 1;
    }
  }
  return compared;
}
