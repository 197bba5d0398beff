import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { audit } from "auscult";
import { expect, test } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the README's plan is the first example's, and it can be audited", async () => {
  const plan = readFileSync(at("examples/01-first-audit/mymodel.audit.yaml"), "utf8");
  const shown = plan.replace("../../docs/plan.schema.json", "docs/plan.schema.json");
  expect(readFileSync(at("README.md"), "utf8")).toContain(shown.trim());
  const { report } = await audit(at("examples/01-first-audit/mymodel.audit.yaml"), { now: "2026-11-24T09:00:00Z" });
  expect(report.ledger.analysed).toBe(3000);
  expect(report.contrasts.filter((c) => c.inFamily).length).toBe(4);
});
