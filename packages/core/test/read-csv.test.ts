import * as fc from "fast-check";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { locate, readTable, toNumbers } from "../src/index.ts";
import { problemsOf, tempFolder, texts } from "./temp-folder.ts";

const folder = tempFolder();
const base = folder.path;
let files = 0;

function write(content: string | Uint8Array, name = `t${files++}.csv`): string {
  return folder.write(name, content);
}

async function read(content: string | Uint8Array, options: object = {}) {
  return readTable({ files: write(content), base, ...options });
}

describe("a CSV as programs write it", () => {
  it("reads quoted delimiters, quotes and line breaks, and counts a quoted line break as no row", async () => {
    const table = await read('id,note\n1,"a, ""b""\r\nc"\n2,plain\n');
    expect(texts(table, "note")).toEqual(['a, "b"\r\nc', "plain"]);
    expect(locate(table, 1)).toEqual({ file: "t0.csv", row: 3 });
    expect(table.sources).toMatchObject([
      { format: "csv", gzip: false, rows: 2, firstRow: 2, csv: { delimiter: "," } },
    ]);
    expect(table.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each([",", ";", "\t", "|"])("sniffs the delimiter %j", async (delimiter) => {
    const table = await read(`id${delimiter}sex\n1${delimiter}f\n2${delimiter}m`);
    expect(texts(table, "sex")).toEqual(["f", "m"]);
    expect(table.sources[0].csv?.delimiter).toBe(delimiter);
  });

  it("reads a Danish export: semicolons, decimal commas, æøå, with or without byte order mark", async () => {
    const text = "løbenr;køn;risiko;udgift\r\n1;kvinde;0,25;1.200\r\n2;mand;0,5;900\r\n3;kvinde;;-12,5\r\n";
    const latin = Buffer.from(text, "latin1");
    for (const bytes of [Buffer.from(text), latin, Buffer.from(`\uFEFF${text}`)]) {
      const table = await read(bytes);
      expect(texts(table, "køn")).toEqual(["kvinde", "mand", "kvinde"]);
      expect(toNumbers(table, "risiko")).toEqual({ values: new Float64Array([0.25, 0.5, Number.NaN]), problems: [] });
      expect(table.sources[0].csv).toEqual({
        delimiter: ";",
        decimal: ",",
        encoding: bytes === latin ? "latin-1" : "utf-8",
      });
      const { problems } = toNumbers(table, "udgift");
      expect(problems).toMatchObject([{ code: "VALUE_INVALID", where: { row: 2, column: "udgift" }, seen: "1.200" }]);
    }
  });

  it("reads letters that Windows adds to Latin-1", async () => {
    const table = await read(Uint8Array.from([...Buffer.from("a,b\n1,"), 0x80, 0x20, 0xe6, 0x0a]));
    expect(texts(table, "b")).toEqual(["\u20AC æ"]);
    expect(table.sources[0]?.csv?.encoding).toBe("windows-1252");
  });

  it("reads Excel's line that names the delimiter", async () => {
    const table = await read("sep=|\na,b|c\n1,2|3\n");
    expect([...table.columns.keys()]).toEqual(["a,b", "c"]);
    expect(locate(table, 0).row).toBe(3);
  });

  it("keeps long identifiers and leading zeros apart", async () => {
    const table = await read("id,x\n9007199254740993,1\n9007199254740992,1\n007,1\n7,1\n");
    expect(new Set(texts(table, "id")).size).toBe(4);
  });

  it("makes the missing texts missing, in text and in numbers", async () => {
    const missing = ["", "NA", "ukendt å", "-999"];
    const columns = [{ name: "a" }, { name: "b", as: "number" }] as const;
    const table = await read("a,b\nNA,-999\nukendt å,1\n,ukendt å\nna,\n", { missing, columns });
    expect(texts(table, "a")).toEqual([null, null, null, "na"]);
    expect(texts(table, "b")).toEqual([null, "1", null, null]);
    expect(table.columns.get("a")).toMatchObject({ levels: ["na"] });
  });

  it("reads only the columns asked for, in the order asked", async () => {
    const table = await read("a,b,c\n1,2,3\n", { columns: [{ name: "c" }, { name: "a" }] });
    expect([...table.columns.keys()]).toEqual(["c", "a"]);
  });

  it("takes an empty line at the end for nothing, and in a file of one column for a missing value", async () => {
    expect((await read("a,b\n1,2\n\n\n")).rows).toBe(1);
    expect(texts(await read("a\n1\n\n2\n"), "a")).toEqual(["1", null, "2"]);
  });

  it("reads a gzip like the file in it", async () => {
    const text = "a,b\n1,x\n2,y\n";
    const table = await readTable({ files: write(gzipSync(text), "t.csv.gz"), base });
    expect(texts(table, "b")).toEqual(["x", "y"]);
    expect(table.sources[0].gzip).toBe(true);
  });
});

describe("numbers", () => {
  it("reads every double as JavaScript does", async () => {
    const double = fc.double({ noDefaultInfinity: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(double, { minLength: 1 }), async (values) => {
        const lines = values.flatMap((value) => [String(value), value.toFixed(4), value.toExponential(16)]);
        const table = await readTable({
          files: write(`a,b\n${lines.map((line) => `${line},x\n`).join("")}`, "doubles.csv"),
          base,
          columns: [{ name: "a", as: "number" }],
        });
        expect(table.columns.get("a")).toEqual({ kind: "number", values: Float64Array.from(lines, Number) });
      }),
      { numRuns: 50 },
    );
  });

  it.each(["1,5", "12 mg", "1e", "0x10", "Inf", "1.2.3", "--1", ".", "1 000", "1e999", "١"])(
    "does not read %j, whether at once or later",
    async (text) => {
      const csv = { delimiter: ";" };
      const content = `a;b\n0.5;x\n${text};y\n${text};y\n`;
      const columns = [{ name: "a", as: "number" }] as const;
      const atOnce = await problemsOf(read(content, { csv: { ...csv, decimal: "." }, columns }));
      const later = toNumbers(await read(content, { csv }), "a", { decimal: "." });
      expect(atOnce).toMatchObject([
        { code: "VALUE_INVALID", where: { row: 3, column: "a" }, seen: text },
        { seen: text },
      ]);
      expect(later.problems.map(({ where, ...rest }) => ({ ...rest, row: where.row }))).toEqual(
        atOnce.map(({ where, ...rest }) => ({ ...rest, row: where.row })),
      );
      expect(later.values).toEqual(new Float64Array([0.5, Number.NaN, Number.NaN]));
    },
  );

  it("does not guess whether 1,234 is a thousand", async () => {
    const columns = [{ name: "a", as: "number" }] as const;
    const [problem] = await problemsOf(read("a;b\n1,234;x\n", { columns }));
    expect(problem).toMatchObject({ code: "VALUE_INVALID", seen: "1,234" });
    expect(problem.remedy).toContain("data.csv.decimal");
    const declared = await read("a;b\n1,234;x\n", { columns, csv: { decimal: "," } });
    expect(texts(declared, "a")).toEqual(["1.234"]);
  });

  it("does not show what looks like a person's number", async () => {
    const content = "cpr,x\n010203-1234,1\n";
    const [problem] = await problemsOf(read(content, { columns: [{ name: "cpr", as: "number" }] }));
    expect(problem).toMatchObject({ code: "VALUE_INVALID", where: { row: 2, column: "cpr" } });
    expect(JSON.stringify(problem)).not.toContain("1234");
  });

  it("tells the first five bad rows and counts the others", async () => {
    const content = `a,b\n${"x,1\n".repeat(8)}`;
    const problems = await problemsOf(read(content, { columns: [{ name: "a", as: "number" }] }));
    expect(problems.map(({ where }) => where.row)).toEqual([2, 3, 4, 5, 6, undefined]);
    expect(problems[5].what).toBe("3 more rows hold values that are not numbers");
  });
});

describe("any texts written as CSV", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('"', ",", ";", "\n", "\r", "\t", " ", "=", "æ", "|", "\uFEFF", "0"),
      maxLength: 8,
    }),
    fc.constantFrom("=1+1", "@SUM(A1)", "-2+3", "+cmd|' /C calc'!A0", "NULL", '""', "\r\n", "'"),
  );
  const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(hostile, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }),
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      endsWithLineEnd: fc.boolean(),
      bom: fc.boolean(),
    }),
  );

  it("read back identically", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ rows, delimiter, end, endsWithLineEnd, bom }) => {
        const width = rows[0].length;
        const names = Array.from({ length: width }, (_, k) => `c${k}`);
        const quote = (text: string, k: number): string =>
          /["\r\n,;\t|\uFEFF]/u.test(text) || (k === 0 && text === "") ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = [names, ...rows].map((row) => row.map(quote).join(delimiter));
        const content = `${bom ? "\uFEFF" : ""}${lines.join(end)}${endsWithLineEnd ? end : ""}`;
        const files = write(content, "hostile.csv");
        const table = await readTable({
          files,
          base,
          format: "csv",
          csv: { delimiter, encoding: "utf-8" },
          missing: [],
        });
        expect(names.map((name) => texts(table, name))).toEqual(names.map((_, k) => rows.map((row) => row[k])));
      }),
      { numRuns: 150 },
    );
  });

  it("read the same in whatever pieces the file comes", async () => {
    const long = "x".repeat(1 << 19);
    const rows = Array.from({ length: 9 }, (_, i) => [`"${long}""\r\n${i}"`, `${i}`]);
    const content = `a,b\r\n${rows.map((row) => row.join(",")).join("\r\n")}`;
    const table = await read(content);
    expect(texts(table, "a")).toEqual(rows.map((_, i) => `${long}"\r\n${i}`));
    expect(texts(table, "b")).toEqual(rows.map((_, i) => `${i}`));
  });
});

