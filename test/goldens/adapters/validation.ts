import { closedTesting, isUndefined } from "@auscult/metrics";
import type { GoldenMethod } from "../pack.ts";

const ALPHA = 0.05;

export const validation: readonly GoldenMethod[] = [
  {
    method: "closed_testing",
    run(params, [table]) {
      const column = (name: string) => table!.numbers(name);
      const found = closedTesting(
        {
          logOdds: column("lp"),
          outcome: column("y"),
          // The pack's own refit model.
          predictors: [column("x1").map((x) => (x - 50) / 10), column("x2").map(Math.log), column("x3")],
        },
        params.has("alpha") ? params.number("alpha") : ALPHA,
      );
      if (isUndefined(found)) return { selected: null };
      const [original, intercept, recalibration] = found.tests;
      return {
        loglik: found.logLikelihoods,
        lr_original_vs_revision: original!.chiSquared,
        p_original: original!.p,
        lr_citl_vs_revision: intercept!.chiSquared,
        p_citl: intercept!.p,
        lr_recal_vs_revision: recalibration!.chiSquared,
        p_recal: recalibration!.p,
        selected: found.selected,
        citl: found.calibrationInTheLarge,
        recal_intercept: found.recalibrationIntercept,
        recal_slope: found.recalibrationSlope,
      };
    },
  },
];
