import { DuckDBInstance } from "@duckdb/node-api";
import {
  Bool,
  DateDay,
  Dictionary,
  Int32,
  Int64,
  RecordBatchStreamWriter,
  Table as ArrowTable,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { locate, readTable, tableFromArrow, tableFromRows } from "../src/index.ts";
import { problemsOf, tempFolder, texts } from "./temp-folder.ts";

const folder = tempFolder();
const base = folder.path;

/** What every format must give back; identifiers differ only beyond what a double holds. */
const expected: Record<string, (string | null)[]> = {
  id: ["9007199254740992", "9007199254740993", "-9007199254740993", "1"],
  score: ["0.25", null, "0.1", "1e-7"],
  sex: ["kvinde", null, "mand", 'æ "ø", å'],
  admitted: ["true", "false", null, "true"],
  day: ["2026-03-01", "2026-02-28", null, "1969-12-31"],
  age: ["40", "65", null, "0"],
};
const columns = [
  { name: "id", as: "text" },
  { name: "score", as: "number" },
  { name: "sex" },
  { name: "admitted" },
  { name: "day" },
  { name: "age" },
] as const;

const names = Object.keys(expected);
const numeric = new Set(["score", "age"]);

function records(write: (name: string, value: string | null) => string): string[] {
  return [0, 1, 2, 3].map((row) => names.map((name) => write(name, expected[name]?.[row] ?? null)).join(","));
}

function arrowTable(): ArrowTable {
  const column = <T>(name: string, read: (text: string) => T): (T | null)[] =>
    (expected[name] ?? []).map((text) => (text === null ? null : read(text)));
  return new ArrowTable({
    id: vectorFromArray(column("id", BigInt), new Int64()),
    score: vectorFromArray(column("score", Number)),
    sex: vectorFromArray(column("sex", String), new Dictionary(new Utf8(), new Int32())),
    admitted: vectorFromArray(
      column("admitted", (text) => text === "true"),
      new Bool(),
    ),
    day: vectorFromArray(
      column("day", (text) => new Date(text)),
      new DateDay(),
    ),
    age: vectorFromArray(column("age", Number), new Int32()),
  });
}

const json = (name: string, value: string | null): string =>
  `${JSON.stringify(name)}:${value === null || numeric.has(name) || name === "id" || name === "admitted" ? value : JSON.stringify(value)}`;

const content: Record<string, Uint8Array> = {
  csv: Buffer.from(
    [names.join(","), ...records((_, value) => (value === null ? "" : `"${value.replaceAll('"', '""')}"`))].join("\n"),
  ),
  json: Buffer.from(
    `[${records(json)
      .map((record) => `{${record}}`)
      .join(",\n")}]`,
  ),
  ndjson: Buffer.from(
    records(json)
      .map((record) => `{${record}}\n`)
      .join(""),
  ),
  arrow: tableToIPC(arrowTable(), "file"),
  arrows: tableToIPC(arrowTable(), "stream"),
};

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const types: Record<string, string> = {
    id: "BIGINT",
    score: "DOUBLE",
    admitted: "BOOLEAN",
    day: "DATE",
    age: "INTEGER",
  };
  const rows = [0, 1, 2, 3].map((row) => {
    const cells = names.map((name) => {
      const value = expected[name]?.[row] ?? null;
      return `${value === null ? "NULL" : `'${value}'`}::${types[name] ?? "VARCHAR"}`;
    });
    return `(${cells.join(", ")})`;
  });
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(", ")}) AS t(${names.join(", ")})) TO '${join(base, "[odd] n''ame.parquet")}'`,
  );
  connection.closeSync();
  instance.closeSync();
  content["parquet"] = readFileSync(join(base, "[odd] n'ame.parquet"));
});

function textsOf(table: Parameters<typeof texts>[0]): Record<string, (string | null)[]> {
  return Object.fromEntries(names.map((name) => [name, texts(table, name)]));
}

describe("every format", () => {
  it.each(["csv", "json", "ndjson", "arrow", "arrows", "parquet"])(
    "%s reads the same, gzipped or not",
    async (format) => {
      for (const gzip of [false, true]) {
        const bytes = content[format] ?? new Uint8Array();
        const files = folder.write(`cohort.${format}${gzip ? ".gz" : ""}`, gzip ? gzipSync(bytes) : bytes);
        const table = await readTable({ files, base, columns });
        expect(textsOf(table)).toEqual(expected);
        expect(table.columns.get("score")?.kind).toBe("number");
        expect(table.columns.get("id")?.kind).toBe("text");
        expect(table.sources).toMatchObject([
          { file: files, format: format === "arrows" ? "arrow" : format, gzip, rows: 4 },
        ]);
        expect(locate(table, 3)).toEqual({ file: files, row: format === "csv" ? 5 : 4 });
      }
    },
  );

  it("keeps identifiers apart even where they were not asked for as text", async () => {
    for (const format of ["json", "ndjson", "arrow", "arrows", "parquet"]) {
      const table = await readTable({ files: folder.write(`all.${format}`, content[format] ?? ""), base });
      expect(texts(table, "id")).toEqual(expected["id"]);
      expect(table.columns.get("age")?.kind).toBe("number");
    }
  });

  it("finds a Parquet file whose name holds pattern characters", async () => {
    const table = await readTable({ files: "[odd] n'ame.parquet", base, columns });
    expect(textsOf(table)).toEqual(expected);
  });

  it("makes numbers missing that are written like a missing text", async () => {
    for (const format of ["json", "arrow", "parquet"]) {
      const files = folder.write(`missing.${format}`, content[format] ?? "");
      const table = await readTable({ files, base, missing: ["65", "mand"] });
      expect(texts(table, "age")).toEqual(["40", null, null, "0"]);
      expect(texts(table, "sex")).toEqual(["kvinde", null, null, 'æ "ø", å']);
    }
  });
});

describe("any texts and identifiers written as JSON", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 10 }),
    fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", ":", "1", "\n", "æ"), maxLength: 10 }),
    fc.bigInt({ min: 10n ** 16n }).map(String),
  );
  const record = fc.record({
    text,
    id: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });

  it("read back identically", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), fc.boolean(), async (rows, lines) => {
        const written = rows.map(
          ({ text, id, number }) =>
            `{"te\\"xt": ${JSON.stringify(text)}, "id":${id}, "number" :${JSON.stringify(number)}}`,
        );
        const files = folder.write("any.json", lines ? written.join("\n") : `[${written.join(",")}]`);
        const table = await readTable({
          files,
          base,
          missing: [],
          columns: [{ name: 'te"xt' }, { name: "id", as: "text" }, { name: "number" }],
        });
        expect(texts(table, 'te"xt')).toEqual(rows.map(({ text }) => text));
        expect(texts(table, "id")).toEqual(rows.map(({ id }) => String(id)));
        expect(texts(table, "number")).toEqual(rows.map(({ number }) => String(number)));
      }),
      { numRuns: 100 },
    );
  });
});

