import { REPORT_FORMATS } from "@auscult/core";
import { beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "../src/document-of.ts";
import { csvLine } from "../src/csv/cell.ts";
import { FORMATS, type RenderedFile, render } from "../src/index.ts";
import { escapeMarkdown } from "../src/markdown/text.ts";
import { figuresOf, tablesOf } from "../src/tables-of.ts";
import { en } from "../src/words/en.ts";
import { sampleReport } from "./sample.ts";

const report = sampleReport({ rows: 3000 });
const sections = documentOf(report, en);

const named = (files: readonly RenderedFile[], name: string): string => {
  const file = files.find((f) => f.name === name);
  if (file === undefined) throw new Error(`no file ${name} among ${files.map((f) => f.name).join(", ")}`);
  return String(file.content);
};
const duplicates = (names: readonly string[]): string[] => names.filter((n, i) => names.indexOf(n) !== i);

test("the plan's formats are those that there are", () => {
  expect(REPORT_FORMATS.filter((f) => !FORMATS.includes(f))).toEqual([]);
  expect([...FORMATS].sort()).toEqual([...REPORT_FORMATS].sort());
});

describe("csv", () => {
  let files: readonly RenderedFile[];
  beforeAll(async () => {
    ({ files } = await render(report, "csv"));
  });

  test("has every table of the report, and the results with all their digits", () => {
    const names = files.map((f) => f.name);
    expect(duplicates(names)).toEqual([]);
    for (const { name } of tablesOf(sections)) expect(names).toContain(`tables/${name}.csv`);
    const index = named(files, "tables/index.csv").trimEnd().split("\r\n");
    expect(index).toHaveLength(files.length);
    const estimates = named(files, "tables/results/estimates.csv").trimEnd().split("\r\n");
    expect(estimates).toHaveLength(report.estimates.length + 1);
    expect(estimates[1]).toContain(String(report.estimates[0]?.value));
    expect(named(files, "tables/results/contrasts.csv").trimEnd().split("\r\n")).toHaveLength(
      report.contrasts.length + 1,
    );
  });

  test("what a spreadsheet would run is text", () => {
    expect(
      csvLine(["=1+1", "@SUM(A1)", "-2+3", "+4 to 5", "\t=1", " =1", "-5", "+0.3", "a,b", 'say "x"', -1.5, null]),
    ).toBe(`'=1+1,'@SUM(A1),'-2+3,'+4 to 5,'\t=1,' =1,-5,+0.3,"a,b","say ""x""",-1.5,\r\n`);
    for (const { content } of files)
      for (const line of String(content).replace("\uFEFF", "").split("\r\n"))
        expect(line).not.toMatch(/(^|,)"?([=@]|[+-](?!\d+(\.\d+)?(e[+-]?\d+)?(,|$)))/);
  });
});

describe("markdown", () => {
  test("escapes what a name could do", () => {
    expect(escapeMarkdown("<b>&[x](javascript:y)|*_`\n# z")).toBe(
      String.raw`&lt;b&gt;&amp;\[x\](javascript:y)\|\*\_\` # z`,
    );
    expect(escapeMarkdown("# heading")).toBe(String.raw`\# heading`);
    expect(escapeMarkdown("1. item")).toBe(String.raw`1\. item`);
    expect(escapeMarkdown("0.95 is a number")).toBe("0.95 is a number");
  });

  test("has every section and figure, and each picture lies where it points", async () => {
    const { files } = await render(report, "markdown");
    const text = named(files, "report.md");
    expect(sections.filter(({ title }) => !text.includes(`\n## ${escapeMarkdown(title)}\n`))).toEqual([]);
    const pictures = [...text.matchAll(/!\[[^\n]+\]\(([^)]+\.svg)\)/g)].map(([, path]) => path);
    expect(pictures.length).toBe(figuresOf(sections).reduce((n, f) => n + f.figure.panels.length, 0));
    expect(pictures.filter((path) => files.every((f) => f.name !== path))).toEqual([]);
    expect([...text.matchAll(/.{20}(\bundefined\b|\bNaN\b|\[object)/g)].map(([hit]) => hit)).toEqual([]);
  });
});

describe("charts", () => {
  test("each panel as specification, SVG and PNG, with its numbers and its words", async () => {
    const { files } = await render(report, "charts");
    const { figures } = JSON.parse(named(files, "charts/index.json")) as {
      figures: { data: string; panels: { alt: string; vegaLite: string; svg: string; png: string }[] }[];
    };
    expect(figures).toHaveLength(figuresOf(sections).length);
    expect(duplicates(files.map((f) => f.name))).toEqual([]);
    for (const { data, panels } of figures) {
      expect(named(files, data).split("\r\n").length).toBeGreaterThan(2);
      for (const { alt, vegaLite, svg, png } of panels) {
        const spec = JSON.parse(named(files, vegaLite)) as { description: string; datasets: object };
        expect(spec.description).toBe(alt);
        expect(Object.keys(spec.datasets).length).toBeGreaterThan(0);
        expect(named(files, svg)).toMatch(/^<svg role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
        const picture = files.find((f) => f.name === png)!.content as Uint8Array;
        expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe("PNG");
        expect(picture.length).toBeGreaterThan(4000);
      }
    }
  });
});
