import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { locate, provenanceOf, readTable, tableFromRows } from "../src/index.ts";
import { checkUnchanged, openInput } from "../src/input.ts";
import { problemsOf, tempFolder, texts } from "./temp-folder.ts";

const folder = tempFolder();
const base = folder.path;

describe("several files", () => {
  mkdirSync(join(base, "parts/deep"), { recursive: true });
  folder.write("parts/b.csv", "id,sex\n3,mand\n4,\n");
  folder.write("parts/a.csv", "sex;id\nkvinde;1\nmand;2\n");
  folder.write("parts/deep/c.ndjson", '{"id":5,"sex":"x"}\n');
  folder.write("parts/.hidden.csv", "nothing of this\n");
  folder.write("parts/notes.txt", "nothing of this\n");

  it("reads a glob in the order of names, columns by name, and knows each row's place", async () => {
    const table = await readTable({ files: "parts/*.csv", base });
    expect(texts(table, "id")).toEqual(["1", "2", "3", "4"]);
    expect(texts(table, "sex")).toEqual(["kvinde", "mand", "mand", null]);
    expect(table.columns.get("sex")).toMatchObject({ levels: ["kvinde", "mand"] });
    expect([0, 1, 2, 3].map((row) => locate(table, row))).toEqual([
      { file: "parts/a.csv", row: 2 },
      { file: "parts/a.csv", row: 3 },
      { file: "parts/b.csv", row: 2 },
      { file: "parts/b.csv", row: 3 },
    ]);
    expect(() => locate(table, 4)).toThrow(RangeError);
  });

  it.each([
    ["parts/[b-z].csv", ["parts/b.csv"]],
    ["parts/{b,a}.csv", ["parts/a.csv", "parts/b.csv"]],
    ["parts/?.csv", ["parts/a.csv", "parts/b.csv"]],
    ["parts/**/*.{csv,ndjson}", ["parts/a.csv", "parts/b.csv", "parts/deep/c.ndjson"]],
    ["*/deep/*", ["parts/deep/c.ndjson"]],
  ])("finds %s", async (files, found) => {
    const table = await readTable({ files, base });
    expect(table.sources.map(({ file }) => file)).toEqual(found);
  });

  it("takes a name that exists for no pattern", async () => {
    const files = folder.write("cohort[1]{a,b}*.csv", "a\n1\n");
    expect((await readTable({ files, base })).rows).toBe(1);
  });

  it("reads a column that is a number in one file and text in another as text", async () => {
    const table = await readTable({ files: ["parts/deep/c.ndjson", "parts/b.csv"], base });
    expect(table.columns.get("id")).toEqual({
      kind: "text",
      codes: new Int32Array([0, 1, 2]),
      levels: ["5", "3", "4"],
    });
  });

  it("names the file that has other columns", async () => {
    folder.write("parts/wrong.ndjson", '{"id":5,"gender":"x"}\n');
    const problems = await problemsOf(readTable({ files: ["parts/a.csv", "parts/wrong.ndjson"], base }));
    expect(problems).toMatchObject([
      { code: "COLUMN_MISSING", where: { file: "parts/wrong.ndjson", column: "sex" } },
      { code: "COLUMN_MISSING", where: { file: "parts/a.csv", column: "gender" } },
    ]);
  });

  it("refuses a file named twice, however it is named", async () => {
    const problems = await problemsOf(readTable({ files: ["parts/a.csv", "parts/../parts/*.csv"], base }));
    expect(problems).toMatchObject([{ code: "FILE_REPEATED" }]);
  });
});