describe("objects in memory", () => {
  it("reads rows like a file of them", () => {
    const rows = [0, 1, 2, 3].map((row) => ({
      id: BigInt(expected["id"]?.[row] ?? 0),
      score: [0.25, Number.NaN, 0.1, 1e-7][row],
      sex: expected["sex"]?.[row],
      admitted: [true, false, undefined, true][row],
      day: expected["day"]?.[row],
      ...(row === 2 ? {} : { age: Number(expected["age"]?.[row]) }),
    }));
    const table = tableFromRows(rows, { columns });
    expect(textsOf(table)).toEqual(expected);
    expect(table.sources).toEqual([
      { file: "data", format: "memory", gzip: false, rows: 4, firstRow: 1, sha256: table.sources[0]?.sha256 },
    ]);
  });

  it("writes dates and times as ISO texts", () => {
    const at = new Date("2026-03-01T12:00:10.500Z");
    expect(texts(tableFromRows([{ at }, { at: new Date(0) }]), "at")).toEqual([
      "2026-03-01T12:00:10.5Z",
      "1970-01-01T00:00:00Z",
    ]);
  });

  it("reads an Arrow table, and a slice of it", () => {
    const table = arrowTable();
    expect(textsOf(tableFromArrow(table, { columns }))).toEqual(expected);
    const slice = Object.fromEntries(names.map((name) => [name, (expected[name] ?? []).slice(1, 3)]));
    expect(textsOf(tableFromArrow(table.slice(1, 3), { columns }))).toEqual(slice);
  });

  it("refuses lists and structures, and no rows", () => {
    expect(() => tableFromRows([{ a: 1 }, { a: [2] }])).toThrow('data, row 2, column "a": the value is a list');
    expect(() => tableFromRows([])).toThrow("there are no rows");
    expect(() => tableFromRows([{ a: 1 }], { columns: [{ name: "b" }] })).toThrow("no such column");
  });
});

