import { audit } from "auscult";
import { describe, expect, test } from "vitest";
import { expectReproduced, planFile } from "./reproduce.ts";
import { haveShared, sharedCsv } from "./shared.ts";

const have = haveShared("heart_uci/heart_uci_4sites.csv");
const SEX: Readonly<Record<string, string>> = { male: "1.0", female: "0.0" };

describe.skipIf(!have)("UCI heart: a model of Cleveland at four hospitals", () => {
  test("the golden table, by hospital and sex", async () => {
    const found = await audit(planFile("heart.audit.yaml"));
    expect(found.report.ledger.analysed).toBe(920);
    const golden = sharedCsv("heart_uci/golden_heart_transport.csv");
    const of = (column: string): Float64Array => golden.numbers(column);
    let compared = 0;
    for (const [i, site] of golden.texts("site").entries()) {
      const group = golden.texts("group")[i]!;
      compared += expectReproduced(found, {
        subgroup: `hospital=${site}${group === "all" ? "" : `&sex=${SEX[group]!}`}`,
        n: of("n")[i]!,
        events: of("events")[i]!,
        metrics: {
          auroc: of("auc")[i]!,
          observedExpectedRatio: of("OE")[i]!,
          calibrationInTheLarge: of("cal_intercept")[i]!,
          calibrationSlope: of("cal_slope")[i]!,
          brierScore: of("brier")[i]!,
        },
      });
    }
    // 12 rows of 5; ten women of Switzerland, all diseased, have only O:E; three more have too few of a class for a slope.
    expect(compared).toBe(12 * 5 - 4 - 3);
  });

  test("no verdict is a pass where the ten women of Switzerland cannot be compared", async () => {
    const { report } = await audit(planFile("heart.audit.yaml"));
    const women = report.contrasts.filter((c) => c.metric === "auroc" && c.subgroup === "hospital=switzerland&sex=0.0");
    expect(women.length).toBeGreaterThan(0);
    for (const contrast of women) {
      expect([contrast.status, contrast.value, contrast.summary]).toEqual(["undefined", null, "not-estimable"]);
      expect(contrast.reason).toBe("ONE_CLASS");
    }
  });
});
