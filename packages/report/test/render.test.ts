import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "../src/document-of.ts";
import type { Block, Figure } from "../src/document.ts";
import { type AuditReport, FORMATS, render } from "../src/index.ts";
import { en } from "../src/words/en.ts";
import { documentText } from "./document-text.ts";
import { SAMPLE_ATTRIBUTES } from "./sample-cohort.ts";
import { sampleReport, without } from "./sample.ts";

const report = sampleReport();

let html = "";

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../../scripts/bundle.mjs", import.meta.url))]);
  html = await page(report);
}, 120_000);

async function page(of: AuditReport): Promise<string> {
  const { files } = await render(of, "html");
  return files.map((f) => String(f.content)).join("");
}

/** What a reader sees, without the drawings, the script and the plan's echo. */
const visible = (html: string): string => html.replaceAll(/<(script|style|svg|pre)\b[\s\S]*?<\/\1>/g, "");
/** What of a page a pattern finds: a page is too long to print when a test fails. */
const found = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([hit]) => hit);

test("two runs give the same bytes, in every format", async () => {
  for (const format of FORMATS)
    expect(await render(structuredClone(report), format)).toEqual(await render(report, format));
}, 180_000);

test("an unknown format or language is refused by name", async () => {
  await expect(render(report, "pfd")).rejects.toThrow('no format "pfd"; there are html, json');
  await expect(render(report, "html", { language: "xx" })).rejects.toThrow('no language "xx"');
});

test("report.json holds the report and nothing else", async () => {
  const { files } = await render(report, "json");
  expect(files.map((f) => f.name)).toEqual(["report.json"]);
  expect(JSON.parse(String(files[0]?.content))).toEqual(report);
});

