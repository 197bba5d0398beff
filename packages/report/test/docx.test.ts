import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentOf } from "../src/document-of.ts";
import { unzip, zip } from "../src/docx/zip.ts";
import { render } from "../src/index.ts";
import { figuresOf } from "../src/tables-of.ts";
import { en } from "../src/words/en.ts";
import { sampleReport } from "./sample.ts";

const OFFICE = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));
if (OFFICE === undefined) console.log("skipped: DOCX files are not opened, for LibreOffice is not on this machine");

const report = sampleReport({ rows: 1500, title: `Audit <b>&"' \u0001 of` });
const folder = mkdtempSync(join(tmpdir(), "auscult-docx-"));
let bytes: Buffer;
beforeAll(async () => {
  const { files } = await render(report, "docx");
  bytes = Buffer.from(files[0].content);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const part = (name: string): string =>
  unzip(bytes)
    .find((e) => e.name === name)!
    .content.toString("utf8");

test("the same report gives the same bytes, whatever was rendered before", async () => {
  const { files } = await render(structuredClone(report), "docx");
  expect(Buffer.from(files[0].content).equals(bytes)).toBe(true);
}, 120_000);

test("every part is well-formed, and the archive is read back as it was written", () => {
  const entries = unzip(bytes);
  expect(zip(entries).equals(bytes)).toBe(true);
  for (const { name, content } of entries.filter((e) => /\.(xml|rels|svg)$/.test(e.name)))
    expect([name, unbalanced(content.toString("utf8"))]).toEqual([name, []]);
});

test("headings, tables with heads that repeat, and words for every picture; in its language", () => {
  const document = part("word/document.xml");
  for (const { title } of documentOf(report, en)) expect(document).toContain(`>${title.replaceAll("&", "&amp;")}<`);
  expect(document.match(/w:val="Heading1"/g)!.length).toBeGreaterThanOrEqual(documentOf(report, en).length);
  expect(document.match(/<w:tblHeader\/>/g)!.length).toBe(document.match(/<w:tbl>/g)!.length);
  const panels = figuresOf(documentOf(report, en)).flatMap((f) => f.figure.panels);
  expect(document.match(/<wp:docPr [^>]*descr="[^"]+"/g)!.length).toBe(panels.length);
  expect(document.match(/svgBlip/g)!.length).toBeGreaterThanOrEqual(panels.length);
  expect(part("word/styles.xml")).toContain('w:lang w:val="en-GB"');
  expect(part("docProps/core.xml")).toContain("2026-11-24T09:00:00Z");
  expect([...document.matchAll(/>[^<]*(\bundefined\b|\bNaN\b(?!&quot;)|\[object)[^<]*</g)].map(([hit]) => hit)).toEqual(
    [],
  );
});

test.skipIf(OFFICE === undefined)(
  "LibreOffice opens it",
  () => {
    const file = join(folder, "report.docx");
    writeFileSync(file, bytes);
    execFileSync(
      OFFICE!,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        folder,
        file,
      ],
      { stdio: "ignore", timeout: 170_000 },
    );
    const text = readFileSync(join(folder, "report.txt"), "utf8");
    for (const { title } of documentOf(report, en)) expect(text).toContain(title);
  },
  180_000,
);

/** Tags that do not close as they opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([A-Za-z_][\w:.-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g)) {
    if (self === "/") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}
