import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { AuditError } from "@auscult/core";
import { type Audit, audit, type Display, JUPYTER, type PlanOfFrame } from "auscult";
import { beforeAll, expect, test } from "vitest";
import { emptyFolder } from "./auscult.ts";
import { patients, writeCohort } from "./cohort.ts";

const OPTIONS = { now: "2026-11-28T09:00:00Z" };
const plan: PlanOfFrame = {
  auscult: 1,
  title: "Deaths",
  model: { name: "Score", version: "1", intendedPurpose: "A test." },
  score: { column: "score", kind: "probability", direction: "higher-is-riskier" },
  outcome: { column: "died", positive: "1", negative: ["0"], description: "Death." },
  patient: "patient",
  thresholds: [{ at: 0.5, reason: "Declared for the test." }],
  subgroups: [{ id: "sex", column: "sex", reference: { level: "male", reason: "Declared for the test." } }],
  primary: { metric: "auroc", reason: "Declared for the test." },
  margins: { auroc: { difference: 0.05, reason: "Declared for the test." } },
  policy: { bootstrap: { replicates: 200 } },
};
const people = patients();
const columns = {
  patient: people.map(([id]) => id),
  score: Float64Array.from(people, ([, score]) => Number(score)),
  died: Int8Array.from(people, ([, , died]) => Number(died)),
  sex: people.map(([, , , sex]) => sex),
};

/** Vega as the report package has it. */
async function draw(spec: unknown): Promise<string> {
  const { resolve } = createRequire(new URL("../../packages/report/package.json", import.meta.url));
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
  const { compile } = (await load("vega-lite")) as { readonly compile: (spec: unknown) => { readonly spec: unknown } };
  const { parse, View } = (await load("vega")) as {
    readonly parse: (spec: unknown) => unknown;
    readonly View: new (runtime: unknown, options: object) => { toSVG(): Promise<string> };
  };
  return new View(parse(compile(structuredClone(spec)).spec), { renderer: "none" }).toSVG();
}

let a: Audit;
let b: Audit;
beforeAll(async () => {
  a = await audit(plan, { ...OPTIONS, data: columns });
  const half = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.slice(0, 200)]));
  b = await audit(plan, { ...OPTIONS, data: half });
}, 240_000);

test("columns in memory give what the same rows in a file give", async () => {
  const folder = emptyFolder();
  writeCohort(folder, people);
  const filed = await audit({ ...plan, data: { source: "cohort.csv" } }, { ...OPTIONS, base: folder });
  expect(a.estimates).toEqual(filed.estimates);
  expect(a.contrasts).toEqual(filed.contrasts);
  expect(a.report.provenance.files).toMatchObject([{ file: "data in memory", rows: 400 }]);
}, 120_000);

test("a frame that lacks a column is refused with its name", async () => {
  const { sex: _, ...rest } = columns;
  await expect(audit(plan, { data: rest })).rejects.toThrow(AuditError);
  await expect(audit(plan, { data: rest })).rejects.toThrow(/data in memory, column "sex", plan subgroups\.0\.column/);
});

test("subgroups: rows with all digits, as the report has them", () => {
  const rows = a.subgroups().table();
  expect(rows.map((r) => r["subgroup"])).toEqual(["overall", "sex=female", "sex=male"]);
  for (const row of rows) {
    const found = a.report.estimates.find((e) => e.metric === "auroc" && e.subgroup === row["subgroup"]);
    expect([row["value"], row["low"], row["high"]]).toEqual([
      found?.value,
      found?.interval?.low,
      found?.interval?.high,
    ]);
  }
  expect(a.subgroups({ metric: "sensitivity" }).table()[0]).toMatchObject({ metric: "sensitivity", threshold: 0.5 });
});

