import { expect, it } from "vitest";
import { bandLabels, bandOf } from "../../src/plan/bands.ts";

it("labels are in completed units where every cut is whole, with edges where one is not", () => {
  expect(bandLabels([40, 65])).toEqual(["<40", "40–64", "≥65"]);
  expect(bandLabels([5, 6, 8])).toEqual(["<5", "5", "6–7", "≥8"]);
  expect(bandLabels([0.5, 1.5])).toEqual(["<0.5", "0.5–<1.5", "≥1.5"]);
  expect(bandLabels([-1])).toEqual(["<-1", "≥-1"]);
});

it("a band may be typed without special signs", () => {
  expect(["<40", "< 40", "40-64", "40–64", "40 - <65", ">=65", "≥65"].map((typed) => bandOf(typed, [40, 65]))).toEqual([
    "<40",
    "<40",
    "40–64",
    "40–64",
    "40–64",
    "≥65",
    "≥65",
  ]);
  expect(["65", "40-65", "", "40"].map((typed) => bandOf(typed, [40, 65]))).toEqual([...Array(4)]);
});