describe("Arrow files that other programs wrote", () => {
  it.each(["polars-lz4.arrow", "polars-zstd.arrows", "pyarrow-lz4.arrow", "pyarrow-zstd.arrow"])("%s", async (file) => {
    const table = await readTable({ files: file, base: join(import.meta.dirname, "foreign") });
    const rows = Array.from({ length: 20_000 }, (_, i) => i);
    expect(texts(table, "number")).toEqual(rows.map((i) => (i % 7 === 0 ? null : String((i % 4) / 4))));
    expect(texts(table, "text")).toEqual(rows.map((i) => (i % 5 === 0 ? null : ["kvinde", "mand", "ændret"][i % 3])));
  });

  it("reads a dictionary that changes from batch to batch", async () => {
    const type = new Dictionary(new Utf8(), new Int32());
    const batch = (values: string[]) => new ArrowTable({ sex: vectorFromArray(values, type) }).batches;
    const writer = new RecordBatchStreamWriter();
    for (const values of [["a", "b"], ["c", "a"], ["b"]]) for (const each of batch(values)) writer.write(each);
    writer.finish();
    const files = folder.write("deltas.arrows", await writer.toUint8Array());
    expect(texts(await readTable({ files, base }), "sex")).toEqual(["a", "b", "c", "a", "b"]);
  });
});

describe("files that are cut off or damaged", () => {
  const unreadable = [{ code: "FILE_UNREADABLE" }];
  it.each(["json", "arrow", "arrows", "parquet"])("%s cut off anywhere", async (format) => {
    const bytes = content[format] ?? new Uint8Array();
    for (const length of [bytes.length - 1, bytes.length - 8, bytes.length - 20, Math.floor(bytes.length / 2), 20]) {
      const files = folder.write(`cut.${format}`, bytes.slice(0, length));
      const problems = await problemsOf(readTable({ files, base, columns }));
      expect(problems).toMatchObject(unreadable);
      expect(problems[0]?.where.file).toBe(files);
    }
  });

  it.each(["csv", "json", "ndjson", "arrow", "arrows", "parquet"])("%s in a gzip that is cut off", async (format) => {
    const bytes = gzipSync(content[format] ?? "");
    const files = folder.write(`cut.${format}.gz`, bytes.subarray(0, bytes.length - 9));
    expect(await problemsOf(readTable({ files, base, columns }))).toMatchObject(unreadable);
  });

  it("a Parquet file with wrong bytes inside", async () => {
    const bytes = Uint8Array.from(content["parquet"] ?? []).fill(0xff, 4, 40);
    const problems = await problemsOf(readTable({ files: folder.write("damaged.parquet", bytes), base, columns }));
    expect(problems).toMatchObject(unreadable);
    expect(JSON.stringify(problems)).not.toMatch(/Error|\bat\b.*\.js|LINE 1/u);
  });

  it("NDJSON with a line that is no record, an empty line, or text that is not UTF-8", async () => {
    const line = '{"a":1}\n';
    for (const [name, lines, row] of [
      ["cut", `${line}${line}{"a":`, 3],
      ["empty", `${line}\n${line}`, 2],
      ["list", `${line}[1]\n`, 2],
      ["latin", Buffer.concat([Buffer.from(`${line}{"a":"`), Buffer.from([0xe6]), Buffer.from('"}\n')]), 2],
    ] as const) {
      const files = folder.write(`${name}.ndjson`, lines);
      const problems = await problemsOf(readTable({ files, base }));
      expect(problems).toMatchObject([{ where: { file: files, row } }]);
    }
  });

  it("a JSON record with a key twice", async () => {
    const files = folder.write("twice.json", '[{"a":1,"b":2,"a":3}]');
    expect(await problemsOf(readTable({ files, base }))).toMatchObject([
      { code: "COLUMN_DUPLICATE", where: { column: "a" } },
    ]);
  });

  it("columns without rows", async () => {
    for (const [name, bytes] of [
      ["none.json", "[]"],
      ["none.arrow", tableToIPC(tableFromIPC(content["arrow"] ?? []).slice(0, 0), "file")],
    ] as const) {
      const files = folder.write(name, bytes);
      expect(await problemsOf(readTable({ files, base }))).toMatchObject([{ code: "NO_ROWS" }]);
    }
  });
});
