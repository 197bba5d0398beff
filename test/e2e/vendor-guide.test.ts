import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { audit } from "auscult";
import { expect, test } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the guide to validating a vendor's model says what its plan finds", async () => {
  const plan = at("examples/03-validate-a-vendors-model/vendor.audit.yaml");
  const { report } = await audit(plan, { now: "2026-11-24T09:00:00Z" });
  const finding = (id: string) => report.findings.find((f) => f.id === id)!;
  const value = (id: string, number: string) => Number(finding(id).numbers.find((n) => n.id === number)!.value);
  expect(
    ["claim:vendor-auroc", "claim:vendor-calibration", "claim:vendor-ppv"].map((id) => finding(id).verdict),
  ).toEqual(["claim_met", "claim_met", "claim_not_shown"]);
  const guide = readFileSync(at("docs/guide/validate-a-vendors-model.md"), "utf8");
  const steps = finding("claim:vendor-auroc").tables.find(({ id }) => id === "steps")!.rows;
  const said = [
    value("claim:vendor-auroc", "here").toFixed(3),
    Number(steps[1]![1]).toFixed(3),
    Math.abs(Number(steps[2]![4])).toFixed(3),
    `${(100 * Number(finding("claim:vendor-ppv").tables[0]!.rows[1]![1])).toFixed(1)} %`,
    ...finding("sites:observedExpectedRatio")
      .tables[0]!.rows.slice(0, 2)
      .map((row) => Number(row[3]).toFixed(2)),
  ];
  expect(said.filter((text) => !guide.includes(text))).toEqual([]);
  expect(finding("updating").notes![0]).toEqual({ say: "updatingWarning" });
  expect(finding("cohort-comparison:target:sex").verdict).toBe("representative");
}, 300_000);
