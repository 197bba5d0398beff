import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../src/nearest.ts";

describe("nearest", () => {
  const columns = ["patient_id", "risk score", "sex", "etnicitet"] as const;

  it.each([
    ["patientid", "patient_id"],
    ["Patient-ID", "patient_id"],
    ["risk_scroe", "risk score"],
    ["sxe", "sex"],
    ["ethnicitet", "etnicitet"],
  ])("finds %s", (name, found) => {
    expect(nearest(name, columns)).toBe(found);
  });

  it("names nothing where nothing is near", () => {
    expect(nearest("weight", columns)).toBeUndefined();
    expect(nearest("age", columns)).toBeUndefined();
    expect(nearest("x", ["y"])).toBeUndefined();
    expect(nearest("x", [])).toBeUndefined();
    expect(didYouMean("weight", columns)).toBe("");
  });

  it("takes the earlier of two as near", () => {
    expect(nearest("scorex", ["score1", "score2"])).toBe("score1");
    expect(didYouMean("scorex", ["score1", "score2"])).toBe(' Did you mean "score1"?');
  });
});
