import { describe, expect, test } from "vitest";
import { statusOf } from "../src/compose/evidence/status.ts";
import { documentOf } from "../src/document-of.ts";
import type { AuditReport, ComposeInput } from "../src/index.ts";
import { da } from "../src/words/da.ts";
import { en } from "../src/words/en.ts";
import { documentText } from "./document-text.ts";
import { sampleReport } from "./sample.ts";

type Item = AuditReport["evidence"]["rows"][number]["evidence"][number];

const has = (id: Item["id"], criterion?: "met" | "not-met" | "inconclusive"): Item => ({
  id,
  state: "computed",
  sections: ["subgroups"],
  ...(criterion === undefined ? {} : { criterion }),
});
const lacks = (id: Item["id"], why: "not-asked" | "needs-attestation" | "beyond-audit"): Item => ({
  id,
  state: "missing",
  why,
});
type Row = AuditReport["evidence"]["rows"][number];
const status = (evidence: Item[], { owned = true, mode = "mixed" }: { owned?: boolean; mode?: Row["mode"] } = {}) =>
  statusOf({ evidence, mode, attestations: [] }, owned);
const plan = has("plan.prespecified");

describe("the status of a requirement", () => {
  test("a criterion is met only with a plan fixed beforehand, an owner, and nothing missing", () => {
    const met = [plan, has("subgroup.discrimination", "met")];
    expect(status(met)).toBe("criterion-met");
    expect(status(met, { owned: false })).toBe("evidence-present");
    expect(status([...met, lacks("local.validation", "not-asked")])).toBe("evidence-present");
  });

  test("a criterion that failed is said whoever owns it, and whatever is missing", () => {
    const failed = [plan, has("subgroup.discrimination", "not-met"), lacks("local.validation", "not-asked")];
    expect(status(failed, { owned: false })).toBe("criterion-not-met");
    expect(status([...failed, has("local.validation", "met")])).toBe("criterion-not-met");
  });

  test("what the data do not settle is never a pass", () => {
    expect(status([plan, has("subgroup.discrimination", "inconclusive"), has("local.validation", "met")])).toBe(
      "inconclusive",
    );
  });

  test("a requirement that asks for no criterion is not judged by one", () => {
    expect(status([has("subgroup.discrimination", "not-met")])).toBe("evidence-present");
  });

  test("nothing there: a gap where the audit could have shown it, not assessed where it could not", () => {
    expect(status([lacks("local.validation", "not-asked"), lacks("monitoring.plan", "needs-attestation")])).toBe("gap");
    expect(status([lacks("monitoring.plan", "needs-attestation")])).toBe("not-assessed");
    expect(status([lacks("provenance", "not-asked")], { mode: "attested" })).toBe("not-assessed");
  });
});

const declared: Partial<ComposeInput["plan"]> = {
  regulatory: {
    route: "art6-1",
    role: "deployer",
    markets: ["EU"],
    declaredBy: { name: "A. Nielsen", role: "Head of quality" },
    date: "2026-11-01",
  },
};
const withPlan = (change: Partial<ComposeInput["plan"]>): AuditReport =>
  sampleReport({ rows: 1500, change: (i) => ({ ...i, plan: { ...i.plan, ...change } }) });

describe("the matrix", () => {
  const report = withPlan(declared);
  const ids = report.evidence.rows.map((r) => r.id);

  test("without a declared route lists no law, and says so", () => {
    const none = sampleReport({ rows: 1500 });
    expect(none.evidence.standards.map((s) => s.force)).not.toContain("law");
    expect(none.notAssessed.map((n) => n.code)).toContain("NO_ROUTE");
    expect(none.evidence.rows.filter((r) => r.standard === "gmlp")).toHaveLength(10);
  });

  test("lists what the declared route, role and market make applicable", () => {
    expect(ids).toContain("AIA.26.4");
    for (const other of ["AIA.27", "AIA.10.3", "HTI1.2.i", "MDR.5.5"]) expect(ids).not.toContain(other);
    expect(report.evidence.notApplicable).toContain("AIA.27");
    const annexThree = withPlan({ regulatory: { ...declared.regulatory!, route: "art6-2", markets: ["EU", "US"] } });
    const theirs = annexThree.evidence.rows.map((r) => r.id);
    for (const id of ["AIA.27", "HTI1.8.ii"]) expect(theirs).toContain(id);
    for (const id of ["MDR.I.1"]) expect(theirs).not.toContain(id);
  });

  test("says from when a law applies to the route", () => {
    const from = (r: AuditReport) => r.evidence.rows.find((row) => row.id === "AIA.26.4")?.appliesFrom;
    expect(from(report)).toBe("2028-08-02");
    expect(from(withPlan({ regulatory: { ...declared.regulatory!, route: "art6-2" } }))).toBe("2027-12-02");
  });

  test("never prints a row that nobody has read in a source", () => {
    expect(report.evidence.notVerified.length).toBeGreaterThan(3);
    expect(ids.filter((id) => report.evidence.notVerified.includes(id))).toEqual([]);
  });

  test("a person's word is evidence with a name and a date, and is never counted as measured", () => {
    const attested = withPlan({
      ...declared,
      attestations: [
        {
          of: ["human-oversight-statement", "N88.1"],
          statement: "Every flag is read by a senior nurse.",
          name: "B. Holm",
          role: "Chief nurse",
          document: "SOP 12, rev. 3",
          date: "2026-10-02",
        },
      ],
    });
    const row = attested.evidence.rows.find((r) => r.id === "N88.7");
    expect(row?.evidence.find((e) => e.id === "human-oversight-statement")).toMatchObject({ state: "attested" });
    expect(attested.evidence.rows.find((r) => r.id === "N88.1")?.attestations).toEqual([0]);
    const said = documentText(documentOf(attested, en));
    expect(said).toContain(
      "Every flag is read by a senior nurse. B. Holm, Chief nurse, 2 October 2026; SOP 12, rev. 3.",
    );
  });

  test("speaks both languages and never of conformity", () => {
    const law = (words: typeof en) => documentText(documentOf(report, words).filter((s) => s.id === "evidence"));
    expect(law(en)).toContain("EU AI Act");
    expect(law(da)).toContain("AI-forordning");
    expect(law(da)).toMatch(/gælder fra 2\. august 2028/);
    for (const words of [en, da]) expect(law(words)).not.toMatch(/\bcompliant\b|\boverhold|\bfair\b/i);
  });
});

test("logs kept for less than six months are said to be less than Art. 26(6) asks for", () => {
  const record = (months: number) => ({
    deployer: { organisation: "Northwind Hospital", logs: { months, where: "the data warehouse" } },
  });
  const said = (months: number) => documentText(documentOf(withPlan(record(months)), en));
  expect(said(12)).toContain("six months or more");
  expect(said(3)).toContain("asks for six months at least");
});
