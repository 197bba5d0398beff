import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "auscult";
import type { AuditReport } from "@auscult/report";
import { beforeAll, describe, expect, test } from "vitest";

type Finding = AuditReport["findings"][number];

/**
 * ScreenTrustCAD as derived from its published totals: cancers by who flagged them (R1, R2, AI), so that 250 are found by
 * two radiologists, 261 by the first and AI, 246 by AI alone and 269 by any. Recalls without cancer are made up.
 */
const CELLS: readonly (readonly [
  r1: 0 | 1,
  r2: 0 | 1,
  ai: 0 | 1,
  recalled: 0 | 1,
  cancer: "1" | "0" | "",
  rows: number,
])[] = [
  [1, 1, 1, 1, "1", 200],
  [1, 0, 1, 1, "1", 15],
  [0, 1, 1, 1, "1", 12],
  [1, 1, 0, 1, "1", 8],
  [1, 0, 0, 1, "1", 7],
  [0, 1, 0, 1, "1", 8],
  [0, 0, 1, 1, "1", 19],
  [1, 1, 1, 1, "0", 300],
  [1, 0, 0, 1, "0", 500],
  [0, 1, 0, 1, "0", 500],
  [0, 0, 1, 1, "0", 70],
  [1, 0, 0, 0, "", 1200],
  [0, 1, 0, 0, "", 1200],
  [0, 0, 1, 0, "", 1842],
  [0, 0, 0, 0, "", 49700],
];

const PLAN = `auscult: 1
title: Screening
model: { name: AI, version: "1", intendedPurpose: Reads mammograms. }
data: { source: rows.csv }
score: { column: ai, kind: ordinal, direction: higher-is-riskier }
outcome: { column: cancer, positive: 1, negative: [0], description: Cancer by biopsy. }
count: rows
subgroups: [{ id: site, column: site }]
primary: { metric: auroc, reason: A test. }
readers:
  verification: of-recalled
  readings:
    - { id: r1, by: reader, column: r1, flagged: 1 }
    - { id: r2, by: reader, column: r2, flagged: 1 }
    - { id: ai, by: model, threshold: 1 }
  strategies:
    - { id: two, label: Two radiologists, anyOf: [r1, r2] }
    - { id: mixed, label: One radiologist and AI, anyOf: [r1, ai] }
    - { id: alone, label: AI alone, anyOf: [ai] }
    - { id: three, label: Two radiologists and AI, anyOf: [r1, r2, ai] }
  comparisons:
    - { first: mixed, second: two, margin: 0.15, reason: The trial. }
    - { first: alone, second: two, margin: 0.15, reason: The trial. }
    - { first: three, second: two, margin: 0.15, reason: The trial. }
  consensus: { column: recalled, recalled: 1 }
  subgroups: [site]
`;

async function findingsOf(plan: string, cells: readonly (readonly (string | number)[])[]): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "auscult-readers-"));
  // A fiftieth of each cell from a small site, so that it has few cancers.
  const rows = cells.flatMap(([r1, r2, ai, recalled, cancer, n]) => {
    const small = Math.floor(Number(n) / 50);
    return [
      [r1, r2, ai, recalled, cancer, "large", Number(n) - small],
      [r1, r2, ai, recalled, cancer, "small", small],
    ].filter((row) => row[6] !== 0);
  });
  writeFileSync(
    join(folder, "rows.csv"),
    `r1,r2,ai,recalled,cancer,site,rows\n${rows.map((row) => row.join(",")).join("\n")}\n`,
  );
  writeFileSync(join(folder, "plan.audit.yaml"), plan);
  const { report } = await audit(join(folder, "plan.audit.yaml"));
  rmSync(folder, { recursive: true });
  return report.findings.filter(({ kind }) => kind === "readers");
}

const numberOf = (finding: Finding | undefined, id: string) => finding?.numbers.find((n) => n.id === id);
const rounded = (finding: Finding | undefined, id: string): (number | undefined)[] => {
  const { value, interval } = numberOf(finding, id)!;
  return [value, interval?.low, interval?.high].map((x) => (typeof x === "number" ? Number(x.toFixed(2)) : undefined));
};

