import { readFileSync } from "node:fs";
import { curves, metrics, outcomeCurves, outcomeMetrics } from "@auscult/metrics";
import { expect, test } from "vitest";

const glossary = readFileSync(new URL("../GLOSSARY.md", import.meta.url), "utf8");

test.each([...metrics, ...curves, ...outcomeMetrics, ...outcomeCurves].map(({ id }) => id))(
  "%s is in the glossary",
  (id) => {
    expect(glossary).toContain(`\`${id}\``);
  },
);
