import { checkPlan, makeCohort, OVERALL, tableFromRows, tallyCohort } from "@auscult/core";
import { expect, test } from "vitest";
import { measure, metrics } from "../src/index.ts";
import { patients, plan } from "./subgroup-analyses/audited.ts";

/** Metrics of so many of the made-up patients, about one in six with the event. */
function measured(count: number) {
  const checked = checkPlan(plan);
  const tally = tallyCohort(makeCohort(checked, tableFromRows(patients(count))));
  return measure(tally, OVERALL, {
    level: 0.95,
    thresholds: [0.15],
    minimumEvents: 10,
    assumeIndependentRows: false,
    metrics: metrics.filter(({ intervalRequires }) => intervalRequires !== undefined),
    bootstrap: { replicates: 200, seed: 1 },
  });
}

test("with too few events a value is shown and its interval is not, and with enough it is", () => {
  const small = measured(200);
  expect(small.length).toBeGreaterThan(5);
  for (const { metric, estimate } of small) {
    const few = estimate.events < metric.intervalRequires!.events;
    if (estimate.status === "undefined") continue;
    expect(estimate.intervalWithheld === "too few events").toBe(few);
    expect(estimate.value).not.toBeNull();
    expect(few && (estimate.interval ?? estimate.standardError) !== null).toBe(false);
  }
  for (const { estimate } of measured(1500)) {
    expect(estimate.events).toBeGreaterThan(100);
    expect(estimate.intervalWithheld).not.toBe("too few events");
  }
});
