import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { brierScore } from "../../src/calibration/brier-score.ts";
import { corpDecomposition } from "../../src/calibration/corp.ts";
import { murphyDecomposition } from "../../src/calibration/murphy-decomposition.ts";
import { observedExpected } from "../../src/calibration/observed-expected-ratio.ts";
import { recalibrate, recalibrateIntercept } from "../../src/calibration/recalibration.ts";
import { smoothedCalibrationErrors } from "../../src/calibration/smoothed-calibration.ts";
import { spiegelhalterTest } from "../../src/calibration/spiegelhalter.ts";
import { valProbIndices } from "../../src/calibration/val-prob.ts";
import { countScores } from "../../src/count-scores.ts";
import { netBenefitAt } from "../../src/utility/net-benefit.ts";
import { defined } from "./rows.ts";

// Published data whose licences do not let them into this repository; values by R 4.2.2, rms 6.5 and dcurves.
const folder = fileURLToPath(new URL("../../../../../shared/data/method_examples/", import.meta.url));
const here = existsSync(folder);

function table(file: string): (column: string) => number[] {
  const [header, ...lines] = readFileSync(`${folder}${file}`, "utf8").trim().split(/\r?\n/);
  const names = (header ?? "").split(",").map((name) => name.replaceAll('"', ""));
  const cells = lines.map((line) => line.split(","));
  return (column) => cells.map((row) => Number(row[names.indexOf(column)]));
}

describe.skipIf(!here)(`method examples (skipped where ${folder} is absent)`, () => {
  const golden = here ? JSON.parse(readFileSync(`${folder}golden_methods.json`, "utf8")) : {};

  test("CalibrationCurves' simulated test set: O:E, intercept, slope, Brier, val.prob", () => {
    const column = table("calcurves_test_pred.csv");
    const counts = countScores(column("pred"), column("y"));
    const expected = golden.calibration;
    expect(defined(observedExpected(counts)).ratio).toBeCloseTo(expected.OE, 11);
    // R's glm stops at 1e-8 of the deviance, rms a little later; glm's errors are those of the step before the last.
    const large = defined(recalibrateIntercept(counts));
    expect(large.intercept).toBeCloseTo(expected.cal_intercept, 8);
    expect(large.standardError).toBeCloseTo(expected.cal_intercept_se, 6);
    const free = defined(recalibrate(counts));
    expect(free.slope).toBeCloseTo(expected.val_prob.Slope, 10);
    expect(free.slopeStandardError).toBeCloseTo(expected.cal_slope_se, 4);
    expect(free.intercept).toBeCloseTo(expected.val_prob.Intercept, 9);
    expect(defined(brierScore.point(counts, {})).value).toBeCloseTo(expected.brier, 11);
    const v = defined(valProbIndices(counts));
    expect(v.c).toBeCloseTo(expected.auc, 11);
    expect(v.r2).toBeCloseTo(expected.val_prob.R2, 10);
    expect(v.discrimination).toBeCloseTo(expected.val_prob.D, 10);
    const after = defined(v.recalibrated);
    expect(after.unreliability).toBeCloseTo(expected.val_prob.U, 10);
    expect(after.quality).toBeCloseTo(expected.val_prob.Q, 10);
    const z = defined(spiegelhalterTest(counts));
    expect(z.z).toBeCloseTo(expected.val_prob["S:z"], 10);
    expect(z.p).toBeCloseTo(expected.val_prob["S:p"], 10);
    // val.prob interpolates a lowess curve that skips near neighbours (default delta): two decimals less.
    const smooth = smoothedCalibrationErrors(counts, "lowess");
    expect(smooth.ici).toBeCloseTo(expected.val_prob.Eavg, 3);
    expect(smooth.e90).toBeCloseTo(expected.val_prob.E90, 3);
  });

  test("Vickers' prostate cancer data: net benefit of model, single marker and treating all", () => {
    const column = table("dca_vickers.csv");
    const model = countScores(column("cancerpredmarker"), column("cancer"));
    const history = countScores(column("famhistory"), column("cancer"));
    golden.dca.thresholds.forEach((t: number, i: number) => {
      expect(defined(netBenefitAt(model, t)).model.value).toBeCloseTo(golden.dca.cancerpredmarker[i], 12);
      expect(defined(netBenefitAt(history, t)).model.value).toBeCloseTo(golden.dca.famhistory[i], 12);
      expect(defined(netBenefitAt(model, t)).treatAll.value).toBeCloseTo(golden.dca.all[i], 12);
    });
  });

  test("the same data: Murphy on forecasts of one decimal, CORP on the forecasts", () => {
    const column = table("dca_vickers.csv");
    const outcome = column("cancer");
    const score = column("cancerpredmarker");
    const rounded = countScores(
      score.map((p) => Math.round(p * 10) / 10),
      outcome,
    );
    // In 20 bins of equal width each tenth stands alone.
    const m = defined(murphyDecomposition(rounded, { bins: 20, scheme: "width" }));
    expect(m.brier).toBeCloseTo(golden.murphy.v.brier, 12);
    expect(m.reliability).toBeCloseTo(golden.murphy.v.rel, 12);
    expect(m.resolution).toBeCloseTo(golden.murphy.v.res, 12);
    expect(m.uncertainty).toBeCloseTo(golden.murphy.v.unc, 12);
    expect(m.withinBinVariance).toBeCloseTo(0, 14);
    const c = defined(corpDecomposition(countScores(score, outcome)));
    expect(c.brier).toBeCloseTo(golden.corp.S, 12);
    expect(c.miscalibration).toBeCloseTo(golden.corp.MCB, 12);
    expect(c.discrimination).toBeCloseTo(golden.corp.DSC, 12);
    expect(c.uncertainty).toBeCloseTo(golden.corp.UNC, 12);
  });
});
