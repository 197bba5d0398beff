import { bandsOf } from "../numeric/bands.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined } from "../result.ts";
import { type MantelHaenszel, mantelHaenszel, type Stratum } from "./mantel-haenszel.ts";
import { completeRows, type MaskingColumns } from "./masking-rows.ts";

const STRATA = 5;

/**
 * The factor's effect on the outcome pooled over five strata of the risk that the covariates alone predict
 * (Mantel–Haenszel). Undefined: NO_ROWS, EMPTY_GROUP, SEPARATION, NON_CONVERGENCE of the prognostic model.
 *
 * @see Miettinen (1976) Am J Epidemiol 104:609-620, stratification on a risk score.
 */
export function riskStrataEffect(columns: MaskingColumns, level: number): MantelHaenszel | Undefined {
  const rows = completeRows(columns, false);
  if (isUndefined(rows)) return rows;
  const { ones, covariates, outcome, factor, weight } = rows;
  const fit = logisticRegression([ones, ...covariates], outcome, weight === undefined ? {} : { weights: weight });
  if (isUndefined(fit)) return fit;
  const counts = new Map<number, { with: [number, number]; without: [number, number] }>();
  bandsOf(fit.fitted, STRATA).forEach((band, i) => {
    const cell = counts.get(band) ?? { with: [0, 0], without: [0, 0] };
    const side = factor[i] === 1 ? cell.with : cell.without;
    side[0] += outcome[i]!;
    side[1] += 1;
    counts.set(band, cell);
  });
  const strata = [...counts.entries()]
    .sort(([a], [b]) => a - b)
    .map(
      ([, cell]): Stratum => ({
        events: { with: cell.with[0], without: cell.without[0] },
        rows: { with: cell.with[1], without: cell.without[1] },
      }),
    );
  return mantelHaenszel(strata, level);
}
