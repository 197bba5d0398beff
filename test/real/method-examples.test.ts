import {
  auroc,
  corpDecomposition,
  countScores,
  delong,
  delongJoint,
  delongPaired,
  delongUnpaired,
  delongWald,
  evaluate,
  eValue,
  murphyDecomposition,
  netBenefitAt,
  moverDifference,
  observedExpected,
  recalibrate,
  recalibrateIntercept,
  wilsonLimits,
} from "@auscult/metrics";
import { describe, expect, test } from "vitest";
import { defined } from "./defined.ts";
import { haveShared, sharedCsv, sharedJson } from "./shared.ts";

const FOLDER = "method_examples";
const have = haveShared(`${FOLDER}/golden_methods.json`);
const golden = have ? sharedJson<Golden>(`${FOLDER}/golden_methods.json`) : ({} as Golden);

describe.skipIf(!have)("DeLong 1988, ovarian cancer: the values that SAS and pROC print", () => {
  const data = have ? sharedCsv(`${FOLDER}/delong1988_ovarian.csv`) : undefined;
  const outcome = (): Float64Array => data!.numbers("popind");
  const scores = (): Record<"alb" | "tp" | "ts", Float64Array> => ({
    alb: data!.numbers("alb"),
    tp: data!.numbers("tp"),
    ts: data!.numbers("totscore_raw").map((raw) => 10 - raw),
  });

  test.each(["alb", "tp", "ts"] as const)("AUROC, standard error and Wald interval of %s", (name) => {
    const fit = delong(countScores(scores()[name], outcome()));
    expect(fit.value).toBeCloseTo(golden.delong.auc[name], 12);
    expect(Math.sqrt(fit.variance!)).toBeCloseTo(golden.delong.se[name], 12);
    const wald = delongWald(fit, 0.95)!;
    expect([wald.low, wald.high]).toEqual([
      expect.closeTo(golden.delong.ci[name][0]!, 11),
      expect.closeTo(golden.delong.ci[name][2]!, 11),
    ]);
  });

  test("paired comparisons and their covariance", () => {
    const { alb, tp, ts } = scores();
    const one = defined(delongPaired(alb, ts, outcome(), 0.95));
    expect(one.test!.z).toBeCloseTo(golden.delong.alb_vs_ts.Z, 10);
    expect(one.test!.p).toBeCloseTo(golden.delong.alb_vs_ts.p, 10);
    expect(one.covariance).toBeCloseTo(golden.delong.cov_alb_ts, 13);
    const two = defined(delongPaired(tp, ts, outcome(), 0.95));
    expect(two.test!.z).toBeCloseTo(golden.delong.tp_vs_ts.Z, 10);
    expect(two.test!.p).toBeCloseTo(golden.delong.tp_vs_ts.p, 10);
  });

  test("the joint test of three scores, in any order of them", () => {
    const { alb, tp, ts } = scores();
    for (const order of [
      [alb, tp, ts],
      [ts, alb, tp],
    ]) {
      const joint = defined(delongJoint(order, outcome()));
      expect(joint.test!.chiSquared).toBeCloseTo(golden.delong.contrast_chisq2df[0]!, 9);
      expect(joint.test!.p).toBeCloseTo(golden.delong.contrast_chisq2df[1]!, 10);
    }
    expect(defined(delongJoint([alb, alb, ts], outcome())).test).toBeUndefined();
  });
});

describe.skipIf(!have)("aSAH, pROC's own example", () => {
  const data = have ? sharedCsv(`${FOLDER}/asah.csv`) : undefined;
  const outcome = (): Float64Array => Float64Array.from(data!.texts("outcome"), (o) => (o === "Poor" ? 1 : 0));

  test("AUROC of three scores, ties and all", () => {
    const values = ["s100b", "ndka", "wfns"].map((name) => delong(countScores(data!.numbers(name), outcome())).value);
    expect(values).toEqual(golden.asah.auc.map((a) => expect.closeTo(a, 12) as number));
    const wald = delongWald(delong(countScores(data!.numbers("s100b"), outcome())), 0.95)!;
    expect(wald.low).toBeCloseTo(golden.asah.ci_s100b[0]!, 12);
    expect(wald.high).toBeCloseTo(golden.asah.ci_s100b[2]!, 12);
  });

  test("paired and unpaired tests", () => {
    const wfns = defined(delongPaired(data!.numbers("s100b"), data!.numbers("wfns"), outcome(), 0.95));
    expect(wfns.test!.z).toBeCloseTo(golden.asah.s100b_vs_wfns.Z, 10);
    expect(wfns.test!.p).toBeCloseTo(golden.asah.s100b_vs_wfns.p, 11);
    const ndka = defined(delongPaired(data!.numbers("s100b"), data!.numbers("ndka"), outcome(), 0.95));
    expect(ndka.test!.z).toBeCloseTo(golden.asah.s100b_vs_ndka.Z, 10);
    const gender = data!.texts("gender");
    const [male, female] = ["Male", "Female"].map((g) => {
      const rows = gender.flatMap((value, i) => (value === g ? [i] : []));
      const score = data!.numbers("s100b");
      const y = outcome();
      return countScores(
        rows.map((i) => score[i]!),
        rows.map((i) => y[i]!),
      );
    });
    const apart = defined(delongUnpaired(male!, female!, 0.95));
    expect(apart.test!.z).toBeCloseTo(golden.asah.unpaired_sex.D, 10);
    expect(apart.test!.degreesOfFreedom).toBeCloseTo(golden.asah.unpaired_sex.df, 8);
    expect(apart.test!.pT).toBeCloseTo(golden.asah.unpaired_sex.p, 10);
  });
});

