import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith, problemOf, problemsOf, scored, specOf } from "./open.ts";
import { checkPlan, ENGINES, openModel, printSelect } from "@auscult/core";

const table = (terms: readonly object[], link = "identity", intercept = 0): string =>
  JSON.stringify({ auscultModel: "coefficients", version: 1, link, intercept, terms });
const numeric = (column: string, more: object = {}) => ({ column, kind: "numeric", ...more });
const run = (terms: readonly object[], rows: readonly Readonly<Record<string, unknown>>[], inputs: readonly object[]) =>
  scored(folderWith({ "m.json": table(terms) }), { kind: "coefficients", file: "m.json", inputs }, rows, "ordinal");

describe("each kind of term", () => {
  test.each([
    ["linear", { input: "x", coefficient: 2 }, [1, 4], [2, 8]],
    ["linear, in another unit", { input: "x", coefficient: 2, minus: 1, over: 3 }, [1, 4], [0, 2]],
    ["log", { input: "x", coefficient: 3, transform: "log" }, [1, Math.E], [0, 3]],
    ["log10", { input: "x", coefficient: 3, transform: "log10" }, [1, 100], [0, 6]],
    ["square root", { input: "x", coefficient: 1, transform: "sqrt" }, [9], [3]],
    ["square", { input: "x", coefficient: 1, transform: "square" }, [-3], [9]],
    ["power", { input: "x", coefficient: 1, transform: { power: -1 } }, [4], [0.25]],
    [
      "straight lines, level beyond their ends",
      {
        input: "x",
        points: [
          [0, 1],
          [10, 3],
          [20, 3],
        ],
      },
      [-5, 0, 5, 10, 99],
      [1, 1, 2, 3, 3],
    ],
    [
      "steps: a value at an edge belongs above it",
      { input: "x", cuts: [10, 20], scores: [1, 2, 3] },
      [9.9, 10, 19.9, 20],
      [1, 2, 2, 3],
    ],
  ])("%s", async (_, term, xs, expected) => {
    const given = await run(
      [term],
      xs.map((x) => ({ x })),
      [numeric("x")],
    );
    given.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
  });

  test("levels, and a product of a level with a value", async () => {
    const terms = [
      { input: "sex", levels: { female: 0, male: 0.5 } },
      { product: [{ input: "sex", level: "male" }, { input: "x" }], coefficient: 10 },
    ];
    const rows = [
      { sex: "female", x: 3 },
      { sex: "male", x: 3 },
    ];
    expect(await run(terms, rows, [{ column: "sex", kind: "categorical" }, numeric("x")])).toEqual([0, 30.5]);
  });

  // Values of Harrell's basis by its definition, with knots 2, 5, 9, 14: norm (14 − 2)² = 144.
  test("restricted cubic spline: the basis by its definition, and straight beyond the outer knots", async () => {
    const knots = [2, 5, 9, 14];
    const basis = (j: number, x: number): number => {
      const c = (v: number): number => (v > 0 ? v ** 3 : 0);
      const [, , k3, k4] = knots as [number, number, number, number];
      const t = knots[j]!;
      return (c(x - t) - (c(x - k3) * (k4 - t)) / (k4 - k3) + (c(x - k4) * (k3 - t)) / (k4 - k3)) / 144;
    };
    const term = { input: "x", restrictedCubicSpline: { knots, coefficients: [0.5, 2, -3] } };
    const xs = [0, 2, 3, 7, 11, 14, 15, 16, 17];
    const given = await run(
      [term],
      xs.map((x) => ({ x })),
      [numeric("x")],
    );
    xs.forEach((x, i) => expect(given[i]).toBeCloseTo(0.5 * x + 2 * basis(0, x) - 3 * basis(1, x), 10));
    expect(given[0]).toBe(0);
    expect(given[8]! - given[7]!).toBeCloseTo(given[7]! - given[6]!, 10);
  });
});

test("links: logistic and complementary log-log", async () => {
  for (const [link, expected] of [
    ["logistic", 1 / (1 + Math.exp(-1))],
    ["cloglog", 1 - Math.exp(-Math.E)],
  ] as const) {
    const folder = folderWith({ "m.json": table([{ input: "x", coefficient: 1 }], link, 0) });
    const [given] = await scored(folder, { kind: "coefficients", file: "m.json", inputs: [numeric("x")] }, [{ x: 1 }]);
    expect(given).toBeCloseTo(expected, 14);
  }
});

describe("a gap", () => {
  const rows = [{ x: 1 }, { x: null }, { x: 3 }];
  const given = (missing?: object | string) =>
    run([{ input: "x", coefficient: 1 }], rows, [numeric("x", missing === undefined ? {} : { missing })]);
  test("leaves its row without a score", async () => expect(await given()).toEqual([1, Number.NaN, 3]));
  test("is filled where the plan fills it", async () => expect(await given({ fill: 7 })).toEqual([1, 7, 3]));
  test("handed over, gives no finite score: the row is told", async () => {
    const problem = await problemOf(() => given("to-model"));
    expect(problem).toMatchObject({ code: "MODEL_OUTPUT", seen: "NaN" });
    expect(problem.what).toContain("row 2 of rows");
  });
});