describe("the page", () => {
  test("says everything that the snapshot has, in these words", async () => {
    await expect(`${documentText(documentOf(report, en))}\n`).toMatchFileSnapshot("snapshots/report.en.txt");
  });

  test("draws these specifications, and none of them aggregates", async () => {
    const blocks = documentOf(report, en).flatMap((s) => s.blocks);
    const figures = blocks.flatMap((b): Figure[] => (b.kind === "figure" ? [b.figure] : []));
    const shapes = new Map<string, object>();
    for (const { id, panels } of figures) {
      const spec = panels[0]?.spec;
      const text = JSON.stringify(spec);
      expect(text).not.toMatch(/"(aggregate|bin|timeUnit|impute|regression|loess|density|quantile|stack)":/);
      if (spec !== undefined && ![...shapes.values()].some((s) => JSON.stringify(s) === text)) shapes.set(id, spec);
    }
    await expect([...shapes].map(([id, spec]) => lines(id, spec)).join("\n")).toMatchFileSnapshot(
      "snapshots/specs.txt",
    );
  });

  test("grades nobody", () => {
    expect(found(visible(html), /\bcompliant\b|\bfair\b|no significant difference/gi)).toEqual([]);
  });

  test("never says undefined, NaN or null", () => {
    expect(found(visible(html), /.{40}(\bundefined\b|\bNaN\b|\bnull\b|\[object).{40}/g)).toEqual([]);
    expect(found(html, /<text[^>]*>(undefined|NaN|null)</g)).toEqual([]);
  });

  test("the still pictures say exactly what the charts were given", () => {
    const given = documentOf(report, en)
      .flatMap((s) => figuresOf(s.blocks))
      .flatMap((f) =>
        f.panels.flatMap((p) => (p.data["rows"] ?? []).flatMap((r) => [r["text"], r["why"], r["count"], r["label"]])),
      )
      .filter((text) => typeof text === "string");
    const drawn = new Set(found(html, /(?<=<text[^>]*>)[^<]*(?=<\/text>)/g).map(unescaped));
    expect(given.length).toBeGreaterThan(200);
    expect(given.filter((text) => !drawn.has(text))).toEqual([]);
  });

  test("is whole: every figure has a drawing with words for it and a table with a caption", async () => {
    const count = (pattern: RegExp): number => found(html, pattern).length;
    expect(count(/<figure /g)).toBeGreaterThan(15);
    expect(count(/<details class="numbers">/g)).toBe(count(/<figure /g));
    expect(count(/<table>/g)).toBe(count(/<caption>/g));
    expect(count(/role="img" aria-label="[^"]+"/g)).toBe(count(/data-panel=/g));
    expect(count(/<th scope=/g)).toBe(count(/<th /g));
  });

  test("no identifier occurs twice and every link within leads somewhere", async () => {
    const markup = html.replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const targets = [...markup.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g)].map(([, link, clip]) => link ?? clip);
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test("points nowhere outside itself", async () => {
    const markup = html.replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
    expect(found(markup, /(src|href)="(?!#).{0,40}|@import.{0,40}|url\((?!#).{0,40}/g)).toEqual([]);
  });

  test("a section without its input is not there, and 'not assessed' says why", async () => {
    const bare = sampleReport({
      change: (i) => ({
        ...i,
        plan: without({ ...i.plan, margins: {} }, "utility"),
        thresholds: [],
        curves: [],
        contrasts: [],
        estimates: i.estimates.filter((e) => e.metric === "auroc"),
      }),
    });
    const sections = documentOf(bare, en);
    const ids = sections.map((s) => s.id);
    for (const absent of ["utility", "calibration", "thresholds", "distribution", "discrimination", "pitfalls"])
      expect(ids).not.toContain(absent);
    const said = documentText(sections.filter((s) => s.id === "not-assessed"));
    for (const what of ["Decision curve", "Performance at a threshold", "Verdicts on differences", "Label choice"])
      expect(said).toContain(what);
  });
});

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A specification, a layer on a line, without the style that all share. */
function lines(id: string, spec: object): string {
  const { layer = [], ...frame } = spec as { layer?: object[] };
  return [id, JSON.stringify({ ...frame, config: "shared" }), ...layer.map((l) => `  ${JSON.stringify(l)}`), ""].join(
    "\n",
  );
}

describe("hostile names", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</title></style>&amp;`;
  const attributes = SAMPLE_ATTRIBUTES.slice(0, 1).map((a) => ({
    ...a,
    label: evil,
    levels: a.levels.map((l) => (l.level === "female" ? { ...l, level: evil } : l)),
  }));
  const hostile = sampleReport({
    rows: 800,
    title: evil,
    attributes,
    intersections: [],
    change: (i) => ({ ...i, plan: { ...i.plan, model: { ...i.plan.model, name: evil, intendedPurpose: evil } } }),
  });

  test("are text and nothing else", async () => {
    const evilPage = await page(hostile);
    const scripts = [...evilPage.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/json" id="drawings">', "<script>"]);
    const seen = visible(evilPage);
    expect(found(seen, /<img/g)).toEqual([]);
    expect(found(seen, /&lt;script&gt;alert\(1\)/g).length).toBeGreaterThan(5);
    expect(found(evilPage, /<\/title>|<\/style>/g)).toEqual(["</title>", "</style>", "</style>"]);
  });
});

describe("size", () => {
  const levels = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ level: `level ${i + 1}`, share: 1 / n, shift: 0, spread: 1 }));
  const attributes = Array.from({ length: 10 }, (_, i) => ({
    id: `attribute${i}`,
    label: `Attribute ${i + 1}`,
    levels: levels(3 + (i % 4)),
    reference: { level: "level 1", reason: "Declared." },
  }));
  const crossed = Array.from({ length: 5 }, (_, i): [string, string] => [`attribute${2 * i}`, `attribute${2 * i + 1}`]);

  test("under 6 MB for five hundred subgroups", async () => {
    const many = Array.from({ length: 25 }, (_, i) => ({
      id: `attribute${i}`,
      label: `Attribute ${i + 1}`,
      levels: levels(20),
      reference: { level: "level 1", reason: "Declared." },
    }));
    const wide = sampleReport({ rows: 2000, attributes: many, intersections: [] });
    expect(wide.subgroups.length).toBe(501);
    expect((await page(wide)).length).toBeLessThan(6_000_000);
  }, 240_000);

  test("under 3 MB for ten attributes, whatever the rows", async () => {
    const wide = sampleReport({ rows: 3000, attributes, intersections: crossed });
    expect(wide.subgroups.length).toBeGreaterThan(93);
    expect((await page(wide)).length).toBeLessThan(2_700_000);
  }, 120_000);
});

function figuresOf(blocks: readonly Block[]): Figure[] {
  return blocks.flatMap((b) => (b.kind === "figure" ? [b.figure] : b.kind === "details" ? figuresOf(b.blocks) : []));
}

test("figures are told apart by their ids", () => {
  const ids = documentOf(report, en).flatMap((s) => figuresOf(s.blocks).map((f) => f.id));
  expect(new Set(ids).size).toBe(ids.length);
});
