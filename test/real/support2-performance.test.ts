import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { expectReproduced, planBeside } from "./reproduce.ts";
import { haveShared, sharedCsv } from "./shared.ts";

const CSV = "support2/support2.csv.gz";
const have = haveShared(CSV);
const KEPT = ["id", "race", "sex", "age", "income", "dzgroup"];
const SCORES = ["surv2m", "surv6m", "prg2m", "prg6m"];
const ATTRIBUTES: Readonly<Record<string, string>> = { race: "race", sex: "sex", income: "income", dz: "disease" };

describe.skipIf(!have)("SUPPORT2: the model and the physicians predict death", () => {
  /** Death within 60 and 180 days from the time and state at last follow-up, which nobody has before 344 days alive. */
  const cohort = (): string => {
    const data = sharedCsv(CSV);
    const dead = data.numbers("death");
    const time = data.numbers("d.time");
    const columns = [...KEPT, ...SCORES].map((name) => data.texts(name));
    const clipped = SCORES.map((name) => data.texts(name).map(asTheAuthorsClip));
    const died = [60, 180].map((days) => time.map((t, i) => (dead[i] === 1 && t <= days ? 1 : 0)));
    const names = [...KEPT, ...SCORES, ...SCORES.map((s) => `${s}_clipped`), "died_60d", "died_180d"];
    const all: readonly (readonly (string | number)[] | Float64Array)[] = [...columns, ...clipped, ...died];
    const lines = Array.from(dead, (_, i) => all.map((column) => column[i]!).join(","));
    return `${names.join(",")}\n${lines.join("\n")}\n`;
  };
  const run = (score: string, days: number) =>
    audit(
      planBeside(
        "support2.audit.yaml",
        { "column: surv6m": `column: ${score}`, "column: died_180d": `column: died_${days}d` },
        { file: "support2.csv", text: cohort() },
      ),
    );

  test.each([
    ["model60", "surv2m", 60],
    ["model180", "surv6m", 180],
    ["physician60", "prg2m", 60],
    ["physician180", "prg6m", 180],
  ] as const)("%s reproduces its golden rows", { timeout: 120_000 }, async (name, score, days) => {
    const found = await run(score, days);
    // The golden file clips predictions to [0.0001, 0.9999] before it takes their log odds and Auscult, of its own, to
    // 1/(2n): so its intercepts and slopes are those of the clipped column, and everything else of the scores as they are.
    const clipped = await run(`${score}_clipped`, days);
    const golden = sharedCsv("support2/golden_support2_performance.csv");
    const of = (column: string): Float64Array => golden.numbers(column);
    let compared = 0;
    for (const [i, group] of golden.texts("group").entries()) {
      if (golden.texts("score")[i] !== name) continue;
      const row = { subgroup: subgroupOf(group), n: of("n")[i]!, events: of("events")[i]! };
      compared += expectReproduced(found, {
        ...row,
        metrics: {
          auroc: of("auc")[i]!,
          observedExpectedRatio: of("OE")[i]!,
          brierScore: of("brier")[i]!,
        },
      });
      compared += expectReproduced(clipped, {
        ...row,
        metrics: { calibrationInTheLarge: of("cal_int")[i]!, calibrationSlope: of("cal_slope")[i]! },
      });
    }
    expect(compared).toBe(20 * 5);
  });

  test("bands of age part the cohort, and who has no race recorded is a subgroup", { timeout: 60_000 }, async () => {
    const { report } = await run("surv6m", 180);
    const rows = (attribute: string): number[] =>
      report.attributes
        .find((a) => a.id === attribute)!
        .subgroups.map((id) => Number(report.subgroups.find((s) => s.id === id)!.rows));
    expect(report.ledger).toMatchObject({ sourceRows: 9105, missingScore: 1, missingOutcome: 0, analysed: 9104 });
    for (const attribute of ["age", "race", "sex", "income"]) {
      expect(rows(attribute).reduce((sum, n) => sum + n, 0)).toBe(9105);
    }
    expect(report.subgroups.find((s) => s.id === "race=not recorded")?.rows).toBe(42);
    expect(report.study.score?.direction).toBe("lower-is-riskier");
  });
});

function asTheAuthorsClip(text: string): string {
  return text === "" ? "" : String(Math.min(Math.max(Number(text), 1e-4), 1 - 1e-4));
}

function subgroupOf(group: string): string {
  if (group === "all") return "overall";
  const at = group.indexOf("=");
  return `${ATTRIBUTES[group.slice(0, at)]!}=${group.slice(at + 1)}`;
}
