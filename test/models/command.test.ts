import { openModel } from "@auscult/core";
import { describe, expect, test } from "vitest";
import { folderWith, problemOf, scored, specOf } from "./open.ts";

/** Reads rows as NDJSON and writes (x + 1 where sex is male) / 10 a line. */
const GOOD = `
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("data", (d) => (text += d));
process.stdin.on("end", () => {
  for (const line of text.trimEnd().split("\\n")) {
    const { x, sex } = JSON.parse(line);
    console.log((x + (sex === "male" ? 1 : 0)) / 10);
  }
});
`;
const CSV = `
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("data", (d) => (text += d));
process.stdin.on("end", () => {
  const [head, ...rows] = text.trimEnd().split("\\n");
  if (head !== 'x,"the ""sex"""') process.exit(3);
  for (const row of rows) console.log(Number(row.split(",")[0]) / 10);
});
`;
const inputs = [
  { column: "x", kind: "numeric" },
  { column: "sex", kind: "categorical" },
];
const model = { kind: "command", command: [process.execPath, "score.cjs"], inputs };
const rows = [
  { x: 1, sex: "female" },
  { x: 2, sex: "male" },
  { x: 5, sex: "female" },
];
const folder = (script: string): string => folderWith({ "score.cjs": script });

describe("a command that scores", () => {
  test("rows as NDJSON", async () => expect(await scored(folder(GOOD), model, rows)).toEqual([0.1, 0.3, 0.5]));

  test("rows as CSV, names quoted where they must be", async () => {
    const spec = { ...model, rowsAs: "csv", inputs: [inputs[0], { ...inputs[1], name: 'the "sex"' }] };
    expect(await scored(folder(CSV), spec, rows)).toEqual([0.1, 0.2, 0.5]);
  });

  test("100,000 rows are not held up by full pipes", async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ x: i % 9, sex: i % 2 === 0 ? "male" : "female" }));
    const given = await scored(folder(GOOD), model, many);
    expect([given.length, given[99_999]]).toEqual([100_000, (99_999 % 9) / 10]);
  });

  test("program, script and network are told for the report", async () => {
    const open = await openModel(specOf(model), folder(GOOD));
    expect(open.files.map(({ file }) => file)).toContain("score.cjs");
    expect(open.runtime.map(({ name }) => name)).toEqual(["command", "network of the command"]);
    expect(open.runtime[1]!.version).toMatch(/^cut off$|^not cut off/);
  });

  test("it sees nothing of the environment but PATH, language and time zone", async () => {
    process.env["AUSCULT_TEST_SECRET"] = "secret";
    const script = `process.stdin.resume(); process.stdin.on("end", () => console.log(Object.keys(process.env).filter((k) => !["PATH", "SYSTEMROOT", "LANG", "TZ", "_", "PWD", "SHLVL", "OLDPWD"].includes(k)).length));`;
    expect(await scored(folder(script), model, [rows[0]!])).toEqual([0]);
    delete process.env["AUSCULT_TEST_SECRET"];
  });

  test("no shell reads its arguments", async () => {
    const script = `process.stdin.resume(); process.stdin.on("end", () => console.log(process.argv[2] === "$(echo 1); echo 0.5" ? 1 : 0));`;
    const spec = { ...model, command: [...model.command, "$(echo 1); echo 0.5"] };
    expect(await scored(folder(script), spec, [rows[0]!])).toEqual([1]);
  });

  test.skipIf(process.platform !== "linux")("its network is cut off where it is said to be", async () => {
    const script = `process.stdin.resume(); process.stdin.on("end", () => console.log(Object.values(require("node:os").networkInterfaces()).flat().filter((i) => !i.internal).length));`;
    const open = await openModel(specOf(model), folder(script));
    const [interfaces] = await scored(folder(script), { ...model }, [rows[0]!], "ordinal");
    expect(open.runtime[1]!.version === "cut off" ? interfaces : 0).toBe(0);
  });
});

describe("a command that cannot be used", () => {
  const told = (script: string, more: object = {}) =>
    problemOf(() => scored(folder(script), { ...model, ...more }, rows));
  const ends = (body: string): string => `process.stdin.resume(); process.stdin.on("end", () => { ${body} });`;

  test.each([
    ["a score too few", ends('console.log("0.1\\n0.2")'), "MODEL_OUTPUT", "2 lines for 3 rows"],
    ["text for a score", ends('console.log("0.1\\nhigh\\n0.3")'), "MODEL_OUTPUT", "line 2"],
    ["NaN for a score", ends('console.log("0.1\\nNaN\\n0.3")'), "MODEL_OUTPUT", "line 2"],
    ["a score of 1.5", ends('console.log("0.1\\n1.5\\n0.3")'), "MODEL_OUTPUT", "outside 0 to 1 for row 2"],
    ["an error", ends('console.error("no such patient model"); process.exit(3)'), "MODEL_FAILED", "exit code 3"],
    [
      "no end of output",
      ends('setInterval(() => console.log("0.1".repeat(5000)), 1)'),
      "MODEL_OUTPUT",
      "far more than one score",
    ],
  ])("%s", async (_, script, code, words) => {
    const problem = await told(script);
    expect(problem.code).toBe(code);
    expect(problem.what).toContain(words);
  });

  test("what it complained of is shown", async () => {
    expect((await told(ends('console.error("a\\nno such file"); process.exit(3)'))).seen).toBe("no such file");
  });

  test("slow: stopped, children and all", async () => {
    const problem = await told(ends("setTimeout(() => {}, 60000)"), { timeoutSeconds: 0.5 });
    expect(problem.code).toBe("MODEL_SLOW");
    expect(problem.what).toContain("0.5 seconds");
  });

  test("no such program", async () => {
    const problem = await told(GOOD, { command: ["auscult-no-such-program"] });
    expect(problem).toMatchObject({
      code: "MODEL_FAILED",
      what: "there is no such program",
      seen: "auscult-no-such-program",
    });
  });
});
