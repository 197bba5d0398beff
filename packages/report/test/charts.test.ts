import { expect, test } from "vitest";
import { axisRange } from "../src/charts/axis-range.ts";
import { drawn, fitted } from "../src/charts/forest-rows.ts";
import { thin } from "../src/charts/thin.ts";

const open = { log: false, bounds: ["-infinity", "infinity"] } as const;

test("an axis ends on round numbers that hold the values", () => {
  expect(axisRange([0.612, 0.794], open)).toEqual({ low: 0.6, high: 0.8, log: false });
  expect(axisRange([-0.15, 0.07], open)).toEqual({ low: -0.15, high: 0.1, log: false });
  expect(axisRange([0.9, 1], { log: false, bounds: [0, 1] })).toMatchObject({ high: 1 });
});

test("an axis of ratios is symmetric in kind and holds 1", () => {
  expect(axisRange([0.72, 1.3], { log: true, bounds: [0, "infinity"] })).toEqual({ low: 0.67, high: 1.5, log: true });
  expect(axisRange([1.1, 1.2], { log: true, bounds: [0, "infinity"] })).toEqual({ low: 0.8, high: 1.25, log: true });
});

test("an axis of nothing, one value or infinities still has two ends", () => {
  for (const values of [[], [0.5], [0.5, 0.5], ["infinity", null], [0], [-3e9, 7e9]] as const) {
    for (const log of [false, true]) {
      const { low, high } = axisRange(values, { log, bounds: ["-infinity", "infinity"] });
      expect(high).toBeGreaterThan(low);
      expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
    }
  }
});

test("an interval that leaves the axis is cut and says so", () => {
  const axis = { low: 0.5, high: 1, log: false };
  expect(drawn(0.7, { low: 0.3, high: 0.8 }, axis)).toEqual({
    value: 0.7,
    low: 0.5,
    high: 0.8,
    cutLow: true,
    cutHigh: false,
  });
  expect(drawn(0.4, { low: 0.3, high: "infinity" }, axis)).toEqual({ low: 0.5, high: 1, cutLow: true, cutHigh: true });
  expect(drawn(0.2, { low: 0.1, high: 0.3 }, axis)).toEqual({});
  expect(drawn(null, null, axis)).toEqual({});
  expect(drawn("infinity", null, axis)).toEqual({});
});

test("thinning keeps the ends and the order", () => {
  const rows = Array.from({ length: 101 }, (_, i) => i);
  const few = thin(rows, 6);
  expect(few).toEqual([0, 20, 40, 60, 80, 100]);
  expect(thin(rows, 200)).toBe(rows);
  expect(thin([], 6)).toEqual([]);
});

test("a label that does not fit is cut by letters, not by bytes", () => {
  expect(fitted("short")).toBe("short");
  expect(fitted("å".repeat(40))).toBe(`${"å".repeat(28)}…`);
});