test.skipIf(!have)("Vickers' decision-curve data: AUROC, net benefit, Murphy's and the CORP decomposition", () => {
  const data = sharedCsv(`${FOLDER}/dca_vickers.csv`);
  const counts = countScores(data.numbers("cancerpredmarker"), data.numbers("cancer"));
  const value = defined(evaluate(auroc, counts, { level: 0.95, at: {}, scoreKind: "probability" })).point.value;
  expect(value).toBeCloseTo(golden.dca.auc, 12);
  const found = golden.dca.thresholds.map((t) => defined(netBenefitAt(counts, t)));
  expect(found.map((nb) => nb.model.value)).toEqual(near(golden.dca.cancerpredmarker));
  expect(found.map((nb) => nb.treatAll.value)).toEqual(near(golden.dca.all));
  const corp = defined(corpDecomposition(counts));
  expect([corp.miscalibration, corp.discrimination, corp.uncertainty]).toEqual(
    near([golden.corp.MCB, golden.corp.DSC, golden.corp.UNC]),
  );
  const rounded = countScores(
    data.numbers("cancerpredmarker").map((p) => Math.round(p * 10) / 10),
    data.numbers("cancer"),
  );
  const murphy = defined(murphyDecomposition(rounded, { bins: 10, scheme: "width" }));
  expect(murphy.brier).toBeCloseTo(golden.murphy.v.brier, 12);
});

test.skipIf(!have)("CalibrationCurves' test set: AUROC, O:E, calibration-in-the-large and slope of glm", () => {
  const data = sharedCsv(`${FOLDER}/calcurves_test_pred.csv`);
  const counts = countScores(data.numbers("pred"), data.numbers("y"));
  const { calibration } = golden;
  expect(delong(counts).value).toBeCloseTo(calibration.auc, 12);
  expect(defined(observedExpected(counts)).ratio).toBeCloseTo(calibration.OE, 11);
  const inTheLarge = defined(recalibrateIntercept(counts));
  const fit = defined(recalibrate(counts));
  expect([inTheLarge.intercept, fit.slope, fit.intercept]).toEqual(
    near([calibration.cal_intercept, calibration.cal_slope, calibration.cal_slope_model_intercept], 7),
  );
  // R's glm takes its standard errors from the weights of the step before the last: right to four digits here, where
  // the coefficients, which converge quadratically, are right to eight.
  expect([inTheLarge.standardError, fit.slopeStandardError]).toEqual(
    near([calibration.cal_intercept_se, calibration.cal_slope_se], 4),
  );
});

describe.skipIf(!have)("Newcombe's published tables", () => {
  test("single proportions, Wilson", () => {
    const found = golden.wilson.map(({ x, n }) => wilsonLimits({ hits: x, rows: n }, 0.95));
    expect(found.map(({ low, high }) => [low, high])).toEqual(golden.wilson.map(({ wilson }) => near(wilson)));
  });

  test("differences of proportions: MOVER of the two Wilson intervals", () => {
    const found = golden.newcombe_diff.map(({ v: [a, m, b, n] }) => {
      const { low, high } = moverDifference(
        wilsonLimits({ hits: a, rows: m }, 0.95),
        wilsonLimits({ hits: b, rows: n }, 0.95),
      );
      return [low, high];
    });
    expect(found).toEqual(golden.newcombe_diff.map(({ ci }) => near(ci)));
  });
});

test.skipIf(!have)("VanderWeele and Ding's E-values", () => {
  const { RR, lo, hi, E_point, E_ci } = golden.evalue.vw_ding_example;
  const found = defined(eValue(RR, { low: lo, high: hi }));
  expect(found.point).toBeCloseTo(E_point, 10);
  expect(found.limit).toBeCloseTo(E_ci, 10);
});

function near(values: readonly number[], digits = 11): unknown[] {
  return values.map((v) => expect.closeTo(v, digits) as unknown);
}

interface Test {
  readonly Z: number;
  readonly p: number;
}
interface Golden {
  readonly delong: {
    readonly auc: Record<"alb" | "tp" | "ts", number>;
    readonly se: Record<"alb" | "tp" | "ts", number>;
    readonly ci: Record<"alb" | "tp" | "ts", readonly number[]>;
    readonly alb_vs_ts: Test;
    readonly tp_vs_ts: Test;
    readonly cov_alb_ts: number;
    readonly contrast_chisq2df: readonly number[];
  };
  readonly asah: {
    readonly auc: readonly number[];
    readonly ci_s100b: readonly number[];
    readonly s100b_vs_wfns: Test;
    readonly s100b_vs_ndka: Test;
    readonly unpaired_sex: { readonly D: number; readonly df: number; readonly p: number };
  };
  readonly dca: {
    readonly thresholds: readonly number[];
    readonly cancerpredmarker: readonly number[];
    readonly all: readonly number[];
    readonly auc: number;
  };
  readonly corp: Record<"S" | "MCB" | "DSC" | "UNC", number>;
  readonly murphy: { readonly v: Record<"brier" | "rel" | "res" | "unc", number> };
  readonly calibration: Record<
    "auc" | "OE" | "cal_intercept" | "cal_intercept_se" | "cal_slope" | "cal_slope_se" | "cal_slope_model_intercept",
    number
  >;
  readonly wilson: readonly { readonly x: number; readonly n: number; readonly wilson: readonly number[] }[];
  readonly newcombe_diff: readonly {
    readonly v: readonly [number, number, number, number];
    readonly ci: readonly number[];
  }[];
  readonly evalue: { readonly vw_ding_example: Record<"RR" | "lo" | "hi" | "E_point" | "E_ci", number> };
}