describe("a CSV that cannot be used", () => {
  const malformed = { code: "CSV_MALFORMED" };
  it.each([
    [
      "a field too many",
      "a,b\n1,2\n3,4,5\n",
      { ...malformed, where: { row: 3 }, what: "3 fields where the header has 2" },
    ],
    [
      "a field too few",
      'a,b\n"1\n",2\n3\n',
      { ...malformed, where: { row: 3 }, what: "1 field where the header has 2" },
    ],
    ["an empty line", "a,b\n1,2\n\n3,4\n", { ...malformed, where: { row: 3 } }],
    ["an unclosed quote", 'a,b\n1,2\n3,"4\n5,6\n', { ...malformed, where: { row: 3 } }],
    ["text after a quote", 'a,b\n1,2\n3,"4"5\n', { ...malformed, where: { row: 3 } }],
    ["two likely delimiters", "a,b;c\n1,2;3\n", malformed],
    ["an empty first line", "\na,b\n1,2\n", malformed],
    ["a header and no rows", "a,b\n", { code: "NO_ROWS" }],
    ["a header without line end", "a,b", { code: "NO_ROWS" }],
    ["nothing", "", { code: "FILE_EMPTY" }],
    ["nothing but line ends", "\n\n \n", { code: "FILE_EMPTY" }],
  ])("%s", async (_, content, expected) => {
    const problems = await problemsOf(read(content));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(expected);
  });

  it("names the row and column of a value that is not UTF-8, never its text", async () => {
    const content = Buffer.concat([Buffer.from("a,b\n1,æ\n2,secret"), Buffer.from([0xe6]), Buffer.from("\n")]);
    const [problem] = await problemsOf(read(content));
    expect(problem).toMatchObject({ code: "ENCODING_INVALID", where: { row: 3, column: "b" } });
    expect(JSON.stringify(problem)).not.toContain("secret");
  });

  it("reports every missing column at once, with the nearest name", async () => {
    const columns = [{ name: "risk_scroe", planPath: "score.column" }, { name: "deth" }];
    const problems = await problemsOf(read("risk_score,death\n1,0\n", { columns }));
    expect(problems).toMatchObject([
      { code: "COLUMN_MISSING", where: { column: "risk_scroe", planPath: "score.column" } },
      { code: "COLUMN_MISSING", where: { column: "deth" } },
    ]);
    expect(problems[0].remedy).toContain('Did you mean "risk_score"?');
  });

  it("refuses a name that two columns bear, unless neither is read", async () => {
    expect(await problemsOf(read("a,b,a\n1,2,3\n"))).toMatchObject([
      { code: "COLUMN_DUPLICATE", where: { column: "a" } },
    ]);
    expect(texts(await read("a,b,a\n1,2,3\n", { columns: [{ name: "b" }] }), "b")).toEqual(["2"]);
  });
});

describe("a long CSV", () => {
  it("is read in a few microseconds a row", async () => {
    const rows = 200_000;
    const line = (i: number): string =>
      `p${i};${String((i * 0.6180339887) % 1).replace(".", ",")};${i % 2};${i % 3 ? "kvinde" : "mand"};${i % 97}\n`;
    const files = write(`id;risk;event;sex;age\n${Array.from({ length: rows }, (_, i) => line(i)).join("")}`);
    const columns = [
      { name: "id", as: "text" },
      { name: "risk", as: "number" },
      { name: "event" },
      { name: "sex" },
      { name: "age", as: "number" },
    ] as const;
    const before = process.cpuUsage();
    const table = await readTable({ files, base, columns });
    const { user, system } = process.cpuUsage(before);
    expect(table.rows).toBe(rows);
    expect(table.columns.get("sex")).toMatchObject({ levels: ["mand", "kvinde"] });
    const age = table.columns.get("age");
    expect(age?.kind === "number" && age.values.reduce((sum, value) => sum + value, 0)).toBe(
      Array.from({ length: rows }, (_, i) => i % 97).reduce((sum, value) => sum + value, 0),
    );
    expect((user + system) / rows).toBeLessThan(15);
  });
});
