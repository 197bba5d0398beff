import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { expectReproduced, planBeside } from "./reproduce.ts";
import { haveShared, sharedCsv } from "./shared.ts";

const CSV = "gusto/gusto_audit.csv.gz";
const have = haveShared(CSV);
const MODELS = ["pred_reg1_8", "pred_reg1_8_nosex", "pred_small_grpl1"];
/** Regions 1 to 8 developed the models, 9 to 16 validate them. */
const LAST_DEVELOPMENT_REGION = 8;

describe.skipIf(!have)("GUSTO-I: 30-day mortality in 16 regions", () => {
  const cohort = (): string => {
    const data = sharedCsv(CSV);
    const region = data.texts("regl");
    const columns = ["day30", "regl", "sex", ...MODELS].map((name) => data.texts(name));
    const lines = region.map((r, i) =>
      [...columns.map((c) => c[i]!), Number(r) <= LAST_DEVELOPMENT_REGION ? "dev" : "val"].join(","),
    );
    return `${["day30", "regl", "sex", ...MODELS, "half"].join(",")}\n${lines.join("\n")}\n`;
  };

  test.each(MODELS)("%s reproduces its golden rows", { timeout: 120_000 }, async (model) => {
    const plan = planBeside(
      "gusto.audit.yaml",
      { "column: pred_reg1_8": `column: ${model}` },
      { file: "gusto.csv", text: cohort() },
    );
    const found = await audit(plan);
    expect(found.report.attributes.find((a) => a.id === "region")?.subgroups).toHaveLength(16);
    const golden = sharedCsv("gusto/golden_gusto.csv");
    const of = (column: string): Float64Array => golden.numbers(column);
    let compared = 0;
    for (const [i, group] of golden.texts("group").entries()) {
      if (golden.texts("model")[i] !== model) continue;
      compared += expectReproduced(found, {
        subgroup: subgroupOf(group),
        n: of("n")[i]!,
        events: of("events")[i]!,
        metrics: {
          auroc: of("auc")[i]!,
          observedExpectedRatio: of("OE")[i]!,
          calibrationInTheLarge: of("cal_int")[i]!,
          calibrationSlope: of("cal_slope")[i]!,
          brierScore: of("brier")[i]!,
        },
      });
    }
    expect(compared).toBe(12 * 5);
  });
});

/** `val sex=female` → `half=val&sex=female`; `val regl=9` → `region=9`. */
function subgroupOf(group: string): string {
  const [half, within] = group.split(" ") as [string, string | undefined];
  if (within === undefined) return `half=${half}`;
  const [column, level] = within.split("=") as [string, string];
  return column === "regl" ? `region=${level}` : `half=${half}&${column}=${level}`;
}