describe("files that cannot be used", () => {
  it("names the nearest file that exists", async () => {
    folder.write("cohort-2026.csv", "a\n1\n");
    const [problem] = await problemsOf(readTable({ files: "cohort_2026.csv", base }));
    expect(problem).toMatchObject({ code: "FILE_MISSING", where: { file: "cohort_2026.csv" } });
    expect(problem?.remedy).toContain('Did you mean "cohort-2026.csv"?');
  });

  it("reports every missing file at once", async () => {
    const problems = await problemsOf(readTable({ files: ["no.csv", "nowhere/no.csv", "no-*.csv"], base }));
    expect(problems.map(({ code, where }) => [code, where.file])).toEqual([
      ["FILE_MISSING", "no.csv"],
      ["FILE_MISSING", "nowhere/no.csv"],
      ["FILE_MISSING", "no-*.csv"],
    ]);
  });

  it.each([
    ["a folder", "parts", { code: "FILE_UNREADABLE", what: "this is a folder, not a file" }],
    ["an empty file", folder.write("empty.csv", ""), { code: "FILE_EMPTY" }],
    ["an empty gzip", folder.write("empty.csv.gz", gzipSync("")), { code: "FILE_EMPTY" }],
    [
      "a workbook",
      folder.write("sheet.csv", "PK\u0003\u0004rest"),
      { what: "the file is an Excel workbook or a zip archive" },
    ],
    [
      "a gzip of a gzip",
      folder.write("twice.gz", gzipSync(gzipSync("a,b\n1,2\n"))),
      { what: "the file is gzipped twice" },
    ],
    [
      "UTF-16",
      folder.write("utf16.csv", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le")),
      { what: "the file is text in UTF-16" },
    ],
    ["a page", folder.write("page.csv", "<html></html>"), { what: "the file is an XML or HTML document" }],
    ["one record", folder.write("one.json", '{\n"a": 1\n}'), { what: "the file is one JSON object" }],
    ["bytes", folder.write("bytes.csv", Buffer.from([1, 2, 0, 3])), { what: "the format of the file is not known" }],
    [
      "a damaged gzip",
      folder.write("bad.gz", Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5])),
      { code: "FILE_UNREADABLE", what: "the gzip file is damaged" },
    ],
  ])("%s", async (_, files, expected) => {
    const problems = await problemsOf(readTable({ files, base }));
    expect(problems).toMatchObject([{ code: "FORMAT_UNKNOWN", ...expected, where: { file: files } }]);
    expect(problems[0]?.remedy).not.toBe("");
  });

  it("a format declared that the file is not", async () => {
    const arrow = folder.write("really.csv", Buffer.from("ARROW1\0\0rest"));
    expect(await problemsOf(readTable({ files: arrow, base, format: "csv" }))).toMatchObject([
      { code: "FORMAT_UNKNOWN" },
    ]);
    const csv = folder.write("really.parquet", "a,b\n1,2\n");
    expect(await problemsOf(readTable({ files: csv, base, format: "parquet" }))).toMatchObject([
      { code: "FILE_UNREADABLE" },
    ]);
  });

  it("a file that changes between its hash and the end of the reading", async () => {
    const name = folder.write("moving.csv", "a\n1\n");
    const input = await openInput({ name, path: join(base, name) });
    await checkUnchanged(input);
    utimesSync(input.path, 1, 1);
    expect(await problemsOf(checkUnchanged(input))).toMatchObject([{ code: "FILE_CHANGED", where: { file: name } }]);
    folder.write(name, "a\n1\n2\n");
    expect(await problemsOf(checkUnchanged(input))).toMatchObject([{ code: "FILE_CHANGED" }]);
  });
});

describe("provenance", () => {
  it("identifies plan and inputs by their bytes, and what computed it by version; nothing of the host", async () => {
    const bytes = gzipSync("a\n1\n2\n");
    const table = await readTable({ files: folder.write("hashed.csv.gz", bytes), base });
    const plan = { file: "x.audit.yaml", sha256: "0".repeat(64) };
    const provenance = provenanceOf(table.sources, plan);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(provenance.files).toEqual([
      { ...plan, format: "plan" },
      { file: "hashed.csv.gz", sha256, bytes: bytes.length, rows: 2, format: "csv" },
    ]);
    const versions = new Map(provenance.versions.map(({ name, version }) => [name, version]));
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(versions.get("auscult")).toBe(version);
    expect(versions.get("node")).toBe(process.versions.node);
    expect(versions.get("@duckdb/node-api")).toMatch(/^\d+\.\d+/u);
    expect(versions.get("apache-arrow")).toMatch(/^\d+\.\d+/u);
    expect(provenanceOf(table.sources, plan)).toEqual(provenance);
    expect(provenanceOf([], undefined, [{ name: "system", version: "x" }]).versions.at(-1)?.name).toBe("system");
  });

  it("tells objects in memory apart by their values", () => {
    const of = (...rows: Record<string, unknown>[]) => tableFromRows(rows).sources[0]?.sha256;
    expect(of({ a: 1 })).toMatch(/^[0-9a-f]{64}$/u);
    expect(of({ a: 1 })).toBe(of({ a: 1 }));
    expect(new Set([of({ a: 1 }), of({ a: 2 }), of({ a: "1" }), of({ b: 1 }), of({ a: 1 }, { a: 1 })]).size).toBe(5);
  });
});