test("gap: the primary metric is in the family, any other is marked exploratory, in rows and in words", () => {
  expect(a.gap().table()).toMatchObject([{ subgroup: "sex=female", against: "sex=male", exploratory: false }]);
  const other = a.gap("sensitivity", { by: "sex" });
  expect(other.table()).toMatchObject([{ metric: "sensitivity", exploratory: true }]);
  expect(other.toString()).toMatch(/exploratory/i);
});

test("calibration: of everybody, and of each level", () => {
  expect(
    new Set(
      a
        .calibration()
        .table()
        .map((r) => r["subgroup"]),
    ),
  ).toEqual(new Set(["overall"]));
  const by = a.calibration({ by: "sex" }).table();
  expect(new Set(by.map((r) => r["subgroup"]))).toEqual(new Set(["overall", "sex=female", "sex=male"]));
});

test("what was not asked for says so, and has no chart", async () => {
  for (const shown of [a.labelChoice(), a.drift(), a.claims()]) {
    expect(shown.table()).toEqual([]);
    expect(shown.toString()).toMatch(/nothing was found/);
    expect(Object.keys(await shown[JUPYTER]())).toEqual(["text/plain"]);
  }
  expect(a.findings().table().length).toBeGreaterThan(0);
});

test.each<[string, (of: Audit) => Display]>([
  ["subgroups", (of) => of.subgroups()],
  ["gap", (of) => of.gap()],
  ["calibration", (of) => of.calibration()],
  ["calibration by sex", (of) => of.calibration({ by: "sex" })],
])("%s shows itself: Vega-Lite that compiles and draws, a picture, and text", async (_, shown) => {
  const bundle = await shown(a)[JUPYTER]();
  expect(Object.keys(bundle)).toEqual(["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"]);
  const spec = bundle["application/vnd.vegalite.v5+json"];
  expect(spec).toEqual(shown(a).spec);
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect((await draw(spec)).match(/<path/g)!.length).toBeGreaterThan(3);
  const svg = bundle["image/svg+xml"] as string;
  expect(svg).toMatch(/^<svg [^>]*role="img".*<title>.+<\/title><desc>.+<\/desc>.*<\/svg>\n$/s);
  expect(svg).not.toMatch(/<script|href=/);
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(inspect(shown(a))).toBe(bundle["text/plain"]);
});

test("the audit itself shows its subgroups; in Danish where asked", async () => {
  expect(inspect(a)).toMatch(/^Deaths\n\nAUROC by subgroup/);
  expect(await a[JUPYTER]()).toEqual(await a.subgroups()[JUPYTER]());
  expect(a.inLanguage("da").subgroups().toString()).toMatch(/Undergruppe/);
});

test("two audits live side by side", () => {
  expect(a.subgroups().table()[0]).toMatchObject({ n: 400 });
  expect(b.subgroups().table()[0]).toMatchObject({ n: 200 });
  expect(a.subgroups().table()[0]).toMatchObject({ n: 400 });
});

test("what is not there is told with what there is", () => {
  expect(() => a.gap("auroccc")).toThrow(/no metric "auroccc".* Did you mean "auroc"\?/);
  expect(() => a.subgroups({ by: "age" })).toThrow('no attribute "age"; there are sex');
  expect(() => a.subgroups({ metric: "sensitivity", threshold: 0.3 })).toThrow(/no threshold 0\.3.*0\.5/);
});

test("the report is written as one page, whole", async () => {
  const folder = emptyFolder();
  await a.writeReport(join(folder, "out", "audit.html"));
  expect(readFileSync(join(folder, "out", "audit.html"), "utf8")).toMatch(/^<!doctype html>/i);
  expect(readdirSync(join(folder, "out"))).toEqual(["audit.html"]);
  expect(existsSync(join(folder, "report.json"))).toBe(false);
});

test("results go on as Arrow", async () => {
  const table = await a.gap().toArrow();
  expect(table.numRows).toBe(1);
  expect(table.get(0)?.["verdict"]).toBe(a.gap().table()[0]!["verdict"]);
});
