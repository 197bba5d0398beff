import { labelCounts, OVERALL, scoreCounts, subgroup, tallyCohort, type Cohort } from "@auscult/core";
import { expect, test } from "vitest";
import { averageRanks, meanByPercentile, meanByPercentileOfCounts, randomStream } from "../../src/index.ts";

const N = 500;
const draw = randomStream(4, 0, 96);
const score = Float64Array.from({ length: N }, () => draw.index(60));
const need = Float64Array.from({ length: N }, () => (draw.uniform() < 0.1 ? Number.NaN : draw.index(7)));
const codes = Uint16Array.from({ length: N }, () => 1 + draw.index(2));

const cohort = {
  rows: N,
  scoreKind: "ordinal",
  score,
  outcome: new Uint8Array(N),
  attributes: [{ id: "race", label: "Race", levels: ["not recorded", "a", "b"], codes }],
  blocks: 0,
  labels: new Map([["need", need]]),
} as unknown as Cohort;

test("counts give the curve that the rows give", () => {
  const tally = tallyCohort(cohort);
  const counts = scoreCounts(tally, OVERALL);
  const all = { score: counts.score, count: counts.negatives.map((n, i) => n + counts.positives[i]) };
  const groups = ["a", "b"].map((level) => labelCounts(tally, "need", subgroup({ attribute: "race", level })));
  const ofCounts = meanByPercentileOfCounts(all, groups, { bins: 10, level: 0.95 });
  const ofRows = meanByPercentile(
    averageRanks(score),
    need,
    codes.map((c) => c - 1),
    { groups: 2, bins: 10, level: 0.95 },
  );
  ofRows.flat().forEach((bin, k) => {
    const counted = ofCounts.flat()[k];
    expect(counted.rows).toBe(bin.rows);
    expect(counted.mean).toBeCloseTo(bin.mean!, 12);
    expect(counted.interval!.low).toBeCloseTo(bin.interval!.low, 9);
  });
  const foreign = { ...groups[0], score: groups[0].score.map((s) => s + 0.5) };
  expect(() => meanByPercentileOfCounts(all, [foreign], { bins: 10, level: 0.95 })).toThrow("score");
});