describe("a file that cannot be used", () => {
  const opened = (content: string, inputs: readonly object[] = [numeric("x")]) =>
    problemsOf(() =>
      openModel(specOf({ kind: "coefficients", file: "m.json", inputs }), folderWith({ "m.json": content })),
    );
  const good = table([{ input: "x", coefficient: 1 }]);

  test.each([
    ["cut off", good.slice(0, -10), "MODEL_UNREADABLE", "not whole JSON"],
    ["of another kind", '{"format":"layers-model"}', "MODEL_UNREADABLE", "auscultModel"],
    ["a term of no kind", table([{ input: "x" }]), "MODEL_UNREADABLE", "terms.0"],
    [
      "knots without their coefficients",
      table([{ input: "x", restrictedCubicSpline: { knots: [1, 2, 3], coefficients: [1, 2, 3] } }]),
      "MODEL_UNREADABLE",
      "3 knots take 2 coefficients",
    ],
    [
      "cuts that do not ascend",
      table([{ input: "x", cuts: [2, 1], scores: [1, 2, 3] }]),
      "MODEL_UNREADABLE",
      "do not ascend",
    ],
    ["bins without their scores", table([{ input: "x", cuts: [1, 2], scores: [1, 2] }]), "MODEL_UNREADABLE", "3 bins"],
  ])("%s", async (_, content, code, words) => {
    const [problem] = await opened(content);
    expect(problem!.code).toBe(code);
    expect(problem!.what).toContain(words);
  });

  test("an input too few, one too many, one of the wrong kind: each is told", async () => {
    const problems = await opened(
      table([
        { input: "age", coefficient: 1 },
        { input: "sex", levels: { f: 0 } },
      ]),
      [numeric("ages"), numeric("sex")],
    );
    expect(problems.map(({ code, seen }) => [code, seen])).toEqual([
      ["MODEL_INPUT", "age"],
      ["MODEL_INPUT", "numeric"],
      ["MODEL_INPUT", "ages"],
    ]);
    expect(problems[0]!.remedy).toContain('"ages"');
  });

  test("a level that the file does not have", async () => {
    const problem = await problemOf(() =>
      run([{ input: "sex", levels: { female: 0, male: 1 } }], [{ sex: "M" }], [{ column: "sex", kind: "categorical" }]),
    );
    expect(problem).toMatchObject({ code: "MODEL_INPUT", seen: "M", where: { column: "sex" } });
    expect(problem.remedy).toContain("female, male");
  });
});

test("a score that is no probability is told, with the way out", async () => {
  const folder = folderWith({ "m.json": table([{ input: "x", coefficient: 1 }]) });
  const spec = { kind: "coefficients", file: "m.json", inputs: [numeric("x")] };
  const problem = await problemOf(() => scored(folder, spec, [{ x: 0.5 }, { x: 1.5 }]));
  expect(problem).toMatchObject({ code: "MODEL_OUTPUT", seen: "1.5" });
  expect(problem.what).toContain("row 2");
  expect(problem.remedy).toContain("link: logistic");
  const logits = await scored(folder, { ...spec, output: { link: "logistic" } }, [{ x: 0 }]);
  expect(logits).toEqual([0.5]);
});

test("the table that the guide shows is one", async () => {
  const guide = readFileSync(fileURLToPath(new URL("../../docs/guide/run-a-model.md", import.meta.url)), "utf8");
  const shown = /```json\n([\s\S]*?)```/.exec(guide)![1]!;
  const inputs = [
    ...["age", "creatinine", "bmi", "lactate", "urea"].map((column) => numeric(column)),
    { column: "sex", kind: "categorical" },
  ];
  const row = { age: 70, creatinine: 1, sex: "male", bmi: 22, lactate: 2, urea: 3 };
  const [risk] = await scored(folderWith({ "m.json": shown }), { kind: "coefficients", file: "m.json", inputs }, [row]);
  // -4.1 + 0.05·10 + 0.8·log 1 + 0.3 + 0 + 0.7 + 0.1·3 + 0.01·70
  expect(risk).toBeCloseTo(1 / (1 + Math.exp(1.6)), 12);
});

test("an engine that only counts says that it cannot run a model", async () => {
  const plan = checkPlan({
    auscult: 1,
    title: "T",
    model: { name: "M", version: "1", intendedPurpose: "A test." },
    data: { source: "x.csv" },
    score: {
      model: { kind: "coefficients", file: "m.json", inputs: [{ column: "x", kind: "numeric" }] },
      kind: "probability",
      direction: "higher-is-riskier",
    },
    outcome: { column: "y", positive: 1, description: "An event." },
    primary: { metric: "auroc", reason: "A test." },
  });
  expect(() => printSelect(plan, "t")).toThrow("cannot run the model");
  for (const engine of ENGINES)
    expect((await problemOf(() => engine.count(plan, "."))).where.planPath).toBe("score.model");
});
