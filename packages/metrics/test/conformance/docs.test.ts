import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { curves, distances, metrics, outcomeCurves, outcomeMetrics } from "../../src/index.ts";

const folder = fileURLToPath(new URL("../../../../docs/metrics/", import.meta.url));
const HEADINGS = ["When it misleads", "Formula", "Interval", "Source"];

describe("every metric, curve and distance has a page a clinician can read", () => {
  test.each([...metrics, ...curves, ...distances, ...outcomeMetrics, ...outcomeCurves].map((m) => m.id))("%s", (id) => {
    const path = `${folder}${id}.md`;
    expect(existsSync(path)).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page.split("\n")[0]).toContain(`\`${id}\``);
    expect(HEADINGS.filter((heading) => !page.includes(`## ${heading}`))).toEqual([]);
  });
});
