import { clusteredRecalibration } from "../calibration/clustered-recalibration.ts";
import { likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { clusterMeat, sandwich } from "../numeric/sandwich.ts";
import { expit } from "../numeric/logit.ts";
import { bernoulliLogLikelihood, logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined } from "../result.ts";
import { closedTesting, type Update } from "../validation/closed-testing.ts";
import type { UpdateRows } from "./update-rows.ts";

/** A smaller update tested against a larger one. */
export interface UpdateTest {
  readonly smaller: Update;
  readonly larger: Update;
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface SelectedUpdate {
  readonly selected: Update;
  readonly tests: readonly UpdateTest[];
}

/**
 * The smallest update that a larger one does not significantly improve on.
 *
 * With predictors at hand: closed testing against a refitted model (`closedTesting`). Without, or where patients have several rows: against
 * recalibration of intercept and slope, by likelihood ratio, or by Wald's test with errors that sum each block of patients
 * first. Undefined: as the fits are.
 *
 * @see Vergouwe et al (2017) Stat Med 36:4529-4539.
 */
export function selectUpdate(rows: UpdateRows, alpha: number): SelectedUpdate | Undefined {
  const { logOdds, outcome, predictors, cluster } = rows;
  if (cluster !== undefined) return byWald(rows, cluster, alpha);
  if (predictors.length > 0) {
    const found = closedTesting({ logOdds, outcome, predictors }, alpha);
    if (isUndefined(found)) return found;
    const smaller = ["no_update", "citl", "recalibration"] as const;
    const tests = smaller.map((update, i): UpdateTest => ({ smaller: update, larger: "revision", ...found.tests[i]! }));
    return { selected: found.selected, tests };
  }
  const ones = new Float64Array(outcome.length).fill(1);
  const intercept = logisticRegression([ones], outcome, { offset: logOdds });
  if (isUndefined(intercept)) return intercept;
  const both = logisticRegression([ones, logOdds], outcome);
  if (isUndefined(both)) return both;
  const original = bernoulliLogLikelihood(outcome, logOdds);
  return firstKept(
    [
      { smaller: "no_update", larger: "recalibration", ...likelihoodRatioTest(original, both.logLikelihood, 2) },
      {
        smaller: "citl",
        larger: "recalibration",
        ...likelihoodRatioTest(intercept.logLikelihood, both.logLikelihood, 1),
      },
    ],
    alpha,
  );
}

function byWald({ logOdds, outcome }: UpdateRows, cluster: Float64Array, alpha: number): SelectedUpdate | Undefined {
  const found = clusteredRecalibration({ score: logOdds.map(expit), outcome, cluster });
  if (isUndefined(found)) return found;
  const ones = new Float64Array(outcome.length).fill(1);
  const fit = logisticRegression([ones, logOdds], outcome);
  if (isUndefined(fit)) return fit;
  const { meat, clusters } = clusterMeat([ones, logOdds], fit.scoreResiduals, cluster);
  const [[aa, ab], [, bb]] = sandwich(fit.covariance, meat, clusters / (clusters - 1)) as unknown as [
    [number, number],
    [number, number],
  ];
  const [a, b] = [fit.coefficients[0]!, fit.coefficients[1]! - 1];
  const joint = (bb * a * a - 2 * ab * a * b + aa * b * b) / (aa * bb - ab * ab);
  const slope = (b / found.slopeStandardError) ** 2;
  return firstKept(
    [
      {
        smaller: "no_update",
        larger: "recalibration",
        chiSquared: joint,
        degreesOfFreedom: 2,
        p: chiSquaredUpperTail(joint, 2),
      },
      {
        smaller: "citl",
        larger: "recalibration",
        chiSquared: slope,
        degreesOfFreedom: 1,
        p: chiSquaredUpperTail(slope, 1),
      },
    ],
    alpha,
  );
}

function firstKept(tests: readonly UpdateTest[], alpha: number): SelectedUpdate {
  return { selected: tests.find(({ p }) => p >= alpha)?.smaller ?? "recalibration", tests };
}
