import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "../src/document-of.ts";
import { render } from "../src/index.ts";
import { printable } from "../src/printable.ts";
import { reportJson } from "../src/report-json.ts";
import { figuresOf } from "../src/tables-of.ts";
import { en } from "../src/words/en.ts";
import { sampleReport } from "./sample.ts";

const POPPLER = ["pdftotext", "pdfinfo", "pdffonts", "pdfdetach"].every((tool) =>
  (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, tool))),
);
if (!POPPLER) console.log("skipped: PDF files are not read back, for poppler-utils is not installed");

const evil = '中文 "#panic()\\ $x$ `y`';
const report = sampleReport({ rows: 1500, title: `Audit of ${evil}` });
const folder = mkdtempSync(join(tmpdir(), "auscult-pdf-"));
const file = join(folder, "report.pdf");
let bytes: Buffer;
beforeAll(async () => {
  const { files } = await render(report, "pdf");
  bytes = Buffer.from(files[0].content as Uint8Array);
  writeFileSync(file, bytes);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tool = (name: string, ...args: string[]): string =>
  execFileSync(name, [...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

test("PDF/A-3a: declared so, tagged, in its language, with words for every picture", () => {
  const text = bytes.toString("latin1");
  expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  expect(text).toMatch(/\/Lang\s*\(en\)/);
  expect(text).toMatch(/\/StructTreeRoot/);
  expect(text).not.toMatch(/\/Encrypt|\/JavaScript|\/Launch/);
});

test("the same report gives the same bytes", async () => {
  const { files } = await render(structuredClone(report), "pdf");
  expect(Buffer.from(files[0].content as Uint8Array).equals(bytes)).toBe(true);
}, 120_000);

describe.skipIf(!POPPLER)("read back", () => {
  test("its metadata are the report's, and every font is inside", () => {
    const info = tool("pdfinfo", "-isodates", file);
    expect(info).toContain(`Title:           ${printable(report.title)}`);
    expect(info).toMatch(/CreationDate: +2026-11-24T09:00:00Z/);
    expect(info).toMatch(/Tagged: {10}yes/);
    const fonts = tool("pdffonts", file).trimEnd().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
  });

  test("its text is the report's, in order, and says nothing that is not a value", () => {
    const text = tool("pdftotext", "-layout", file, "-").replaceAll(/\s+/g, " ");
    let from = 0;
    for (const { title } of documentOf(report, en)) {
      const at = text.indexOf(title, from);
      expect(at).toBeGreaterThan(-1);
      from = at;
    }
    for (const { number, figure } of figuresOf(documentOf(report, en)))
      expect(text).toContain(printable(`Figure ${number} ${figure.title.slice(0, 20)}`));
    expect(text).toContain(printable(evil));
    expect([...text.matchAll(/.{20}(\bundefined\b|\bNaN\b(?!")|\[object)/g)].map(([hit]) => hit)).toEqual([]);
  });

  test("each picture's words are in its tags", () => {
    const tags = tool("pdfinfo", "-struct", file);
    const panels = figuresOf(documentOf(report, en)).flatMap((f) => f.figure.panels);
    expect((tags.match(/^\s*Figure/gm) ?? []).length).toBeGreaterThanOrEqual(panels.length);
    expect((bytes.toString("latin1").match(/\/Alt[ (<]/g) ?? []).length).toBeGreaterThanOrEqual(panels.length);
    expect(tags).toMatch(/^\s*Table/m);
    expect(tags).toMatch(/^\s*TH/m);
    expect(tags).toMatch(/^\s*H1/m);
  });

  test("the report itself is attached, byte for byte", () => {
    const out = join(folder, "attached.json");
    tool("pdfdetach", "-save", "1", "-o", out, file);
    expect(readFileSync(out, "utf8") === reportJson(report)).toBe(true);
  });
});
