import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { AuditError, type AuditPlan, type Counted, ENGINES, type PlanInput } from "../src/index.ts";
import { type Row, rows } from "./support/arbitrary-rows.ts";
import { planOf } from "./support/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "auscult-engines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [memory, ...others] = ENGINES;

/** Names that a careless SELECT would stumble over. */
const NAMES = {
  p: 'p"; DROP TABLE rows; --',
  y: "select",
  sex: "Sex",
  age: "sex",
  site: "n0",
  id: "pa'tient",
  w: "row_number",
  cost: "é, %&",
} as const;

const base: Partial<PlanInput> = {
  data: { source: "rows.csv", missing: ["", "NA"] },
  score: { column: NAMES.p, kind: "probability", direction: "higher-is-riskier" },
  outcome: { column: NAMES.y, positive: 1, description: "E" },
  patient: NAMES.id,
  weight: NAMES.w,
  site: NAMES.site,
  labels: { cost: { column: NAMES.cost, label: "Cost" } },
  subgroups: [
    { id: "sex", column: NAMES.sex },
    { id: "age", column: NAMES.age, bands: [40, 65] },
    { id: "ages", column: NAMES.age },
  ],
};
const plan = planOf(base);

function csvOf(of: readonly Row[], { text = String, decimal = "." } = {}): string {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const delimiter = decimal === "," ? ";" : ",";
  const cell = (value: string | number | undefined, i: number) => {
    if (value === undefined || Number.isNaN(value)) return i % 2 === 0 ? "" : "NA";
    const written = (Object.is(value, -0) ? "-0.0" : text(value)).replace(".", decimal);
    return quote(written);
  };
  const keys = Object.keys(NAMES) as (keyof Row)[];
  const lines = of.map((row, i) => keys.map((key) => cell(row[key], i)).join(delimiter));
  return `${[Object.values(NAMES).map(quote).join(delimiter), ...lines].join("\n")}\n`;
}

/** What memory answers, and what every other engine does. Weights and labels are sums of powers of two, so that they too are exact. */
async function answersTo(of: AuditPlan): Promise<{ readonly expected: Counted; readonly answers: readonly Counted[] }> {
  const expected = await memory.count(of, folder);
  const answers = [];
  for (const engine of others) answers.push(await engine.count(of, folder));
  return { expected, answers };
}

describe("every engine answers the same tally as memory", () => {
  const takes: PlanInput["unitOfAnalysis"][] = [
    { unit: "prediction", take: "all" },
    { unit: "patient", take: "all", by: NAMES.id },
    { unit: "patient", take: "highest", by: NAMES.id },
    { unit: "patient", take: "first", by: NAMES.id, orderBy: NAMES.w },
    { unit: "patient", take: "last", by: NAMES.id, orderBy: NAMES.w },
  ];
  it.each(takes)("$take per $unit", async (unitOfAnalysis) => {
    const [sample] = fc.sample(rows(200), { seed: 1, numRuns: 1 });
    await fc.assert(
      fc.asyncProperty(rows(200), async (of) => {
        writeFileSync(join(folder, "rows.csv"), csvOf(of));
        const { expected, answers } = await answersTo(planOf({ ...base, unitOfAnalysis }));
        for (const answer of answers) expect(answer).toEqual(expected);
      }),
      { numRuns: 2, examples: [[sample ?? []]] },
    );
  });

  it("lower is riskier; an ordinal score; no patient, weight, site or label", async () => {
    const [of = []] = fc.sample(rows(200), { seed: 2, numRuns: 1 });
    writeFileSync(join(folder, "rows.csv"), csvOf([...of, { ...of[0], p: 0.9 }]));
    const low = { ...plan.score, direction: "lower-is-riskier" as const };
    const { patient, weight, site, labels, ...bare } = plan;
    expect([patient, weight, site, labels]).not.toContain(undefined);
    for (const other of [{ ...plan, score: low }, { ...plan, score: { ...low, kind: "ordinal" as const } }, bare]) {
      const { expected, answers } = await answersTo(other);
      for (const answer of answers) expect(answer).toEqual(expected);
    }
  });

  it("several files, a decimal comma, numbers written in other ways", async () => {
    const [a = [], b = []] = fc.sample(rows(80), { seed: 3, numRuns: 2 });
    const text = (value: string | number) =>
      typeof value === "number" && value % 1 === 0 ? value.toFixed(1) : String(value);
    writeFileSync(join(folder, "a.csv"), csvOf(a, { text, decimal: "," }));
    writeFileSync(join(folder, "b [1]*.csv"), csvOf(b, { decimal: "," }));
    const { expected, answers } = await answersTo({
      ...plan,
      data: { ...plan.data, source: ["a.csv", "b [1]*.csv"], csv: { decimal: "," } },
    });
    for (const answer of answers) expect(answer).toEqual(expected);
    expect(expected.tally.attributes[2]?.levels).toEqual(["not recorded", "0", "39.9", "40", "64", "65", "90"]);
  });

  it("times in any of the forms that sort", async () => {
    const times = [
      "2026-03-01T08:30",
      "2026-03-01",
      "2026-03",
      "2026-03-01 08:30:00,5",
      "2026-02-28T23:59:59.999999",
      "",
    ];
    const zoned = [
      "2026-03-01T08:30Z",
      "2026-03-01 09:29:59+01:00",
      "2026-03-01T08:30:00.1 Z",
      "2026-03-01T10:00+0200",
    ];
    for (const column of [times, zoned]) {
      const lines = column.map((time, i) => `0.${i + 1},${i % 2},${time === "" ? "alone" : "a"},"${time}"`);
      writeFileSync(join(folder, "rows.csv"), `${["p,y,id,t", ...lines].join("\n")}\n`);
      for (const take of ["first", "last"] as const) {
        const unitOfAnalysis = { unit: "patient", by: "id", orderBy: "t", take } as const;
        const { expected, answers } = await answersTo(planOf({ unitOfAnalysis }));
        for (const answer of answers) expect(answer).toEqual(expected);
      }
    }
  });
});

