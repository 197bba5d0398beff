import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expit, randomStream } from "@auscult/metrics";
import { audit } from "auscult";
import { expect, test } from "vitest";
import { emptyFolder } from "./auscult.ts";

/** Five hospitals of 300 patients, one of 12. At "East" twice as many have the outcome as predicted. */
function write(folder: string): string {
  const hospitals = ["North", "South", "East", "West", "Centre", "Islet"];
  const rows = hospitals.flatMap((hospital, h) =>
    Array.from({ length: hospital === "Islet" ? 12 : 300 }, (_, i) => {
      const stream = randomStream(31 + h, i, 5);
      const logOdds = -1.4 + 1.2 * stream.normal();
      const died = stream.uniform() < expit(logOdds + (hospital === "East" ? 1 : 0)) ? 1 : 0;
      return `${h}-${i},${hospital},${expit(logOdds).toFixed(5)},${died}`;
    }),
  );
  writeFileSync(join(folder, "cohort.csv"), `${["patient,hospital,risk,died", ...rows].join("\n")}\n`);
  writeFileSync(
    join(folder, "plan.audit.yaml"),
    `auscult: 1
title: Hospitals
model: { name: Score, version: "1", intendedPurpose: A test. }
data: { source: cohort.csv }
score: { column: risk, kind: probability, direction: higher-is-riskier }
outcome: { column: died, positive: 1, negative: [0], description: Death. }
patient: patient
site: hospital
primary: { metric: auroc, reason: Declared for the test. }
claims:
  - id: vendor
    metric: auroc
    value: 0.97
    validations:
      - { site: A, value: 0.96, interval: { low: 0.94, high: 0.975 } }
      - { site: B, value: 0.97, interval: { low: 0.95, high: 0.98 } }
      - { site: C, value: 0.965, interval: { low: 0.945, high: 0.978 } }
      - { site: D, value: 0.97, interval: { low: 0.955, high: 0.98 } }
    population: Four hospitals
    margin: { difference: 0.02, reason: Declared for the test. }
    source: A slide
`,
  );
  return join(folder, "plan.audit.yaml");
}

test("every hospital, the mean, where another would lie; the small one is shown and left out", async () => {
  const { report } = await audit(write(emptyFolder()));
  const finding = (id: string) => report.findings.find((f) => f.id === id)!;
  const ratio = finding("sites:observedExpectedRatio");
  const rows = ratio.tables[0]!.rows;
  const row = (name: string) => rows.find((r) => r[0] === name)!;
  expect(rows).toHaveLength(6 + 2);
  expect(Number(row("East")[3])).toBeGreaterThan(1.4);
  expect(row("Islet")[6]).toEqual({ say: "siteTooSmall" });
  expect(ratio.notes).toContainEqual({ say: "sitesLeftOut", with: { pooled: 5, all: 6 } });
  const number = (id: string) => ratio.numbers.find((n) => n.id === id)!;
  expect(Number(number("qP").value)).toBeLessThan(0.01);
  expect(Number(number("predictionHigh").value)).toBeGreaterThan(Number(number("mean").interval!.high));
  const within = finding("sites:auroc").numbers.find(({ id }) => id === "withinSite")!;
  expect(Number(within.interval!.low)).toBeLessThan(Number(within.value));
  // Ranking is alike everywhere, and unlike what was published of other hospitals.
  expect(finding("claim:vendor").verdict).toBe("claim_not_met");
  expect(finding("claim:vendor").notes).toContainEqual({ say: "unlikePublishedSites" });
});