describe("ScreenTrustCAD", () => {
  let findings: readonly Finding[];
  const find = (id: string): Finding | undefined => findings.find((finding) => finding.id === id);
  beforeAll(async () => {
    findings = await findingsOf(PLAN, CELLS);
  }, 120_000);

  test.each([
    ["readers:mixed~two", [1.04, 1, 1.09]],
    ["readers:alone~two", [0.98, 0.93, 1.04]],
    ["readers:three~two", [1.08, 1.04, 1.11]],
  ])("%s: the published relative proportion, and not inferior at 15 %", (id, expected) => {
    expect(rounded(find(id), "relativeDetectionWald")).toEqual(expected);
    expect(rounded(find(id), "relativeDetection")[0]).toBe(expected[0]);
    expect(find(id)?.verdict).toBe("non_inferior");
    expect(numberOf(find(id), "nonInferiorityP")?.value).toBeLessThan(1e-4);
  });

  test("everybody is counted, with those not verified; nothing is a negative for want of an outcome", () => {
    const rows = find("readers:mixed~two")?.tables.find(({ id }) => id === "paired")?.rows;
    expect(rows?.map((row) => row.slice(1))).toEqual([
      [242, 19, 8, 0],
      [800, 70, 500, 0],
      [0, 0, 0, 53_942],
    ]);
    const total = rows!.flatMap((row) => row.slice(1) as number[]).reduce((sum, n) => sum + n, 0);
    expect(total).toBe(55_581);
    expect(numberOf(find("readers:mixed~two"), "detectionFirst")?.value).toBeCloseTo((1000 * 261) / 55_581, 10);
  });

  test("a site with few cancers cannot show it, so it is not shown everywhere", () => {
    const everywhere = find("readers:mixed~two:site");
    expect(everywhere?.verdict).toBe("non_inferiority_not_shown");
    const rows = everywhere?.tables[0]?.rows.map(([level, , , , , , , verdict]) => [level, verdict]);
    expect(rows).toEqual([
      ["large", { say: "notInferiorShort" }],
      ["small", { say: "notShownShort" }],
    ]);
  });

  test("flags of the AI alone are recalled less often than those of readers alone", () => {
    const gap = find("readers:consensus");
    expect(gap?.verdict).toBe("described");
    const [model, readers] = gap!.tables[0]!.rows;
    expect(model!.slice(1, 3)).toEqual([1931, 89]);
    expect(readers!.slice(1, 3)).toEqual([3423, 1023]);
    expect(numberOf(gap, "recallGap")?.interval?.high).toBeLessThan(0);
    expect(numberOf(gap, "ppvGap")?.interval?.low).toBeGreaterThan(0);
  });
});

describe("full verification", () => {
  test("sensitivity and specificity are paired; rows without an outcome are left out and counted", async () => {
    const findings = await findingsOf(
      PLAN.replace("of-recalled", "of-everybody").replace(/ {2}consensus.*\n/, ""),
      CELLS.map(([r1, r2, ai, recalled, cancer, n], i) =>
        i === CELLS.length - 1 ? [r1, r2, ai, recalled, "0", 4970] : [r1, r2, ai, recalled, cancer, n],
      ),
    );
    const found = findings.find(({ id }) => id === "readers:mixed~two");
    expect(numberOf(found, "rowsLeftOut")?.value).toBe(4242);
    expect(numberOf(found, "sensitivityFirst")?.value).toBeCloseTo(261 / 269, 10);
    expect(numberOf(found, "sensitivityDifference")?.value).toBeCloseTo(11 / 269, 10);
    expect(numberOf(found, "specificityDifference")?.value).toBeCloseTo((500 - 70) / (1370 + 4970), 10);
    expect(numberOf(found, "sensitivityP")?.value).toBeLessThan(0.06);
  }, 120_000);
});