describe("Parquet, with types of its own", () => {
  const random = (salt: number) => `((hash(i * 31 + ${salt}) % 1000) / 1000.0)`;
  const types = {
    doubles: {
      p: `CASE WHEN i % 7 = 0 THEN 'nan' WHEN i % 11 = 0 THEN -0.0 ELSE ${random(1)} END::DOUBLE`,
      y: "i % 3 = 0",
      positive: "true",
    },
    floats: { p: `${random(1)}::FLOAT`, y: "(i % 3)::TINYINT", positive: 1 },
    decimals: { p: `${random(1)}::DECIMAL(5, 3)`, y: "(i % 3)::DECIMAL(3, 1)", positive: "1.0" },
    texts: { p: `(${random(1)})::VARCHAR`, y: "(i % 3)::VARCHAR || '.0'", positive: 1 },
  };
  const times = [
    "DATE '2026-01-01' + (hash(i) % 9)::INTEGER",
    "TIMESTAMP '2026-01-01 08:30:00.5' + to_hours((hash(i) % 9)::INTEGER)",
    "TIMESTAMPTZ '2026-01-01 08:30:00+01' + to_minutes((hash(i) % 9)::INTEGER)",
  ];

  it.each(Object.entries(types))("%s", async (_, { p, y, positive }) => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    for (const [i, time] of times.entries()) {
      const path = join(folder, `rows${i}.parquet`);
      await connection.run(`COPY (SELECT ${p} AS p, ${y} AS y, CASE WHEN i % 5 > 0 THEN (i % 5)::UTINYINT END AS "Sex",
        (i % 90)::INTEGER AS age, (9007199254740993 + i % 40)::BIGINT AS id, (i % 3)::DOUBLE + 0.5 AS site,
        ${time} AS "at", 2.0 ** (i % 4) AS w, ['a', 'b'] AS list FROM range(300) AS t(i)) TO '${path}' (FORMAT parquet)`);
      const { expected, answers } = await answersTo(
        planOf({
          data: { source: `rows${i}.parquet` },
          outcome: { column: "y", positive, description: "E" },
          patient: "id",
          weight: "w",
          site: "site",
          period: "at",
          unitOfAnalysis: { unit: "patient", by: "id", take: i === 1 ? "first" : "last", orderBy: "at" },
          subgroups: [
            { id: "sex", column: "Sex" },
            { id: "age", column: "age", bands: [40, 65] },
          ],
        }),
      );
      expect(expected.tally.patients).toEqual({ distinct: 40, repeated: false });
      for (const answer of answers) expect(answer).toEqual(expected);
    }
  });
});

describe("every engine refuses what memory refuses", () => {
  const of = (line: string) => `p,y,id,t,w,sex,age\n0.1,0,a,1,1,f,50\n0.2,1,b,2,2,m,60\n0.3,1,b,3,2,m,60\n${line}\n`;
  const strict = planOf({
    outcome: { column: "y", positive: 1, negative: [0], description: "E" },
    patient: "id",
    weight: "w",
    unitOfAnalysis: { unit: "patient", by: "id", take: "first", orderBy: "t" },
    subgroups: [
      { id: "sex", column: "sex", levels: ["f", "m"], reference: { level: "m", reason: "r" } },
      { id: "age", column: "age", bands: [40] },
    ],
  });
  const codesOf = async (engine: (typeof ENGINES)[number]) => {
    const error: unknown = await engine.count(strict, folder).catch((reason: unknown) => reason);
    if (!(error instanceof AuditError)) return error instanceof Error ? error.message : ["accepted"];
    return [...new Set(error.problems.map(({ code, where }) => `${code} ${where.column ?? ""}`))].sort();
  };

  it.each([
    ["nothing wrong", "0.4,0,c,4,1,f,50", ["accepted"]],
    ["a score of 1.2", "1.2,0,c,4,1,f,50", ["SCORE_OUT_OF_RANGE p"]],
    ["a score of text", "high,0,c,4,1,f,50", ["VALUE_INVALID p"]],
    ["a score of inf", "inf,0,c,4,1,f,50", ["VALUE_INVALID p"]],
    ["a score of 1_0", "1_0,0,c,4,1,f,50", ["VALUE_INVALID p"]],
    ["an unknown outcome", "0.1,2,c,4,1,f,50", ["OUTCOME_LEVEL_UNKNOWN y"]],
    ["no identifier", "0.1,0,,4,1,f,50", ["IDENTIFIER_MISSING id"]],
    ["no order where it decides", "0.1,0,a,,1,f,50", ["VALUE_INVALID t"]],
    ["an order that is none", "0.1,0,a,soon,1,f,50", ["VALUE_INVALID t"]],
    ["a weight of 0", "0.1,0,c,4,0,f,50", ["VALUE_INVALID w"]],
    ["no weight", "0.1,0,c,4,,f,50", ["VALUE_INVALID w"]],
    ["an unknown level", "0.1,0,c,4,1,x,50", ["LEVEL_UNKNOWN sex"]],
    ["a text to be banded", "0.1,0,c,4,1,f,old", ["VALUE_INVALID age"]],
    ["all of it", "2,2,,4,0,x,50", undefined],
  ])("%s", async (_, line, expected) => {
    writeFileSync(join(folder, "rows.csv"), of(line));
    const refused = await codesOf(memory);
    expect(refused).toEqual(expected ?? refused);
    for (const engine of others) expect(await codesOf(engine)).toEqual(refused);
  });
});
