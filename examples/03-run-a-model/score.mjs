// Reads rows as NDJSON on stdin, writes one risk of death a line: what any program in any language could do.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const { intercept, terms } = JSON.parse(
  readFileSync(new URL("../../fixtures/asthma-pneumonia/model.json", import.meta.url), "utf8"),
);
for await (const line of createInterface({ input: process.stdin })) {
  const row = JSON.parse(line);
  let logOdds = intercept;
  for (const { input, coefficient, levels } of terms) logOdds += levels?.[row[input]] ?? coefficient * row[input];
  process.stdout.write(`${1 / (1 + Math.exp(-logOdds))}\n`);
}
