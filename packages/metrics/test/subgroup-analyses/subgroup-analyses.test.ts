import { describe, expect, test } from "vitest";
import { proportionRange } from "../../src/index.ts";
import { calibrationWithinGroupsAnalysis } from "../../src/subgroup-analyses/calibration-within-groups.ts";
import { criteriaConflictAnalysis } from "../../src/subgroup-analyses/criteria-conflict.ts";
import { greatestGapAnalysis } from "../../src/subgroup-analyses/greatest-gap.ts";
import { missingnessAnalysis } from "../../src/subgroup-analyses/missingness.ts";
import { netBenefitBetweenGroupsAnalysis } from "../../src/subgroup-analyses/net-benefit-between-groups.ts";
import { shrinkageAnalysis } from "../../src/subgroup-analyses/shrinkage.ts";
import { found, patients, plan, records, type Row } from "./audited.ts";

const all = patients();
const FEW = ["prevalence", "netBenefit"];
const twice = [...all, ...all.slice(0, 500)];

describe("the greatest gap", () => {
  const [finding] = found(greatestGapAnalysis, all);

  test("of a rate is Tukey's over Newcombe's pairs, with what chance would show", () => {
    const counts = ["young", "middle", "old"].map((age) => {
      const events = all.filter((p) => p["age"] === age && p["died"] === 1);
      return { hits: events.filter((p) => (p["risk"] as number) >= 0.15).length, rows: events.length };
    });
    const range = proportionRange(counts, 0.95);
    if ("status" in range) throw new Error(range.reason);
    const row = records(finding, "greatestGap").find(
      (r) => (r["metric"] as { metric: string }).metric === "sensitivity" && r["attribute"] === "age",
    )!;
    expect(row["gap"]).toBeCloseTo(range.value, 12);
    expect(row["low"]).toBeCloseTo(range.interval.low, 12);
    expect(row["high"]).toBeCloseTo(range.interval.high, 12);
    expect(row["byChance"]).toBeCloseTo(range.expectedUnderEquality, 12);
    expect(row["p"]).toBeCloseTo(range.p, 12);
  });

  test("is at least 0, a ratio at least 1; and no verdict", () => {
    expect(finding.verdict).toBe("described");
    for (const row of records(finding, "greatestGap")) expect(row["low"]).toBeGreaterThanOrEqual(0);
    const ratios = records(finding, "greatestRatio");
    expect(ratios.length).toBe(3);
    for (const row of ratios) {
      expect(row["low"]).toBeGreaterThanOrEqual(1);
      expect(row["byChance"]).toBeGreaterThan(1);
    }
  });

  test("of two subgroups is their difference", () => {
    const row = records(finding, "greatestGap").find(
      (r) => (r["metric"] as { metric: string }).metric === "auroc" && r["attribute"] === "sex",
    )!;
    expect(row["subgroups"]).toBe(2);
    expect(row["gap"]).toBeLessThan(row["high"] as number);
  });

  test("a subgroup without an interval is left out and named", () => {
    const rows: Row[] = all.map((p, i) => (i < 3 ? { ...p, age: "ancient", died: 0 } : p));
    const [left] = found(greatestGapAnalysis, rows);
    expect(JSON.stringify(left.notes)).toContain("age=ancient");
  });
});

describe("shrinkage", () => {
  test("draws every crossing towards the mean, and shows what was observed beside it", () => {
    const [finding] = found(shrinkageAnalysis, all);
    const rows = records(finding, "shrunk");
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const { raw, shrunk, weight } = row as Record<string, number>;
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      expect(shrunk).not.toBe(raw);
    }
    const spread = (key: string) =>
      Math.max(...rows.map((r) => r[key] as number)) - Math.min(...rows.map((r) => r[key] as number));
    expect(spread("shrunk")).toBeLessThan(spread("raw"));
  });

  test("fewer than four crossings are not drawn together", () => {
    const rows = all.filter((p) => p["age"] !== "old" && !(p["age"] === "young" && p["sex"] === "male"));
    const [finding] = found(shrinkageAnalysis, rows);
    expect(finding).toMatchObject({ verdict: "not_estimable", reason: "TOO_FEW_EVENTS", tables: [] });
  });
});

