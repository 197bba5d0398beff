import { describe, expect, test } from "vitest";
import { countScores } from "../../src/count-scores.ts";
import { calibrationCurve } from "../../src/curves/calibration.ts";
import { calibrationGroups } from "../../src/curves/calibration-groups.ts";
import { decisionCurve } from "../../src/curves/decision.ts";
import { scoreDistribution } from "../../src/curves/score-distribution.ts";
import { netBenefitAt } from "../../src/utility/net-benefit.ts";
import { count, defined, sample } from "../calibration/rows.ts";

const rows = sample(1200, (p) => p ** 1.4);
const counts = count(rows);
const options = { level: 0.95, thresholds: [0.15, 0.9], range: [0.05, 0.4] as const };

describe("calibration curve", () => {
  const { columns, flags } = defined(calibrationCurve.points(counts, options));
  test("lies within the 1st and 99th centile and inside its band", () => {
    const sorted = rows.score.toSorted((a, b) => a - b);
    const { predicted, observed, low, high } = columns as Record<string, number[]>;
    expect(predicted.length).toBe(101);
    expect(predicted[0]).toBeGreaterThan(sorted[10]);
    expect(predicted.at(-1)!).toBeLessThan(sorted[1189]);
    observed.forEach((value, i) => expect(low[i] < value && value < high[i]).toBe(true));
    expect(flags).toEqual([]);
  });
  test("shows what was simulated: fewer events than predicted, by about p − p^1.4", () => {
    columns["predicted"].forEach((p, i) => expect(Math.abs(columns["observed"][i]! - p! ** 1.4)).toBeLessThan(0.1));
  });
  test("few events are flagged", () => {
    const { flags: few } = defined(calibrationCurve.points(count(sample(120, (p) => p)), options));
    expect(few).toContain("FEW_EVENTS");
  });
});

test("groups add up to the rows and events, with Wilson limits round them", () => {
  const { columns } = defined(calibrationGroups.points(counts, options));
  const { rows: n, events, observed, low, high } = columns as Record<string, number[]>;
  expect(n.reduce((a, b) => a + b, 0)).toBe(1200);
  expect(events.reduce((a, b) => a + b, 0)).toBe(rows.outcome.filter((y) => y === 1).length);
  observed.forEach((value, i) => expect(low[i] <= value && value <= high[i]).toBe(true));
});

describe("decision curve", () => {
  test("is the net benefit at each threshold of the range, declared ones inside it included", () => {
    const { columns } = defined(decisionCurve.points(counts, options));
    const threshold = columns["threshold"] as number[];
    expect([threshold[0], threshold.at(-1)]).toEqual([0.05, 0.4]);
    expect(threshold).toContain(0.15);
    expect(threshold).not.toContain(0.9);
    threshold.forEach((t, i) => {
      const found = defined(netBenefitAt(counts, t));
      expect(columns["netBenefit"][i]).toBe(found.model.value);
      expect(columns["treatAll"][i]).toBe(found.treatAll.value);
    });
  });
  test("without a range there is none", () => {
    expect(decisionCurve.points(counts, { level: 0.95, thresholds: [0.1, 0.2] })).toMatchObject({
      reason: "MISSING_INPUT",
    });
  });
});

describe("score distribution", () => {
  test("counts every row once, a score on an edge in the bar above", () => {
    const { columns } = defined(
      scoreDistribution.points(countScores([0, 0.05, 0.29, 0.3, 1], [1, 0, 1, 0, 1]), options),
    );
    const { from, events, nonEvents, eventShare } = columns as Record<string, number[]>;
    expect(from.length).toBe(20);
    expect([events[0], nonEvents[1], events[5], nonEvents[6], events[19]]).toEqual([1, 1, 1, 1, 1]);
    expect(eventShare.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
  });
  test("an ordinal score is drawn over its own range; an empty class has no shares", () => {
    const { columns } = defined(scoreDistribution.points(countScores([2, 4, 12], [0, 0, 0]), options));
    expect([columns["from"][0], columns["to"].at(-1)]).toEqual([2, 12]);
    expect(columns["eventShare"].every((share) => share === null)).toBe(true);
  });
});
