import { expect, test } from "vitest";
import { EVIDENCE } from "../src/standards/evidence-ids.ts";
import { requirements } from "../src/standards/requirements.ts";

const { standards, requirements: rows } = requirements();

test("every row belongs to a standard, is told apart by its id, and says how it was checked", () => {
  expect(rows.length).toBeGreaterThan(250);
  expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  const known = standards.map((s) => s.id);
  expect(rows.filter((r) => !known.includes(r.standard))).toEqual([]);
  for (const mark of ["P", "S", "U"]) expect(rows.filter((r) => r.verification === mark).length).toBeGreaterThan(10);
});

test("every row that can be printed has words in both languages; no row promises conformity", () => {
  const printable = rows.filter((r) => r.verification !== "U");
  expect(printable.filter((r) => r.title.da === undefined).map((r) => r.id)).toEqual([]);
  const said = printable.flatMap((r) => [r.title.en, r.title.da ?? "", r.clause.en, r.clause.da]);
  expect(said.filter((t) => /\bcompliant\b|\boverhold|\bfair\b|\bretfærdig\b/i.test(t))).toEqual([]);
});

test("every kind of evidence is asked for by some row", () => {
  const asked = new Set(rows.flatMap((r) => r.evidence));
  expect(EVIDENCE.filter((id) => !asked.has(id))).toEqual([]);
});

test("high-risk duties of the AI Act begin on the amended dates", () => {
  const row = rows.find((r) => r.id === "AIA.26.4");
  expect(row?.applies).toEqual([
    { from: "2028-08-02", routes: ["art6-1"] },
    { from: "2027-12-02", routes: ["art6-2", "both"] },
  ]);
});