describe("calibration within subgroups", () => {
  test("four tests for each attribute", () => {
    const [finding] = found(calibrationWithinGroupsAnalysis, all);
    expect(records(finding, "tests").map((r) => [r["attribute"], r["degreesOfFreedom"]])).toEqual([
      ["age", 6],
      ["age", 2],
      ["age", 4],
      ["age", 2],
      ["sex", 4],
      ["sex", 1],
      ["sex", 2],
      ["sex", 1],
    ]);
  });

  test("withheld where patients have several rows", () => {
    expect(found(calibrationWithinGroupsAnalysis, twice, plan, FEW)[0]).toMatchObject({
      verdict: "not_estimable",
      reason: "ROWS_NOT_INDEPENDENT",
    });
  });
});

describe("criteria in conflict", () => {
  test("the implied false positive rate is Chouldechova's, where event rates differ and only there", () => {
    const [finding] = found(criteriaConflictAnalysis, all);
    const rows = records(finding, "implied");
    expect(rows.map((r) => (r["subgroup"] as { subgroup: string }).subgroup)).toEqual(["age=old", "age=young"]);
    for (const row of rows) {
      const { prevalence, prevalenceAgainst, actualAgainst, implied, forced } = row as Record<string, number>;
      const odds = (p: number) => p / (1 - p);
      expect(implied).toBeCloseTo((odds(prevalence) / odds(prevalenceAgainst)) * actualAgainst, 12);
      expect(forced).toBeCloseTo(implied - actualAgainst, 12);
    }
  });

  test("nothing to explain where they do not", () => {
    const { subgroups: _, intersections: __, ...rest } = plan;
    expect(found(criteriaConflictAnalysis, all, { ...rest, subgroups: [{ id: "sex", column: "sex" }] })).toEqual([]);
  });
});

describe("net benefit between subgroups", () => {
  test("each subgroup against its comparator; without intervals where patients have several rows", () => {
    const rows = records(found(netBenefitBetweenGroupsAnalysis, all)[0], "netBenefit");
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row["commonLow"]).toBeLessThan(row["commonHigh"] as number);
    const dependent = records(found(netBenefitBetweenGroupsAnalysis, twice, plan, FEW)[0], "netBenefit");
    for (const row of dependent) expect([row["common"] !== null, row["commonLow"]]).toEqual([true, null]);
  });
});

describe("missing data by subgroup", () => {
  test("shares, and bounds of the event rate whatever the missing outcomes were", () => {
    const rows: Row[] = all.map((p, i) => (p["age"] === "old" && i % 4 === 0 ? { ...p, died: null } : p));
    const [finding] = found(missingnessAnalysis, rows);
    const age = records(finding, "missingness").find((r) => r["attribute"] === "age")!;
    const old = rows.filter((p) => p["age"] === "old");
    const missing = old.filter((p) => p["died"] === null).length;
    expect(age).toMatchObject({ most: { subgroup: "age=old" }, leastShare: 0, excessive: 1 });
    expect(age["mostShare"]).toBeCloseTo(missing / old.length, 12);
    const bounds = records(finding, "bounds").find(
      (r) => (r["subgroup"] as { subgroup: string }).subgroup === "age=old",
    )!;
    const events = old.filter((p) => p["died"] === 1).length;
    expect(bounds["known"]).toBeCloseTo(events / (old.length - missing), 12);
    expect(bounds["low"]).toBeCloseTo(events / old.length, 12);
    expect(bounds["high"]).toBeCloseTo((events + missing) / old.length, 12);
  });

  test("nothing is said where nothing is missing", () => {
    expect(found(missingnessAnalysis, all)).toEqual([]);
  });
});
