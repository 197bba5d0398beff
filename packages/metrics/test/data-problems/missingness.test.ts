import { describe, expect, test } from "vitest";
import { completeCases } from "../../src/data-problems/index.ts";
import { isUndefined } from "../../src/result.ts";

const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

const levels = ["not recorded", "female", "male", "other"];
const codes = [...repeat(1, 40), ...repeat(2, 40), ...repeat(0, 4)];
const outcome = { id: "outcome", missing: codes.map((code, i) => code === 2 && i % 4 === 0) };
const score = { id: "score", missing: codes.map((_, i) => i % 40 === 0) };
const found = completeCases([outcome, score], { codes, levels }, { level: 0.95 });

describe("complete cases", () => {
  test("every row is in one subgroup, the unrecorded in theirs", () => {
    for (const field of found.fields) {
      expect(field.groups.reduce((n, g) => n + g.rows, 0)).toBe(84);
      expect(field.groups.reduce((n, g) => n + g.missing, 0)).toBe(field.missing);
    }
    expect(found.fields[0]?.groups[0]).toMatchObject({ level: "not recorded", rows: 4 });
  });
  test("what is missing in any field is not complete", () => {
    expect(found.complete).toBe(84 - new Set([...Array.from({ length: 10 }, (_, i) => 40 + 4 * i), 0, 40, 80]).size);
  });
  test("a subgroup without rows has no share, and does not pass", () => {
    expect(found.fields[0]?.groups[3]).toMatchObject({ share: undefined, interval: undefined, rows: 0 });
  });
  test("differential missingness is found and excess is named", () => {
    const field = found.fields[0];
    expect(field.groups.map((g) => g.excessive)).toEqual([false, false, true, false]);
    expect(isUndefined(field.equalMissingness) ? 1 : field.equalMissingness.p).toBeLessThan(0.01);
  });
  test("nothing missing anywhere is no evidence of anything", () => {
    const none = completeCases([{ id: "x", missing: codes.map(() => false) }], { codes, levels }, { level: 0.95 });
    expect(none.fields[0]?.equalMissingness).toEqual({ status: "undefined", reason: "ONE_CLASS" });
    expect(none.complete).toBe(84);
  });
});
