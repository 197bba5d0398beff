import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { goldenMethods } from "./adapters.ts";
import { runPack } from "./pack.ts";

const scores = runPack(join(dirname(fileURLToPath(import.meta.url)), "pack"), goldenMethods);
const built = scores.filter((s) => s.actual !== undefined);

describe("golden values made in R and Python", () => {
  test.each(built.map((s) => [s.id, s] as const))("%s", (_id, { faults }) => {
    expect(faults).toEqual([]);
  });
  test("no method answers a case twice", () => {
    const names = goldenMethods.map((m) => m.method);
    expect(new Set(names).size).toBe(names.length);
  });
});
