import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rowAnalyses } from "../../src/index.ts";

const folder = fileURLToPath(new URL("../../../../docs/analyses/", import.meta.url));

describe("every analysis of rows", () => {
  test.each(rowAnalyses.map((analysis) => [analysis.id, analysis] as const))(
    "%s has a page and sources",
    (id, { source }) => {
      const path = `${folder}${id}.md`;
      expect(existsSync(path)).toBe(true);
      const page = readFileSync(path, "utf8");
      expect(page.split("\n")[0]).toContain(`\`${id}\``);
      for (const heading of ["When it misleads", "How it is computed", "Source"])
        expect(page).toContain(`## ${heading}`);
      expect(source.length).toBeGreaterThan(0);
    },
  );
});
